// Cramp now: the first tap is kept in this browser at once, and everything after it; the help comes from this page.
import * as told from './episode.js';
import { hold } from './hold.js';
import * as signs from './signs.js';
import { recall, remember, uuid7 } from './queue.js';
import { counted, locale, text } from './text.js';

const stage = document.getElementById('stage');
/** Minutes after which a cramp on this screen is long, is no longer measured by a tap, and is over and forgotten. */
const [LONG, MEASURED, FORGOTTEN] = [10, 20, 180];
const minutes = (from, to = Date.now()) => (to - from) / 60000;
const clock = (at) => new Date(at).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });

let episode = null;
let endHold = () => {};
let undoing = null;

/** As it reads inside a sentence. */
const inside = (label) => label.charAt(0).toLowerCase() + label.slice(1);

const template = (id) => document.getElementById(id)?.content.cloneNode(true);
const part = (name) => stage.querySelector(`[data-part=${name}]`);
const button = (name) => stage.querySelector(`[data-do=${name}]`);

/** Shows one of the page's stages. */
function show(name, focus = true) {
  endHold();
  clearTimeout(undoing);
  stage.replaceChildren(template(name));
  const since = part('since');
  if (since) since.textContent = text('cramp-written', { time: clock(episode.began) });
  pressed();
  warn();
  if (focus) {
    const first = stage.querySelector('h1');
    first.tabIndex = -1;
    first.focus();
  }
  scrollTo(0, 0);
}

/** The values of the one detail that takes several. */
const several = (name) => (name === 'helped' ? (episode.helped ?? '').split(' ').filter(Boolean) : []);

/** Marks what is chosen. */
function pressed() {
  const says = (name, value) => String(several(name).includes(value) || episode[name] === value);
  for (const one of stage.querySelectorAll('[aria-pressed][value]')) {
    one.setAttribute('aria-pressed', says(one.name || one.dataset.do, one.value));
  }
  button('speak')?.setAttribute('aria-pressed', String(speaks()));
}

/** What a yes to a warning sign says, the questions that fit, and no stretch and no rubbing where help comes first. */
function warn() {
  const first = signs.urgent(episode);
  signs.advise(part('advice'), episode);
  signs.ask(part('signs'), episode);
  if (part('aftercare')) part('aftercare').hidden = first;
  for (const name of ['step', 'count', 'caution']) if (first && part(name)) part(name).hidden = true;
  for (const name of ['back', 'next', 'choose']) if (first && button(name)) button(name).hidden = true;
}

/** The instructions in order: what to take care of, the stretch, what follows it. */
function steps() {
  const guide = template(`guide-${episode.muscle || 'calf'}-${episode.place}`);
  const lists = [template('care'), guide, template('then')];
  return lists.flatMap((list) => (list ? [...list.querySelectorAll('.step')] : []));
}

function running(fresh = false) {
  show('running', fresh);
  part('long').hidden = minutes(episode.began) <= LONG;
  // For ten seconds the way back stands where “Back” will be.
  const undoable = (yes) => {
    button('undo').hidden = !yes;
    if (button('back')) button('back').hidden = yes || signs.urgent(episode);
  };
  const left = 10000 - (Date.now() - episode.tapped);
  undoable(left > 0);
  undoing = setTimeout(() => undoable(false), left);
  step();
}

function step() {
  const all = signs.urgent(episode) ? [] : steps();
  if (!part('step') || all.length === 0) return;
  endHold();
  episode.step = Math.min(Math.max(episode.step, 0), all.length - 1);
  remember('episode', episode);
  const now = all[episode.step];
  const picture = template(`picture-${now.dataset.picture}`);
  if (picture) now.prepend(picture);
  if (now.dataset.hold && !now.querySelector('.hold')) {
    const line = document.createElement('p');
    line.className = 'hold';
    now.append(line);
  }
  part('count').textContent = text('step-of', { number: episode.step + 1, all: all.length });
  part('step').replaceChildren(now);
  endHold = hold(now, () => say(text('say-let-go')));
  button('back').disabled = episode.step === 0;
  button('next').textContent = episode.step === all.length - 1 ? text('from-start') : text('next-step');
  const named = (name, value) => document.getElementById('choose').content.querySelector(`[data-do=${name}][value=${value}]`);
  part('where').textContent = text('where', {
    muscle: named('muscle', episode.muscle || 'calf').textContent,
    place: inside(named('place', episode.place).textContent),
  });
  say(now.querySelector('p:not(.hold)').textContent);
}

