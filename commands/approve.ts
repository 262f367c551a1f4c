import { defineCommand, formatLine, formatTime, OpsError, styled, text } from '../src/index.ts';

export default defineCommand({
  name: 'approve',
  summary: 'Approve a run that waits for it',
  description:
    'Shows what would run and asks whether that is meant. Who may approve is said by the rule that asks for it; whoever asked for the run never may, whatever account they use. The approval is for that line, plan and policy: where one of them changes until it runs, it is void.',
  args: { run: { summary: 'Its id, or the first four characters of it', required: true } },
  options: { plan: { summary: 'Only the plan with this mark, as --json and a button have it', value: 'mark' } },
  examples: [
    { line: 'ops approve k3f9', says: 'shows what would run, and asks' },
    { line: 'ops approve k3f9 --yes', says: 'does not ask' },
  ],
  effect: 'change',
  urgent: true,
  plan: async ({ run: named, plan: wanted }, { approvals }) => {
    const { run, person, mark, needs, preview, isHidden, expires, refusal } = await approvals.of(named, wanted);
    if (refusal !== undefined) {
      throw new OpsError('denied', `run ${run.id} cannot be approved by you: ${refusal}`, {
        hint: `it waits for ${needs.join(', and ')}`,
      });
    }
    return { run: run.id, line: formatLine(run.argv), person, mark, preview, isHidden, needs, expires };
  },
  preview: ({ run, line, person, preview, isHidden, needs, expires }) => [
    text('Run ', styled(run, { bold: true }), ` of ${person}: ${line}`),
    ...preview,
    ...(isHidden ? [text(`It was typed in a direct message. What it does is shown in yours: approve ${run}`)] : []),
    ...needs.map((need) => text(`Waits for ${need}`)),
    text(`until ${formatTime(expires)}`),
  ],
  run: async ({ run, line, person, mark }, { approvals, confirm }) => {
    if (!(await confirm(`Approve ${line} of ${person}?`))) {
      throw new OpsError('cancelled', `run ${run} waits on: the answer was no`, { hint: `ops deny ${run} --reason …` });
    }
    const { missing, run: row, expires } = await approvals.approve(run, mark);
    return { run, line, person, missing, from: row.origin.type, until: expires };
  },
  show: ({ run, line, person, missing, from, until }) => {
    if (missing > 0) return [text(`Approved. Run ${run} of ${person} waits for ${missing} more: ${line}`)];
    if (from === 'room') return [text(`Approved. Run ${run} of ${person} goes on: ${line}`)];
    return [
      text(`Approved. Run ${run} of ${person} goes on where they wait for it: ${line}`),
      text(`Where nobody waits, it runs when they type it again before ${formatTime(until)}`),
    ];
  },
});
