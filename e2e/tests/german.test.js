// The pages in German, for a browser that asks for it: nothing is wider than a small screen, no accessibility violation, and
// the scripts speak German too.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { DESKTOP, PHONE, launch, open, picture } from '../support/browser.js';
import { overflow, screens, settle, unfold, violations } from '../support/screens.js';
import { demo, folder, serve } from '../support/soleus.js';

const NOW = '2026-05-04T18:00:00+02:00';
const NARROW = { width: 320, height: 640 };

let browser;
let house;
before(async () => {
  browser = await launch();
  house = await demo(NOW);
  await settle(house);
});
after(async () => {
  await browser.close();
  await house.stop();
});

for (const [device, size] of [['narrow', NARROW], ['phone', PHONE], ['desktop', DESKTOP]]) {
  test(`every screen in German, ${device}`, async () => {
    const { page, context, strangers, complaints } = await open(browser, house.address, { size, locale: 'de-DE' });
    try {
      for (const [name, path] of Object.entries(screens)) {
        const answer = await page.goto(path);
        if (answer.status() === 404) complaints.length = 0;
        await picture(page, `german-${device}-${name}`);
        await unfold(page);
        assert.equal(await page.locator('html').getAttribute('lang'), 'de', name);
        assert.ok((await overflow(page)) <= 0, `${name} is wider than the screen`);
        assert.deepEqual(await violations(page), [], name);
      }
      assert.deepEqual(strangers, []);
      assert.deepEqual(complaints, []);
    } finally {
      await context.close();
    }
  });
}

test('a cramp in German, with the network gone', async () => {
  const diary = folder();
  const own = await serve(diary.path, '2026-05-04T03:12:00+02:00');
  const { page, context, complaints } = await open(browser, own.address, { locale: 'de-DE' });
  try {
    await page.goto('/cramp');
    await page.evaluate(() => navigator.serviceWorker.ready);
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Ich habe einen Krampf' }).click();
    await page.getByRole('heading', { name: /^Aufgeschrieben: Krampf seit \d\d:\d\d$/ }).waitFor();
    await page.getByText('1 Eintrag ist noch nicht verschickt.').waitFor();
    await page.getByText(/^1 von \d+$/).waitFor();
    await picture(page, 'german-phone-cramp-running');
    await page.getByRole('button', { name: 'Er ist vorbei' }).click();
    await page.getByText(/^Er begann um \d\d:\d\d und dauerte weniger als eine Minute\.$/).waitFor();
    await picture(page, 'german-phone-cramp-over');
    assert.deepEqual(complaints.filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED')), []);
  } finally {
    await context.close();
    await own.stop();
    diary.remove();
  }
});

test('English is chosen in the settings of a German browser, and back', async () => {
  const diary = folder();
  const own = await serve(diary.path, NOW);
  const { page, context } = await open(browser, own.address, { locale: 'de-DE' });
  try {
    await page.goto('/settings');
    await page.getByLabel('English').check();
    await page.getByRole('button', { name: 'Speichern' }).click();
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    await page.getByLabel('As the browser asks').check();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { name: 'Einstellungen' }).waitFor();
  } finally {
    await context.close();
    await own.stop();
    diary.remove();
  }
});
