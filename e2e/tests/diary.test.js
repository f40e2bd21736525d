// Keeps a diary for several days as a person would: by typing, tapping and clicking; with JavaScript and without.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';

import { DESKTOP, PHONE, launch, open, picture } from '../support/browser.js';
import { ask, folder, serve } from '../support/soleus.js';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const tap = (page, name) => page.getByRole('button', { name, exact: true }).click();
const follow = (page, name) => page.getByRole('link', { name }).first().click();

/** Waits until a paragraph says this. */
const says = (page, text) => page.locator('main p', { hasText: text }).first().waitFor();

/** Chooses an answer of a question by its words. */
const choose = (page, question, answer) =>
  page.getByRole('group', { name: question }).getByLabel(answer, { exact: true }).check();

/** Skips questions until this one is on the screen: on a phone one stands alone. */
async function reach(page, what) {
  while (await what.isHidden()) await page.locator('.pager button').last().click();
}

/** Answers “no”, or the first choice, to the first questions of an evening. Gives how many were answered. */
async function answerEvening(page, most = 4) {
  const questions = page.locator('main fieldset');
  const count = Math.min(await questions.count(), most);
  for (let i = 0; i < count; i++) {
    await questions.nth(i).locator('input[type=radio]').first().check();
  }
  return count;
}

for (const [name, options] of [
  ['on a phone, with JavaScript', { size: PHONE, javaScript: true }],
  ['on a phone, without JavaScript', { size: PHONE, javaScript: false }],
  ['on a desktop, without JavaScript', { size: DESKTOP, javaScript: false }],
]) {
  test(`five days of a diary, ${name}`, async () => {
    const diary = folder();
    const label = name.replaceAll(/[ ,]+/g, '-').toLowerCase();
    const visit = async (now, doings) => {
      const house = await serve(diary.path, now);
      const { page, context, strangers, complaints } = await open(browser, house.address, options);
      try {
        await doings(page, house);
        assert.deepEqual(strangers, [], 'nothing is asked of anybody else');
        assert.deepEqual(complaints, [], 'the browser has nothing to complain about');
      } finally {
        await context.close();
        await house.stop();
      }
    };
    try {
      // Sunday evening: first look, a few facts, the first check-in.
      await visit('2026-05-03T20:10:00+02:00', async (page) => {
        await page.goto('/');
        assert.equal(await page.title(), 'Tonight · Soleus');
        await says(page, 'No night of the last 4 weeks is answered yet.');
        await follow(page, 'About me');
        await page.getByLabel('Year of birth').fill('1951');
        await choose(page, 'Sex at birth', 'Female');
        await page.getByLabel('Weight in kilograms').fill('71,5');
        await tap(page, 'Save');
        await page.getByRole('status').getByText('Saved.').waitFor();
        await follow(page, 'Medicines');
        await page.getByLabel('Name on the box').fill('furosemid');
        await tap(page, 'Search');
        await tap(page, 'Add Furosemide');
        await page.getByRole('heading', { name: 'Furosemide' }).waitFor();
        await follow(page, 'Check-in');
        assert.match(page.url(), /\/check-in\/2026-05-03\/evening$/);
        assert.equal(await answerEvening(page), 4);
        await tap(page, 'Save');
        await page.getByText('Today: answered; you can change it').waitFor();
      });

      // Ten past three: a cramp. One tap, what to do, over, details; then the power goes.
      await visit('2026-05-04T03:10:00+02:00', async (page, house) => {
        await page.goto('/cramp');
        assert.equal(await page.locator('html').getAttribute('data-theme'), 'night');
        await picture(page, `night-1-start-${label}`, false);
        await tap(page, 'I have a cramp');
        await page.getByText('written down').waitFor();
        await picture(page, `night-2-running-${label}`, false);
        await page.getByText('Next step', { exact: true }).click();
        await page.getByText('2 of').waitFor();
        await tap(page, 'It is over');
        await page.getByText('lasted less than a minute').waitFor();
        await tap(page, 'Calf');
        await tap(page, 'Left');
        await page.locator('#d-pain').getByRole('button', { name: '6', exact: true }).click();
        assert.equal(await page.getByRole('button', { name: 'Left', exact: true }).getAttribute('aria-pressed'), 'true');
        await page.waitForLoadState('networkidle');
        await picture(page, `night-3-over-${label}`, false);
        await house.stop('SIGKILL');
      });

      // The morning after: the cramp is still there; a second one is remembered; a slip is caught.
      await visit('2026-05-04T07:30:00+02:00', async (page) => {
        await page.goto('/check-in');
        assert.match(page.url(), /\/check-in\/2026-05-03\/morning$/);
        await page.getByText('You logged 1 cramp that night.').waitFor();
        await page.getByText('More than 5').click();
        await page.getByLabel('How many cramps?').fill('1.5');
        await reach(page, page.getByLabel('A note, in your own words'));
        await page.getByLabel('A note, in your own words').fill('Second one at dawn <b>ouch</b>');
        await tap(page, 'Save');
        await page.getByRole('alert').getByText('is not a whole number').waitFor();
        await picture(page, `morning-mistake-${label}`);
        assert.equal(await page.getByLabel('A note, in your own words').inputValue(), 'Second one at dawn <b>ouch</b>');
        await page.getByLabel('How many cramps?').fill('');
        await choose(page, 'How many cramps did you have?', '2');
        await choose(page, 'How bad was the worst pain?', '6');
        await choose(page, 'How much did cramps disturb your sleep?', '4');
        await tap(page, 'Save');
        await says(page, 'In the last 4 weeks: cramps on 1 of 1 answered night.');
      });

      // Monday evening and Tuesday morning: no cramp is an answer.
      await visit('2026-05-04T21:00:00+02:00', async (page) => {
        await page.goto('/check-in');
        await answerEvening(page, 8);
        await tap(page, 'Save');
      });
      await visit('2026-05-05T08:00:00+02:00', async (page) => {
        await page.goto('/check-in');
        await choose(page, 'How many cramps did you have?', 'None');
        await tap(page, 'Save');
        await says(page, 'cramps on 1 of 2 answered nights.');
      });

      // Wednesday: a wrong tap is undone, and the undo undone; nobody scolds for the missed day.
      await visit('2026-05-06T22:40:00+02:00', async (page) => {
        await page.goto('/');
        await tap(page, 'I have a cramp');
        await tap(page, 'Undo: it was not a cramp');
        await page.getByText(/^Taken back\.?$/).waitFor();
        await tap(page, options.javaScript ? 'It was one: bring it back' : 'Undo: bring it back');
        if (options.javaScript) {
          await page.getByText('Written down: cramp since').waitFor();
          await page.waitForLoadState('networkidle');
          await page.goto('/nights/2026-05-06');
        }
        await page.getByText('Cramp at 22:40').waitFor();
        await page.getByRole('button', { name: /^Take back Cramp at 22:40/ }).click();
        await page.getByText('Taken back.').waitFor();
        await follow(page, 'History');
        await page.getByText('no answer').first().waitFor();
        await follow(page, 'Suspects');
        await says(page, '2 answered nights of');
        await page.locator('.suspect a').first().click();
        await page.getByRole('heading', { name: 'Before your diary' }).waitFor();
        await follow(page, 'Plan');
        await page.getByRole('heading', { name: 'Plan', level: 1 }).waitFor();
      });

      // What the other face, the command line, sees.
      const nights = ask(diary.path, '2026-05-06T23:00:00+02:00', 'night', '2026-05-03');
      assert.match(JSON.stringify(nights), /"cramps":2|"count":2|"exactly":2/i);
    } finally {
      diary.remove();
    }
  });
}

