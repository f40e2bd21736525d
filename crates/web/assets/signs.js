// Red-flag questions after a cramp, chosen without the diary: the page carries every question that may fit and the advice
// that a yes brings; the answers are kept in this browser until the diary has them.
import { keep, remember } from './queue.js';

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone ?? '';

/** Whether an occasion, as the page writes it, is one for this cramp. */
function fits(occasion, episode) {
  const [name, ...than] = occasion.split(' ');
  const told = (score) => (episode[score] ?? '') !== '' && Number(episode[score]) >= Number(than[0]);
  if (name === 'minutes') return Boolean(episode.ended) && Math.floor((episode.ended - episode.began) / 60000) > Number(than[0]);
  if (name === 'pain' || name === 'soreness') return told(name);
  if (name === 'muscle') return episode.muscle === than[0];
  const hour = new Date(episode.began).getHours();
  return name === 'hours' ? hour >= Number(than[0]) && hour < Number(than[1]) : true;
}

const advice = () => [...document.querySelectorAll('template[data-advice]')];
const yes = (episode, id) => episode.signs?.[id] === 'yes';

/** Whether a yes was said to something for which help comes before any stretch. */
export const urgent = (episode) => advice().some((one) => one.dataset.urgent && yes(episode, one.dataset.advice));

/** Shows what a yes says, the most urgent first. */
export function advise(place, episode) {
  const said = advice().filter((one) => yes(episode, one.dataset.advice));
  place?.replaceChildren(...said.map((one) => one.content.cloneNode(true)));
}

/** Shows the questions that fit: those answered already, and as many more as may be asked. */
export function ask(section, episode) {
  if (!section) return;
  let left = Number(section.dataset.most);
  for (const one of section.querySelectorAll('[data-when]')) {
    const answer = episode.signs?.[one.dataset.sign];
    const fit = one.dataset.when.split('|').some((occasion) => fits(occasion, episode));
    one.hidden = !answer && (!fit || left <= 0);
    if (!one.hidden) left -= 1;
    for (const button of one.querySelectorAll('button')) button.setAttribute('aria-pressed', String(button.value === answer));
  }
  section.hidden = !section.querySelector('[data-when]:not([hidden])');
}

/** Keeps an answer. */
export function answer(episode, id, value) {
  episode.signs = { ...episode.signs, [id]: value };
  const fields = [[`r-${id}`, value], ['told', new Date().toISOString()], ['zone', zone]];
  return Promise.all([remember('episode', episode), keep(`sign ${id}`, `/cramp/${episode.id}/signs`, fields).kept]);
}
