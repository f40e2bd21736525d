// From a stranger to a plan, food in one tap, doses, and the review of medicines: on a phone, with and without JavaScript.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';

import { DESKTOP, PHONE, launch, open, picture } from '../support/browser.js';
import { ask, folder, serve, tell } from '../support/soleus.js';

const NOW = '2026-05-04T18:00:00+02:00';
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** A diary of one's own for each test. */
async function house(run) {
  const data = folder();
  const served = await serve(data.path, NOW);
  try {
    await run(served.address, data.path);
  } finally {
    await served.stop();
    data.remove();
  }
}

/** A picture; and, where the page may run scripts, no violation and nothing wider than the screen. */
async function looksRight(page, name, javaScript = false) {
  await picture(page, `plan-${name}`);
  if (!javaScript) return;
  await page.locator('details').evaluateAll((all) => all.forEach((one) => (one.open = true)));
  const found = await new AxeBuilder({ page }).withTags(RULES).analyze();
  assert.deepEqual(found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(' ')}`), [], name);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(wider <= 0, `${name} is wider than the screen`);
}

test('a stranger of 72 reaches a plan in a few taps, without JavaScript', () =>
  house(async (address) => {
    const { page, context } = await open(browser, address, { javaScript: false, theme: 'night' });
    await page.goto('/plan');
    await page.getByRole('link', { name: 'Answer a few short questions' }).first().click();
    let taps = 0;
    for (; new URL(page.url()).pathname === '/plan/ask'; taps += 1) {
      await looksRight(page, `ask-${taps}`);
      const year = page.getByLabel('In which year were you born?');
      if (await year.count()) {
        await year.fill('1954');
        await page.getByLabel('Female').check();
        await page.getByRole('button', { name: 'Save' }).click();
      } else {
        await page.locator('main .main-act').first().click();
      }
      assert.ok(taps < 4, 'too long for a tired person');
    }
    assert.equal(new URL(page.url()).pathname, '/plan');
    assert.ok(await page.getByRole('heading', { name: 'Calf and hamstring stretching before bed' }).count());
    assert.equal(await page.getByText('What we need to know first').count(), 0);
    await picture(page, 'plan-after-asking');
    await context.close();
  }));

for (const javaScript of [true, false]) {
  test(`a glass of water in one tap and back, ${javaScript ? 'with' : 'without'} JavaScript`, () =>
    house(async (address, data) => {
      const { page, context, complaints } = await open(browser, address, { javaScript });
      const told = () => ask(data, NOW, 'food', 'today').length;
      await page.goto('/');
      await page.getByRole('button', { name: 'Tap water' }).click();
      assert.equal(told(), 1);
      await looksRight(page, `tonight-told-${javaScript}`, javaScript);
      await page.getByRole('button', { name: 'Undo: tap water' }).click();
      assert.equal(told(), 0);
      await page.goto('/check-in/2026-05-04/evening');
      const first = page.locator('form.check-in fieldset').first();
      await first.locator('.chips label').first().click();
      await page.getByRole('button', { name: 'Banana' }).click();
      await page.waitForURL(/done=saved/);
      assert.equal(told(), 1);
      await looksRight(page, `check-in-told-${javaScript}`, javaScript);
      assert.ok(
        await page.locator('form.check-in fieldset').first().locator('input:checked:not([value=""])').count(),
        'the answer was not lost',
      );
      await page.getByRole('button', { name: 'Undo: banana' }).click();
      await page.waitForURL(/done=saved/);
      assert.equal(told(), 0);
      assert.deepEqual(complaints, []);
      await context.close();
    }));
}

test('how one eats is reachable from the menu and told in a minute', () =>
  house(async (address, data) => {
    const { page, context } = await open(browser, address, { javaScript: false });
    await page.goto('/');
    await page.getByRole('navigation').getByRole('link', { name: 'Food and drink' }).click();
    await page.getByLabel('Vegetarian').check();
    await page.getByLabel('None of these').check();
    await page.locator('#taste').getByRole('button', { name: 'Save' }).click();
    await looksRight(page, 'taste');
    assert.ok(await page.getByLabel('Vegetarian').isChecked());
    assert.ok(await page.getByLabel('None of these').isChecked());
    await context.close();
    assert.match(tell(data, NOW, 'food', 'menu'), /know|three whole days/);
  }));

test('a dose is counted with food, and the review of medicines can be taken along', () =>
  house(async (address, data) => {
    tell(data, NOW, 'profile', 'medicine', 'magnesium');
    tell(data, NOW, 'profile', 'medicine', 'furosemide', '--since', '2026-03-01');
    for (const size of [PHONE, DESKTOP]) {
      const name = size === PHONE ? 'phone' : 'desktop';
      const { page, context } = await open(browser, address, { size });
      await page.goto('/profile/medicines');
      const card = page.locator('article', { hasText: 'Magnesium' });
      await card.getByText('How much do you take?').click();
      await card.getByLabel('At a time').fill('10000');
      await card.getByRole('button', { name: 'Save the dose' }).click();
      assert.ok(await page.getByText('far more than anybody takes at once').count());
      await looksRight(page, `dose-asked-${name}`, true);
      await card.getByLabel('At a time').fill('150');
      await card.getByLabel('Times').fill('2');
      await card.getByRole('button', { name: 'Save the dose' }).click();
      await page.goto('/food');
      assert.ok(await page.getByText('300 mg of it from tablets').count());
      await page.goto('/profile');
      await page.getByRole('link', { name: 'Review for the doctor' }).click();
      await looksRight(page, `review-${name}`, true);
      assert.ok(await page.getByText('Do not stop or change a prescribed medicine').count());
      await context.close();
    }
  }));
