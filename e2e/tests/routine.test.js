// A guided routine in a real browser: the timer leads through it, doing it is written down; without JavaScript it is a list.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, open, picture } from '../support/browser.js';
import { demo } from '../support/soleus.js';

const PAGE = '/plan/routine/calf-seated';
let browser;
let house;
before(async () => {
  browser = await launch();
  house = await demo('2026-05-04T21:30:00+02:00');
});
after(async () => {
  await browser.close();
  await house.stop();
});

test('the timer leads through the steps, pauses, and the end is written down', async () => {
  const { page, context, strangers, complaints } = await open(browser, house.address, { theme: 'night' });
  await page.goto(PAGE);
  await page.clock.install();
  const timer = page.locator('#timer');
  await timer.getByRole('button', { name: 'Start' }).click();
  assert.match(await timer.innerText(), /Take your time/);
  await timer.getByRole('button', { name: 'Next' }).click();
  assert.match(await timer.innerText(), /First side, 1 of 3/);
  const shown = async () => Number(await timer.getByRole('timer').innerText());
  const hold = await shown();
  assert.ok(hold >= 10, `${hold}`);
  await page.clock.runFor(4000);
  assert.equal(await shown(), hold - 4);
  await timer.getByRole('button', { name: 'Pause' }).click();
  await page.clock.runFor(60_000);
  assert.equal(await shown(), hold - 4, 'a pause is a pause');
  await timer.getByRole('button', { name: 'Go on' }).click();
  await page.clock.runFor((hold - 4) * 1000 + 500);
  assert.match(await timer.innerText(), /Rest/);
  await picture(page, 'routine-timer-night');
  while (!/That was all/.test(await timer.innerText())) {
    await timer.getByRole('button', { name: 'Next' }).click();
  }
  assert.equal(
    await page.evaluate(() => document.activeElement.textContent),
    await page.locator('#done button').textContent(),
    'the way on is the button that writes it down',
  );
  await page.keyboard.press('Enter');
  await page.getByText('Written down for today.').waitFor();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByRole('button', { name: 'Done: I stretched my calves' }).waitFor();
  assert.deepEqual(strangers, []);
  assert.deepEqual(complaints, []);
  await context.close();
});

test('without JavaScript the steps are a list, and it can be written down too', async () => {
  const { page, context } = await open(browser, house.address, { javaScript: false });
  await page.goto(PAGE);
  assert.equal(await page.locator('#timer').isVisible(), false);
  assert.equal(await page.locator('#routine li').count(), 2);
  await page.getByRole('button', { name: 'Done: I stretched my calves' }).click();
  await page.getByText('Written down for today.').waitFor();
  await context.close();
});
