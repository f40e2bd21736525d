// A page whose answer takes long comes at once, says that it is being worked out, and shows it by itself: also one that was asked
// for with a form, and without JavaScript by a button.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { PHONE, launch, open } from '../support/browser.js';
import { overflow, violations } from '../support/screens.js';
import { start } from '../support/soleus.js';

const NOW = '2026-05-04T18:00:00+02:00';
const waits = (page) => page.locator('[data-waits]').count();

let browser;
let house;
before(async () => {
  browser = await launch();
  // Long enough for pages not to wait for the statistics.
  house = await start(['demo', '--listen', '127.0.0.1:0', '--nights', '400', '--seed', '3'], NOW);
});
after(async () => {
  await browser.close();
  await house.stop();
});

/** Something new in the diary: nothing that was worked out before holds any more. */
let told = 0;
async function tellAnew() {
  const answer = await fetch(`${house.address}/check-in/2026-05-03/morning`, {
    method: 'POST',
    headers: { origin: house.address, 'content-type': 'application/x-www-form-urlencoded' },
    body: `cramps=${1 + (told++ % 2)}`,
    redirect: 'manual',
  });
  assert.equal(answer.status, 303);
}

test('what is being worked out says so, and is sound', async () => {
  const { page, context } = await open(browser, house.address, { size: PHONE });
  try {
    // Nothing fetches the answer, so that the page can be looked at.
    await page.route('**/waiting-*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    for (const path of ['/report', '/plan/medicines', '/trials/new/loose-bedding']) {
      await tellAnew();
      await page.goto(path);
      assert.equal(await waits(page), 1, path);
      assert.ok((await overflow(page)) <= 0, `${path} is wider than the screen`);
      assert.deepEqual(await violations(page), [], path);
    }
  } finally {
    await context.close();
  }
});

test('the answer comes by itself, with what was chosen', async () => {
  const { page, context, complaints } = await open(browser, house.address, { size: PHONE });
  try {
    await tellAnew();
    await page.goto('/report');
    await page.locator('article h2').first().waitFor();
    await page.getByLabel('Your name').fill('Ada Example');
    await tellAnew();
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.locator('article').getByText('Ada Example').first().waitFor();
    assert.equal(await page.getByLabel('Your name').inputValue(), 'Ada Example');
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
});

test('without JavaScript a button asks again', async () => {
  const { page, context } = await open(browser, house.address, { size: PHONE, javaScript: false });
  try {
    await tellAnew();
    await page.goto('/trials/new/loose-bedding?weeks=8');
    assert.equal(await waits(page), 1);
    while (await waits(page)) await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByRole('button', { name: 'Start this trial' }).waitFor();
  } finally {
    await context.close();
  }
});
