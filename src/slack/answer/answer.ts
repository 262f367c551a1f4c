import { join } from 'node:path';
import type { RoomConfig } from '../../context/config.ts';
import { OpsError, type Outcome } from '../../context/errors.ts';
import type { Event } from '../../context/events.ts';
import type { Clock, System } from '../../context/host.ts';
import type { Journal, RunRecord } from '../../context/journal.ts';
import { formatLine } from '../../context/line.ts';
import { failureOf, wordsOf } from '../../run/failure.ts';
import { attachedFolder } from '../../run/fetch.ts';
import { insist, isPassing } from '../../run/late.ts';
import { folderOf } from '../../run/output-folder.ts';
import type { Runner, Task } from '../../run/runner.ts';
import type { Ask } from '../ask/ask.ts';
import { askAbout } from '../ask/ask.ts';
import { isRepeatable } from '../ask/buttons.ts';
import { SlackCallError } from '../connection/call-error.ts';
import type { Identity } from '../connection/client.ts';
import type { Delivery, Place } from '../delivery/deliver.ts';
import type { Download } from '../delivery/download.ts';
import { dropPassing, openOutput } from '../delivery/output.ts';
import { markAnswered } from './answered.ts';
import { type Death, endLost, finishAs, interrupted, settleDeath, stopOf } from './death.ts';
import { createFollower, type End } from './follow.ts';
import { handOver, keptIn } from './hand-over.ts';
import type { Waiting } from './in-line.ts';
import { createLiveMessage, type LiveMessage, type Shown } from './live.ts';
import { admit, type Manners, threadOf, waitingOf } from './manners.ts';
import { createQuietMessage, isQuiet } from './quiet.ts';
import { absence, deliveryTo, keepAddress, keptAddress } from './reach.ts';
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
  /** Whether a line only acts on runs, and does not wait for them. */
  isUrgent(argv: readonly string[]): Promise<boolean>;
  /** What people call a room. */
  roomName(channel: string): Promise<string>;
  warn(message: string): void;
  download: Download;
  signal: AbortSignal;
}

/** How long it is tried to write down what the room knows already. */
const longestWriting = 10 * 60_000;

/** Carries an accepted run out and shows it, where it may run; true where it was put aside. `argv` is what was typed, secrets and all. */
export async function answer(
  message: Ask,
  row: RunRecord,
  argv: readonly string[],
  given: AnswerParts,
): Promise<boolean> {
  const parts = { ...given, delivery: deliveryFor(message, row, given) };
  const [settings, isUrgent] = await Promise.all([admit(message, argv, parts), parts.isUrgent(argv)]);
  if (settings instanceof OpsError) return refuse(message, row, settings, parts);
  const waiting = waitingOf(message, row, isUrgent);
  const refusal = parts.manners.inLine.refusal(waiting);
  if (refusal !== undefined) return refuse(message, row, refusal, parts);
  // In the same breath: the line is entered before another one asks whether there is room in it.
  return carryOut({ message, row, argv, settings, waiting }, parts);
}

/** Carries on a run that was put aside, in the message that told of it. */
export async function goOn(row: RunRecord, given: AnswerParts): Promise<boolean> {
  const message = askAbout(row, await keptAddress(given.journal, row.id));
  const parts = { ...given, delivery: deliveryFor(message, row, given) };
  const settings = await admit(message, row.argv, parts);
  if (settings instanceof OpsError) return refuse(message, row, settings, parts);
  const posted = (await parts.delivery.find(placeIn(message, row, settings)))?.ts;
  const waiting = waitingOf(message, row, false);
  return carryOut({ message, row, argv: row.argv, settings, waiting, resumed: { posted } }, parts);
}

interface Admitted {
  message: Ask;
  row: RunRecord;
  argv: readonly string[];
  settings: RoomConfig;
  waiting: Waiting;
  /** It was put aside before; where the message is known that told of it, by its ts. */
  resumed?: { posted: string | undefined };
}

async function carryOut(admitted: Admitted, parts: AnswerParts): Promise<boolean> {
  const { message, row, argv, settings, waiting, resumed } = admitted;
  const { runner, clock, journal, manners } = parts;
  const { run } = waiting;
  using _waiting = manners.inLine.enter(waiting);
  const sayEnd = settings.quiet ? undefined : markOf(message, run, manners, resumed !== undefined);
  const place = placeIn(message, row, settings);
  const live = openMessage(admitted, place, parts);
  const began = clock.now().getTime();
  const follow = createFollower();
  const onEvents = (events: readonly Event[]): undefined => live.add(follow.take(events)) as undefined;
  using stopping = stopOf(row, parts);
  const exit = runner.run(taskOf(argv, waiting, parts), onEvents, stopping.signal);
  const death = exit.then(async (how): Promise<Death> => {
    const end = follow.end();
    if (end !== undefined) return { end };
    const isOverdue = parts.signal.aborted && follow.isStarted();
    return settleDeath(stopping.asked() ?? interrupted(how, row, isOverdue), clock.now().getTime() - began, row, parts);
  });
  const { end, event } = await Promise.race([follow.ended.then((end): Death => ({ end })), death]);
  stopping[Symbol.dispose]();
  if (event !== undefined) live.add([...follow.cutOff(), event]);
  if (end.isParked) {
    await live.finished(end);
    await exit;
    return true;
  }
  // A run that did not get past its words has no other end in the journal.
  if (follow.isStarted()) manners.habits.learn(row.argv, end.ms);
  else await finishAs(end, row, parts).catch(() => {});
  let written: RunRecord | undefined;
  try {
    written = await show(live, end, place, row, parts);
  } finally {
    sayEnd?.(end.outcome);
    await exit;
  }
  // The room knows: the journal can wait.
  if (written?.finishedAt === undefined) {
    const isLost = follow.end() === undefined;
    await keepTrying(async () => void (await (isLost ? endLost : finishAs)(end, row, parts)), parts);
  }
  await keepTrying(() => markAnswered(journal, row, clock), parts);
  return false;
}

