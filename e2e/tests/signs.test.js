// Warning signs after a cramp: only when something fits, with the advice on top, with and without a network or a script.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { PHONE, installed, launch, open, picture } from '../support/browser.js';
import { folder, serve } from '../support/soleus.js';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const NIGHT = '2026-05-04T03:12:00+02:00';
const LATER = '2026-05-04T03:25:00+02:00';
const tap = (page, name) => page.getByRole('button', { name, exact: true }).click();

test('with no network: a long cramp is asked about, and a yes brings its advice before any stretch', async () => {
  const diary = folder();
  let house = await serve(diary.path, NIGHT);
  const { port } = new URL(house.address);
  const { page, context, complaints } = await open(browser, house.address, { size: PHONE, now: NIGHT });
  try {
    await page.goto('/cramp');
    await installed(page);
    await house.stop('SIGKILL');
    await page.goto('/cramp');
    await tap(page, 'I have a cramp');
    await tap(page, 'It is over');
    const asked = page.locator('[data-part=signs]');
    await page.getByText('lasted less than a minute').waitFor();
    assert.ok(await asked.isHidden(), 'an ordinary cramp raises no question');
    await tap(page, 'Not over yet');
    await context.clock.setSystemTime(new Date(LATER));
    await tap(page, 'It is over');
    await page.getByText('lasted about 13 minutes').waitFor();
    assert.equal(await asked.locator('fieldset:visible').count(), 2);
    const swollen = asked.getByRole('group', { name: 'Is one leg newly swollen' });
    await picture(page, 'signs-1-asked');
    await swollen.getByRole('button', { name: 'Yes' }).click();
    const advice = page.locator('[data-part=advice]');
    await advice.getByText('Get medical help today').waitFor();
    assert.ok(await page.getByText('If it still aches').isHidden(), 'no rubbing now');
    await picture(page, 'signs-2-advice', false);
    // Back to the help: help from a doctor comes first, no stretch.
    await tap(page, 'Not over yet');
    await advice.getByText('Get medical help today').waitFor();
    assert.ok(await page.locator('[data-part=step]').isHidden());
    assert.ok(await page.getByRole('button', { name: 'Next step' }).isHidden());
    await tap(page, 'It is over');
    // The diary is back: the answer is in it, and stands before the plan.
    house = await serve(diary.path, LATER, port);
    const taken = page.waitForResponse((answer) => answer.url().endsWith('/signs'));
    await page.goto('/plan');
    assert.equal((await taken).status(), 204);
    await page.reload();
    await page.getByText('Get medical help today').first().waitFor();
    assert.deepEqual(complaints.filter((said) => !said.includes('ERR_CONNECTION_REFUSED')), []);
  } finally {
    await context.close();
    await house.stop();
    diary.remove();
  }
});

test('without a script: one tap answers, and the advice stands on top', async () => {
  const diary = folder();
  const house = await serve(diary.path, NIGHT);
  const { page, context } = await open(browser, house.address, { size: PHONE, javaScript: false });
  try {
    await page.goto('/cramp');
    await tap(page, '15 min ago');
    await tap(page, 'It is over');
    await page.getByRole('heading', { name: 'To be safe: does this fit?' }).waitFor();
    await page.getByRole('group', { name: 'Is one leg newly swollen' }).getByRole('button', { name: 'Yes' }).click();
    await page.getByText('Do not massage, heat or bandage the leg').first().waitFor();
    await picture(page, 'signs-3-no-script', false);
    await page.getByRole('group', { name: 'Does a cramp last longer' }).getByRole('button', { name: 'No' }).click();
    assert.equal(await page.getByRole('heading', { name: 'To be safe: does this fit?' }).count(), 0);
    await page.getByRole('group', { name: 'What helped?' }).getByRole('button', { name: 'Warmth' }).click();
    assert.equal(await page.getByRole('group', { name: 'What helped?' }).locator('[aria-pressed=true]').count(), 1);
  } finally {
    await context.close();
    await house.stop();
    diary.remove();
  }
});
