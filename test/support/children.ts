import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Event } from '../../src/context/events.ts';
import { createPool, type Pool, type PoolOptions } from '../../src/run/pool.ts';
import { creditStep } from '../../src/run/protocol.ts';
import { createRunner, type Runner, type RunnerOptions } from '../../src/run/runner.ts';
import { createTurns, type Turns } from '../../src/run/turns.ts';
import { systemClock } from '../../src/system/clock.ts';
import { temporaryFolder } from './folder.ts';
import { noLimits } from './limits.ts';

/** What a child does; `pid` is told in its first event. */
const children = {
  good: `process.on('message', (message) => {
    if (message.type !== 'run') return;
    say(pid(), line('run ' + message.run), line('argv ' + message.argv));
    process.send({ type: 'done', exitCode: 7 }, () => process.exit(7));
  });
  ready();`,
  lasting: `process.on('message', (message) => {
    if (message.type !== 'run') return;
    say(pid(), line('run ' + message.run));
    process.send({ type: 'done', exitCode: 0, again: message.run !== 'last', isOld: message.run === 'late' });
  });
  ready();`,
  /** The first is ready at once, the others once there is a file `go`. */
  gated: `import { existsSync, writeFileSync } from 'node:fs';
  process.on('message', (message) => {
    if (message.type !== 'run') return;
    say(pid(), line('run ' + message.run));
    process.send({ type: 'done', exitCode: 0, again: true, isOld: message.run === 'late' });
  });
  const isFirst = !existsSync('first');
  if (isFirst) writeFileSync('first', '');
  const look = () => (isFirst || existsSync('go') ? ready() : setTimeout(look, 5));
  look();`,
  dying: `process.on('message', (message) => {
    if (message.type !== 'run') return;
    say(pid(), line('run ' + message.run));
    const die = message.run === 'r1' ? () => process.kill(process.pid, 'SIGKILL') : undefined;
    process.send({ type: 'done', exitCode: 0, again: true }, die);
  });
  ready();`,
  slow: `process.on('message', async ({ type, reason }) => {
    if (type === 'run') say(pid());
    if (type === 'stop') { say(line(reason)); process.send({ type: 'done', exitCode: 130 }, () => process.exit()); }
  });
  ready();`,
  asks: `process.on('message', ({ type }) => {
    if (type === 'run') process.send({ type: 'pause' }, () => say(line('asks')));
    if (type === 'stop') process.send({ type: 'resume' });
    if (type === 'resumed') process.send({ type: 'done', exitCode: 0 }, () => process.exit(0));
  });
  ready();`,
  crash: `process.on('message', ({ type }) => { if (type === 'run') { say(pid()); setTimeout(() => process.exit(3), 20); } });
  ready();`,
  killed: `process.on('message', ({ type }) => { if (type === 'run') { say(pid()); setTimeout(() => process.kill(process.pid, 'SIGKILL'), 20); } });
  ready();`,
  silent: `process.on('message', ({ type }) => { if (type === 'run') process.send({ type: 'begun' }, () => process.exit(0)); });
  ready();`,
  sullen: `process.removeAllListeners('message').on('message', ({ type }) => { if (type === 'stop') process.exit(4); });
  ready();`,
  deaf: `process.removeAllListeners('message').on('message', () => process.exit(4));
  ready();`,
  survived: `import { spawn } from 'node:child_process';
  process.removeAllListeners('message').on('message', ({ type }) => {
    if (type !== 'run') return;
    const channel = 3;
    spawn('sleep', ['20'], { stdio: ['ignore', 'ignore', 'ignore', channel] });
    process.send({ type: 'events', events: [pid()], size: 1 }, () => process.kill(process.pid, 'SIGKILL'));
  });
  ready();`,
  last: `process.on('message', ({ type }) => {
    if (type !== 'run') return;
    for (let number = 0; number < 30; number++) say(line('x'.repeat(1000)));
    process.send({ type: 'done', exitCode: 0 }, () => process.exit(0));
  });
  ready();`,
  unready: `setInterval(() => {}, 1000);`,
  broken: 'process.exit(1);',
  endless: `process.on('message', ({ type }) => { if (type === 'run') process.send({ type: 'events', events: [pid()], size: 1 }, () => { for (;;); }); });
  ready();`,
  greedy: `let credit = 3 * ${creditStep};
  const go = () => {
    for (; credit > 0; credit -= ${creditStep}) process.send({ type: 'events', events: [line('more')], size: ${creditStep} });
  };
  process.on('message', (message) => {
    if (message.type === 'credit') credit += message.size;
    if (message.type === 'run' || message.type === 'credit') go();
    if (message.type === 'stop') process.exit(0);
  });
  ready();`,
};

const prelude = `
const line = (text) => ({ type: 'line', stream: 'stdout', text });
const pid = () => line('pid ' + process.pid);
const say = (...events) => process.send({ type: 'events', events, size: events.length });
const ready = () => process.send({ type: 'ready' });
process.on('message', ({ type }) => { if (type === 'run') process.send({ type: 'begun' }); });
`;

/** So many at a time, whoever asks. */
export const turnsOf = (most: number): Turns => createTurns({ most, clock: systemClock, limits: noLimits });

export interface Harness {
  runner: Runner;
  /** Carries a run out, and gives back what it said. */
  run(signal?: AbortSignal, id?: string): Promise<{ end: unknown; said: string[]; pid: number | undefined }>;
  said: string[];
}

function workerOf(child: keyof typeof children): Pick<PoolOptions, 'worker' | 'args' | 'cwd' | 'ready'> {
  const cwd = temporaryFolder();
  const worker = join(cwd, 'child.mjs');
  writeFileSync(worker, `${prelude}${children[child]}`);
  return { worker, args: [], cwd, ready: 1 };
}

export function poolOf(child: keyof typeof children, options: Partial<PoolOptions> = {}): Pool {
  const pool = createPool({ ...workerOf(child), ...options });
  onTestFinished(() => pool.close());
  return pool;
}

export function runnerOf(child: keyof typeof children, options: Partial<RunnerOptions> = {}): Harness {
  const runner = createRunner({
    ...workerOf(child),
    turns: turnsOf(16),
    grace: 60_000,
    kill: async (pid) => void process.kill(-pid, 'SIGKILL'),
    ...options,
  });
  onTestFinished(() => runner.close());
  const said: string[] = [];
  const textOf = (event: Event): string => (event.type === 'line' ? event.text : event.type);
  return {
    runner,
    said,
    run: async (signal = new AbortController().signal, id = 'r1') => {
      const mine: string[] = [];
      const onEvents = (events: readonly Event[]): undefined => {
        mine.push(...events.map(textOf));
        said.push(...events.map(textOf));
      };
      const end = await runner.run({ run: id, argv: ['words', id], person: 'mary', room: 'C1' }, onEvents, signal);
      return { end, said: mine, pid: Number(/pid (\d+)/.exec(mine.join('\n'))?.[1]) || undefined };
    },
  };
}