function taskOf(argv: readonly string[], { run, person, room, isUrgent }: Waiting, parts: AnswerParts): Task {
  const fail = (error: unknown): void => parts.warn(wordsOf(error));
  const onWait = (): void => void parts.manners.inLine.tell(run).catch(fail);
  return { run, argv, person, room, isUrgent: isUrgent === true, fetch: fetchFor(run, parts), onWait };
}

/** Brings a file that is attached to the message to where what is passing is kept. */
function fetchFor(run: string, { download, outputs }: AnswerParts): (id: string, largest: number) => Promise<string> {
  const folder = join(folderOf(outputs, run, 'passing'), attachedFolder);
  return (id, largest) => download(id, largest, join(folder, id.replace(/\W/g, '')));
}

/** Resolves when the room has all that it will ever have, with the run as the journal has it then, where it was read. */
async function show(
  live: LiveMessage,
  end: End,
  place: Place,
  row: RunRecord,
  parts: AnswerParts,
): Promise<RunRecord | undefined> {
  try {
    const { ts, thread, isWhole, isPrivate }: Shown = await live.finished(end);
    if (isPrivate) {
      await dropPassing(parts.outputs, row.id);
      return undefined;
    }
    const found = await parts.journal.run(row.id);
    const shown = { place: { ...place, thread: thread ?? ts }, isWhole, isAtRoot: thread === undefined };
    await handOver(found ?? row, shown, parts);
    return found;
  } catch (error) {
    // A room that says no stays so. One that did not answer is told later.
    if (!(error instanceof SlackCallError) || error.refusal === undefined) throw error;
    const isKept = (await openOutput(parts.outputs, row)) !== undefined;
    parts.warn(`${wordsOf(error)}${isKept ? `. ${keptIn(parts.outputs, row.id)}` : ''}`);
    return undefined;
  }
}

function placeIn(message: Ask, { id: run }: RunRecord, settings: RoomConfig): Place {
  return { channel: message.channel, thread: threadOf(message, settings), asked: message.ts, run };
}

/** Only a line that a person typed in the room has a message of theirs to be marked. */
function markOf(
  { way, channel, ts }: Ask,
  run: string,
  { reactions }: Manners,
  isMarked: boolean,
): ((outcome: Outcome) => void) | undefined {
  if (way !== 'message' || ts === undefined) return undefined;
  if (isMarked) return (outcome) => reactions.settle({ channel, ts, run }, outcome);
  return reactions.begin({ channel, ts, run });
}

function openMessage(
  { message, row, settings: { quiet }, resumed }: Admitted,
  place: Place,
  { delivery, clock, manners, roomName }: AnswerParts,
): LiveMessage {
  const { user, channelType, way } = message;
  const posted = resumed?.posted;
  const options = { delivery, clock, place, user, line: formatLine(row.argv), actor: row.actor.name, posted, roomName };
  if (isQuiet(message, row.argv)) return createQuietMessage(options);
  return createLiveMessage({
    ...options,
    isRepeatable: isRepeatable(row.argv),
    whisperUsage: channelType !== 'im',
    isUnseen: way !== 'message',
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
  return deliveryTo(message, parts, async (isNews) => {
    await keepAddress(journal, row, url, clock.now());
    if (isNews) return;
    await respond(url, { ...absence(formatLine(row.argv), parts.identity.name), thread, isForAll: false });
  });
}

/** A line that was taken and does not run after all: its sender alone is told, and the journal says so. */
async function refuse(message: Ask, row: RunRecord, error: OpsError, parts: AnswerParts): Promise<false> {
  const { delivery, journal, clock, warn } = parts;
  await whisperRefusal(delivery, message, error).catch((fault: unknown) => {
    warn(`why run ${row.id} was refused could not be told: ${wordsOf(fault)}`);
  });
  const { end } = failureOf(error, row.id);
  await keepTrying(() => finishAs({ ...end, ms: 0 }, row, parts), parts);
  await keepTrying(() => markAnswered(journal, row, clock), parts);
  return false;
}

async function keepTrying(write: () => Promise<void>, { clock, signal, warn }: AnswerParts): Promise<void> {
  try {
    await write();
  } catch (error) {
    warn(wordsOf(error));
    if (isPassing(error)) await insist(write, { clock, signal, most: longestWriting });
  }
}
