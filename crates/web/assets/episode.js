// The cramp that is under way on this device: kept in this browser at the first tap, and told to the diary from there.
import { keep, remember, uuid7 } from './queue.js';

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone ?? '';

/** Keeps the state in this browser, and tells the diary the fields that were touched. Waits for both to be kept, not for the
 *  network; both begin before anything is waited for, so that a page that is left at once loses nothing. */
export function save(episode, ...touched) {
  for (const name of touched) episode.touched[name] = true;
  const fields = [['began', new Date(episode.began).toISOString()], ['zone', zone]];
  for (const name of Object.keys(episode.touched)) {
    const value = episode[name];
    if (name === 'gone') value && fields.push(['gone', '1']);
    else fields.push([name, name === 'ended' && value ? new Date(value).toISOString() : String(value ?? '')]);
  }
  return Promise.all([remember('episode', episode), keep(`cramp ${episode.id}`, `/cramp/${episode.id}/keep`, fields).kept]);
}

/** A cramp that began so many minutes ago, kept already. */
export async function begin(minutesAgo) {
  const began = Date.now() - minutesAgo * 60000;
  const episode = { id: uuid7(), began, tapped: Date.now(), place: 'bed', step: 0, touched: {} };
  await save(episode);
  return episode;
}
