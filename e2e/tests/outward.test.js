// Lets the diary out as a person would: saves the files, gives a device access and takes it back, backs up.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { launch, open, picture } from '../support/browser.js';
import { ask, folder, serve } from '../support/soleus.js';

const NOW = '2026-05-04T18:00:00+02:00';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

for (const javaScript of [true, false]) {
  test(`export, devices and backups, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
    const data = folder();
    ask(data.path, NOW, 'cramp', '--pain', '6');
    const soleus = await serve(data.path, NOW);
    const { page, context, strangers } = await open(browser, soleus.address, { javaScript, acceptDownloads: true });
    const save = async (button) => {
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: button }).click()]);
      return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
    };
    try {
      await page.goto('/profile');
      await page.getByRole('link', { name: 'Export and backups' }).click();
      const log = await save(/Save everything/);
      assert.match(log.name, /^soleus-2026-05-04\.jsonl$/);
      assert.equal(log.text.trim().split('\n').length, 2);
      assert.match((await save(/Save the table/)).text, /^date,cramps,/);
      assert.match((await save(/Save the reminders/)).text, /SUMMARY:Check-in/);

      await page.goto('/devices');
      await page.getByLabel('What you call it').fill('bedside button');
      await page.getByLabel('Log cramps, and nothing else').check();
      await page.getByRole('button', { name: 'Give access' }).click();
      const secret = await page.locator('code.secret').textContent();
      await picture(page, `outward-secret-${javaScript}`);
      const cramp = () =>
        fetch(`${soleus.address}/api/v1/cramps`, { method: 'POST', headers: { authorization: `Bearer ${secret}` } });
      assert.equal((await cramp()).status, 201);
      await page.getByRole('link', { name: 'Done' }).click();
      assert.ok(!(await page.content()).includes(secret), 'shown once');
      await picture(page, `outward-devices-${javaScript}`);
      await page.getByRole('button', { name: 'Take access back from bedside button' }).click();
      await page.getByText('Nothing has access yet.').waitFor();
      assert.equal((await cramp()).status, 401);

      await page.goto('/backup');
      await page.getByRole('button', { name: 'Back up now' }).click();
      await page.getByText('Backed up.').waitFor();
      await picture(page, `outward-backup-${javaScript}`);
      const [file] = readdirSync(join(data.path, 'backups'));
      assert.equal(ask(data.path, NOW, 'restore', '--check', join(data.path, 'backups', file)).entries, 2);
      assert.deepEqual(strangers, []);
    } finally {
      await context.close();
      await soleus.stop();
      data.remove();
    }
  });
}
