// The pictures in docs/screens that the README shows: eight screens of a made-up person's diary on a phone.
import { mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { launch, open } from './support/browser.js';
import { demo, folder, serve } from './support/soleus.js';

const EVENING = '2026-05-04T21:00:00+02:00';
const NIGHT = '2026-05-04T03:12:00+02:00';
/** Most bytes of one picture. */
const MOST = 120_000;
const SIZE = { width: 390, height: 844 };
const byRole = (role, name) => (page) => page.getByRole(role, { name }).first();
/** Where the picture begins, when that is not the top. */
const from = (find) => (page) => find(page).evaluate((one) => scrollTo(0, one.getBoundingClientRect().top - 24));
const tap = (find) => async (page) => {
  await find(page).click();
  await page.waitForLoadState('networkidle');
};
const SCREENS = [
  ['tonight', '/', 'dark'],
  ['check-in', '/check-in/2026-05-04/evening', 'dark'],
  ['suspects', '/suspects', 'day', from(byRole('heading', 'Likely matters for you'))],
  ['suspect', '/suspects/alcohol', 'day', from(byRole('heading', 'Alcohol'))],
  ['plan', '/plan', 'day', from(byRole('heading', 'Plan'))],
  ['trials', '/trials', 'day', from(byRole('heading', 'Trials'))],
  ['history', '/nights', 'dark', tap(byRole('link', 'Month before'))],
];

const docs = join(dirname(fileURLToPath(import.meta.url)), '..', 'docs', 'screens');
mkdirSync(docs, { recursive: true });

async function shoot(browser, house, [name, path, theme, doing], now) {
  const more = { size: SIZE, isMobile: true, hasTouch: true, deviceScaleFactor: 1.25, reducedMotion: 'reduce', theme, now };
  const { page, context } = await open(browser, house.address, more);
  await page.goto(path, { waitUntil: 'networkidle' });
  await doing?.(page);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const file = join(docs, `${name}.png`);
  await page.screenshot({ path: file });
  await context.close();
  const { size } = statSync(file);
  if (size > MOST) throw new Error(`${name}.png has ${size} bytes: at most ${MOST}`);
}

const browser = await launch();
const house = await demo(EVENING);
const diary = folder();
const bedside = await serve(diary.path, NIGHT);
try {
  await shoot(browser, bedside, ['cramp-now', '/cramp', 'night', tap(byRole('button', 'I have a cramp'))], NIGHT);
  for (const screen of SCREENS) await shoot(browser, house, screen, EVENING);
} finally {
  await browser.close();
  await house.stop();
  await bedside.stop();
  diary.remove();
}
