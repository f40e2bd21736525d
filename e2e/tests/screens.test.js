// Every screen in every theme, on a phone and a desktop: no accessibility violation, nothing wider than the screen,
// targets large enough, and a picture to look at.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { DESKTOP, PHONE, launch, open, picture } from '../support/browser.js';
import { misplaced, overflow, screens, settle, unfold, violations } from '../support/screens.js';
import { demo, folder, serve } from '../support/soleus.js';

const NOW = '2026-05-04T18:00:00+02:00';
/** House rules in CSS pixels: any target, and a target of someone who has a cramp. */
const TARGET = 48;
const NIGHT_TARGET = 96;

let browser;
let house;
before(async () => {
  browser = await launch();
  house = await demo(NOW);
  await settle(house);
});
after(async () => {
  await browser.close();
  await house.stop();
});

/** Controls smaller than the house allows; links inside running text are exempt as in WCAG 2.5.8. */
const small = (page, least) =>
  page
    .locator('main button, main .button, main summary, main .chips label, main .big, main .links a, .menu a, .foot button')
    .evaluateAll(
      (all, least) =>
        all
          .filter((one) => one.checkVisibility())
          .map((one) => ({ text: one.textContent.trim().slice(0, 40), box: one.getBoundingClientRect() }))
          .filter(({ box }) => box.height < least - 0.5 || box.width < least - 0.5)
          .map(({ text, box }) => `${text}: ${Math.round(box.width)} x ${Math.round(box.height)}`),
      least,
    );

for (const theme of ['day', 'dark', 'night']) {
  for (const [device, size] of [['phone', PHONE], ['desktop', DESKTOP]]) {
    test(`every screen, ${theme}, ${device}`, async () => {
      const { page, context, strangers } = await open(browser, house.address, { size, theme });
      try {
        for (const [name, path] of Object.entries(screens)) {
          await page.goto(path);
          await picture(page, `${theme}-${device}-${name}`);
          await unfold(page);
          assert.deepEqual(await small(page, TARGET), [], `${name}: targets`);
          assert.ok((await overflow(page)) <= 0, `${name} is wider than the screen`);
          assert.deepEqual(await violations(page), [], name);
        }
        assert.deepEqual(strangers, []);
      } finally {
        await context.close();
      }
    });
  }
}

test('the page of a suspect, each theme', async () => {
  for (const theme of ['day', 'dark', 'night']) {
    const { page, context } = await open(browser, house.address, { theme });
    await page.goto('/suspects');
    await page.locator('.suspect a').first().click();
    await picture(page, `${theme}-phone-suspect`);
    await unfold(page);
    assert.deepEqual(await violations(page), []);
    assert.ok((await overflow(page)) <= 0);
    await context.close();
  }
});

test('a cramp from tap to note: large targets in the lower half, whatever theme was chosen', async () => {
  const diary = folder();
  const own = await serve(diary.path, '2026-05-04T03:12:00+02:00');
  try {
    for (const theme of ['day', 'dark', 'night']) {
      const { page, context } = await open(browser, own.address, { theme });
      await page.goto('/cramp');
      assert.equal(await page.locator('html').getAttribute('data-theme'), 'night');
      await page.getByRole('button', { name: 'I have a cramp' }).click();
      await picture(page, `${theme}-phone-cramp-running`);
      assert.deepEqual(await violations(page), []);
      for (const box of await page.locator('.stage button, .stage .button').all()) {
        if (await box.isHidden()) continue;
        const { height } = await box.boundingBox();
        assert.ok(height >= NIGHT_TARGET, `a night target of ${height} px: ${await box.textContent()}`);
      }
      for (const name of ['Next step', 'It is over']) {
        const box = await page.getByText(name, { exact: true }).first().boundingBox();
        assert.ok(box.y > PHONE.height / 2 && box.y + box.height <= PHONE.height, `${name} is in the lower half`);
      }
      await page.getByRole('button', { name: 'It is over' }).click();
      await unfold(page);
      await picture(page, `${theme}-phone-cramp-over`);
      assert.deepEqual(await violations(page), []);
      await page.getByRole('link', { name: 'Add a note or change the time' }).click();
      await picture(page, `${theme}-phone-cramp-edit`);
      assert.deepEqual(await violations(page), []);
      await context.close();
    }
  } finally {
    await own.stop();
    diary.remove();
  }
});

