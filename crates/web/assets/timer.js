// Counts seconds down by the clock on the wall: a screen that slept in between shows the right number when it wakes.

/** Keeps the screen awake while something is held, where the browser can. */
async function awake() {
  try {
    return await navigator.wakeLock?.request('screen');
  } catch {
    return null;
  }
}

/**
 * Counts down from `seconds`. `show` gets the seconds left, once at once and then at each change; `done` is called at the
 * end. Gives `pause`, `resume` and `stop`; `from` is when it began, to go on with one that was begun before.
 */
export function countdown(seconds, { show, done = () => {}, from = Date.now() }) {
  let ends = from + seconds * 1000;
  let paused = null;
  let shown = null;
  let ticking = null;
  let lock = null;
  const left = () => Math.max(0, Math.ceil(((paused ?? ends) - (paused === null ? Date.now() : 0)) / 1000));
  const tick = () => {
    const now = left();
    if (now !== shown) show((shown = now));
    if (now === 0 && paused === null) {
      stop();
      done();
    }
  };
  const woken = () => document.visibilityState === 'visible' && tick();
  const start = () => {
    ticking = setInterval(tick, 200);
    document.addEventListener('visibilitychange', woken);
    awake().then((held) => (ticking === null ? held?.release() : (lock = held)));
  };
  const stop = () => {
    clearInterval(ticking);
    ticking = null;
    document.removeEventListener('visibilitychange', woken);
    lock?.release();
    lock = null;
  };
  start();
  tick();
  return {
    stop,
    pause: () => {
      paused ??= ends - Date.now();
      tick();
    },
    resume: () => {
      if (paused === null) return;
      ends = Date.now() + paused;
      paused = null;
      tick();
    },
    get paused() {
      return paused !== null;
    },
  };
}
