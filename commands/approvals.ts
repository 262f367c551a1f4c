import { defineCommand, formatLine, formatTime, type Inline, list, styled, table, text } from '../src/index.ts';

export default defineCommand({
  name: 'approvals',
  summary: 'Show what waits for approval, for you first',
  options: { mine: { summary: 'Only what you can approve', type: 'boolean' } },
  examples: [
    { line: 'ops approvals', says: 'all that waits' },
    { line: 'ops approvals --mine', says: 'what waits for you' },
  ],
  effect: 'read',
  urgent: true,
  keep: false,
  run: async ({ mine }, { approvals }) => {
    const all = await approvals.waiting();
    const waiting = all.filter(({ isMine }) => isMine || !mine);
    return {
      waiting: waiting.map(({ run, person, mark, needs, missing, given, expires, isMine }) => ({
        ...{ run: run.id, line: formatLine(run.argv), person, mark, needs, missing, given },
        ...{ until: expires, isMine },
      })),
      mine,
    };
  },
  show: ({ waiting, mine }) => {
    if (waiting.length === 0) return [text(mine ? 'Nothing waits for you' : 'Nothing waits for approval')];
    const rows = waiting.map(({ run, line, person, needs, until, isMine }): Inline[] => [
      isMine ? styled('→', { color: 'yellow' }) : '',
      ...[run, line, person, needs.join(', and '), formatTime(until)],
    ]);
    const isAny = waiting.some(({ isMine }) => isMine);
    const next = isAny ? [list(['ops approve <run>', "ops deny <run> --reason '…'"])] : [];
    return [table(['', 'Run', 'Line', 'Who', 'Waits for', 'Until'], rows), ...next];
  },
});
