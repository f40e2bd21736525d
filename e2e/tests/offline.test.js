// The night the server dies: what was told is kept on the phone, shown as waiting, and in the diary once when it is back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { PHONE, installed, launch, open, picture, sent } from '../support/browser.js';
import { folder, serve } from '../support/soleus.js';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const NIGHT = '2026-05-04T03:12:00+02:00';
const tap = (page, name) => page.getByRole('button', { name, exact: true }).click();
const waits = (page, text) => page.locator('#unsent', { hasText: text }).waitFor();

test('the server dies in the middle of a night: nothing is lost or doubled', async () => {
  const diary = folder();
  let house = await serve(diary.path, NIGHT);
  const { port } = new URL(house.address);
  const again = (now) => serve(diary.path, now, port);
  const { page, context } = await open(browser, house.address, { size: PHONE, now: NIGHT });
  try {
    await page.goto('/');
    await installed(page);
    // It dies without a word; the phone does not know.
    await house.stop('SIGKILL');
    await page.goto('/cramp');
    await tap(page, 'I have a cramp');
    await page.getByText('Written down: cramp since').waitFor();
    await waits(page, '1 entry not yet sent');
    await picture(page, 'offline-1-running', false);
    await tap(page, 'Next step');
    await page.locator('.timer').waitFor();
    // The phone is put away and taken up again: the same cramp goes on.
    await page.reload();
    await page.getByText('Written down: cramp since').waitFor();
    await page.getByText('2 of').waitFor();
    await tap(page, 'It is over');
    await page.getByText('lasted less than a minute').waitFor();
    await tap(page, 'Left');
    const among = (question) => page.getByRole('group', { name: question });
    await among('How bad was the pain?').getByRole('button', { name: '7', exact: true }).click();
    await among('What helped?').getByRole('button', { name: 'Nothing: it let go' }).click();
    await among('What helped?').getByRole('button', { name: 'Stretching' }).click();
    await among('What helped?').getByRole('button', { name: 'Warmth' }).click();
    assert.equal(await among('What helped?').locator('[aria-pressed=true]').count(), 2, 'nothing gave way');
    await among('How were you when it struck?').getByRole('button', { name: 'On my back' }).click();
    await among('Did your toes point').getByRole('button', { name: 'Yes' }).click();
    await among('Were the blankets').getByRole('button', { name: 'No', exact: true }).click();
    await picture(page, 'offline-1-details');
    // In the morning, still no server.
    await context.clock.setSystemTime(new Date('2026-05-04T07:29:00+02:00'));
    await page.goto('/nights');
    await page.getByRole('heading', { name: 'The diary is out of reach' }).waitFor();
    await picture(page, 'offline-2-away', false);
    await page.goto('/check-in');
    await page.getByRole('heading', { name: 'The night that began on Sunday 3 May' }).waitFor();
    await page.getByRole('group', { name: 'How many cramps did you have?' }).getByLabel('2', { exact: true }).check();
    await waits(page, '2 entries not yet sent');
    await picture(page, 'offline-3-check-in', false);
    // It is back, dies at once, is back again; two windows send what waits.
    house = await again('2026-05-04T07:30:00+02:00');
    const second = await context.newPage();
    await Promise.all([page.goto('/'), second.goto('/')]);
    await sent(page);
    await page.locator('#unsent').waitFor({ state: 'hidden' });
    await house.stop('SIGKILL');
    house = await again('2026-05-04T07:31:00+02:00');
    await page.goto('/nights/2026-05-03');
    await second.goto('/nights/2026-05-03');
    assert.equal(await page.locator('li', { hasText: 'Cramp at 03:12' }).count(), 1);
    assert.equal(await page.locator('li', { hasText: 'Cramp at' }).count(), 1);
    await page.getByText('Left · less than a minute · pain 7 of 10 · on the back · toes pointed · blankets light · helped: stretching; warmth').waitFor();
    assert.equal(await page.locator('li', { hasText: 'Morning’s answer: 2 cramps' }).count(), 1);
  } finally {
    await context.close();
    await house.stop();
    diary.remove();
  }
});

test('what is tapped as the page is left is kept', async () => {
  const diary = folder();
  const house = await serve(diary.path, NIGHT);
  const { page, context } = await open(browser, house.address, { size: PHONE, now: NIGHT });
  try {
    await page.goto('/cramp');
    await tap(page, 'I have a cramp');
    await tap(page, 'It is over');
    await page.getByText('lasted less than a minute').waitFor();
    // Tapped and gone, with nothing in between that could wait for the browser's store.
    await page.evaluate(() => {
      document.querySelector('#details button[name=pain][value="7"]').click();
      location.assign('/nights/2026-05-03');
    });
    await page.waitForURL('**/nights/2026-05-03');
    await sent(page);
    await page.reload();
    await page.getByText('pain 7 of 10').waitFor({ timeout: 5000 });
  } finally {
    await context.close();
    await house.stop();
    diary.remove();
  }
});

test('undo with no network: the cramp never reaches the diary', async () => {
  const diary = folder();
  let house = await serve(diary.path, NIGHT);
  const { port } = new URL(house.address);
  const { page, context } = await open(browser, house.address, { now: NIGHT });
  try {
    await page.goto('/cramp');
    await installed(page);
    await house.stop('SIGKILL');
    await tap(page, 'I have a cramp');
    await tap(page, 'Undo');
    await page.getByRole('heading', { name: 'Taken back' }).waitFor();
    house = await serve(diary.path, NIGHT, port);
    await page.goto('/nights/2026-05-03');
    await sent(page);
    await page.reload();
    assert.equal(await page.locator('li', { hasText: 'Cramp at' }).count(), 0);
  } finally {
    await context.close();
    await house.stop();
    diary.remove();
  }
});

test('the hold goes on by the clock on the wall while the screen sleeps, and can be paused', async () => {
  const diary = folder();
  const house = await serve(diary.path, NIGHT);
  const { page, context } = await open(browser, house.address);
  try {
    await page.clock.install({ time: new Date(NIGHT) });
    await page.goto('/cramp');
    await tap(page, 'I have a cramp');
    await page.clock.runFor(11000);
    assert.ok(await page.getByRole('button', { name: 'Undo', exact: true }).isHidden(), 'undo is for ten seconds');
    await tap(page, 'Next step');
    await page.locator('.timer', { hasText: '20' }).waitFor();
    // A page that sleeps runs no timers: time jumps.
    await page.clock.fastForward(12000);
    await page.locator('.timer', { hasText: '8' }).waitFor();
    await tap(page, 'Pause the hold');
    await page.clock.fastForward(60000);
    await page.locator('.timer', { hasText: 'paused' }).waitFor();
    await tap(page, 'Go on with the hold');
    await page.clock.fastForward(9000);
    await page.locator('.timer', { hasText: 'let go slowly' }).waitFor();
  } finally {
    await context.close();
    await house.stop();
    diary.remove();
  }
});
