// What each page costs: bytes on a first visit and after, layout shift, time to the first byte, also right after an answer was
// told; how soon Cramp now can be tapped from what the phone keeps, and how long what a page shows later is worked out. Over a
// made-up diary of five years. `--write` puts the table into docs/speed.md;
// `--note TEXT` says in it on what it was measured.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { installed, launch, open } from './support/browser.js';
import { folder, serve, start, tell } from './support/soleus.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const NOW = '2026-05-04T18:00:00+02:00';
const VISITS = 5;
const AIM = { first: 60, after: 15, shift: 0, byte: 20, cramp: 300 };
const PAGES = {
  Tonight: '/',
  'Cramp now': '/cramp',
  'Check-in, evening': '/check-in/2026-05-04/evening',
  'Check-in, morning': '/check-in/2026-05-03/morning',
  Suspects: '/suspects',
  'A suspect': '/suspects/alcohol',
  Plan: '/plan',
  Food: '/food',
  Trials: '/trials',
  'A trial to start': '/trials/new/loose-bedding',
  History: '/nights',
  'A night': '/nights/2026-05-02',
  Report: '/report',
  Evidence: '/evidence',
  Profile: '/profile',
  Settings: '/settings',
};

const { values: wish } = parseArgs({ options: { write: { type: 'boolean' }, note: { type: 'string' } } });

const median = (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)];
/** Something new in the diary: nothing that was worked out before holds any more. */
let told = 0;
const tellAnew = () => tell(diary.path, NOW, 'checkin', '--night', 'yesterday', '--cramps', String(1 + (told++ % 2)));
const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
const kilo = (bytes) => (bytes / 1000).toFixed(1);

