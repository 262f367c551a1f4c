import { join } from 'node:path';
import { OpsError } from '../context/errors.ts';
import type { Event } from '../context/events.ts';
import type { Clock, System } from '../context/host.ts';
import type { Journal, RunRecord } from '../context/journal.ts';
import { formatLine } from '../context/line.ts';
import { failureOf, wordsOf } from '../run/failure.ts';
import { attachedFolder } from '../run/fetch.ts';
import { insist, isPassing } from '../run/late.ts';
import { recover } from '../run/record.ts';
import type { Runner } from '../run/runner.ts';
import { markAnswered, warnOfOthers } from './answered.ts';
import { SlackCallError } from './call-error.ts';
import type { Delivery } from './deliver.ts';
import type { Download } from './download.ts';
import { createFollower, type End } from './follow.ts';
import { handOver, keptIn } from './hand-over.ts';
import { createLiveMessage, type LiveMessage, type Shown } from './live.ts';
import type { RoomMessage } from './message.ts';
import { openOutput, removeOutput } from './output.ts';

export interface AnswerParts {
  delivery: Delivery;
  journal: Journal;
  runner: Runner;
  clock: Clock;
  /** Where the output of runs is kept until their rooms have it. */
  outputs: string;
  processes: Pick<System, 'alive' | 'killGroup' | 'killRun'>;
  warn(message: string): void;
  download: Download;
  signal: AbortSignal;
}

/** How long it is tried to write down what the room knows already. */
const longestWriting = 10 * 60_000;

/** Carries an accepted run out and shows it. `argv` is what was typed, secrets and all. */
export async function answer(
  message: RoomMessage,
  row: RunRecord,
  argv: readonly string[],
  parts: AnswerParts,
): Promise<void> {
  const { runner, clock, journal } = parts;
  const live = openMessage(message, row, parts);
  const began = clock.now().getTime();
  const follow = createFollower();
  const onEvents = (events: readonly Event[]): undefined => live.add(follow.take(events)) as undefined;
  const fetch = (id: string, largest: number): Promise<string> =>
    parts.download(id, largest, join(parts.outputs, row.id, attachedFolder, id.replace(/\W/g, '')));
  const exit = runner.run({ run: row.id, argv, fetch }, onEvents, parts.signal);
  const death = exit.then(async (how): Promise<Death> => {
    const end = follow.end();
    if (end !== undefined) return { end };
    const words = how.type === 'died' ? how.how : 'its process said nothing of its end';
    return settleDeath(words, clock.now().getTime() - began, row, parts);
  });
  const { end, event } = await Promise.race([follow.ended.then((end): Death => ({ end })), death]);
  if (event !== undefined) live.add([event]);
  // A run that did not get past its words has no other end in the journal.
  if (!follow.isStarted()) await settle(end, row, parts).catch(() => {});
  try {
    await show(live, end, message, row, parts);
  } finally {
    await exit;
  }
  // The room knows: the journal can wait.
  await keepTrying(() => settle(end, row, parts), parts);
  await keepTrying(() => markAnswered(journal, row, clock), parts);
}

/** Resolves when the room has all that it will ever have. */
async function show(
  live: LiveMessage,
  end: End,
  message: RoomMessage,
  row: RunRecord,
  parts: AnswerParts,
): Promise<void> {
  const { channel, thread, ts: asked } = message;
  try {
    const { ts, isWhole }: Shown = await live.finished(end);
    if (ts === undefined) return await removeOutput(parts.outputs, row.id);
    const place = { channel, thread: thread ?? ts, asked, run: row.id };
    await handOver(row, { place, isWhole }, parts);
  } catch (error) {
    // A room that says no stays so. One that did not answer is told later.
    if (!(error instanceof SlackCallError) || error.refusal === undefined) throw error;
    const isKept = (await openOutput(parts.outputs, row)) !== undefined;
    parts.warn(`${wordsOf(error)}${isKept ? `. ${keptIn(parts.outputs, row.id)}` : ''}`);
  }
}

function openMessage(message: RoomMessage, row: RunRecord, { delivery, clock }: AnswerParts): LiveMessage {
  const { channel, thread, ts, user, channelType } = message;
  return createLiveMessage({
    delivery,
    clock,
    place: { channel, thread, asked: ts, run: row.id },
    user,
    line: formatLine(row.argv),
    actor: row.actor.name,
    whisperUsage: channelType !== 'im',
  });
}

async function settle(end: End, row: RunRecord, { journal, clock }: AnswerParts): Promise<void> {
  if ((await journal.run(row.id))?.finishedAt !== undefined) return;
  const { state, outcome, exitCode, message } = end;
  const said = message === undefined ? {} : { message };
  await journal.finish(row.id, { state, outcome, exitCode, at: clock.now(), ...said });
}

async function keepTrying(write: () => Promise<void>, { clock, signal, warn }: AnswerParts): Promise<void> {
  try {
    await write();
  } catch (error) {
    warn(wordsOf(error));
    if (isPassing(error)) await insist(write, { clock, signal, most: longestWriting });
  }
}

interface Death {
  end: End;
  /** What to say; nothing where it had ended well before its process died. */
  event?: Event;
}

/** What the process left running is ended, and what it held is free. */
async function settleDeath(how: string, ms: number, row: RunRecord, parts: AnswerParts): Promise<Death> {
  const { journal, processes, clock, warn } = parts;
  const words = `the run was interrupted: ${how}. It was not run again`;
  const { event, end } = failureOf(new OpsError('failed', words, { hint: formatLine(row.argv) }), row.id);
  const interrupted = { ...end, state: 'interrupted', ms } as const;
  try {
    warnOfOthers(await recover(journal, processes, clock), warn);
    await journal.finish(row.id, { ...interrupted, at: clock.now() });
    const found = (await journal.run(row.id)) ?? row;
    const { state, outcome = 'failed', exitCode = 1 } = found;
    if (state !== 'interrupted') return { end: { state, outcome, exitCode, ms } };
  } catch (error) {
    warn(wordsOf(error));
  }
  return { end: interrupted, event };
}