test('a cramp that goes on: the doctor after ten minutes, the length asked hours later', async () => {
  const diary = folder();
  const visit = async (now, doings) => {
    const own = await serve(diary.path, now);
    const { page, context } = await open(browser, own.address, { javaScript: false });
    await doings(page).finally(() => context.close());
    await own.stop();
  };
  let place;
  try {
    await visit('2026-05-04T03:00:00+02:00', async (page) => {
      await page.goto('/cramp');
      await page.getByRole('button', { name: 'I have a cramp' }).click();
      place = new URL(page.url()).pathname;
    });
    await visit('2026-05-04T03:13:00+02:00', async (page) => {
      await page.goto(place);
      await page.getByText('Speak to a doctor today.').waitFor();
      await picture(page, 'cramp-after-13-minutes', false);
      const box = await page.getByText('It is over', { exact: true }).boundingBox();
      assert.ok(box.y + box.height <= PHONE.height, 'all that is needed fits the screen');
    });
    await visit('2026-05-04T06:13:00+02:00', async (page) => {
      await page.goto(place);
      await page.getByRole('button', { name: 'It is over' }).click();
      await page.getByText('How long did it last?').waitFor();
      await picture(page, 'cramp-length-asked', false);
      for (const box of await page.locator('.stage button, .stage .button').all()) {
        const { x, width, height } = await box.boundingBox();
        assert.ok(height >= NIGHT_TARGET && x + width <= PHONE.width - 16, await box.textContent());
      }
      await page.getByRole('button', { name: '5 min', exact: true }).click();
      await page.getByText('lasted about 5 minutes').waitFor();
    });
  } finally {
    diary.remove();
  }
});

test('nothing is cut off or wider than the screen at 320 px', async () => {
  const { page, context } = await open(browser, house.address, { size: { width: 320, height: 640 }, theme: 'day' });
  for (const [name, path] of Object.entries(screens)) {
    await page.goto(path);
    await unfold(page);
    assert.ok((await overflow(page)) <= 0, `${name} is wider than 320 px`);
  }
  await context.close();
});

test('at 400 % zoom everything is there without sideways scrolling', async () => {
  // WCAG 1.4.10: 1280 CSS pixels wide at 400 % are 320; the type grows with the page.
  const { page, context } = await open(browser, house.address, { size: { width: 320, height: 256 }, theme: 'dark', deviceScaleFactor: 4 });
  for (const name of ['tonight', 'cramp-now', 'evening', 'nights', 'settings', 'evidence-body']) {
    await page.goto(screens[name]);
    await unfold(page);
    assert.ok((await overflow(page)) <= 0, `${name} is wider than the screen at 400 %`);
  }
  await context.close();
});

test('twice as large type alone breaks nothing', async () => {
  const { page, context } = await open(browser, house.address, { theme: 'day' });
  for (const name of ['tonight', 'evening', 'nights', 'settings', 'plan']) {
    await page.goto(screens[name]);
    await page.evaluate(() => (document.documentElement.style.fontSize = '225%'));
    await unfold(page);
    assert.ok((await overflow(page)) <= 0, `${name} is wider than the screen with large type`);
  }
  await context.close();
});

for (const size of [32, 48]) {
  test(`a browser set to letters of ${size} px: no text is cut, spilt or laid over another`, async () => {
    const large = await launch([`--blink-settings=defaultFontSize=${size}`]);
    try {
      for (const locale of ['en-GB', 'de-DE']) {
        const { page, context } = await open(large, house.address, { theme: 'day', locale });
        for (const name of ['tonight', 'cramp-now', 'evening', 'nights', 'settings', 'plan', 'evidence', 'report']) {
          await page.goto(screens[name]);
          await unfold(page);
          if (locale === 'en-GB') await picture(page, `letters-${size}-${name}`, false);
          assert.ok((await overflow(page)) <= 0, `${name} is wider than the screen`);
          assert.deepEqual(await misplaced(page), [], `${name}, ${locale}`);
        }
        await context.close();
      }
    } finally {
      await large.close();
    }
  });
}

test('links and lines to unfold keep the same distance, whether they take one line or two', async () => {
  const { page, context } = await open(browser, house.address, { theme: 'day' });
  try {
    for (const [name, lines] of [['tonight', 'article:has(ul) li a'], ['plan', 'section > details > summary'], ['evidence', 'main > .links li']]) {
      await page.goto(screens[name]);
      const gaps = await page.locator(lines).evaluateAll((all) => {
        const words = all.map((one) => {
          const text = document.createRange();
          text.selectNodeContents(one);
          return text.getBoundingClientRect();
        });
        return words.slice(1).map((one, at) => Math.round(one.top - words[at].bottom));
      });
      const near = gaps.filter((gap) => gap < 100);
      assert.ok(near.length > 1, `${name}: ${gaps}`);
      assert.ok(Math.min(...near) >= 8 && Math.max(...near) - Math.min(...near) <= 6, `${name}: ${near}`);
    }
  } finally {
    await context.close();
  }
});

