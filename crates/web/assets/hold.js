// Makes the line “Hold for 20 seconds” of a step count down; a tap pauses it and goes on.
import { countdown } from './timer.js';
import { text } from './text.js';

/** Begins the hold of a step; gives a function that ends it. `done` is called when the time is over. */
export function hold(step, done = () => {}) {
  const line = step.querySelector('.hold');
  const seconds = Number(step.dataset.hold);
  if (!line || !seconds) return () => {};
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'timer';
  const number = document.createElement('span');
  number.className = 'left';
  const word = document.createElement('span');
  word.className = 'word';
  button.append(number, word);
  // Announced by the step itself, not second by second.
  button.setAttribute('aria-label', text('hold-pause'));
  line.replaceWith(button);
  const say = () => {
    word.textContent = clock.paused ? text('hold-paused') : text('hold-word');
    button.setAttribute('aria-label', clock.paused ? text('hold-go-on') : text('hold-pause'));
  };
  const clock = countdown(seconds, {
    show: (left) => (number.textContent = String(left)),
    done: () => {
      word.textContent = text('hold-let-go');
      button.setAttribute('aria-label', text('hold-over'));
      navigator.vibrate?.(200);
      done();
    },
  });
  say();
  button.addEventListener('click', () => {
    if (clock.paused) clock.resume();
    else clock.pause();
    say();
  });
  return () => clock.stop();
}

for (const step of document.querySelectorAll('main .step[data-hold]')) hold(step);
