import { join } from 'node:path';
import type { RoomConfig } from '../../context/config.ts';
import { OpsError, type Outcome } from '../../context/errors.ts';
import type { Event } from '../../context/events.ts';
import type { Clock, System } from '../../context/host.ts';
import type { Journal, RunRecord } from '../../context/journal.ts';
import { formatLine } from '../../context/line.ts';
import { stopAfter } from '../../run/cancel.ts';
import { failureOf, wordsOf } from '../../run/failure.ts';
import { attachedFolder } from '../../run/fetch.ts';
import { insist, isPassing } from '../../run/late.ts';
import { folderOf } from '../../run/output-folder.ts';
import { recover } from '../../run/record.ts';
import type { Runner } from '../../run/runner.ts';
import { watchForStop } from '../../run/stop-watch.ts';
import type { Ask } from '../ask/ask.ts';
import { isRepeatable } from '../ask/buttons.ts';
import { SlackCallError } from '../connection/call-error.ts';
import type { Identity } from '../connection/client.ts';
import type { Delivery, Place } from '../delivery/deliver.ts';
import type { Download } from '../delivery/download.ts';
import { dropPassing, openOutput } from '../delivery/output.ts';
import { markAnswered, warnOfOthers } from './answered.ts';
import { createFollower, type End } from './follow.ts';
import { handOver, keptIn } from './hand-over.ts';
import { createLiveMessage, type LiveMessage, type Shown } from './live.ts';
import { admit, type Manners, threadOf, waitingOf } from './manners.ts';
import { createQuietMessage, isQuiet } from './quiet.ts';
import { absence, deliveryTo, keepAddress } from './reach.ts';
import type { Respond } from './respond.ts';
import { whisperRefusal } from './whisper.ts';

export interface AnswerParts {
  identity: Pick<Identity, 'name'>;
  delivery: Delivery;
  respond: Respond;
  journal: Journal;
  runner: Runner;
  clock: Clock;
  /** Where the output of runs is kept. */
  outputs: string;
  processes: Pick<System, 'alive' | 'killGroup' | 'killRun'>;
  manners: Manners;
  commands(): Promise<readonly string[]>;
  warn(message: string): void;
  download: Download;
  signal: AbortSignal;
}

/** How long it is tried to write down what the room knows already. */
const longestWriting = 10 * 60_000;

/** Carries an accepted run out and shows it, where it may run. `argv` is what was typed, secrets and all. */
export async function answer(message: Ask, row: RunRecord, argv: readonly string[], given: AnswerParts): Promise<void> {
  const parts = { ...given, delivery: deliveryFor(message, row, given) };
  const settings = await admit(message, argv, parts);
  if (settings instanceof OpsError) return refuse(message, row, settings, parts);
  const refusal = parts.manners.inLine.refusal(waitingOf(message, row));
  if (refusal !== undefined) return refuse(message, row, refusal, parts);
  // In the same breath: the line is entered before another one asks whether there is room in it.
  await carryOut({ message, row, argv, settings }, parts);
}

interface Admitted {
  message: Ask;
  row: RunRecord;
  argv: readonly string[];
  settings: RoomConfig;
}

async function carryOut({ message, row, argv, settings }: Admitted, parts: AnswerParts): Promise<void> {
  const { runner, clock, journal, manners } = parts;
  const { run, person, room } = waitingOf(message, row);
  using _waiting = manners.inLine.enter(waitingOf(message, row));
  const sayEnd = settings.quiet ? undefined : markOf(message, run, manners);
  const place = { channel: message.channel, thread: threadOf(message, settings), asked: message.ts, run };
  const live = openMessage(message, row, place, settings, parts);
  const began = clock.now().getTime();
  const follow = createFollower();
  const onEvents = (events: readonly Event[]): undefined => live.add(follow.take(events)) as undefined;
  using stopping = stopOf(row, parts);
  const exit = runner.run({ run, argv, person, room, fetch: fetchFor(run, parts) }, onEvents, stopping.signal);
  const death = exit.then(async (how): Promise<Death> => {
    const end = follow.end();
    if (end !== undefined) return { end };
    const words = how.type === 'died' ? how.how : 'its process said nothing of its end';
    return settleDeath(stopping.asked() ?? interrupted(words, row), clock.now().getTime() - began, row, parts);
  });
  const { end, event } = await Promise.race([follow.ended.then((end): Death => ({ end })), death]);
  stopping[Symbol.dispose]();
  if (event !== undefined) live.add([event]);
  // A run that did not get past its words has no other end in the journal.
  if (follow.isStarted()) manners.habits.learn(row.argv, end.ms);
  else await settle(end, row, parts).catch(() => {});
  try {
    await show(live, end, place, row, parts);
  } finally {
    sayEnd?.(end.outcome);
    await exit;
  }
  // The room knows: the journal can wait.
  await keepTrying(() => settle(end, row, parts), parts);
  await keepTrying(() => markAnswered(journal, row, clock), parts);
}

/** Brings a file that is attached to the message to where what is passing is kept. */
function fetchFor(run: string, { download, outputs }: AnswerParts): (id: string, largest: number) => Promise<string> {
  const folder = join(folderOf(outputs, run, 'passing'), attachedFolder);
  return (id, largest) => download(id, largest, join(folder, id.replace(/\W/g, '')));
}

