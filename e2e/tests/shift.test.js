// Nothing moves under the thumb while a page loads: no layout shift on any screen, on a phone and a desktop.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { DESKTOP, PHONE, launch, open } from '../support/browser.js';
import { screens, settle } from '../support/screens.js';
import { demo } from '../support/soleus.js';

let browser;
let house;
before(async () => {
  browser = await launch();
  house = await demo('2026-05-04T18:00:00+02:00');
  await settle(house);
});
after(async () => {
  await browser.close();
  await house.stop();
});

/** Writes down every shift from the first paint on, with what moved. */
const watch = () => {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) {
      const moved = sources.map(({ node }) => (node?.id ? `#${node.id}` : (node?.className || node?.nodeName)));
      window.shifts.push(`${value.toFixed(3)} ${moved.join(', ')}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
};

for (const [device, size] of [['phone', PHONE], ['desktop', DESKTOP]]) {
  test(`no layout shift, ${device}`, async () => {
    const { page, context } = await open(browser, house.address, { size });
    const moved = [];
    try {
      await page.addInitScript(watch);
      for (const [name, path] of Object.entries(screens)) {
        // The first time everything comes over the network, the second time most of it is there.
        for (const visit of ['first', 'second']) {
          await page.goto(path, { waitUntil: 'networkidle' });
          const shifts = await page.evaluate(() => window.shifts);
          moved.push(...shifts.map((shift) => `${name}, ${visit} visit: ${shift}`));
        }
      }
      assert.deepEqual(moved, []);
    } finally {
      await context.close();
    }
  });
}
