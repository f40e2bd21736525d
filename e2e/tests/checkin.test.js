// The check-in on a narrow screen, one question at a time: a choice by finger goes on to the next question, one by an arrow key
// does not, since arrows pass over choices that nobody wants.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { PHONE, launch, open } from '../support/browser.js';
import { folder, serve } from '../support/soleus.js';

const MORNING = '2026-05-04T08:00:00+02:00';
const PAGE = '/check-in/2026-05-03/morning';
// A desktop at 400 %.
const ZOOMED = { width: 320, height: 256 };

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** Longer than a choice by finger stays to be seen. */
const aMoment = (page) => page.waitForTimeout(600);
const step = (page) => page.locator('.pager > p').textContent();

async function answering(size, story) {
  const diary = folder();
  const house = await serve(diary.path, MORNING);
  const { page, context, complaints } = await open(browser, house.address, { size });
  try {
    await page.goto(PAGE);
    const first = await step(page);
    await story({ page, first });
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
    await house.stop();
    diary.remove();
  }
}

test('arrow keys only choose, and save; Enter goes on', () =>
  answering(ZOOMED, async ({ page, first }) => {
    const choices = page.locator('#f-cramps input[type=radio]');
    await choices.first().focus();
    await page.keyboard.press('ArrowDown');
    await page.locator('#kept', { hasText: 'Saved' }).waitFor();
    await aMoment(page);
    assert.equal(await step(page), first, 'the question stays');
    await page.keyboard.press('ArrowDown');
    await aMoment(page);
    assert.equal(await step(page), first, 'and stays');
    assert.ok(await choices.nth(2).isChecked());
    await page.keyboard.press('Enter');
    await page.waitForFunction((first) => document.querySelector('.pager > p').textContent !== first, first);
    assert.equal(new URL(page.url()).pathname, PAGE, 'the form is not sent yet');
    await page.reload();
    assert.ok(await choices.nth(2).isChecked(), 'and it is kept');
  }));

test('a finger chooses and goes on', () =>
  answering(PHONE, async ({ page, first }) => {
    await page.locator('#f-cramps label').first().tap();
    await page.waitForFunction((first) => document.querySelector('.pager > p').textContent !== first, first);
  }));

test('a typed amount is kept when Enter goes on', () =>
  answering(ZOOMED, async ({ page, first }) => {
    const typed = page.locator('#f-cramps input[inputmode]');
    await page.locator('#f-cramps summary').click();
    await typed.fill('7');
    await typed.press('Enter');
    await page.waitForFunction((first) => document.querySelector('.pager > p').textContent !== first, first);
    await page.locator('#kept', { hasText: 'Saved' }).waitFor();
    await page.reload();
    assert.equal(await typed.inputValue(), '7');
  }));
