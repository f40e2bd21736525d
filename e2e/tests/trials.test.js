// A trial from the card before it starts to its result, as a person goes through it, with and without JavaScript; and the
// pages of a trial that is over and one that runs, in every theme.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';

import { DESKTOP, PHONE, launch, open, picture } from '../support/browser.js';
import { settle } from '../support/screens.js';
import { ask, demo, folder, serve, tell } from '../support/soleus.js';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const FIRST = '2026-05-01';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const unfold = (page) => page.locator('details').evaluateAll((all) => all.forEach((one) => (one.open = true)));

const choose = (page, question, answer) =>
  page.getByRole('group', { name: question }).getByLabel(answer, { exact: true }).check();

async function isSound(page, name) {
  await unfold(page);
  const found = await new AxeBuilder({ page }).withTags(RULES).analyze();
  assert.deepEqual(
    found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(' | ')}`),
    [],
    name,
  );
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(over <= 0, `${name} is wider than the screen`);
}

/** The date so many days after the first evening. */
function day(number) {
  const date = new Date(`${FIRST}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + number);
  return date.toISOString().slice(0, 10);
}
const at = (number, time) => `${day(number)}T${time}:00+02:00`;

/** Four weeks with about a cramp a night. */
function diaryOfFourWeeks() {
  const diary = folder();
  const rows = Array.from({ length: 28 }, (_, i) => `${day(i - 28)},${[2, 0, 1, 3, 1, 0, 2][i % 7]}`);
  const file = join(diary.path, 'nights.csv');
  writeFileSync(file, `date,cramps\n${rows.join('\n')}\n`);
  tell(diary.path, at(0, '09:00'), 'import', file);
  return diary;
}

/** Answers on a phone, where one question stands alone: skips to it, and sees that it is the only one. */
async function answerAlone(page, question, answer) {
  const group = page.getByRole('group', { name: question, includeHidden: true });
  while (await group.isHidden()) await page.locator('.pager button').last().click();
  assert.equal(await page.locator('form.check-in > fieldset:visible').count(), 1, 'one question at a time');
  await group.getByLabel(answer, { exact: true }).check();
}

