import {
  defineCommand,
  durationWord,
  environmentIn,
  formatTime,
  type HeldLock,
  type Inline,
  type Lock,
  styled,
  table,
  text,
} from '../src/index.ts';
import { environmentNames } from './deploy/target.ts';

interface Shown {
  key: string;
  state: 'held' | 'changing' | 'waiting';
  person: string;
  since: Date;
  /** Undefined where it goes with the end of its run, or where nobody knows. */
  until: Date | undefined;
  /** Milliseconds, whatever clocks say. */
  left: number | undefined;
  reason: string;
  run: string;
}

export default defineCommand({
  name: 'locks',
  summary: 'Show what is locked, by whom, and who waits for it',
  args: {
    environment: { summary: 'Only this environment', choices: environmentNames },
  },
  examples: [
    { line: 'ops locks', says: 'what people hold, what is being changed, and who is in line' },
    { line: 'ops locks uat', says: 'one environment' },
  ],
  effect: 'read',
  urgent: true,
  keep: false,
  run: async ({ environment }, { locks, journal }) => {
    const shown = [
      ...(await locks.held()).map(heldByPerson),
      ...(await journal.locks()).map((lock) => ofRun(lock, 'changing')),
      ...(await locks.queue()).map((lock) => ofRun(lock, 'waiting')),
    ];
    return { locks: shown.filter(({ key }) => environment === undefined || environmentIn(key) === environment) };
  },
  show: ({ locks }) =>
    locks.length === 0
      ? [text('Nothing is locked')]
      : [table(['What', 'State', 'Who', 'Since', 'Until', 'Why', 'Run'], locks.map(row))],
});

function heldByPerson({ key, run, actor, since, until, terms, left }: HeldLock): Shown {
  const reason = terms?.reason ?? 'what was written of it cannot be read';
  const person = terms?.person ?? actor.name;
  return { key, state: 'held', person, since, until, left: terms === undefined ? undefined : left, reason, run };
}

function ofRun({ key, run, actor, since, reason }: Lock, state: 'changing' | 'waiting'): Shown {
  return { key, state, person: actor.name, since, until: undefined, left: undefined, reason, run };
}

const colors = { held: 'red', changing: 'green', waiting: 'yellow' } as const;
const minute = 60_000;

function row({ key, state, person, since, until, left, reason, run }: Shown): Inline[] {
  const rest = left === undefined ? '' : ` (${durationWord(Math.ceil(left / minute) * minute)} left)`;
  const end = until === undefined ? '' : `${formatTime(until)}${rest}`;
  const color = colors[state];
  return [key, styled(state, { color }), person, formatTime(since), end, reason, styled(run, { dim: true })];
}
