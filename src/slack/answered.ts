import { text } from '../context/blocks.ts';
import type { Clock, ProcessId, System } from '../context/host.ts';
import type { Journal, RunRecord } from '../context/journal.ts';
import { formatLine } from '../context/line.ts';
import { renderMessage } from '../render/slack.ts';
import { createWindow } from '../render/window.ts';
import { wordsOf } from '../run/failure.ts';
import { describeInterrupted } from '../run/record.ts';
import { SlackCallError } from './call-error.ts';
import type { Content, Delivery, Place } from './deliver.ts';
import { openOutput, removeOutput } from './output.ts';
import { literal } from './whisper.ts';

export interface AnsweredParts {
  journal: Journal;
  delivery: Delivery;
  clock: Clock;
  /** Where the output of runs is kept until their rooms have it. */
  outputs: string;
  processes: Pick<System, 'identify' | 'alive'>;
  team: string;
  warn(message: string): void;
  signal: AbortSignal;
}

/** The fact that says so. */
export const answeredKind = 'answered';
/** How long ago a run may have been typed and still be of interest. */
const memory = 24 * 3_600_000;
const mostTold = 200;
const watchEvery = 1000;
const unended = ['accepted', 'waiting', 'running'] as const;
const ended = ['succeeded', 'failed', 'denied', 'cancelled', 'timed out', 'interrupted'] as const;

/** Remembers that a run's room knows its end. */
export async function markAnswered(journal: Journal, { id, actor }: RunRecord, clock: Clock): Promise<void> {
  await journal.record({ run: id, kind: answeredKind, subject: 'room', data: {}, at: clock.now(), actor });
}

/** Tells rooms what became of the lines whose listener was gone before they ended. Nothing is run again. */
export async function tellUnanswered(parts: AnsweredParts): Promise<void> {
  const { journal, clock, team, warn } = parts;
  if (await isOther(parts)) return;
  const since = new Date(clock.now().getTime() - memory);
  const [over, underWay, facts] = await Promise.all([
    journal.runs({ since, states: ended, limit: mostTold }),
    journal.runs({ since, states: unended, limit: mostTold }),
    journal.facts({ kind: answeredKind }),
  ]);
  const known = new Set(facts.map(({ run }) => run));
  const untold = [...over.reverse(), ...underWay].filter(
    ({ id, origin }) => origin.type === 'room' && origin.team === team && !known.has(id),
  );
  const failed = (error: unknown): void => warn(wordsOf(error));
  await Promise.all(untold.map((run) => tellEnd(run, parts).catch(failed)));
}

async function tellEnd(run: RunRecord, parts: AnsweredParts): Promise<void> {
  const { journal, delivery, clock, warn } = parts;
  const last = await endOf(run, parts);
  if (last === undefined) return;
  const place = placeOf(last);
  try {
    const live = await delivery.find(place);
    if (live?.isFinal !== true) await announce(last, place, live?.ts, parts);
  } catch (error) {
    // A room that is gone, or that the app was taken out of, stays so.
    if (!(error instanceof SlackCallError) || error.refusal === undefined) throw error;
    warn(`the end of run ${last.id} could not be told: ${error.message}`);
  }
  await markAnswered(journal, last, clock);
  await removeOutput(parts.outputs, last.id);
}

/** In the message that still says that it runs, and in a new one: an old message that changes is seen by nobody. */
async function announce(
  run: RunRecord,
  place: Place,
  live: string | undefined,
  { delivery, outputs }: AnsweredParts,
): Promise<void> {
  const words = endWords(run);
  if (live !== undefined) await delivery.update(place, live, () => endView(run, words));
  const posted = await delivery.post({ ...place, run: `${run.id}:end` }, () => literal(words));
  const file = await openOutput(outputs, run);
  if (file === undefined) return;
  await delivery.upload(file, { channel: place.channel, thread: place.thread ?? live ?? posted, title: file.name });
}

/** Another listener on this journal tells of its own lines. */
async function isOther({ journal, processes }: AnsweredParts): Promise<boolean> {
  const self = processes.identify();
  const isSelf = ({ pid, started }: ProcessId): boolean => pid === self.pid && started === self.started;
  const listening = await journal.runs({ command: 'listen', states: ['running'], limit: mostTold });
  return listening.some(({ process }) => !isSelf(process) && processes.alive(process));
}

/** A process that outlived its listener is waited for. */
async function endOf(run: RunRecord, { journal, clock, signal }: AnsweredParts): Promise<RunRecord | undefined> {
  let last: RunRecord | undefined = run;
  while (last !== undefined && unended.some((state) => state === last?.state)) {
    if (signal.aborted) return undefined;
    await clock.sleep(watchEvery, signal).catch(() => {});
    last = await journal.run(run.id);
  }
  return last;
}

function placeOf({ id, origin }: RunRecord): Place {
  if (origin.type !== 'room') throw new Error(`the run ${id} was not typed in a room`);
  const { channel, thread, message } = origin;
  return { channel, thread, asked: message, run: id };
}

function endWords(run: RunRecord): string {
  if (run.state === 'interrupted') return `✗ ${describeInterrupted(run)}`;
  const { id, argv, actor, state, exitCode = 0 } = run;
  return `${state === 'succeeded' ? '✓' : '✗'} ${formatLine(argv)} (run ${id} of ${actor.name}) ended while the listener was away: ${state}, exit ${exitCode}`;
}

function endView({ id, argv, actor, outcome = 'failed', exitCode = 1 }: RunRecord, words: string): Content {
  const window = createWindow({ head: 1000, tail: 1000 });
  window.add({ type: 'note', level: 'info', blocks: [text(words)] });
  const view = { line: formatLine(argv), actor: actor.name, state: outcome, exitCode, run: id };
  return { ...renderMessage({ ...view, window: { ...window.lines(), live: [] } }), isFinal: true };
}