test('a doubled tap is one cramp', async () => {
  const diary = folder();
  const house = await serve(diary.path, '2026-05-04T03:10:00+02:00');
  const { page, context } = await open(browser, house.address);
  try {
    await page.goto('/cramp');
    const id = await page.locator('input[name=id]').inputValue();
    // All three leave before the first answer is there.
    const sent = [1, 2, 3].map(() => context.request.post('/cramp', { form: { id, zone: '' } }));
    for (const answer of await Promise.all(sent)) assert.equal(answer.status(), 200);
    await page.goto('/nights/2026-05-03');
    assert.equal(await page.getByText(/^Cramp at/).count(), 1);
  } finally {
    await context.close();
    await house.stop();
    diary.remove();
  }
});

test('another site cannot write into the diary', async () => {
  const diary = folder();
  const house = await serve(diary.path, '2026-05-04T03:10:00+02:00');
  const bait = `<!doctype html><form method="post" action="${house.address}/cramp"><button>Free prize</button></form>`;
  const stranger = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(bait));
  await new Promise((ready) => stranger.listen(0, '127.0.0.1', ready));
  const { page, context } = await open(browser, house.address);
  try {
    for (const name of ['localhost', '127.0.0.1']) {
      await page.goto(`http://${name}:${stranger.address().port}/`);
      await page.getByRole('button').click();
      await page.getByRole('heading', { name: 'Refused, to protect your diary' }).waitFor();
    }
    await page.goto(`${house.address}/nights/2026-05-03`);
    assert.equal(await page.getByText(/^Cramp at/).count(), 0);
  } finally {
    await context.close();
    stranger.close();
    await house.stop();
    diary.remove();
  }
});
