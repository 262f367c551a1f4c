import {
  defineCommand,
  formatTime,
  type Inline,
  OpsError,
  type RunState,
  styled,
  table,
  text,
} from '../../src/index.ts';
import { isWayIn, lineOf, readPlaces, shorten } from './words.ts';

const underWay: readonly RunState[] = ['accepted', 'waiting', 'running'];

export default defineCommand({
  name: 'runs',
  summary: 'Show what runs now or waits, since when and whose',
  description:
    'The listener and the sandbox, which run until they are stopped, are shown with --all. `ops history` has the runs that have ended.',
  options: {
    all: { summary: 'Show the listener and the sandbox too', type: 'boolean', short: 'a' },
    limit: { summary: 'At most so many', type: 'integer', default: 50, short: 'n' },
  },
  examples: [
    { line: 'ops runs', says: 'what is under way' },
    { line: 'ops runs --limit 5', says: 'the first five of it' },
  ],
  effect: 'read',
  urgent: true,
  keep: false,
  run: async ({ all, limit }, { journal, run: self }) => {
    if (limit < 1) throw new OpsError('usage', `--limit takes 1 or more, not ${limit}`, { hint: '--limit 50' });
    const found = await journal.runs({ states: underWay, limit: Number.POSITIVE_INFINITY });
    const shown = found.filter((run) => run.id !== self && (all || !isWayIn(run))).reverse();
    const placeOf = await readPlaces(journal);
    return {
      runs: shown.slice(0, limit).map((run) => ({
        id: run.id,
        line: lineOf(run),
        person: run.actor.name,
        from: placeOf(run),
        host: run.process.host,
        since: run.startedAt ?? run.acceptedAt,
        state: run.state,
      })),
      more: Math.max(0, shown.length - limit),
    };
  },
  show: ({ runs, more }) => {
    if (runs.length === 0) return [text('Nothing runs')];
    const rows = table(['Run', 'Line', 'Who', 'From', 'Since', 'State'], runs.map(row));
    return more === 0 ? [rows] : [rows, text(styled(`and ${more} more: --limit ${runs.length + more}`, { dim: true }))];
  },
});

interface Shown {
  id: string;
  line: string;
  person: string;
  from: string;
  since: Date;
  state: RunState;
}

function row({ id, line, person, from, since, state }: Shown): Inline[] {
  const color = state === 'running' ? 'green' : 'yellow';
  return [id, shorten(line), person, from, formatTime(since), styled(state, { color })];
}
