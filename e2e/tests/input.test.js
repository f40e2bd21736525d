// What nobody expects to be typed, and what browsers do to forms: writing from the right, markup, the longest word, the back
// button, two tabs, two phones, a phone whose clock is wrong.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { DESKTOP, PHONE, installed, launch, open, picture, sent } from '../support/browser.js';
import { overflow, violations } from '../support/screens.js';
import { folder, serve } from '../support/soleus.js';

const NOW = '2026-05-04T03:12:00+02:00';
const tap = (page, name) => page.getByRole('button', { name, exact: true }).click();
const cramps = (page) => page.getByText(/^Cramp at/).count();

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** Runs a story over a fresh diary; `enter` opens it in one more browser. */
async function inDiary(story) {
  const diary = folder();
  const house = await serve(diary.path, NOW);
  const contexts = [];
  const enter = async (options) => {
    const entered = await open(browser, house.address, { now: NOW, ...options });
    contexts.push(entered.context);
    return entered;
  };
  try {
    await story(enter);
  } finally {
    for (const context of contexts) await context.close();
    await house.stop();
    diary.remove();
  }
}

/** Logs a cramp by the form alone, and gives the address of its page. */
async function logged(page) {
  await page.goto('/cramp');
  await tap(page, 'I have a cramp');
  return page.url();
}

test('a note comes back as it was typed and breaks no layout', () =>
  inDiary(async (enter) => {
    const { page } = await enter({ size: { width: 320, height: 640 }, javaScript: false });
    const notes = [
      'كان الألم شديدًا في ساقي اليسرى\nثم مشيت قليلًا',
      'כאב בשוק 🦵🏽👩‍🦳 and then gone',
      '<b>bold</b> & <script>alert(1)</script> "quoted"\n  indented',
      'W'.repeat(400),
    ];
    for (const note of notes) {
      const place = await logged(page);
      await page.goto(`${place}/edit`);
      await page.locator('#note').fill(note);
      await page.locator('main form').filter({ has: page.locator('#note') }).getByRole('button').last().click();
      const shown = page.locator('.note').filter({ hasText: note.slice(0, 12) });
      assert.equal(await shown.innerText(), note, 'as it was typed, lines and spaces too');
      assert.ok((await overflow(page)) <= 0, `wider than the screen: ${note.slice(0, 12)}`);
      await page.goto(`${place}/edit`);
      assert.equal(await page.locator('#note').inputValue(), note);
      assert.ok((await overflow(page)) <= 0, 'the form is not wider than the screen');
    }
    await page.goto('/nights/2026-05-03');
    const sides = await page.locator('.note').evaluateAll((all) => all.map((one) => getComputedStyle(one).direction));
    assert.deepEqual(new Set(sides.slice(0, 4)), new Set(['ltr', 'rtl']));
    assert.equal(await page.locator('.note b, .note script').count(), 0, 'markup is only text');
    await picture(page, 'input-notes');
  }));

test('the back button after a change: the form sent again doubles nothing and loses nothing', () =>
  inDiary(async (enter) => {
    const { page } = await enter({ size: PHONE, javaScript: false });
    const place = await logged(page);
    await page.goto(`${place}/edit`);
    await page.locator('#note').fill('woke me');
    const save = page.locator('main form').filter({ has: page.locator('#note') }).getByRole('button').last();
    await save.click();
    await page.getByText('woke me').waitFor();
    await page.goBack();
    assert.equal(await page.locator('#note').inputValue(), 'woke me');
    await save.click();
    await page.getByText('Nothing was changed.').waitFor();
    assert.equal(await cramps(page), 1);
    assert.equal(await page.locator('.note').innerText(), 'woke me');
  }));

test('two tabs change the same cramp: the later words hold, both were told in turn', () =>
  inDiary(async (enter) => {
    const { page, context } = await enter({ size: DESKTOP, javaScript: false });
    const place = await logged(page);
    const other = await context.newPage();
    await page.goto(`${place}/edit`);
    await other.goto(`${place}/edit`);
    for (const [tab, words] of [[page, 'from the first tab'], [other, 'from the second tab']]) {
      await tab.locator('#note').fill(words);
      await tab.locator('main form').filter({ has: tab.locator('#note') }).getByRole('button').last().click();
      await tab.getByText(words).waitFor();
    }
    await page.goto('/nights/2026-05-03');
    assert.equal(await cramps(page), 1);
    assert.equal(await page.locator('.note').innerText(), 'from the second tab');
    // One tab takes it back while the other still shows it: pressed there too, nothing breaks.
    await other.goto('/nights/2026-05-03');
    for (const tab of [page, other]) await tab.getByRole('button', { name: /^Take back/ }).click();
    await other.getByText('Taken back.').waitFor();
    assert.equal(await cramps(other), 0);
  }));

test('two phones at one bed: each cramp is there once', () =>
  inDiary(async (enter) => {
    const first = await enter({ size: PHONE, javaScript: false });
    const second = await enter({ size: PHONE, javaScript: false });
    await Promise.all([logged(first.page), logged(second.page)]);
    for (const { page } of [first, second]) {
      await page.goto('/nights/2026-05-03');
      assert.equal(await cramps(page), 2);
    }
  }));

