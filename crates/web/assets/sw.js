// Keeps Cramp now and a clean check-in on this device, so that both open with no network. It holds no entry and no answer:
// those wait in the page's own store (queue.js).
const VERSION = '__VERSION__';
const ASSETS = __ASSETS__;
const PAGES = ['/cramp', '/check-in/away', '/away'];

/** Keeps a page as the server gives it now; never a door that asks who one is, never a problem. */
async function refresh(cache, page) {
  const answer = await fetch(page, { cache: 'no-store', credentials: 'same-origin' });
  if (answer.ok && !answer.redirected) await cache.put(page, answer);
}

async function prepare() {
  const cache = await caches.open(VERSION);
  await cache.addAll(ASSETS);
  await Promise.all(PAGES.map((page) => refresh(cache, page)));
}

async function tidy() {
  for (const name of await caches.keys()) if (name !== VERSION) await caches.delete(name);
  await clients.claim();
}

const kept = async (page) => (await caches.open(VERSION)).match(page);

/** What stands in for a page that cannot be reached. */
function standIn(path) {
  if (path.startsWith('/cramp')) return '/cramp';
  return path.startsWith('/check-in') ? '/check-in/away' : '/away';
}

/** Who logs out takes the pages along that may say something about them; who logs in has them again. */
async function passDoor(event, path) {
  const cache = await caches.open(VERSION);
  if (path === '/logout') await Promise.all(PAGES.map((page) => cache.delete(page)));
  const answer = await fetch(event.request);
  if (path === '/login') event.waitUntil(Promise.allSettled(PAGES.map((page) => refresh(cache, page))));
  return answer;
}

async function navigate(event, path) {
  if (event.request.method === 'POST' && ['/login', '/logout'].includes(path)) return passDoor(event, path);
  if (path === '/cramp' && event.request.method === 'GET') {
    const page = await kept(path);
    event.waitUntil(caches.open(VERSION).then((cache) => refresh(cache, path)).catch(() => {}));
    if (page) return page;
  }
  try {
    return await fetch(event.request);
  } catch (gone) {
    const page = await kept(event.request.method === 'GET' ? standIn(path) : '/away');
    if (page) return page;
    throw gone;
  }
}

addEventListener('install', (event) => event.waitUntil(prepare().then(() => skipWaiting())));
addEventListener('activate', (event) => event.waitUntil(tidy()));
addEventListener('fetch', (event) => {
  const { origin, pathname } = new URL(event.request.url);
  if (origin !== location.origin) return;
  if (event.request.mode === 'navigate') event.respondWith(navigate(event, pathname));
  else if (ASSETS.includes(pathname)) event.respondWith(kept(pathname).then((asset) => asset ?? fetch(event.request)));
});
// After answers that change what is safe, the kept pages are made anew.
addEventListener('message', (event) => {
  if (event.data !== 'refresh') return;
  event.waitUntil(caches.open(VERSION).then((cache) => Promise.allSettled(PAGES.map((page) => refresh(cache, page)))));
});
