import type { Outcome } from '../context/errors.ts';
import { OpsError } from '../context/errors.ts';
import type { Event } from '../context/events.ts';
import type { Actor, Clock, ProcessId } from '../context/host.ts';
import type { Journal, RunRecord } from '../context/journal.ts';
import { formatLine } from '../context/line.ts';
import { failureOf } from '../run/failure.ts';
import type { Runner } from '../run/runner.ts';
import { addressed } from './address.ts';
import type { Envelope, Identity } from './client.ts';
import type { Delivery } from './deliver.ts';
import { createLiveMessage, type LiveMessage } from './live.ts';
import { claimOf, type RoomMessage, readMessage } from './message.ts';
import { whisperRefusal, whisperUnknown } from './whisper.ts';

export interface ListenerParts {
  identity: Identity;
  delivery: Delivery;
  journal: Journal;
  runner: Runner;
  clock: Clock;
  self: ProcessId;
  /** The first word of a line. */
  word: string;
  commands(): Promise<readonly string[]>;
  name(user: string): Promise<string>;
  warn(message: string): void;
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
  return {
    onEnvelope: async ({ type, body, ack }) => {
      const message = type === 'events_api' ? readMessage(body, parts.identity) : undefined;
      const address = message === undefined ? undefined : await addressOf(message, parts);
      if (message === undefined || address === undefined || address.kind === 'talk') return ack();
      if (address.kind === 'unknown') {
        await ack();
        return whisperUnknown(parts.delivery, message, address, parts.word);
      }
      if (address.kind === 'refused') {
        await ack();
        return whisperRefusal(parts.delivery, message, address.error);
      }
      // Claimed before it is acknowledged: what Slack sends again is known, what was not claimed comes again.
      const row = await claim(message, address.argv, parts);
      await ack();
      if (row === undefined || parts.signal.aborted) return;
      const run = answer(message, row, parts).catch((error: unknown) => parts.warn(wordsOf(error)));
      running.add(run);
      void run.finally(() => running.delete(run));
    },
    idle: async () => void (await Promise.all(running)),
  };
}

async function addressOf(message: RoomMessage, { identity, word, commands }: ListenerParts) {
  const { text, blocks, channelType } = message;
  return addressed({ text, blocks, channelType, botUserId: identity.userId, word, commands: await commands() });
}

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
    process: parts.self,
    at: parts.clock.now(),
    claim: claimOf(message),
  });
}

/** Carries an accepted run out and shows it. */
async function answer(message: RoomMessage, row: RunRecord, parts: ListenerParts): Promise<void> {
  const { channel, thread, user, channelType } = message;
  const live = createLiveMessage({
    delivery: parts.delivery,
    clock: parts.clock,
    channel,
    thread,
    user,
    run: row.id,
    line: formatLine(row.argv),
    actor: row.actor.name,
    whisperUsage: channelType !== 'im',
  });
  const began = parts.clock.now().getTime();
  let finished: Extract<Event, { type: 'finished' }> | undefined;
  const end = await parts.runner.run(
    row.id,
    (events) => {
      finished = events.find((event) => event.type === 'finished') ?? finished;
      live.add(events);
      return undefined;
    },
    parts.signal,
  );
  if (end.type === 'died' && finished === undefined) return reportDeath(end.how, row, live, parts, began);
  const { outcome, exitCode, ms } = finished ?? { outcome: 'bug' as Outcome, exitCode: 70, ms: 0 };
  // A run that did not get past its words has no other end in the journal.
  await parts.journal.finish(row.id, {
    state: outcome === 'ok' ? 'succeeded' : 'failed',
    outcome,
    exitCode,
    at: parts.clock.now(),
  });
  await live.finished({ outcome, exitCode, ms });
}

async function reportDeath(
  how: string,
  row: RunRecord,
  live: LiveMessage,
  parts: ListenerParts,
  began: number,
): Promise<void> {
  const { clock, journal } = parts;
  const message = `the process of this run died: ${how}. It was not run again`;
  const { event } = failureOf(new OpsError('failed', message, { hint: formatLine(row.argv) }), row.id);
  await journal.finish(row.id, { state: 'interrupted', outcome: 'failed', exitCode: 1, message, at: clock.now() });
  live.add([event]);
  await live.finished({ outcome: 'failed', exitCode: 1, ms: clock.now().getTime() - began });
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
