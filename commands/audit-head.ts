import { defineCommand, formatTime, OpsError, text } from '../src/index.ts';

export default defineCommand({
  name: 'audit-head',
  summary: 'Print the newest hash of the journal’s chain',
  description:
    'Noted where the owner of the journal cannot change it, it shows later whether anything before it was: see ops audit verify --head.',
  examples: [
    { line: 'ops audit head', says: 'the number of the newest entry and its hash' },
    { line: 'ops audit head --json', says: 'the same as data' },
  ],
  effect: 'read',
  keep: false,
  run: async (_input, { journal }) => {
    const head = await journal.head();
    if (head === undefined) throw new OpsError('failed', 'the journal has no entries', { hint: 'ops audit verify' });
    return { head: `${head.sequence}:${head.hash}`, ...head };
  },
  show: ({ head, at, count }) => [text(`Journal head ${head}, ${formatTime(at)}, ${count} entries`)],
});
