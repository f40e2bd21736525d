// Says on “On my phone” what this browser can do over this connection.
import { text } from './text.js';
const say = (name, works) => {
  document.querySelector(`[data-can=${name}]`).textContent = works ? text('works') : text('works-not');
};
const secure = globalThis.isSecureContext;
say('install', secure && 'serviceWorker' in navigator);
say('offline', secure && 'serviceWorker' in navigator && 'indexedDB' in globalThis);
say('awake', secure && 'wakeLock' in navigator);
document.querySelector('[data-can=why]').hidden = secure;
