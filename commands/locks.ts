import {
  defineCommand,
  environmentIn,
  formatDuration,
  formatTime,
  type Inline,
  styled,
  table,
  text,
} from '../src/index.ts';
import { environmentNames } from './deploy/target.ts';
import { holderOf, untilOf } from './lock/words.ts';

interface Shown {
  key: string;
  state: 'held' | 'changing' | 'waiting';
  person: string;
  since: Date;
  /** Undefined where it goes with the end of its run, or where nobody knows. */
  until: Date | undefined;
  /** Milliseconds. */
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
  keep: false,
  run: async ({ environment }, { locks, journal }) => {
    const held = (await locks.held()).map((lock): Shown => {
      const { key, since, run, terms, left } = lock;
      const reason = terms?.reason ?? 'what was written of it cannot be read';
      const time = { until: untilOf(lock), left: terms === undefined ? undefined : left };
      return { key, state: 'held', person: holderOf(lock), since, ...time, reason, run };
    });
    const ofRun =
      (state: Shown['state']) =>
      ({ key, actor, since, reason, run }: Awaited<ReturnType<typeof locks.queue>>[number]): Shown => ({
        key,
        state,
        person: actor.name,
        since,
        until: undefined,
        left: undefined,
        reason,
        run,
      });
    const shown = [
      ...held,
      ...(await journal.locks()).map(ofRun('changing')),
      ...(await locks.queue()).map(ofRun('waiting')),
    ];
    return { locks: shown.filter(({ key }) => environment === undefined || environmentIn(key) === environment) };
  },
  show: ({ locks }) =>
    locks.length === 0
      ? [text('Nothing is locked')]
      : [table(['What', 'State', 'Who', 'Since', 'Until', 'Why', 'Run'], locks.map(row))],
});

const colors = { held: 'red', changing: 'green', waiting: 'yellow' } as const;

function row({ key, state, person, since, until, left, reason, run }: Shown): Inline[] {
  const end = until === undefined ? '' : `${formatTime(until)} (${formatDuration(left ?? 0)} left)`;
  return [
    key,
    styled(state, { color: colors[state] }),
    person,
    formatTime(since),
    end,
    reason,
    styled(run, { dim: true }),
  ];
}
