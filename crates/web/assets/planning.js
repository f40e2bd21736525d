// A trial is planned by imagining many: that takes a second or two, and the page says so until the next one is there.
import { text } from './text.js';
const PLANNING = '/trials/new/';

/** Says under the link or form that was chosen that work is under way. */
function wait(place) {
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  const bar = document.createElement('progress');
  bar.setAttribute('aria-label', text('planning'));
  status.append(bar, ` ${text('planning-about')}`);
  place.after(status);
  // Whoever comes back to this page finds it as it was.
  addEventListener('pagehide', () => status.remove(), { once: true });
}

document.addEventListener('click', (event) => {
  const link = event.target.closest(`a[href^="${PLANNING}"]`);
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) wait(link.closest('h3, p') ?? link);
});
document.addEventListener('submit', (event) => {
  if (new URL(event.target.action).pathname.startsWith(PLANNING)) wait(event.target);
});