/** Opens a page and says what came over the wire, headers included. */
async function visit(page, wire, path, waitUntil) {
  let bytes = 0;
  const count = ({ encodedDataLength }) => (bytes += encodedDataLength);
  wire.on('Network.loadingFinished', count);
  const answer = await page.goto(path, { waitUntil });
  wire.off('Network.loadingFinished', count);
  if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}`);
  const [byte, shift] = await page.evaluate(async () => {
    const [way] = performance.getEntriesByType('navigation');
    const shifts = await new Promise((done) => {
      new PerformanceObserver((list) => done(list.getEntries())).observe({ type: 'layout-shift', buffered: true });
      setTimeout(() => done([]), 300);
    });
    return [way.responseStart - way.requestStart, shifts.reduce((sum, one) => sum + one.value, 0)];
  });
  return { bytes, byte, shift };
}

/** A page on a phone that was never here, on the same phone right after something was told, and again. */
async function measure(browser, address, path) {
  const { page, context } = await open(browser, address, { serviceWorkers: 'block' });
  try {
    const wire = await context.newCDPSession(page);
    await wire.send('Network.enable');
    const first = await visit(page, wire, path, 'networkidle');
    // A page whose answer is worked out later would come anew while it is measured.
    await page.route('**/waiting-*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    const anew = [];
    for (let i = 0; i < VISITS; i++) {
      tellAnew();
      anew.push(await visit(page, wire, path, 'load'));
    }
    await page.unroute('**/waiting-*.js');
    await page.goto(path);
    await page.locator('[data-waits]').waitFor({ state: 'detached' });
    const later = [];
    for (let i = 0; i < VISITS; i++) later.push(await visit(page, wire, path, 'load'));
    return {
      anew: median(anew.map((one) => one.byte)),
      first: first.bytes,
      after: Math.max(...later.map((one) => one.bytes)),
      shift: Math.max(first.shift, ...later.map((one) => one.shift)),
      byte: median(later.map((one) => one.byte)),
    };
  } finally {
    await context.close();
  }
}

/** Milliseconds until Cramp now can be tapped: from what the phone keeps, the processor four times slower. */
async function fromCache(browser, address) {
  const { page, context } = await open(browser, address);
  try {
    await page.goto('/');
    await installed(page);
    await page.reload();
    const wire = await context.newCDPSession(page);
    await wire.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const times = [];
    for (let i = 0; i < VISITS; i++) {
      await page.goto('/cramp', { waitUntil: 'load' });
      await page.getByRole('button', { name: 'I have a cramp' }).waitFor();
      // The scripts are modules: they have run when this event is over.
      times.push(await page.evaluate(() => performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd));
    }
    return times;
  } finally {
    await context.close();
  }
}

/** Milliseconds from the opening of a page, right after something was told, until what it works out stands there. */
async function workedOut(browser, address, path, shown) {
  const { page, context } = await open(browser, address, { serviceWorkers: 'block' });
  try {
    await page.goto('/');
    const times = [];
    for (let i = 0; i < VISITS; i++) {
      tellAnew();
      const begun = performance.now();
      await page.goto(path);
      await page.locator(shown).first().waitFor();
      times.push(performance.now() - begun);
    }
    return times;
  } finally {
    await context.close();
  }
}

/** The compressed length of an answer's body. */
const length = (url) =>
  new Promise((done, fail) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk) => (bytes += chunk.length)).on('end', () => done(bytes));
    }).on('error', fail);
  });

/** What the service worker fetches once so that a phone opens without network. */
async function kept(address) {
  const worker = await (await fetch(`${address}/sw.js`)).text();
  const lists = [...worker.matchAll(/^const (?:ASSETS|PAGES) = \[(.*)\];$/gm)];
  const paths = lists.flatMap(([, list]) => [...list.matchAll(/'([^']+)'/g)].map(([, path]) => path));
  const lengths = await Promise.all(paths.map((path) => length(address + path)));
  return { files: paths.length, bytes: lengths.reduce((a, b) => a + b, 0) };
}

if (!process.env.SOLEUS_BIN) {
  execFileSync('cargo', ['build', '--release', '--locked', '-p', 'soleus'], { cwd: root, stdio: 'inherit' });
  process.env.SOLEUS_BIN = join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), 'release', 'soleus');
}
/** A diary of one's own with a made-up person's five years: pages that are only shown do not install themselves. */
async function fiveYears() {
  const shown = await start(['demo', '--listen', '127.0.0.1:0', '--nights', '1826', '--seed', '3'], NOW);
  const diary = folder();
  const log = join(diary.path, 'made-up.jsonl');
  writeFileSync(log, await (await fetch(`${shown.address}/export/log`)).text());
  await shown.stop();
  tell(diary.path, NOW, 'import', log);
  return diary;
}

const browser = await launch();
const diary = await fiveYears();
const house = await serve(diary.path, NOW);
const rows = [];
const missed = [];
try {
  for (const [name, path] of Object.entries(PAGES)) {
    const cost = await measure(browser, house.address, path);
    rows.push(`| ${name} | ${kilo(cost.first)} kB | ${kilo(cost.after)} kB | ${cost.shift.toFixed(3)} | ${cost.anew.toFixed(1)} ms | ${cost.byte.toFixed(1)} ms |`);
    if (cost.first > AIM.first * 1000) missed.push(`${name}: first visit`);
    if (cost.after > AIM.after * 1000) missed.push(`${name}: after`);
    if (cost.shift > AIM.shift) missed.push(`${name}: layout shift`);
    if (cost.anew > AIM.byte) missed.push(`${name}: first byte right after an answer`);
    if (cost.byte > AIM.byte) missed.push(`${name}: first byte`);
  }
  const worker = await kept(house.address);
  const cramp = await fromCache(browser, house.address);
  if (median(cramp) > AIM.cramp) missed.push('Cramp now from cache');
  const late = {
    'the card of a trial': await workedOut(browser, house.address, PAGES['A trial to start'], 'button[name=start]'),
    'the doctor’s page': await workedOut(browser, house.address, PAGES.Report, 'article h2'),
  };
  const lateness = Object.entries(late).map(
    ([name, all]) => `${name} after ${seconds(median(all))} (slowest ${seconds(Math.max(...all))})`,
  );
  const table = [
    `| page | first visit | after | layout shift | first byte right after an answer | later |`,
    '|---|---|---|---|---|---|',
    ...rows,
    `| *aim* | ${AIM.first} kB | ${AIM.after} kB | ${AIM.shift} | ${AIM.byte} ms | ${AIM.byte} ms |`,
    '',
    `First bytes are medians of ${VISITS}. Cramp now can be tapped ${median(cramp).toFixed(0)} ms after it is opened (median of ${VISITS}, slowest ${Math.max(...cramp).toFixed(0)} ms; aim`,
    `${AIM.cramp} ms): from what the phone keeps, the page's processor slowed four times. To keep it, the service worker`,
    `fetches ${worker.files} files, ${kilo(worker.bytes)} kB, once after the first visit.`,
    '',
    `What is worked out beside the requests stands on the page, right after an answer: ${lateness.join(', ')}`,
    `(median of ${VISITS}); until then the page says so.`,
    '',
    `Aims missed: ${missed.length ? missed.join('; ') : 'none'}.${wish.note ? ` ${wish.note}` : ''}`,
  ].join('\n');
  console.log(table);
  if (wish.write) {
    const file = join(root, 'docs', 'speed.md');
    const [start, end] = ['<!-- pages: node e2e/speed.mjs --write -->', '<!-- end of pages -->'];
    const text = readFileSync(file, 'utf8');
    const [from, to] = [text.indexOf(start), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error('docs/speed.md has no place for the table');
    writeFileSync(file, `${text.slice(0, from + start.length)}\n\n${table}\n\n${text.slice(to)}`);
  }
} finally {
  await browser.close();
  await house.stop();
  diary.remove();
}
