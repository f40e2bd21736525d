// A page that was open for too long: what was typed comes back, after logging in again if need be, and is saved once. With no
// script, since a check-in with scripts keeps every tap on the device.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { PHONE, launch, open, picture } from '../support/browser.js';
import { overflow, violations } from '../support/screens.js';
import { folder, serve, tell } from '../support/soleus.js';

const MORNING = '2026-05-04T08:12:00+02:00';
const NIGHT = '/check-in/2026-05-03/morning';
const WORDS = 'seven quiet calves at night';
const NOTE = `woke me, "twice"\n<b>then</b> gone & back\n${'a long night, '.repeat(200)}`;
const SENTENCE = 'This page was open for too long. Look it over and save again.';
const tap = (page, name) => page.getByRole('button', { name, exact: true }).click();

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** Runs a story over a locked diary, in a browser that is logged in. */
async function inside(story) {
  const diary = folder();
  const file = join(diary.path, 'words.txt');
  writeFileSync(file, `${WORDS}\n`);
  tell(diary.path, MORNING, 'passphrase', '--file', file);
  const house = await serve(diary.path, MORNING);
  const { page, context } = await open(browser, house.address, { size: PHONE, javaScript: false, theme: 'day' });
  try {
    await page.goto('/');
    await logIn(page);
    await story(page, context);
  } finally {
    await context.close();
    await house.stop();
    diary.remove();
  }
}

async function logIn(page) {
  await page.getByLabel('Passphrase').fill(WORDS);
  await tap(page, 'Log in');
}

async function logOut(page) {
  await page.goto('/devices');
  await tap(page, 'Log out here');
  await page.getByRole('heading', { name: 'Log in' }).waitFor();
}

async function answer(page) {
  await page.goto(NIGHT);
  await page.getByRole('group', { name: 'How many cramps did you have?' }).getByLabel('2', { exact: true }).check();
  await page.locator('#note').fill(NOTE);
}

/** The form is there as it was left, and saves. */
async function savedOnce(page, name) {
  await page.getByText(SENTENCE).waitFor();
  assert.ok(await page.getByRole('group', { name: 'How many cramps did you have?' }).getByLabel('2', { exact: true }).isChecked());
  assert.equal(await page.locator('#note').inputValue(), NOTE);
  assert.ok((await overflow(page)) <= 0);
  await picture(page, name);
  await tap(page, 'Save');
  await page.getByText('Saved.').waitFor();
  await page.goto('/nights/2026-05-03');
  assert.equal(await page.locator('.note').innerText(), NOTE.trim());
  assert.equal(await page.getByText(/^Morning’s answer/).count(), 1);
}

test('somebody logged in anew in another tab: the form comes back', () =>
  inside(async (page, context) => {
    await answer(page);
    const other = await context.newPage();
    await logOut(other);
    await logIn(other);
    await tap(page, 'Save');
    await savedOnce(page, 'expired-back');
  }));

test('somebody logged out in another tab: the login takes the form along', () =>
  inside(async (page, context) => {
    await answer(page);
    await logOut(await context.newPage());
    await tap(page, 'Save');
    await page.getByText('What you typed comes back after you log in.').waitFor();
      await picture(page, 'expired-login');
    await page.getByLabel('Passphrase').fill('not these words');
    await tap(page, 'Log in');
    await page.getByText('That is not the passphrase.').waitFor();
    await logIn(page);
    await savedOnce(page, 'expired-after-login');
  }));

test('what comes back breaks no rule of accessibility', async () => {
  const diary = folder();
  const file = join(diary.path, 'words.txt');
  writeFileSync(file, `${WORDS}\n`);
  tell(diary.path, MORNING, 'passphrase', '--file', file);
  const house = await serve(diary.path, MORNING);
  const { page, context } = await open(browser, house.address, { size: PHONE, theme: 'day', now: MORNING });
  try {
    await page.goto('/profile');
    await logIn(page);
    await page.getByLabel('Year of birth').fill('1950');
    const other = await context.newPage();
    await logOut(other);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('What you typed comes back after you log in.').waitFor();
    assert.deepEqual(await violations(page), []);
    await logIn(page);
    await page.getByText(SENTENCE).waitFor();
    assert.equal(await page.getByLabel('Year of birth').inputValue(), '1950');
    assert.deepEqual(await violations(page), []);
  } finally {
    await context.close();
    await house.stop();
    diary.remove();
  }
});

test('a form whose page cannot be made again comes back as a list behind one button', () =>
  inside(async (page, context) => {
    await page.goto('/profile/medicines');
    await page.getByLabel('Name').fill('furosemide');
    await tap(page, 'Search');
    const form = page.locator('form', { has: page.getByRole('button', { name: 'Add Furosemide' }) });
    await form.locator('[name=dose]').fill('40 mg in the morning');
    const other = await context.newPage();
    await logOut(other);
    await logIn(other);
    await form.getByRole('button', { name: 'Add Furosemide' }).click();
    await page.getByRole('heading', { name: 'What you typed' }).waitFor();
    await page.getByRole('listitem').filter({ hasText: '40 mg in the morning' }).waitFor();
      await picture(page, 'expired-list');
    await tap(page, 'Save it again');
    await page.getByText('Saved.').waitFor();
    await page.getByRole('heading', { name: 'Furosemide' }).waitFor();
  }));
