// On my phone: over an encrypted address of its own the app installs; over plain http it says what will not work, and logs.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { PHONE, launch, open, picture } from '../support/browser.js';
import { folder, serve, start, tell } from '../support/soleus.js';

let browser;
before(async () => {
  browser = await launch(['--host-resolver-rules=MAP soleus.home 127.0.0.1']);
});
after(() => browser.close());

const can = (page, name) => page.locator(`[data-can=${name}]`).textContent();

test('on the computer itself everything works', async () => {
  const diary = folder();
  const house = await serve(diary.path, '2026-05-04T12:00:00+02:00');
  const { page, context, complaints } = await open(browser, house.address, { size: PHONE });
  try {
    await page.goto('/phone');
    await page.locator('[data-can=install]', { hasText: 'works' }).waitFor();
    assert.equal(await can(page, 'offline'), 'works');
    assert.ok(await page.locator('[data-can=why]').isHidden());
    const manifest = await page.evaluate(async () => (await fetch(document.querySelector('link[rel=manifest]').href)).json());
    assert.equal(manifest.start_url, '/');
    for (const icon of manifest.icons) assert.equal((await page.request.get(icon.src)).headers()['content-type'], 'image/png');
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
    await house.stop();
    diary.remove();
  }
});

test('over plain http from a second origin it says what will not work', async () => {
  const diary = folder();
  const house = await serve(diary.path, '2026-05-04T12:00:00+02:00');
  const { port } = new URL(house.address);
  const address = `http://soleus.home:${port}`;
  const { page, context } = await open(browser, address, { size: PHONE });
  try {
    // The name is not one that Soleus was told: it answers nobody under it.
    const answer = await page.goto('/phone');
    assert.equal(answer.status(), 421);
    await page.getByRole('heading', { name: 'Wrong address' }).waitFor();
    await page.getByText('soleus serve --host NAME').waitFor();
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('main')).paddingLeft), '18px', 'it is dressed');
    await picture(page, 'wrong-address');
    // As a proxy would: the same pages, over a connection that the browser does not trust.
    await page.route(`${address}/**`, async (route) => {
      const url = route.request().url().replace(address, house.address);
      route.fulfill({ response: await route.fetch({ url, headers: { ...route.request().headers(), host: new URL(house.address).host } }) });
    });
    await page.goto('/phone');
    await page.locator('[data-can=install]', { hasText: 'does not work here' }).waitFor();
    assert.equal(await can(page, 'offline'), 'does not work here');
    assert.equal(await can(page, 'awake'), 'does not work here');
    await page.getByText('This address is not encrypted').waitFor();
    await picture(page, 'phone-plain-http');
  } finally {
    await context.close();
    await house.stop();
    diary.remove();
  }
});

/** A port that nobody uses: the name that Soleus is told goes with it. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

test('under a name that Soleus was told at the start, a passphrase opens it', async () => {
  const diary = folder();
  const words = join(diary.path, 'words.txt');
  const now = '2026-05-04T12:00:00+02:00';
  writeFileSync(words, 'seven quiet calves at night\n');
  tell(diary.path, now, 'passphrase', '--file', words);
  const port = await freePort();
  const house = await start(['serve', '--data', diary.path, '--listen', `127.0.0.1:${port}`, '--host', 'soleus.home'], now);
  const { page, context } = await open(browser, `http://soleus.home:${port}`, { size: PHONE });
  try {
    await page.goto('/phone');
    await page.getByLabel('Passphrase').fill('seven quiet calves at night');
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('heading', { name: 'On my phone' }).waitFor();
    await page.locator('[data-can=install]', { hasText: 'does not work here' }).waitFor();
  } finally {
    await context.close();
    await house.stop();
    diary.remove();
  }
});
