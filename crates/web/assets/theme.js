// Changes the colours of this page where it stands, so that nothing typed into it is lost. The form alone would load it anew.
const form = document.querySelector('form[action="/theme"]');

/** What the server would wear here: it knows the quiet hours. With no network, what was chosen, on this page only. */
async function worn(body, chosen) {
  try {
    const answer = await fetch(form.action, { method: 'POST', body, cache: 'no-store' });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    return [page.documentElement.dataset.theme ?? chosen, page.querySelector('meta[name=theme-color]')?.content];
  } catch {
    return [chosen];
  }
}

form?.addEventListener('submit', async (event) => {
  const button = event.submitter;
  if (!button) return;
  event.preventDefault();
  const [theme, bar] = await worn(new URLSearchParams(new FormData(form, button)), button.value);
  document.documentElement.dataset.theme = theme;
  if (bar) document.querySelector('meta[name=theme-color]').content = bar;
  for (const one of form.querySelectorAll('button')) one.setAttribute('aria-pressed', String(one === button));
});
