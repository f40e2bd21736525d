// The first run on a phone without a script: the cramp button first, two short screens, never again.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';

import { PHONE, launch, open, picture } from '../support/browser.js';
import { folder, serve } from '../support/soleus.js';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const NIGHT = '2026-05-04T18:12:00+02:00';

test('the first run: the cramp button, two screens, and never again', async () => {
  const diary = folder();
  const house = await serve(diary.path, NIGHT);
  const { page, context } = await open(browser, house.address, { size: PHONE, javaScript: false, theme: 'day' });
  const checked = await open(browser, house.address, { size: PHONE, theme: 'day' });
  try {
    for (const path of ['/', '/welcome', '/welcome/you']) {
      await checked.page.goto(path);
      const found = await new AxeBuilder({ page: checked.page }).analyze();
      assert.deepEqual(found.violations.map((one) => one.id), [], path);
    }
    await page.goto('/');
    await page.getByRole('button', { name: 'I have a cramp' }).waitFor();
    await picture(page, 'welcome-1');
    await page.getByRole('link', { name: 'Set up' }).click();
    await page.getByLabel('Country').selectOption('nz');
    await picture(page, 'welcome-2');
    await page.getByRole('button', { name: 'Save and go on' }).click();
    await page.getByLabel('In which year were you born?').fill('1953');
    await picture(page, 'welcome-3');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved.').waitFor();
    assert.equal(await page.getByRole('heading', { name: 'Welcome to Soleus' }).count(), 0);
    assert.ok(await page.getByRole('link', { name: '111' }).count(), 'the number of New Zealand');
  } finally {
    await context.close();
    await checked.context.close();
    await house.stop();
    diary.remove();
  }
});
