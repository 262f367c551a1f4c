import {
  defineCommand,
  exitCodes,
  formatLine,
  formatTime,
  type Inline,
  OpsError,
  type Outcome,
  parseSince,
  styled,
  table,
  text,
} from '../src/index.ts';
import { environmentNames } from './deploy/target.ts';

const outcomes = Object.keys(exitCodes) as Outcome[];
const longestLine = 100;

export default defineCommand({
  name: 'history',
  summary: 'Show who ran what, when, and how it ended',
  options: {
    command: { summary: 'Only this command', short: 'c' },
    person: { summary: 'Only runs of this person, by name or id', short: 'p' },
    environment: { summary: 'Only this environment', short: 'e', choices: environmentNames },
    outcome: { summary: 'Only runs that ended so', choices: outcomes },
    since: { summary: 'Not older than this: 2h, 7d, or a date such as 2026-11-21', value: 'time' },
    limit: { summary: 'At most so many', type: 'integer', default: 20, short: 'n' },
  },
  examples: [
    { line: 'ops history', says: 'the last 20 runs' },
    { line: 'ops history --command deploy --environment uat --since 7d', says: 'a week of deploys to uat' },
    { line: 'ops history --outcome failed', says: 'what went wrong' },
  ],
  effect: 'read',
  keep: false,
  run: async ({ command, person, environment, outcome, since, limit }, { journal, clock, run }) => {
    if (limit < 1) throw new OpsError('usage', `--limit takes 1 or more, not ${limit}`, { hint: '--limit 20' });
    const found = await journal.runs({
      ...(command === undefined ? {} : { command }),
      ...(person === undefined ? {} : { actor: person }),
      ...(environment === undefined ? {} : { environment }),
      ...(outcome === undefined ? {} : { outcome: outcome as Outcome }),
      ...(since === undefined ? {} : { since: parseSince(since, clock.now()) }),
      limit: limit + 1,
    });
    const runs = found.filter(({ id }) => id !== run).slice(0, limit);
    return {
      runs: runs.map(({ id, argv, actor, origin, state, exitCode, acceptedAt, message }) => ({
        id,
        line: formatLine(argv),
        person: actor.name,
        from: origin.type,
        at: acceptedAt,
        state,
        exitCode,
        message,
      })),
    };
  },
  show: ({ runs }) =>
    runs.length === 0
      ? [text('No runs match')]
      : [table(['When', 'Who', 'From', 'Line', 'State', 'Run'], runs.map(row))],
});

function row(run: { at: Date; person: string; from: string; line: string; state: string; id: string }): Inline[] {
  return [
    formatTime(run.at),
    run.person,
    run.from,
    shorten(run.line),
    { text: run.state, style: styleOf(run.state) },
    styled(run.id, { dim: true }),
  ];
}

function shorten(line: string): string {
  const characters = [...line];
  return characters.length > longestLine ? `${characters.slice(0, longestLine - 1).join('')}…` : line;
}

function styleOf(state: string): { color: 'green' | 'red' | 'yellow' } {
  if (state === 'succeeded') return { color: 'green' };
  return { color: ['accepted', 'waiting', 'running'].includes(state) ? 'yellow' : 'red' };
}
