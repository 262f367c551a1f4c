import { OpsError } from '../context/errors.ts';
import type { Actor, Clock, System } from '../context/host.ts';
import type { Journal, RunRecord } from '../context/journal.ts';
import { formatLine } from '../context/line.ts';
import { wordsOf } from '../run/failure.ts';
import { notRecorded } from '../run/record.ts';
import type { Runner } from '../run/runner.ts';
import { type Addressed, addressed } from './address.ts';
import { answer } from './answer.ts';
import type { Identity } from './client.ts';
import type { Delivery } from './deliver.ts';
import { claimOf, type RoomMessage, readMessage } from './message.ts';
import { createRecent } from './recent.ts';
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
  name(user: string): Promise<string>;
  warn(message: string): void;
  /** Aborted when no more lines are taken, and those that run are to end. */
  signal: AbortSignal;
}

export interface Listener {
  onEnvelope(envelope: Envelope): Promise<void>;
  /** Resolves when no run is under way. */
  idle(): Promise<void>;
}

/** Message → argv → claim → ack → run → one live message. */
export function createListener(parts: ListenerParts): Listener {
  const running = new Set<Promise<void>>();
  // The journal knows which lines ran. These did not, and their senders were told why.
  const told = createRecent(1000);
  return {
    onEnvelope: async ({ type, body, ack }) => {
      const message = type === 'events_api' ? readMessage(body, parts.identity) : undefined;
      const address = message === undefined ? undefined : await addressOf(message, parts);
      if (message === undefined || address === undefined || address.kind === 'talk') return ack();
      const key = claimOf(message);
      if (told.has(key)) return ack();
      if (address.kind !== 'line') {
        told.add(key);
        await ack();
        return whisper(message, address, parts);
      }
      // Without an ack it comes again, to the next listener.
      if (parts.signal.aborted) return;
      const row = await claim(message, address.argv, parts).catch((error: unknown) =>
        notRecorded(error, notRun(address.argv)),
      );
      if (row instanceof OpsError) {
        told.add(key);
        await whisperRefusal(parts.delivery, message, row).catch((error: unknown) => {
          told.forget(key);
          throw error;
        });
      }
      const begun = ack();
      if (row === undefined || row instanceof OpsError) return begun;
      const run = begun.then(() => answer(message, row, parts)).catch((error: unknown) => parts.warn(wordsOf(error)));
      running.add(run);
      void run.finally(() => running.delete(run));
    },
    idle: async () => void (await Promise.all(running)),
  };
}

async function addressOf(message: RoomMessage, { identity, word, commands }: ListenerParts): Promise<Addressed> {
  const { text, blocks, channelType } = message;
  return addressed({ text, blocks, channelType, botUserId: identity.userId, word, commands: await commands() });
}

function whisper(
  message: RoomMessage,
  address: Extract<Addressed, { kind: 'unknown' | 'refused' }>,
  { delivery, word }: ListenerParts,
): Promise<void> {
  if (address.kind === 'unknown') return whisperUnknown(delivery, message, address, word);
  return whisperRefusal(delivery, message, address.error);
}

/** Claimed before it is acknowledged: what Slack sends again is known, what was not claimed comes again. */
async function claim(
  message: RoomMessage,
  argv: readonly string[],
  parts: ListenerParts,
): Promise<RunRecord | undefined> {
  const { team, channel, ts, thread, user, userTeam } = message;
  const actor: Actor = { id: `slack:${userTeam}:${user}`, name: await parts.name(user) };
  return parts.journal.accept({
    argv,
    actor,
    origin: { type: 'room', team, channel, message: ts, ...(thread === undefined ? {} : { thread }) },
    process: parts.processes.identify(),
    at: parts.clock.now(),
    claim: claimOf(message),
  });
}

function notRun(argv: readonly string[]): string {
  return `${formatLine(argv)} was not run`;
}