const speaks = () => {
  try {
    return localStorage.getItem('speak') === '1';
  } catch {
    return false;
  }
};

/** Speaks an instruction, if the person asked for it. */
function say(text) {
  if (!speaks() || !globalThis.speechSynthesis) return;
  speechSynthesis.cancel();
  const speech = new SpeechSynthesisUtterance(text);
  speech.lang = part('step')?.querySelector('[lang]')?.lang ?? document.documentElement.lang;
  speechSynthesis.speak(speech);
}

function over(ended) {
  episode.ended = ended;
  told.save(episode, 'ended');
  closed();
}

function closed() {
  show('over');
  const lasted = Math.round(minutes(episode.began, episode.ended));
  const length = lasted < 1 ? text('lasted-moment') : counted('lasted', lasted);
  const time = clock(episode.began);
  part('length').textContent = episode.ended ? text('began-lasted', { time, length }) : text('began-open', { time });
  part('edit').href = `/cramp/${episode.id}/edit`;
  say(text('say-over'));
}

/** Sets a detail; pressed again it is no answer. Nothing helped, or something did: one takes the other's place. */
function detail(name, value) {
  if (name === 'helped') {
    const kept = several(name).filter((one) => one !== value && (one === 'nothing') === (value === 'nothing'));
    const added = several(name).includes(value) ? [] : [value];
    episode.helped = [...kept, ...added].join(' ');
  } else {
    episode[name] = episode[name] === value ? null : value;
  }
  told.save(episode, name);
  pressed();
  signs.ask(part('signs'), episode);
}

/** After a yes, what to do about it comes into sight. */
function scrollToAdvice(value) {
  if (value === 'yes' && part('advice').firstElementChild) scrollTo(0, 0);
}

const doings = {
  undo: () => doings.gone(),
  gone: () => {
    episode.gone = true;
    told.save(episode, 'gone');
    show('gone');
  },
  // What was taken back stays so in the diary: this is told anew.
  return: () => {
    episode = { ...episode, id: uuid7(), gone: false, tapped: 0, touched: { ...episode.touched } };
    delete episode.touched.gone;
    told.save(episode);
    episode.ended ? closed() : running();
  },
  back: () => ((episode.step -= 1), step()),
  next: () => {
    episode.step = episode.step + 1 === steps().length ? 0 : episode.step + 1;
    step();
  },
  choose: () => show('choose'),
  sign: (value, of) => (signs.answer(episode, of, value), warn(), scrollToAdvice(value)),
  place: (value) => ((episode.place = value), (episode.step = 0), remember('episode', episode), pressed()),
  muscle: (value) => ((episode.step = 0), detail('muscle', value)),
  chosen: () => running(),
  help: () => {
    if (episode.ended) {
      episode.ended = null;
      told.save(episode, 'ended');
    }
    running();
  },
  over: () => (minutes(episode.began) > MEASURED ? show('length') : over(Date.now())),
  lasted: (value) => over(Math.min(Date.now(), episode.began + Number(value) * 60000)),
  unknown: () => ((episode.left = true), remember('episode', episode), closed()),
  speak: () => {
    try {
      localStorage.setItem('speak', speaks() ? '0' : '1');
    } catch {
      return;
    }
    pressed();
    speaks() ? say(part('step')?.textContent ?? '') : speechSynthesis.cancel();
  },
  done: () => remember('episode', null),
};

stage.addEventListener('click', (event) => {
  const one = event.target.closest('[data-do], #details button[name]');
  if (one?.dataset.do) doings[one.dataset.do](one.value, one.dataset.of);
  else if (one) detail(one.name, one.value);
});

const onStart = (form) =>
  form?.addEventListener('submit', async (event) => {
    event.preventDefault();
    episode = await told.begin(event.submitter?.name === 'ago' ? Number(event.submitter.value) : 0);
    running(true);
  });

const known = await recall('episode').catch(() => null);
if (known && !known.gone && !known.ended && !known.left && minutes(known.began) < FORGOTTEN) {
  episode = known;
  running();
} else {
  onStart(document.getElementById('start'));
}
