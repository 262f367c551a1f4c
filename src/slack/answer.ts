import type { Outcome } from '../context/errors.ts';
import { OpsError } from '../context/errors.ts';
import type { Event } from '../context/events.ts';
import type { Clock, System } from '../context/host.ts';
import type { Journal, RunRecord } from '../context/journal.ts';
import { formatLine } from '../context/line.ts';
import { failureOf, wordsOf } from '../run/failure.ts';
import { recover } from '../run/record.ts';
import type { Runner } from '../run/runner.ts';
import { markAnswered } from './answered.ts';
import type { Delivery } from './deliver.ts';
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
  signal: AbortSignal;
}

interface End {
  outcome: Outcome;
  exitCode: number;
  ms: number;
  /** What went wrong. */
  message?: string;
}

/** Carries an accepted run out and shows it. */
export async function answer(message: RoomMessage, row: RunRecord, parts: AnswerParts): Promise<void> {
  const { runner, clock, journal, warn } = parts;
  const live = openMessage(message, row, parts);
  const began = clock.now().getTime();
  const follow = createFollower();
  const onEvents = (events: readonly Event[]): undefined => {
    follow.add(events);
    live.add(events);
  };
  const exit = await runner.run(row.id, onEvents, parts.signal);
  let end = follow.end();
  if (end === undefined) {
    const how = exit.type === 'died' ? exit.how : 'its process said nothing of its end';
    const { event, ...death } = await settleDeath(how, row, parts);
    if (event !== undefined) live.add([event]);
    end = { ...death, ms: clock.now().getTime() - began };
  } else {
    // The room is told, whatever becomes of the record.
    await settle(end, row, parts).catch((error: unknown) => warn(wordsOf(error)));
  }
  const shown = await live.finished(end);
  await handOver(shown, message, row, parts).catch((error: unknown) => warn(wordsOf(error)));
  await markAnswered(journal, row, clock);
}

/** The whole output, where the message shows a part of it. */
async function handOver(shown: Shown, message: RoomMessage, row: RunRecord, parts: AnswerParts): Promise<void> {
  const { channel, thread } = message;
  try {
    const file = shown.isWhole || shown.ts === undefined ? undefined : await openOutput(parts.outputs, row);
    if (file === undefined || shown.ts === undefined) return;
    await parts.delivery.upload(file, {
      channel,
      thread: thread ?? shown.ts,
      title: formatLine(row.argv).slice(0, 200),
    });
  } finally {
    await removeOutput(parts.outputs, row.id);
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

/** How the run says that it ended. */
function createFollower(): { add(events: readonly Event[]): void; end(): End | undefined } {
  let end: End | undefined;
  let message: string | undefined;
  return {
    add: (events) => {
      for (const event of events) {
        if (event.type === 'error') message ??= event.message;
        if (event.type === 'finished') end = { ...event, ...(message === undefined ? {} : { message }) };
      }
    },
    end: () => end,
  };
}

/** A run that did not get past its words has no other end in the journal. */
async function settle(end: End, row: RunRecord, { journal, clock }: AnswerParts): Promise<void> {
  const { outcome, exitCode, message } = end;
  await journal.finish(row.id, {
    state: outcome === 'ok' ? 'succeeded' : 'failed',
    outcome,
    exitCode,
    at: clock.now(),
    ...(message === undefined ? {} : { message }),
  });
}

interface Death {
  outcome: Outcome;
  exitCode: number;
  /** What to say; nothing where it had ended well before its process died. */
  event?: Event;
}

/** What the process left running is ended, and what it held is free. */
async function settleDeath(how: string, row: RunRecord, parts: AnswerParts): Promise<Death> {
  const { journal, processes, clock, warn } = parts;
  const message = `the run was interrupted: ${how}. It was not run again`;
  const { event, end } = failureOf(new OpsError('failed', message, { hint: formatLine(row.argv) }), row.id);
  try {
    await recover(journal, processes, clock);
    await journal.finish(row.id, { ...end, state: 'interrupted', at: clock.now() });
    const { state, outcome = 'failed', exitCode = 1 } = (await journal.run(row.id)) ?? row;
    if (state !== 'interrupted') return { outcome, exitCode };
  } catch (error) {
    warn(wordsOf(error));
  }
  return { outcome: 'failed', exitCode: 1, event };
}