for (const [name, javaScript, size] of [
  ['on a desktop, with JavaScript', true, DESKTOP],
  ['on a phone, with JavaScript', true, PHONE],
  ['on a phone, without JavaScript', false, PHONE],
]) {
  test(`a trial from card to result, ${name}`, async () => {
    const label = name.replaceAll(/[ ,]+/g, '-');
    const reply = javaScript && size === PHONE ? answerAlone : choose;
    const diary = diaryOfFourWeeks();
    const visit = async (now, doings) => {
      const house = await serve(diary.path, now);
      const { page, context, strangers, complaints } = await open(browser, house.address, { javaScript, size });
      try {
        await doings(page);
        assert.deepEqual(strangers, []);
        assert.deepEqual(complaints, []);
      } finally {
        await context.close();
        await house.stop();
      }
    };
    // Axe needs JavaScript in the page.
    const sound = async (page, name) => {
      if (javaScript) await isSound(page, name);
    };
    try {
      let place;
      await visit(at(0, '18:00'), async (page) => {
        // The page is there before its forecast; nothing fetches that until it was looked at.
        await page.route('**/waiting-*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
        await page.goto('/trials/new/loose-bedding?weeks=6');
        await page.getByText('Imagining trials on your own nights.').waitFor();
        await sound(page, 'the planning');
        await picture(page, `trial-planning-${label}`);
        await page.unroute('**/waiting-*.js');
        const again = page.getByRole('button', { name: 'Look again' });
        if (javaScript) {
          // Another length is worked out anew, and comes by itself.
          await page.goto('/trials/new/loose-bedding?weeks=7');
          await again.waitFor();
          await page.getByRole('button', { name: 'Start this trial' }).waitFor();
        }
        await page.goto('/trials/new/loose-bedding?weeks=6');
        if (!javaScript) while (await again.count()) await again.click();
        await page.getByRole('button', { name: 'Start this trial' }).waitFor();
        await page.getByText('An answer is evidence of at least 20 to 1.').waitFor();
        await sound(page, 'the card');
        await picture(page, `trial-card-${label}`);
        await page.getByRole('button', { name: 'Start this trial' }).click();
        place = new URL(page.url()).pathname;
        await page.getByText('The sealed record').waitFor();
        assert.match(await page.locator('.record').textContent(), /[0-9a-f]{64}/, 'the hash is shown');
        await sound(page, 'the registration');
        await page.goto('/');
        await page.getByText('Today:').first().waitFor();
      });
      const schedule = ask(diary.path, at(0, '19:00'), 'trial', 'list')[0].schedule;
      const nights = schedule.length;
      const looks = ask(diary.path, at(0, '19:00'), 'trial', 'list')[0].looks;
      const period = ask(diary.path, at(0, '19:00'), 'trial', 'list')[0].period_nights;
      for (let number = 0; number < nights; number += 1) {
        const cramps = schedule[number] === 'A' ? Number(number % 5 === 0) : 1 + (number % 3);
        if (number !== period - 1) {
          tell(diary.path, at(number + 1, '08:00'), 'checkin', '--night', 'yesterday', '--cramps', String(cramps));
          continue;
        }
        // The morning after the first period in the check-in: was it followed, and which was it?
        await visit(at(number + 1, '08:00'), async (page) => {
          await page.goto(`/check-in/${day(number)}/morning`);
          await sound(page, 'the check-in');
          await reply(page, 'How many cramps did you have?', cramps === 0 ? 'None' : String(cramps));
          await reply(page, /It said:/, 'Yes');
          // A tap on a trial's question says no “Saved.”: only the button tells it.
          if (javaScript) await page.getByText('Kept when you press Save.').waitFor();
          await picture(page, `trial-question-${label}`, false);
          await reply(page, /Which do you think/, 'Can’t tell');
          await page.getByRole('button', { name: 'Save' }).click();
          // Each tap says “Saved.” too: only the next page tells that all of it is.
          await page.waitForURL(/done=saved/);
        });
        const left = ask(diary.path, at(number + 1, '09:00'), 'trial', 'today')[0].asks;
        assert.deepEqual(left, [], 'both are answered');
      }
      await visit(at(looks[0] - 2, '12:00'), async (page) => {
        await page.goto(place);
        await page.getByText('Results are shown on').waitFor();
        assert.equal(await page.getByText('Going by the nights of the trial').count(), 0, 'hidden until the look');
        await sound(page, 'before the look');
      });
      await visit(at(looks[0] + 1, '12:00'), async (page) => {
        await page.goto(place);
        assert.equal(await page.getByText('Going by the nights of the trial').count(), 0, 'shown on request only');
        await page.getByRole('button', { name: 'Show the result' }).click();
        await page.getByText('Going by the nights of the trial').first().waitFor();
        await sound(page, 'the planned look');
      });
      await visit(at(nights + 1, '12:00'), async (page) => {
        await page.goto(place);
        await page.getByText('The result is ready').waitFor();
        await page.getByRole('button', { name: 'Show the result' }).click();
        await page.getByText('over 19 in 20').first().waitFor();
        await page.getByText('Keep it: see your plan').waitFor();
        await sound(page, 'the result');
        await picture(page, `trial-result-${label}`);
        await page.goto('/nights');
      });
      const answer = ask(diary.path, at(nights + 1, '13:00'), 'trial', 'result');
      assert.equal(answer.advice, 'keep');
    } finally {
      diary.remove();
    }
  });
}

test('the pages of trials in every theme', async () => {
  const house = await demo('2026-05-04T18:00:00+02:00');
  await settle(house);
  try {
    for (const theme of ['day', 'dark', 'night']) {
      for (const [device, size] of [['phone', PHONE], ['desktop', DESKTOP]]) {
        const { page, context, strangers } = await open(browser, house.address, { size, theme });
        await page.goto('/trials');
        const running = await page.getByRole('link', { name: 'More about this trial' }).first().getAttribute('href');
        const over = await page.locator('section', { hasText: 'Over' }).locator('a.big').first().getAttribute('href');
        for (const [name, path] of [
          ['trials', '/trials'],
          ['trial-running', running],
          ['trial-over', over],
          ['trial-card', '/trials/new/loose-bedding'],
          ['morning', '/check-in/2026-05-03/morning'],
          ['plan', '/plan'],
        ]) {
          await page.goto(path);
          await picture(page, `${theme}-${device}-${name}`);
          await isSound(page, `${name}, ${theme}, ${device}`);
        }
        assert.deepEqual(strangers, []);
        await context.close();
      }
    }
  } finally {
    await house.stop();
  }
});
