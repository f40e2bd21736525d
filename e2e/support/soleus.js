// Starts the real program over a throw-away diary, at an instant that the test chooses.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
let program;

/** The program under test: the one named by SOLEUS_BIN, or a fresh debug build. */
function binary() {
  if (!program) {
    if (process.env.SOLEUS_BIN) {
      program = process.env.SOLEUS_BIN;
    } else {
      execFileSync('cargo', ['build', '--quiet', '--locked', '-p', 'soleus'], { cwd: root, stdio: 'inherit' });
      program = join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), 'debug', 'soleus');
    }
  }
  return program;
}

/** A diary folder that is removed at the end. */
export function folder() {
  const path = mkdtempSync(join(tmpdir(), 'soleus-e2e-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Starts the program and waits for its address. */
export async function start(args, now) {
  const child = spawn(binary(), [...args, '--zone', 'Europe/Berlin', '--now', now], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, SOLEUS_DATA: undefined, SOLEUS_NOW: undefined },
  });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  let said = '';
  const address = await new Promise((resolve, reject) => {
    const hear = (chunk) => {
      said += chunk;
      const found = said.match(/http:\/\/[\d.:[\]]+/);
      if (found) resolve(found[0]);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    ended.then((code) => reject(new Error(`soleus ended with ${code} before it served: ${said}`)));
  });
  return {
    address,
    /** Ends it as a person would (Ctrl-C), or as a power cut would. */
    stop: (signal = 'SIGINT') => {
      child.kill(signal);
      return ended;
    },
  };
}

/** The pages over a diary. */
export const serve = (data, now, port = 0) =>
  start(['serve', '--data', data, '--listen', `127.0.0.1:${port}`], now);

/** The pages over a made-up person's diary. */
export const demo = (now) => start(['demo', '--listen', '127.0.0.1:0', '--nights', '100', '--seed', '3'], now);

/** What a command of the program prints. */
export const tell = (data, now, ...args) =>
  execFileSync(binary(), [...args, '--data', data, '--zone', 'Europe/Berlin', '--now', now], { encoding: 'utf8' });

/** What a command of the program prints as JSON. */
export const ask = (data, now, ...args) => JSON.parse(tell(data, now, ...args, '--json'));
