import { defineCommand, formatLine, OpsError, styled, text } from '../src/index.ts';

export default defineCommand({
  name: 'deny',
  summary: 'Deny a run that waits for approval, and end it',
  description: 'Who may approve a run may deny it. Whoever asked for it takes it back with `ops stop`.',
  args: { run: { summary: 'Its id, or the first four characters of it', required: true } },
  options: {
    reason: { summary: 'Why, which whoever asked is told', required: true, value: 'text' },
    plan: { summary: 'Only the plan with this mark, as --json and a button have it', value: 'mark' },
  },
  examples: [{ line: "ops deny k3f9 --reason 'not before the sale ends'", says: 'ends it, and says why' }],
  effect: 'change',
  urgent: true,
  plan: async ({ run: named, plan: wanted, reason }, { approvals, actor }) => {
    const { run, person, mark, needs, refusal } = await approvals.of(named, wanted);
    if (refusal !== undefined) {
      throw new OpsError('denied', `run ${run.id} cannot be denied by you: ${refusal}`, {
        hint: run.actor.id === actor.id ? `ops stop ${run.id}` : `it waits for ${needs.join(', and ')}`,
      });
    }
    return { run: run.id, line: formatLine(run.argv), person, mark, reason };
  },
  preview: ({ run, line, person }) => [text('Deny run ', styled(run, { bold: true }), ` of ${person}: ${line}`)],
  run: async ({ run, line, person, mark, reason }, { approvals }) => {
    await approvals.deny(run, mark, reason);
    return { run, line, person, reason };
  },
  show: ({ run, line, person, reason }) => [text(`Denied run ${run} of ${person}: ${line} (${reason})`)],
});
