// Guides a routine: one step after the other, with a count. Without it the list is all there is.
import { countdown } from './timer.js';

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
      const which = sides === 2 ? ['First side', 'Other side'][side] : '';
      const count = times > 1 ? `${time + 1} of ${times}` : '';
      const where = [which, count].filter(Boolean).join(', ');
      rounds.push({ item, say: where ? `${where}. ${text}` : text, short: where || 'Hold', seconds: hold });
      if (rest && (time + 1 < times || side + 1 < sides)) {
        rounds.push({ item, say: 'Rest.', short: 'Rest', seconds: rest });
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
  const go = element('button', 'Start', { type: 'button', class: 'main-act' });
  const skip = element('button', 'Next', { type: 'button' });
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
      word.textContent = 'That was all.';
      said.textContent = 'That was all.';
      count.textContent = '';
      go.textContent = 'Once more';
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
      go.textContent = 'Pause';
      timer = countdown(phase.seconds, { show, done: step });
    } else {
      word.textContent = 'Take your time, then press Next.';
      count.textContent = '';
      go.hidden = true;
      skip.focus();
    }
  };
  go.addEventListener('click', () => {
    if (!timer) step();
    else if (timer.paused) {
      timer.resume();
      go.textContent = 'Pause';
    } else {
      timer.pause();
      go.textContent = 'Go on';
    }
  });
  skip.addEventListener('click', step);
}
