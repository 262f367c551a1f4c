import { defineCommand, formatTime, OpsError, type RunRecord, styled, text } from '../src/index.ts';
import { isWayIn, lineOf, readPlaces } from './runs/words.ts';

export default defineCommand({
  name: 'stop',
  summary: 'Stop a run, whoever started it and wherever',
  description:
    'Asks the run to end and waits until it has: it ends the programs that it started, frees its lock, and says who stopped it. A run of this machine that has not ended when the grace is over is ended with its whole process tree.',
  args: { run: { summary: 'Its id, or the first four characters of it', required: true } },
  options: { grace: { summary: 'How long it may take to end by itself', type: 'duration', default: 8000 } },
  examples: [
    { line: 'ops stop k3f9', says: 'the run whose id begins so' },
    { line: 'ops stop k3f9 --grace 0s', says: 'does not wait for it to heed' },
  ],
  effect: 'change',
  urgent: true,
  plan: async ({ run: named, grace }, { runs, journal, run: self }) => {
    const run = await runs.find(named);
    refuse(run, self);
    const { id, actor } = run;
    const placeOf = await readPlaces(journal);
    return { run: id, line: lineOf(run), person: actor.name, from: placeOf(run), since: run.acceptedAt, grace };
  },
  preview: ({ run, line, person, from, since }) => [
    text('Stop run ', styled(run, { bold: true }), ` of ${person} (${from}, since ${formatTime(since)}): ${line}`),
  ],
  run: async ({ run, line, person, grace }, { runs }) => {
    const { state, exitCode, message } = await runs.stop(run, grace);
    return { run, line, person, state, exitCode, message };
  },
  show: ({ run, line, person, state, message }) => [
    text(`Run ${run} of ${person} has ended, ${state}${message === undefined ? '' : ` (${message})`}: ${line}`),
  ],
});

function refuse(run: RunRecord, self: string | undefined): void {
  const { id, state, finishedAt, process } = run;
  if (id === self) throw new OpsError('usage', 'this is the line that stops: there is nothing else to stop in it');
  if (finishedAt !== undefined) {
    const words = `run ${id} (${lineOf(run)} of ${run.actor.name}) has already ended: ${state}, ${formatTime(finishedAt)}`;
    throw new OpsError('failed', words, { hint: `ops log ${id}` });
  }
  if (isWayIn(run)) {
    throw new OpsError('usage', `run ${id} is ${lineOf(run)}, which is ended where it was started`, {
      hint: `Ctrl-C there, or on ${process.host}: kill ${process.pid}`,
    });
  }
}