/** Resolves when the room has all that it will ever have. */
async function show(live: LiveMessage, end: End, place: Place, row: RunRecord, parts: AnswerParts): Promise<void> {
  try {
    const { ts, thread, isWhole, isPrivate }: Shown = await live.finished(end);
    if (isPrivate) return await dropPassing(parts.outputs, row.id);
    const found = (await parts.journal.run(row.id)) ?? row;
    await handOver(found, { place: { ...place, thread: thread ?? ts }, isWhole }, parts);
  } catch (error) {
    // A room that says no stays so. One that did not answer is told later.
    if (!(error instanceof SlackCallError) || error.refusal === undefined) throw error;
    const isKept = (await openOutput(parts.outputs, row)) !== undefined;
    parts.warn(`${wordsOf(error)}${isKept ? `. ${keptIn(parts.outputs, row.id)}` : ''}`);
  }
}

/** Only a line that a person typed in the room has a message of theirs to be marked. */
function markOf(
  { way, channel, ts }: Ask,
  run: string,
  { reactions }: Manners,
): ((outcome: Outcome) => void) | undefined {
  return way === 'message' && ts !== undefined ? reactions.begin({ channel, ts, run }) : undefined;
}

function openMessage(
  message: Ask,
  row: RunRecord,
  place: Place,
  { quiet }: RoomConfig,
  { delivery, clock, manners }: AnswerParts,
): LiveMessage {
  const { user, channelType } = message;
  const options = { delivery, clock, place, user, line: formatLine(row.argv), actor: row.actor.name };
  if (isQuiet(message, row.argv)) return createQuietMessage(options);
  return createLiveMessage({
    ...options,
    isRepeatable: isRepeatable(row.argv),
    whisperUsage: channelType !== 'im',
    sayPlace: () => manners.inLine.tell(row.id),
    isQuick: manners.habits.isQuick(row.argv),
    quiet,
  });
}

/** Should the app not be in the room, whoever asked is told so, and the next listener knows how to reach it. */
function deliveryFor(message: Ask, row: RunRecord, parts: AnswerParts): Delivery {
  const { journal, clock, respond } = parts;
  const { responseUrl: url, thread } = message;
  if (url === undefined) return parts.delivery;
  return deliveryTo(message, parts, async () => {
    await keepAddress(journal, row, url, clock.now());
    await respond(url, { ...absence(formatLine(row.argv), parts.identity.name), thread, isForAll: false });
  });
}

/** A line that was taken and does not run after all: its sender alone is told, and the journal says so. */
async function refuse(message: Ask, row: RunRecord, error: OpsError, parts: AnswerParts): Promise<void> {
  const { delivery, journal, clock, warn } = parts;
  await whisperRefusal(delivery, message, error).catch((fault: unknown) => {
    warn(`why run ${row.id} was refused could not be told: ${wordsOf(fault)}`);
  });
  const { end } = failureOf(error, row.id);
  await keepTrying(() => settle({ ...end, ms: 0 }, row, parts), parts);
  await keepTrying(() => markAnswered(journal, row, clock), parts);
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

/**
 * A run that waits for its turn has no process that could look whether it is to stop, and one whose process heeds nothing
 * is ended after its grace: the listener looks too.
 */
function stopOf(
  row: RunRecord,
  parts: AnswerParts,
): Disposable & { signal: AbortSignal; asked(): OpsError | undefined } {
  const limit = stopAfter(parts, 0);
  let asked: OpsError | undefined;
  const watch = watchForStop(parts.journal, row.id, (reason) => {
    asked = reason;
    limit.stop(reason);
  });
  return {
    signal: limit.signal,
    asked: () => asked,
    [Symbol.dispose]: () => {
      watch[Symbol.dispose]();
      limit[Symbol.dispose]();
    },
  };
}

function interrupted(how: string, { argv }: RunRecord): OpsError {
  return new OpsError('failed', `the run was interrupted: ${how}. It was not run again`, { hint: formatLine(argv) });
}

/** What the process left running is ended, and what it held is free. */
async function settleDeath(why: OpsError, ms: number, row: RunRecord, parts: AnswerParts): Promise<Death> {
  const { journal, processes, clock, warn } = parts;
  const failed = failureOf(why, row.id);
  const state = why.outcome === 'cancelled' ? 'cancelled' : 'interrupted';
  const end = { ...failed.end, state, ms } as const;
  try {
    warnOfOthers(await recover(journal, processes, clock), warn);
    await journal.finish(row.id, { ...end, at: clock.now() });
    const found = (await journal.run(row.id)) ?? row;
    if (found.state === state) return { end, event: failed.event };
    const { outcome = 'failed', exitCode = 1, message } = found;
    const settled = { state: found.state, outcome, exitCode, ms };
    if (outcome !== 'cancelled') return { end: settled };
    return { end: settled, event: failureOf(new OpsError('cancelled', message ?? found.state), row.id).event };
  } catch (error) {
    warn(wordsOf(error));
  }
  return { end, event: failed.event };
}
