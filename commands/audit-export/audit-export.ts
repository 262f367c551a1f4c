import { type Context, defineCommand, OpsError, parseSince } from '../../src/index.ts';
import { csvLine, csvTitles } from './csv.ts';

/** Characters that are printed at once. */
const atOnce = 65_536;

export default defineCommand({
  name: 'audit-export',
  summary: 'Print the entries of the journal’s chain',
  description:
    'One a line, oldest first. In JSON each line has all that its hash is made of; in CSV what a spreadsheet would take for a formula has a quote before it.',
  options: {
    since: { summary: 'From here on: 2h, 7d, a date such as 2026-11-21, or a run', value: 'time|run' },
    format: { summary: 'How', choices: ['jsonl', 'csv'], default: 'jsonl' },
  },
  examples: [
    { line: 'ops audit export --since 30d', says: 'a month of it' },
    { line: 'ops audit export --since k3f9', says: 'from the line that became this run' },
    { line: 'ops audit export --format csv', says: 'all of it, for a spreadsheet' },
  ],
  effect: 'read',
  // All that everybody ever did is not for a room.
  surfaces: ['terminal'],
  keep: false,
  timeout: 3_600_000,
  run: async ({ since, format }, context) => {
    const { journal, output, signal } = context;
    const line = format === 'csv' ? csvLine : JSON.stringify;
    let [text, entries] = [format === 'csv' ? `${csvTitles}\n` : '', 0];
    const print = async (): Promise<void> => {
      signal.throwIfAborted();
      if (text !== '') await output.lines('stdout', text.slice(0, -1));
      text = '';
    };
    for await (const entry of journal.entries(since === undefined ? {} : await filterOf(since, context))) {
      text += `${line(entry)}\n`;
      entries += 1;
      if (text.length >= atOnce) await print();
    }
    await print();
    return { entries };
  },
  show: () => [],
});

async function filterOf(since: string, { clock, runs }: Context): Promise<{ since: Date } | { sinceRun: string }> {
  try {
    return { since: parseSince(since, clock.now()) };
  } catch (error) {
    const run = await runs.find(since).catch(() => undefined);
    if (run !== undefined) return { sinceRun: run.id };
    if (!(error instanceof OpsError)) throw error;
    throw new OpsError('usage', `--since takes a duration, a date or a run, not "${since}"`, {
      hint: error.hint ?? '',
      cause: error,
    });
  }
}
