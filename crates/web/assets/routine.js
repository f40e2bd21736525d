// Guides a routine: one step after the other, with a count. Without it the list is all there is.
import { countdown } from './timer.js';
import { text as phrase } from './text.js';

const list = document.querySelector('#routine');
const box = document.querySelector('#timer');

// One phase a line of what to do: a step without a hold waits for the person.
const phases = [...list?.children ?? []].flatMap((item) => {
  const { hold, rest, times, sides } = Object.fromEntries(
    Object.entries(item.dataset).map(([name, value]) => [name, Number(value)]),
  );
  const text = item.textContent.trim();
  if (!hold) return [{ item, say: text, seconds: 0 }];
  const rounds = [];
  for (let side = 0; side < sides; side += 1) {
    for (let time = 0; time < times; time += 1) {
      const which = sides === 2 ? phrase(['first-side', 'other-side'][side]) : '';
      const count = times > 1 ? phrase('step-of', { number: time + 1, all: times }) : '';
      const where = [which, count].filter(Boolean).join(', ');
      rounds.push({ item, say: where ? `${where}. ${text}` : text, short: where || phrase('hold-short'), seconds: hold });
      if (rest && (time + 1 < times || side + 1 < sides)) {
        rounds.push({ item, say: phrase('rest-say'), short: phrase('rest'), seconds: rest });
      }
    }
  }
  return rounds;
});

const element = (name, text, attributes = {}) => {
  const made = Object.assign(document.createElement(name), { textContent: text });
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};

if (box && phases.some((phase) => phase.seconds)) {
  const word = element('p', '', { class: 'soft' });
  const count = element('p', '', { class: 'count', role: 'timer' });
  const said = element('p', '', { class: 'unseen', 'aria-live': 'polite' });
  const go = element('button', phrase('start'), { type: 'button', class: 'main-act' });
  const skip = element('button', phrase('next'), { type: 'button' });
  const row = element('div', '', { class: 'row' });
  row.append(go, skip);
  box.append(word, count, said, row);
  box.hidden = false;
  skip.hidden = true;
  let at = -1;
  let timer = null;

  const show = (seconds) => {
    count.textContent = seconds >= 60
      ? `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
      : `${seconds}`;
  };
  const step = () => {
    timer?.stop();
    timer = null;
    at += 1;
    for (const item of list.children) item.removeAttribute('aria-current');
    const phase = phases[at];
    if (!phase) {
      at = -1;
      word.textContent = phrase('that-was-all');
      said.textContent = phrase('that-was-all');
      count.textContent = '';
      go.textContent = phrase('once-more');
      go.hidden = false;
      skip.hidden = true;
      document.querySelector('#done button')?.focus();
      return;
    }
    phase.item.setAttribute('aria-current', 'step');
    said.textContent = phase.say;
    skip.hidden = false;
    if (phase.seconds) {
      word.textContent = phase.short;
      go.hidden = false;
      go.textContent = phrase('pause');
      timer = countdown(phase.seconds, { show, done: step });
    } else {
      word.textContent = phrase('take-your-time');
      count.textContent = '';
      go.hidden = true;
      skip.focus();
    }
  };
  go.addEventListener('click', () => {
    if (!timer) step();
    else if (timer.paused) {
      timer.resume();
      go.textContent = phrase('pause');
    } else {
      timer.pause();
      go.textContent = phrase('go-on');
    }
  });
  skip.addEventListener('click', step);
}
