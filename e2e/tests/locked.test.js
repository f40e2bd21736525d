// Behind a passphrase: logging out takes the kept pages along; what was told meanwhile waits and is sent after the login.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';

import { PHONE, launch, open, picture } from '../support/browser.js';
import { folder, serve, tell } from '../support/soleus.js';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const NIGHT = '2026-05-04T03:12:00+02:00';
const WORDS = 'seven quiet calves at night';
const tap = (page, name) => page.getByRole('button', { name, exact: true }).click();
const keeps = (page, path) => page.evaluate(async (path) => Boolean(await caches.match(path)), path);
const until = (page, path, there) =>
  page.evaluate(async ([path, there]) => {
    while (Boolean(await caches.match(path)) !== there) await new Promise((done) => setTimeout(done, 50));
  }, [path, there]);

async function logIn(page) {
  await page.getByLabel('Passphrase').fill(WORDS);
  await tap(page, 'Log in');
  await page.getByRole('button', { name: 'I have a cramp' }).first().waitFor();
}

function locked(now) {
  const diary = folder();
  const file = join(diary.path, 'words.txt');
  writeFileSync(file, `${WORDS}\n`);
  tell(diary.path, now, 'passphrase', '--file', file);
  return diary;
}

test('logged out: the kept pages are gone, a cramp waits on the phone, and is sent once after the login', async () => {
  const diary = locked(NIGHT);
  const house = await serve(diary.path, NIGHT);
  const { page, context } = await open(browser, house.address, { size: PHONE, now: NIGHT });
  try {
    await page.goto('/');
    const field = page.getByLabel('Passphrase');
    await field.fill(WORDS);
    const show = page.getByRole('button', { name: 'Show what I type' });
    assert.equal(await field.getAttribute('type'), 'password');
    await show.click();
    assert.equal(await field.getAttribute('type'), 'text');
    assert.equal(await show.getAttribute('aria-pressed'), 'true');
    await picture(page, 'login-shown');
    await show.click();
    assert.equal(await field.getAttribute('type'), 'password');
    await show.click();
    await logIn(page);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    await until(page, '/cramp', true);
    // Cramp now stays open on the phone while somebody logs out in another window.
    await page.goto('/cramp');
    const other = await context.newPage();
    await other.goto('/devices');
    await tap(other, 'Log out here');
    await other.getByRole('heading', { name: 'Log in' }).waitFor();
    assert.equal(await keeps(other, '/cramp'), false, 'nothing that says something is kept');
    assert.equal(await keeps(other, '/check-in/away'), false);
    await tap(page, 'I have a cramp');
    await tap(page, 'It is over');
    await page.locator('#unsent', { hasText: '1 entry not yet sent. Kept on this device; sent by itself once you have logged in.' }).waitFor();
    await picture(page, 'locked-1-waits', false);
    // After the login it is sent, once, with the new session's token; and the pages are kept again.
    await other.goto('/');
    const taken = other.waitForResponse((answer) => answer.url().endsWith('/keep') && answer.status() === 204);
    await logIn(other);
    await taken;
    await until(other, '/cramp', true);
    await other.goto('/nights/2026-05-03');
    assert.equal(await other.locator('li', { hasText: 'Cramp at 03:12' }).count(), 1);
    assert.ok(await other.locator('#unsent').isHidden());
  } finally {
    await context.close();
    await house.stop();
    diary.remove();
  }
});

test('delete everything: listed, asked for a word and the passphrase, with no script', async () => {
  const diary = locked(NIGHT);
  const house = await serve(diary.path, NIGHT);
  const { page, context } = await open(browser, house.address, { size: PHONE, javaScript: false, theme: 'day' });
  try {
    await page.goto('/cramp');
    await logIn(page);
    await tap(page, 'I have a cramp');
    await page.goto('/settings');
    await picture(page, 'settings-phone');
    await page.getByRole('link', { name: 'Delete everything' }).click();
    await page.getByText('the one entry').waitFor();
    await picture(page, 'erase-1');
    await tap(page, 'Delete everything for good');
    await page.getByText('Type the word “delete” to do it').first().waitFor();
    await page.getByLabel('Type the word').fill('delete');
    await page.getByLabel('Your passphrase once more').fill(WORDS);
    await tap(page, 'Delete everything for good');
    await page.getByText('Everything is erased.').waitFor();
    await page.goto('/nights/2026-05-03');
    assert.equal(await page.locator('li', { hasText: 'Cramp at' }).count(), 0);
  } finally {
    await context.close();
    await house.stop();
    diary.remove();
  }
});

test('the page that deletes everything breaks no rule of accessibility', async () => {
  const diary = folder();
  const house = await serve(diary.path, NIGHT);
  const { page, context } = await open(browser, house.address, { size: PHONE, theme: 'day' });
  try {
    for (const path of ['/settings/erase', '/settings']) {
      await page.goto(path);
      const found = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(found.violations.map((one) => one.id), [], path);
    }
  } finally {
    await context.close();
    await house.stop();
    diary.remove();
  }
});
