// What a screen reader finds on each main screen, beside a copy: a change shows in the review.
// `UPDATE_ARIA=1` writes the copies anew.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';

import { launch, open } from '../support/browser.js';
import { screens, settle } from '../support/screens.js';
import { demo } from '../support/soleus.js';

const NOW = '2026-05-04T18:00:00+02:00';
const copies = join(dirname(fileURLToPath(import.meta.url)), 'aria');
const MAIN = [
  'tonight', 'cramp-now', 'evening', 'morning', 'suspects', 'plan', 'food', 'trials', 'trial-card', 'nights', 'night',
  'report', 'profile', 'medicines', 'export', 'settings',
];

let browser;
let house;
before(async () => {
  browser = await launch();
  house = await demo(NOW);
  await settle(house);
  mkdirSync(copies, { recursive: true });
});
after(async () => {
  await browser.close();
  await house.stop();
});

/** Ids are new in each diary, and the version of the knowledge with each record: they say nothing to anybody. */
const steady = (tree) =>
  tree
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID')
    .replaceAll(/-[0-9a-f]{16}\./g, '-HASH.')
    .replaceAll(/#[0-9a-f]{12}/g, '#HASH')
    .replaceAll(/knowledge [0-9a-f]{8}/g, 'knowledge VERSION');

for (const name of MAIN) {
  test(`what a screen reader finds: ${name}`, async () => {
    const { page, context } = await open(browser, house.address);
    try {
      await page.goto(screens[name], { waitUntil: 'networkidle' });
      const found = `${steady(await page.locator('body').ariaSnapshot())}\n`;
      assert.match(found, /- main:/, 'there is a main part');
      assert.match(found, /- heading .*\[level=1\]/, 'with a heading');
      const copy = join(copies, `${name}.yml`);
      if (process.env.UPDATE_ARIA) writeFileSync(copy, found);
      assert.ok(existsSync(copy), `no copy of ${name}: run with UPDATE_ARIA=1, and read it`);
      assert.equal(found, readFileSync(copy, 'utf8'));
    } finally {
      await context.close();
    }
  });
}
