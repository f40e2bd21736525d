// A page whose answer is still being worked out: its bar moves, and the answer comes as soon as it is there.
const PAUSE = 300;
const place = document.querySelector('[data-waits]');
// A page that was asked for with a form is asked for with it again.
const form = document.getElementById(place.dataset.waits);
const ask = () => (form ? [form.action, { method: 'post', body: new URLSearchParams(new FormData(form)) }] : [location.href]);

/** The place on the page as it is now; null when the answer stands there. */
async function look() {
  const page = await (await fetch(...ask())).text();
  return new DOMParser().parseFromString(page, 'text/html').querySelector('[data-waits]');
}

async function wait() {
  let isTyping = false;
  document.addEventListener('input', () => (isTyping = true));
  const rest = () => new Promise((done) => setTimeout(done, PAUSE));
  let now;
  for (await rest(); (now = await look()); await rest()) place.replaceChildren(...now.children);
  // Whoever types keeps what was typed; the button is there.
  if (isTyping) return;
  if (form) form.submit();
  else location.reload();
}
// Without the server the page stays as it is; the button asks again.
wait().catch(() => {});
