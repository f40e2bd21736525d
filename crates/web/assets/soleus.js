// Every page: tells the forms in which time zone this device is, keeps the first tap of a cramp in this browser, sends what
// waits, and says how much still waits. Everything works without it: the server then uses its own zone.
import './theme.js';
import { begin } from './episode.js';
import { discard, flush, news, unsent } from './queue.js';
import { counted, locale, text } from './text.js';

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
for (const field of document.querySelectorAll('input[name="zone"]')) {
  field.value = zone ?? '';
}

// The page for someone who has a cramp does so itself.
const cramp = document.querySelector('form[action="/cramp"]:not(#start)');
cramp?.addEventListener('submit', async (event) => {
  event.preventDefault();
  await begin(0);
  location.assign('/cramp');
});

const line = document.getElementById('unsent');
const clock = document.getElementById('clock');
// They must not push away what somebody in pain is about to tap.
document.querySelector('.stage')?.after(line, clock);
let locked = false;
news.addEventListener('waits', ({ detail: why }) => (locked = why === 'locked'));
/** Says what waits. While the first attempt is under way it says nothing. */
async function tell() {
  const waiting = await unsent();
  const refused = waiting.filter((item) => item.refused);
  const left = waiting.length - refused.length;
  line.replaceChildren();
  line.hidden = waiting.length === 0;
  if (left > 0) {
    line.append(`${counted('unsent', left)} ${text(locked ? 'unsent-locked' : 'unsent-kept')}`);
  }
  for (const item of refused) {
    const why = document.createElement('span');
    why.textContent = ` ${text('unsent-refused', { why: item.refused })} `;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text('unsent-discard');
    button.addEventListener('click', () => discard(item.key));
    line.append(why, button);
  }
}

let again;
news.addEventListener('sent', (event) => {
  clearTimeout(again);
  if (event.detail > 0) again = setTimeout(flush, 10000);
  tell();
});
news.addEventListener('change', () => line.hidden || tell());
/** Says that this device's clock is wrong, and what was done about it. */
news.addEventListener('clock', ({ detail: ahead }) => {
  const hours = Math.round(Math.abs(ahead) / 60);
  const [count, unit] = hours < 24 ? [hours, 'hour'] : [Math.round(hours / 24), 'day'];
  const time = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
  clock.textContent = text(ahead > 0 ? 'clock-ahead' : 'clock-behind', { time });
  clock.hidden = false;
});
addEventListener('online', flush);
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && flush());
flush();

// What was just saved may change what is safe: the pages kept on this device are made anew.
if (new URLSearchParams(location.search).has('done')) navigator.serviceWorker?.controller?.postMessage('refresh');

// Kept pages speak the language that was chosen.
try {
  if (localStorage.getItem('language') !== document.documentElement.lang) {
    navigator.serviceWorker?.controller?.postMessage('refresh');
    localStorage.setItem('language', document.documentElement.lang);
  }
} catch {
  // Without a store they are made anew when they are opened.
}

// A made-up diary is not installed on anybody's phone.
if (!document.documentElement.dataset.demo) navigator.serviceWorker?.register('/sw.js').catch(() => {});