test('a phone whose clock is three hours ahead still writes the cramp into this night', () =>
  inDiary(async (enter) => {
    const { page, complaints } = await enter({ size: PHONE, now: '2026-05-04T06:12:00+02:00' });
    await page.goto('/cramp');
    await tap(page, 'I have a cramp');
    await page.getByRole('button', { name: 'It is over' }).waitFor();
    await sent(page);
    await page.goto('/nights/2026-05-03');
    await page.getByText(/^Cramp at 0?3:1/).first().waitFor();
    assert.equal(await cramps(page), 1, 'not refused as one of the future');
    assert.deepEqual(complaints, []);
  }));

for (const [wrong, night, morning, said] of [
  ['a day behind', '2026-05-03T03:12:00+02:00', '2026-05-03T07:29:00+02:00', 'The clock of this device is 1 day behind.'],
  ['a year ahead', '2027-05-04T03:12:00+02:00', '2027-05-04T07:29:00+02:00', 'The clock of this device is 365 days ahead.'],
]) {
  test(`a phone whose clock is ${wrong}, with no network: all of it lands in the night that was meant, and it says so`, async () => {
    const diary = folder();
    let house = await serve(diary.path, NOW);
    const { port } = new URL(house.address);
    const { page, context } = await open(browser, house.address, { size: PHONE, now: night });
    try {
      await page.goto('/');
      await installed(page);
      await house.stop('SIGKILL');
      await page.goto('/cramp');
      await tap(page, 'I have a cramp');
      await tap(page, 'It is over');
      await page.getByText('lasted less than a minute').waitFor();
      await context.clock.setSystemTime(new Date(morning));
      await page.goto('/check-in');
      await page.getByRole('group', { name: 'How many cramps did you have?' }).getByLabel('2', { exact: true }).check();
      await page.locator('#unsent', { hasText: '2 entries not yet sent' }).waitFor();
      house = await serve(diary.path, '2026-05-04T07:30:00+02:00', port);
      await page.goto('/');
      await page.locator('#clock', { hasText: said }).waitFor();
      await page.locator('#unsent').waitFor({ state: 'hidden' });
      await picture(page, `clock-${wrong.replaceAll(' ', '-')}`, false);
      await page.goto('/nights/2026-05-03');
      assert.equal(await page.getByText(/^Cramp at 0?3:1/).count(), 1);
      assert.equal(await page.getByText(/^Morning’s answer: 2 cramps/).count(), 1);
      assert.equal(await cramps(page), 1);
      const log = await (await fetch(`${house.address}/export/log`)).text();
      assert.doesNotMatch(log, /2027-|"2026-05-02"/, 'nothing in the future, nothing in another night');
    } finally {
      await context.close();
      await house.stop();
      diary.remove();
    }
  });
}

test('deleting one entry asks first, and the keyboard can leave', () =>
  inDiary(async (enter) => {
    await logged((await enter({ size: PHONE, javaScript: false })).page);
    const { page } = await enter({ size: PHONE });
    await page.goto('/nights/2026-05-03');
    await page.getByRole('link', { name: /^Delete for good/ }).click();
    await page.getByRole('heading', { name: 'Delete this entry for good' }).waitFor();
    assert.ok((await overflow(page)) <= 0);
    await picture(page, 'erase-one');
    assert.deepEqual(await violations(page), []);
    await page.getByRole('link', { name: 'Keep it' }).press('Enter');
    assert.equal(await cramps(page), 1);
    await page.getByRole('link', { name: /^Delete for good/ }).click();
    await tap(page, 'Delete it for good');
    await page.getByText('Deleted for good.').waitFor();
    assert.equal(await cramps(page), 0);
  }));

test('other colours leave what was typed where it is', () =>
  inDiary(async (enter) => {
    const { page, context, complaints } = await enter({ size: DESKTOP, theme: 'day' });
    await page.goto('/profile');
    await page.getByLabel('Year of birth').fill('1961');
    await tap(page, 'Dark');
    await page.locator('html[data-theme=dark]').waitFor();
    assert.equal(await page.getByLabel('Year of birth').inputValue(), '1961');
    const pressed = page.locator('.foot button[aria-pressed=true]');
    assert.equal(await pressed.textContent(), 'Dark');
    assert.equal((await context.cookies()).find((one) => one.name === 'theme').value, 'dark');
    // At three in the morning the clock chooses night.
    await tap(page, 'Automatic');
    await page.locator('html[data-theme=night]').waitFor();
    assert.equal(await pressed.textContent(), 'Automatic');
    await context.setOffline(true);
    await tap(page, 'Day');
    await page.locator('html[data-theme=day]').waitFor();
    assert.equal(await page.getByLabel('Year of birth').inputValue(), '1961');
    assert.deepEqual(complaints.filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED')), []);
  }));
