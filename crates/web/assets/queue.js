// What was told while the diary was out of reach: kept in this browser, sent in order until it is taken, then forgotten.
// The server takes the same thing once, however often it is sent.
import { text } from './text.js';
const NAME = document.documentElement.dataset.demo ? 'soleus-demo' : 'soleus';
const CANNOT = [400, 404, 413, 422];
export const news = new EventTarget();

let opened;
const memory = { unsent: new Map(), state: new Map() };

/** The browser's store; a browser that has none (private windows) keeps things until the page is closed. */
function store() {
  opened ??= new Promise((resolve) => {
    if (!globalThis.indexedDB) return resolve(null);
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('unsent');
      request.result.createObjectStore('state');
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = request.onblocked = () => resolve(null);
  });
  return opened;
}

async function within(name, mode, work) {
  const db = await store();
  if (!db) return work(null, memory[name]);
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(name, mode, { durability: 'strict' });
    const request = work(transaction.objectStore(name));
    // At once, not when the answer is back: by then the person may have left the page.
    if (mode === 'readwrite') transaction.commit?.();
    transaction.oncomplete = () => resolve(request?.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}

const put = (name, key, value) =>
  within(name, 'readwrite', (db, map) => (db ? db.put(value, key) : void map.set(key, value)));
const drop = (name, key) => within(name, 'readwrite', (db, map) => (db ? db.delete(key) : void map.delete(key)));
const all = (name) => within(name, 'readonly', (db, map) => (db ? db.getAll() : [...map.values()]));

/** Something small that a page remembers in this browser. */
export const recall = (key) => within('state', 'readonly', (db, map) => (db ? db.get(key) : map.get(key)));
export const remember = (key, value) => (value === null ? drop('state', key) : put('state', key, value));

/** A fresh UUID of version 7: it sorts by time. */
export function uuid7() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let now = Date.now();
  for (let at = 5; at >= 0; at--) {
    bytes[at] = now % 256;
    now = Math.floor(now / 256);
  }
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** What waits, in the order in which it was told. */
export const unsent = async () => (await all('unsent')).sort((a, b) => (a.version < b.version ? -1 : 1));

/** Keeps a form for the server, beginning before it returns: `kept` settles when it lies in this browser, `sent` when sending
 *  was tried. A later one with the same key takes the place of an earlier one that still waits. */
export function keep(key, address, fields) {
  const kept = put('unsent', key, { key, version: uuid7(), address, fields, refused: null });
  const sent = kept.then(() => {
    news.dispatchEvent(new Event('change'));
    return flush();
  });
  return { kept, sent };
}

/** Lets something go that can never be taken. */
export async function discard(key) {
  await drop('unsent', key);
  news.dispatchEvent(new Event('change'));
}

async function send(item) {
  const body = new URLSearchParams(item.fields);
  body.set('queued', '1');
  // Behind a passphrase each form carries the session's token: that of this page, not of the one that kept it.
  const token = document.querySelector('input[name=formtoken]')?.value;
  if (token) body.set('formtoken', token);
  else body.delete('formtoken');
  body.set('sent', new Date().toISOString());
  const given = AbortSignal.timeout?.(20000);
  const answer = await fetch(item.address, { method: 'POST', body, redirect: 'manual', cache: 'no-store', signal: given });
  if (answer.status === 204) {
    // Minutes by which this device's clock is ahead of the diary's, when that matters.
    const ahead = Number(answer.headers.get('x-clock-ahead'));
    if (ahead) news.dispatchEvent(new CustomEvent('clock', { detail: ahead }));
    return 'taken';
  }
  if (answer.status === 401) return 'locked';
  if (!CANNOT.includes(answer.status)) return 'later';
  const plain = answer.headers.get('content-type')?.startsWith('text/plain');
  return { refused: plain ? await answer.text() : text('unsent-unread') };
}

let under;
/** Sends what waits, one after the other. Gives how many wait still. */
export function flush() {
  under = (under ?? Promise.resolve()).then(sendAll, sendAll);
  return under;
}

async function sendAll() {
  const locked = (work) => (navigator.locks ? navigator.locks.request('soleus-queue', work) : work());
  await locked(async () => {
    for (const item of await unsent()) {
      if (item.refused) continue;
      const outcome = await send(item).catch(() => 'later');
      if (outcome === 'later' || outcome === 'locked') {
        // Why it waits, for whoever says so.
        news.dispatchEvent(new CustomEvent('waits', { detail: outcome }));
        break;
      }
      const now = (await unsent()).find((other) => other.key === item.key);
      // It changed while it was under way: the newer one goes next.
      if (now?.version !== item.version) continue;
      if (outcome === 'taken') await drop('unsent', item.key);
      else await put('unsent', item.key, { ...item, refused: outcome.refused });
    }
  });
  const left = await unsent();
  news.dispatchEvent(new CustomEvent('sent', { detail: left.length }));
  return left.length;
}
