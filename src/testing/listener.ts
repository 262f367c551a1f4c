import { spawn } from 'node:child_process';

export interface ListenerOptions {
  /** The program of this `ops`. */
  program: string;
  cwd: string;
  /** Where the sandbox is. */
  address: string;
  journal: string;
  env: Readonly<Record<string, string>>;
}

export interface Listener {
  /** The end of what it has said, without colour. */
  said(): string;
  /** Resolves, with how, once it has ended. */
  ended: Promise<string>;
  /** Resolves when it is gone; lines that run are ended first. */
  stop(): Promise<void>;
}

/** Milliseconds: the listener gives lines that run nearly ten seconds. */
const patience = 12_000;
const running = new Set<() => void>();

/** The real listener, in a process of its own. */
export function startListener({ program, cwd, address, journal, env }: ListenerOptions): Listener {
  const child = spawn(process.execPath, [program, 'listen', '--sandbox', address], {
    cwd,
    env: { ...process.env, NO_COLOR: '1', ...env, OPS_JOURNAL: journal },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let heard = '';
  const hear = (text: string): void => {
    heard = (heard + text).slice(-8000);
  };
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', hear);
  const ended = new Promise<string>((resolve) => {
    const end = (how: string): void => {
      running.delete(kill);
      resolve(how);
    };
    child.once('error', ({ message }) => end(`it could not be started: ${message}`));
    child.once('close', (code, signal) => end(signal === null ? `it left with code ${code}` : `${signal} ended it`));
  });
  const kill = (): void => void child.kill('SIGTERM');
  endWithThisProcess(kill);
  return {
    said: () => heard.trim(),
    ended,
    stop: async () => {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), patience);
      await ended;
      clearTimeout(late);
    },
  };
}

let isWatching = false;

/** A test that is cut short closes no room. */
function endWithThisProcess(kill: () => void): void {
  running.add(kill);
  if (isWatching) return;
  isWatching = true;
  process.once('exit', () => {
    for (const end of running) end();
  });
}