test('what is written in a chart can be read on a phone', async () => {
  for (const locale of ['en-GB', 'de-DE']) {
    const { page, context } = await open(browser, house.address, { theme: 'day', locale });
    try {
      await page.goto('/suspects');
      const suspect = await page.locator('.suspect a').first().getAttribute('href');
      for (const path of ['/', suspect]) {
        await page.goto(path);
        const texts = await page.locator('.chart text').evaluateAll((all) =>
          all.map((one) => {
            const { left, right, top, bottom } = one.getBoundingClientRect();
            const chart = one.ownerSVGElement;
            const type = (parseFloat(getComputedStyle(one).fontSize) * chart.clientWidth) / chart.viewBox.baseVal.width;
            const inside = right <= chart.getBoundingClientRect().right + 1;
            return { text: one.textContent, type, inside, left, right, top, bottom };
          }),
        );
        assert.ok(texts.length > 2, path);
        for (const one of texts) assert.ok(one.type >= 14 && one.inside, `${path}: ${JSON.stringify(one)}`);
        const over = texts.filter((one, at) =>
          texts.slice(0, at).some((o) => o.left < one.right && one.left < o.right && o.top + 2 < one.bottom && one.top + 2 < o.bottom),
        );
        assert.deepEqual(over, [], `${path}: one over another`);
      }
    } finally {
      await context.close();
    }
  }
});

test('at night what can be chosen glows in ember, not in grey', async () => {
  const { page, context } = await open(browser, house.address, { theme: 'night' });
  for (const name of ['settings', 'evening', 'medicines']) {
    await page.goto(screens[name]);
    await unfold(page);
    const grey = await page.locator('main :is([type=radio], [type=checkbox])').evaluateAll(
      (all) => all.map(getComputedStyle).filter((one) => one.appearance !== 'none' || one.borderColor.match(/\d+/g).slice(0, 2).join() === '0,0').length,
    );
    assert.equal(grey, 0, name);
  }
  await context.close();
});

test('the last four weeks stand on the second screen of Tonight', async () => {
  const { page, context } = await open(browser, house.address, { theme: 'day' });
  await page.goto('/');
  const { y } = await page.locator('.chart').first().boundingBox();
  assert.ok(y < 2 * PHONE.height, `${y} px from the top`);
  await context.close();
});

test('day one, with an empty diary', async () => {
  const diary = folder();
  const own = await serve(diary.path, NOW);
  const { page, context } = await open(browser, own.address, { theme: 'day' });
  try {
    for (const name of ['tonight', 'suspects', 'plan', 'nights', 'evening']) {
      await page.goto(screens[name]);
      await picture(page, `empty-${name}`);
      assert.deepEqual(await violations(page), [], name);
    }
  } finally {
    await context.close();
    await own.stop();
    diary.remove();
  }
});

test('by keyboard alone: skip link, cramp, undo', async () => {
  const { page, context } = await open(browser, house.address, { size: DESKTOP, theme: 'day' });
  await page.goto('/');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Skip to the content');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'I have a cramp');
  await page.keyboard.press('Enter');
  await page.getByText('written down').waitFor();
  await page.getByRole('button', { name: 'Undo: it was not a cramp' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Taken back' }).waitFor();
  await context.close();
});

test('nothing moves for who wants no motion', async () => {
  const { page, context } = await open(browser, house.address, { reducedMotion: 'reduce', theme: 'day' });
  for (const name of ['tonight', 'evening', 'plan']) {
    await page.goto(screens[name]);
    const moving = await page.locator('button, .button, .chips label').evaluateAll(
      (all) => all.filter((one) => parseFloat(getComputedStyle(one).transitionDuration) > 0).length,
    );
    assert.equal(moving, 0, name);
  }
  await context.close();
});

test('the menu and the settings by keyboard alone', async () => {
  const { page, context } = await open(browser, house.address, { size: DESKTOP, theme: 'day' });
  await page.goto('/settings');
  await page.getByLabel('From', { exact: true }).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('21');
  await page.getByLabel('Inches, pounds and fluid ounces (US)').focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Save' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('Saved.').waitFor();
  assert.equal(await page.getByLabel('From', { exact: true }).inputValue(), '21');
  await page.goto('/profile');
  await page.getByLabel('Weight in pounds').waitFor();
  await context.close();
});

test('a stylesheet of forced colours keeps the drawings and the calendar', async () => {
  const { page, context } = await open(browser, house.address, { forcedColors: 'active' });
  for (const name of ['nights', 'evidence-body']) {
    await page.goto(screens[name]);
    await picture(page, `forced-colours-${name}`);
    assert.deepEqual(await violations(page), [], name);
  }
  await context.close();
});

test('forced colours and reduced motion keep the choices visible', async () => {
  const { page, context } = await open(browser, house.address, { forcedColors: 'active', reducedMotion: 'reduce' });
  await page.goto(screens.morning);
  await picture(page, 'forced-colours-morning');
  assert.deepEqual(await violations(page), []);
  await context.close();
});
