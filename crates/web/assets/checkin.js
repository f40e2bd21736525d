// The check-in, tap by tap: each answer is kept at once and sent by itself; on a phone one question stands alone.
import { discard, keep, news, unsent } from './queue.js';
import { locale, text } from './text.js';

const PHONE = '(max-width: 40rem)';
const state = document.getElementById('kept');
const forms = [...document.querySelectorAll('form.check-in')];

/** The local date, so many days from today, as 2026-05-03. */
function day(days) {
  const date = new Date();
  date.setDate(date.getDate() + days);
  const two = (number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** On a page that was kept for days without network: which day it is about, and which of the two forms. */
function dated() {
  const away = document.getElementById('away');
  if (!away) return;
  const hour = new Date().getHours();
  const evening = hour < 12 ? -1 : 0;
  const morning = hour >= 4 && hour < 12 ? evening : evening - 1;
  const named = (days) => {
    const date = new Date();
    date.setDate(date.getDate() + days);
    return date.toLocaleDateString(locale, { weekday: 'long', day: 'numeric', month: 'long' });
  };
  const [first, second] = forms;
  first.action = `/check-in/${day(morning)}/morning`;
  first.querySelector('h2').textContent = text('night-of', { day: named(morning) });
  second.action = `/check-in/${day(evening)}/evening`;
  second.querySelector('h2').textContent = named(evening);
  const choose = (chosen) => forms.forEach((form) => (form.hidden = form !== chosen));
  choose(hour >= 4 && hour < 16 ? first : second);
  away.querySelector('button').addEventListener('click', () => choose(forms.find((form) => form.hidden)));
  away.hidden = false;
}

const path = (form) => new URL(form.action).pathname;
const isMorning = (form) => path(form).endsWith('/morning');
const questions = (form) => [...form.querySelectorAll(':scope > fieldset, :scope > .field')];

/** Whether a trial asks it: that is told once, at the end, since it cannot be changed tap by tap. */
const ofTrial = (name) => /^[tg]-/.test(name);

/** Keeps what belongs together: a morning's answer is one, each question of an evening stands alone. */
async function save(form, question) {
  const whole = isMorning(form);
  const names = whole ? null : [...question.querySelectorAll('[name]')].map((field) => field.name);
  const later = (name) => question !== form && ofTrial(name);
  const wanted = (name) => name === 'zone' || (names ? names.includes(name) : !later(name));
  const fields = [...new FormData(form)].filter(([name]) => wanted(name));
  // Here this device's clock names the day: when it was told says how wrong the clock is.
  if (document.getElementById('away')) fields.push(['told', new Date().toISOString()]);
  question.classList.remove('proposed');
  const left = await keep(`${path(form)}${whole ? '' : ` ${question.id}`}`, path(form), fields).sent;
  const refused = (await unsent()).find((item) => item.refused && item.address === path(form));
  state.textContent = refused?.refused ?? (left > 0 ? text('kept') : text('saved'));
}

/** What nobody needs to be asked after a night without cramps. */
const OF_CRAMPS = ['f-minutes', 'f-pain', 'f-sleep-lost', 'f-soreness'];

/** One question at a time; the note stands with the last one. */
function alone(form) {
  const every = questions(form);
  const note = every.find((one) => one.id === 'f-note');
  const asked = () => {
    const none = form.querySelector('[name=cramps][value="0"]')?.checked;
    return every.filter((one) => one !== note && !(none && OF_CRAMPS.includes(one.id)));
  };
  const bar = document.createElement('div');
  bar.className = 'pager';
  const count = document.createElement('p');
  const row = document.createElement('div');
  row.className = 'row';
  const [back, next] = [text('back'), text('skip')].map((name) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = name;
    row.append(button);
    return button;
  });
  bar.append(count, row);
  let now = every[0];
  const show = (to, focus = true) => {
    const all = asked();
    const at = Math.min(Math.max(to, 0), all.length - 1);
    now = all[at];
    for (const one of every) one.hidden = one !== now;
    const last = at === all.length - 1;
    if (note) note.hidden = !last;
    count.textContent = text('step-of', { number: at + 1, all: all.length });
    back.disabled = at === 0;
    next.hidden = last;
    next.textContent = now.querySelector(':checked:not([value=""])') ? text('next') : text('skip');
    if (!focus) return;
    const title = now.querySelector('legend, label');
    title.tabIndex = -1;
    title.focus();
  };
  const move = (by) => show(asked().indexOf(now) + by);
  back.addEventListener('click', () => move(-1));
  next.addEventListener('click', () => move(1));
  form.querySelector('.actions').before(bar);
  form.classList.add('alone');
  show(0, false);
  // Arrow keys pass over choices that nobody means: with them only Enter goes on (WCAG 3.2.2).
  let pointed = false;
  form.addEventListener('pointerdown', () => (pointed = true));
  form.addEventListener('keydown', (event) => {
    pointed = false;
    if (event.key !== 'Enter' || next.hidden || !event.target.matches('input')) return;
    event.preventDefault();
    move(1);
  });
  return (question, by) => {
    if (question !== now) return;
    next.textContent = text('next');
    // A moment, so that the eye sees what the thumb chose.
    if (pointed && by.type === 'radio' && by.value) setTimeout(() => question === now && !next.hidden && move(1), 250);
  };
}

dated();
for (const form of forms) {
  const proposes = form.querySelector('.proposed');
  const onward = matchMedia(PHONE).matches && !proposes && !document.querySelector('.errors') ? alone(form) : () => {};
  form.addEventListener('change', (event) => {
    const question = event.target.closest('fieldset, .field');
    if (!question) return;
    // Choosing an amount takes a typed one away, and the other way round.
    const typed = question.querySelector('input[inputmode]');
    if (event.target.type === 'radio' && typed && typed !== event.target) typed.value = '';
    if (event.target === typed && typed.value) for (const one of question.querySelectorAll('[type=radio]')) one.checked = false;
    if (ofTrial(event.target.name)) state.textContent = text('kept-at-save');
    else save(form, question);
    onward(question, event.target);
  });
  form.addEventListener('submit', async (event) => {
    // A portion of food goes out as the form it is.
    if (event.submitter?.name.startsWith('portion-')) return;
    event.preventDefault();
    // Every tap is kept already; what “same as usual” proposed is kept by this button.
    for (const question of form.querySelectorAll('.proposed')) await save(form, question);
    if (isMorning(form)) await save(form, form);
    const refused = (await unsent()).filter((item) => item.refused && item.address === path(form));
    if (refused.length === 0) return location.assign('/?done=saved');
    // With a mistake the page itself comes back, with a sentence beside each field.
    for (const item of refused) await discard(item.key);
    form.submit();
  });
}
news.addEventListener('sent', (event) => event.detail === 0 && state.textContent && (state.textContent = text('saved')));
