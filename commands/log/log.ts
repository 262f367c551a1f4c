import { type Context, defineCommand, formatLine, OpsError, type RunRecord, styled } from '../../src/index.ts';
import { createPick } from './pick.ts';

export default defineCommand({
  name: 'log',
  summary: 'Print what a run has printed',
  description:
    'Word for word, without colour. It is kept for as long as `output` in the configuration says; of very much, the beginning and the end. Lines that only look something up (help, history …) keep nothing.',
  args: { run: { summary: 'Its id, or the first four characters of it', required: true } },
  options: {
    follow: { summary: 'Go on until the run has ended', type: 'boolean', short: 'f' },
    tail: { summary: 'Only the last lines, so many', type: 'integer', short: 'n' },
    grep: { summary: 'Only lines that hold this text, in capitals or not', value: 'text', short: 'g' },
  },
  examples: [
    { line: 'ops log k3f9', says: 'all of it' },
    { line: 'ops log k3f9 --follow --tail 20', says: 'the last 20 lines, and what comes' },
    { line: 'ops log k3f9 --grep error', says: 'the lines with an error' },
  ],
  effect: 'read',
  keep: false,
  timeout: 3_600_000,
  run: async ({ run: named, follow, ...wanted }, context) => {
    if (wanted.tail !== undefined && wanted.tail < 1) {
      throw new OpsError('usage', `--tail takes 1 or more, not ${wanted.tail}`, { hint: '--tail 20' });
    }
    const { output, runs } = context;
    const run = await runs.find(named);
    if (run.id === context.run) throw new OpsError('usage', 'this is the line that asks: it has printed nothing yet');
    const pick = createPick(wanted);
    let [printed, kept] = [0, 0];
    const print = async (lines: readonly string[]): Promise<void> => {
      printed += lines.length;
      if (lines.length > 0) await output.lines('stdout', lines.join('\n'));
    };
    for await (const text of runs.output(run.id, { follow })) {
      kept += text.length;
      await print(text === '' ? pick.release() : pick.add(text));
    }
    await print(pick.release());
    const now = follow ? await runs.find(run.id) : run;
    remark(now, kept > 0, context);
    const { id, state, exitCode, actor } = now;
    return { run: id, line: formatLine(now.argv), person: actor.name, state, exitCode, lines: printed };
  },
  show: () => [],
});

/** What the lines themselves do not say. */
function remark({ id, state, finishedAt, message }: RunRecord, isAny: boolean, { output, config }: Context): void {
  if (finishedAt === undefined) output.note([`Run ${id} goes on: `, styled(`ops log ${id} --follow`, { code: true })]);
  else if (!isAny) {
    const days = config.output.keep / 86_400_000;
    const end = message === undefined ? state : `${state} (${message})`;
    output.note(
      `Nothing is kept of run ${id}, ${end}: it printed nothing, it only looked something up, or it is older than ${days} days`,
    );
  }
}
