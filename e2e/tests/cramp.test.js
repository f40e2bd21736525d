// The screen for someone who has a cramp, on small phones and in both languages: nothing that is tapped moves from step to step,
// and what has to be read can be read.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { PHONE, launch, open, picture } from '../support/browser.js';
import { folder, serve } from '../support/soleus.js';

const NOW = '2026-05-04T03:12:00+02:00';
const SIZES = [PHONE, { width: 360, height: 640 }, { width: 320, height: 568 }];
const LANGUAGES = ['en-GB', 'de-DE'];
/** The house rules for the night in CSS pixels: the side of a target, and the type of a warning. */
const TARGET = 96;
const WARNING = 20;

let browser;
let diary;
let house;
before(async () => {
  browser = await launch();
  diary = folder();
  house = await serve(diary.path, NOW);
});
after(async () => {
  await browser.close();
  await house.stop();
  diary.remove();
});

/** The controls below the instruction, by place on the screen, in whole pixels. */
const hands = async (page) => {
  const boxes = [];
  for (const one of await page.locator('.first .hands :is(button, .button):visible').all()) {
    const box = await one.boundingBox();
    boxes.push(Object.fromEntries(Object.entries(box).map(([side, pixels]) => [side, Math.round(pixels)])));
  }
  return boxes;
};

const inReach = (boxes, { width, height }, where) => {
  for (const box of boxes) {
    const seen = `${where}: ${JSON.stringify(box)}`;
    assert.ok(box.height >= TARGET && box.width >= TARGET, `large enough, ${seen}`);
    assert.ok(box.y >= height / 2 && box.y + box.height <= height, `in the lower half, ${seen}`);
    assert.ok(box.x >= 0 && box.x + box.width <= width, `on the screen, ${seen}`);
  }
};

/** Texts that are wider or higher than the button they stand in. */
const spilt = (page) =>
  page.locator('.stage :is(button, .button):visible').evaluateAll((all) =>
    all
      .filter((one) => {
        const text = document.createRange();
        text.selectNodeContents(one);
        const [inner, outer] = [text.getBoundingClientRect(), one.getBoundingClientRect()];
        return inner.left < outer.left + 4 || inner.right > outer.right - 4 || inner.top < outer.top + 2 || inner.bottom > outer.bottom - 2;
      })
      .map((one) => one.textContent),
  );

const named = ({ width, height }) => `${width}x${height}`;

for (const size of SIZES) {
  test(`the controls keep their places in every step, ${named(size)}`, async () => {
    let places;
    for (const locale of LANGUAGES) {
      const { page, context } = await open(browser, house.address, { size, locale, now: NOW });
      try {
        await page.goto('/cramp');
        await page.locator('#start .cramp').click();
        await page.locator('[data-part=step] .step').waitFor();
        for (const [muscle, place] of [['calf', 'bed'], ['front-thigh', 'standing']]) {
          await page.locator('[data-do=choose]').click();
          assert.deepEqual(await spilt(page), [], `${locale}: the choice`);
          const shown = await page.locator('[data-do=chosen]').boundingBox();
          if (size === PHONE) inReach([shown], size, `${locale}: “Show”`);
          await picture(page, `cramp-${locale}-${named(size)}-choice`, false);
          if (muscle !== 'calf') await page.locator(`[data-do=muscle][value=${muscle}]`).click();
          await page.locator(`[data-do=place][value=${place}]`).click();
          assert.deepEqual(await spilt(page), [], `${locale}: what was chosen`);
          await page.locator('[data-do=chosen]').click();
          const count = Number((await page.locator('[data-part=count]').textContent()).match(/\d+$/)[0]);
          assert.ok(count > 3);
          for (let step = 1; step <= count; step++) {
            const where = `${locale}, ${muscle} ${place}, step ${step}`;
            await picture(page, `cramp-${locale}-${named(size)}-${muscle}-${step}`, false);
            const now = await hands(page);
            assert.equal(now.length, 4, where);
            inReach(now, size, where);
            assert.deepEqual(now, (places ??= now), where);
            assert.deepEqual(await spilt(page), [], where);
            const caution = page.locator('[data-part=caution]');
            assert.ok(await caution.isVisible(), `${where}: the caution`);
            const type = await caution.evaluate((one) => parseFloat(getComputedStyle(one).fontSize));
            assert.ok(type >= WARNING, `${where}: the caution in ${type} px`);
            const { y, height } = await caution.boundingBox();
            if (size === PHONE && muscle === 'calf') assert.ok(y + height <= now[0].y, `${where}: the caution is in sight`);
            await page.locator('[data-do=next]').click();
          }
        }
      } finally {
        await context.close();
      }
    }
  });

  test(`without a script they keep their places, too, ${named(size)}`, async () => {
    const places = {};
    for (const locale of LANGUAGES) {
      const { page, context } = await open(browser, house.address, { size, locale, javaScript: false });
      try {
        await page.goto('/cramp');
        await page.locator('#start .cramp').click();
        const count = Number((await page.locator('.count').textContent()).match(/\d+$/)[0]);
        for (let step = 1; step <= count; step++) {
          const where = `${locale}, step ${step}`;
          const now = await hands(page);
          inReach(now, size, where);
          assert.deepEqual(now.slice(-2), (places.all ??= now.slice(-2)), where);
          await page.locator('.first .hands a').last().click();
        }
      } finally {
        await context.close();
      }
    }
  });
}

test('what waits for the network moves nothing that is tapped', async () => {
  const { page, context } = await open(browser, house.address, { now: NOW });
  try {
    await page.goto('/cramp');
    await page.locator('#start .cramp').click();
    await page.locator('[data-part=step] .step').waitFor();
    await page.waitForLoadState('networkidle');
    const before = await page.locator('.stage').boundingBox();
    await context.setOffline(true);
    await page.locator('[data-do=over]').click();
    await page.locator('[data-do=help]').click();
    await page.locator('#unsent:not([hidden])').waitFor();
    const now = await page.locator('.stage').boundingBox();
    assert.deepEqual([now.x, now.y], [before.x, before.y]);
    inReach(await hands(page), PHONE, 'with the notice');
  } finally {
    await context.close();
  }
});
