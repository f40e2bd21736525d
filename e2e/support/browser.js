// Chromium as a phone or a desktop, with or without JavaScript; every request to another host is a failure.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1280, height: 800 };

const results = join(dirname(fileURLToPath(import.meta.url)), '..', 'results');
mkdirSync(results, { recursive: true });

export const launch = (more = []) =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  });

/** A page of its own, with the theme the person chose, at an instant of its own. `strangers` collects requests that left the house. */
export async function open(browser, address, { size = PHONE, javaScript = true, theme, now, ...more } = {}) {
  const context = await browser.newContext({
    baseURL: address,
    viewport: size,
    isMobile: size === PHONE,
    hasTouch: size === PHONE,
    deviceScaleFactor: size === PHONE ? 2 : 1,
    javaScriptEnabled: javaScript,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    ...more,
  });
  if (theme) {
    await context.addCookies([{ name: 'theme', value: theme, url: address }]);
  }
  // The phone's clock, which goes on from there; without it the phone lives today and the server does not mind.
  if (now) await context.clock.install({ time: new Date(now) });
  const page = await context.newPage();
  const strangers = [];
  const complaints = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) strangers.push(request.url());
  });
  page.on('console', (message) => {
    // A form that comes back with a sentence has the status 422, which Chromium writes down as an error.
    if (message.type() === 'error' && !message.text().includes('status of 422')) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return { page, context, strangers, complaints };
}

/** Waits until this device keeps the pages that open with no network. */
export const installed = (page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!(await caches.match('/away'))) await new Promise((done) => setTimeout(done, 50));
  });

/** Waits until nothing waits in this browser: the line that says so is not there before the page has looked. */
export const sent = (page) =>
  page.evaluate(async () => {
    const request = indexedDB.open('soleus', 1);
    const db = await new Promise((done, failed) => Object.assign(request, { onsuccess: () => done(request.result), onerror: failed }));
    const left = () =>
      new Promise((done) => {
        const count = db.transaction('unsent').objectStore('unsent').count();
        count.onsuccess = () => done(count.result);
      });
    while ((await left()) > 0) await new Promise((done) => setTimeout(done, 50));
    db.close();
  });

/** A picture to look at. Without a graphics card Chromium now and then has none to give at once: then a second try. */
export async function picture(page, name, fullPage = true) {
  const shoot = () => page.screenshot({ path: join(results, `${name}.png`), fullPage });
  await shoot().catch(shoot);
}
