import type { Actor, Clock, System } from '../context/host.ts';
import type { Journal, NewRun, RunRecord } from '../context/journal.ts';
import { formatLine } from '../context/line.ts';
import { wordsOf } from '../run/failure.ts';
import { notRecorded } from '../run/record.ts';
import type { Runner } from '../run/runner.ts';
import { type Addressed, addressed } from './address.ts';
import { answer } from './answer.ts';
import { SlackCallError } from './call-error.ts';
import type { Identity } from './client.ts';
import type { Delivery } from './deliver.ts';
import type { Download } from './download.ts';
import { tooLate } from './lateness.ts';
import { claimOf, type RoomMessage, readMessage } from './message.ts';
import { createRecent, type Recent } from './recent.ts';
import { createSeal, type Seal } from './seal.ts';
import type { Envelope } from './socket.ts';
import { whisperRefusal, whisperUnknown } from './whisper.ts';

export interface ListenerParts {
  identity: Identity;
  delivery: Delivery;
  journal: Journal;
  runner: Runner;
  clock: Clock;
  /** Where the output of runs is kept until their rooms have it. */
  outputs: string;
  processes: Pick<System, 'identify' | 'alive' | 'killGroup' | 'killRun'>;
  /** The first word of a line. */
  word: string;
  commands(): Promise<readonly string[]>;
  /** Milliseconds after which a line is not run any more. */
  longestWait: number;
  /** A line's words as they may be kept and shown. */
  mask(argv: readonly string[]): Promise<readonly string[]>;
  name(user: string): Promise<string>;
  warn(message: string): void;
  download: Download;
  /** Aborted when no more lines are taken, and those that run are to end. */
  signal: AbortSignal;
}

export interface Listener {
  onEnvelope(envelope: Envelope): Promise<void>;
  /** Whether that run's room is being told of it. */
  isBusy(run: string): boolean;
  /** Resolves when no run is under way. */
  idle(): Promise<void>;
}

/** Message → argv → claim → ack → run → one live message. */
export function createListener(parts: ListenerParts): Listener {
  const running = new Map<string, Promise<void>>();
  // The journal knows which lines ran. These did not, and their senders were told why.
  const told = createRecent(1000);
  const taking = new Map<string, Promise<RunRecord | undefined>>();
  const seal = createSeal(parts);
  const begin = (message: RoomMessage, row: RunRecord, argv: readonly string[], acked: Promise<void>): void => {
    const run = acked.then(() => answer(message, row, argv, parts)).catch((error) => parts.warn(wordsOf(error)));
    running.set(row.id, run);
    void run.finally(() => running.delete(row.id));
  };
  return {
    onEnvelope: async ({ type, body, ack }) => {
      const message = type === 'events_api' ? readMessage(body, parts.identity) : undefined;
      const address = message === undefined ? undefined : await addressOf(message, parts);
      if (message === undefined || address === undefined || address.kind === 'talk') return ack();
      const key = claimOf(message);
      if (told.has(key)) return ack();
      const late = address.kind === 'line' ? tooLate(message, parts.clock.now(), parts.longestWait) : undefined;
      if (address.kind !== 'line' || late !== undefined) {
        told.add(key);
        await ack();
        return late === undefined ? whisper(message, address, parts) : whisperRefusal(parts.delivery, message, late);
      }
      // Without an ack it comes again, to the next listener.
      if (parts.signal.aborted) return;
      const earlier = taking.get(key);
      if (earlier !== undefined) return earlier.then(() => ack());
      const taken = take(message, address.argv, { told, seal }, parts).finally(() => taking.delete(key));
      taking.set(key, taken);
      const row = await taken;
      const acked = ack();
      if (row === undefined) return acked;
      begin(message, row, address.argv, acked);
    },
    isBusy: (run) => running.has(run),
    idle: async () => void (await Promise.all(running.values())),
  };
}

async function addressOf(message: RoomMessage, { identity, word, commands }: ListenerParts): Promise<Addressed> {
  const { text, blocks, channelType } = message;
  const address = addressed({
    text,
    blocks,
    channelType,
    botUserId: identity.userId,
    word,
    commands: await commands(),
  });
  // A picture alone, sent to the bot, asks for nothing.
  if (address.kind === 'line' && address.argv.length === 0 && text.trim() === '') return { kind: 'talk' };
  return address;
}

function whisper(
  message: RoomMessage,
  address: Addressed,
  { delivery, word }: Pick<ListenerParts, 'delivery' | 'word'>,
): Promise<void> {
  if (address.kind === 'unknown') return whisperUnknown(delivery, message, address, word);
  if (address.kind === 'refused') return whisperRefusal(delivery, message, address.error);
  throw new Error(`nothing is to be whispered of a ${address.kind}`);
}

/**
 * Claimed before it is acknowledged: what Slack sends again is known, what was not claimed comes again. Nothing comes
 * back where it was claimed before, and where it cannot be: then its sender has been told.
 */
async function take(
  message: RoomMessage,
  argv: readonly string[],
  { told, seal }: { told: Recent; seal: Seal },
  parts: ListenerParts,
): Promise<RunRecord | undefined> {
  const run = await newRun(message, argv, parts);
  try {
    return await parts.journal.accept(run);
  } catch (error) {
    const refusal = notRecorded(error, `${formatLine(run.argv)} was not run`);
    const key = claimOf(message);
    told.add(key);
    await whisperRefusal(parts.delivery, message, refusal).catch((fault: unknown) => {
      // Perhaps it was told, and only the answer is lost.
      if (!(fault instanceof SlackCallError) || fault.refusal === undefined) return parts.warn(wordsOf(fault));
      // Nobody knows of it yet: when it comes again, it may run.
      told.forget(key);
      throw fault;
    });
    seal(message, run, refusal);
    return undefined;
  }
}

async function newRun(message: RoomMessage, argv: readonly string[], parts: ListenerParts): Promise<NewRun> {
  const { team, channel, ts, thread, user, userTeam, files } = message;
  const actor: Actor = { id: `slack:${userTeam}:${user}`, name: await parts.name(user) };
  return {
    argv: await parts.mask(argv),
    actor,
    origin: {
      ...{ type: 'room', team, channel, message: ts },
      ...(thread === undefined ? {} : { thread }),
      // A run that is asked for again finds them here.
      ...(files.length === 0 ? {} : { files }),
    },
    process: parts.processes.identify(),
    at: parts.clock.now(),
    claim: claimOf(message),
  };
}
