import type { Config, LoadedConfig } from '../context/config.ts';
import type { Context } from '../context/context.ts';
import { OpsError } from '../context/errors.ts';
import type { Journal } from '../context/journal.ts';
import { withLocalPeople } from '../context/local-people.ts';
import { wordsOf } from '../run/failure.ts';
import { keepSwept } from '../run/output.ts';
import { keepTelling } from './answer/answered.ts';
import { removeDoubles } from './answer/doubles.ts';
import { keepWatching } from './answer/watching.ts';
import { isTalk } from './ask/talk.ts';
import type { SlackConnection } from './connection/client.ts';
import { keepAsking } from './connection/heartbeat.ts';
import type { LocalSlack } from './connection/local.ts';
import type { Envelope } from './connection/socket.ts';
import { drain, within } from './drain.ts';
import { keepGroups } from './groups.ts';
import { watchAsked } from './home/asked.ts';
import { createListener } from './listener.ts';
import { rehearse } from './rehearse.ts';
import { openRoom, type RoomParts } from './room.ts';

export interface Serving extends Omit<RoomParts, 'journal'> {
  context: Context;
  connection: SlackConnection;
  /** Milliseconds that lines which run have to end. */
  grace: number;
}

/** Milliseconds that the last reactions have to go out. */
const reactionGrace = 1000;

/** Answers until it is stopped; resolves with the sandbox that was started in the place of this one, where one was. */
export async function serve(parts: Serving): Promise<LocalSlack | undefined> {
  const { context, connection, local, grace, watch, warn } = parts;
  const { clock, output, signal } = context;
  const { identity, call } = connection;
  const [closing, stopping] = [new AbortController(), new AbortController()];
  const stop = (): void => stopping.abort(signal.reason);
  const [journal] = await Promise.all([readyJournal(parts), rehearse(parts).catch(() => {})]);
  const room = await openRoom({ ...parts, journal });
  const listener = createListener({ ...room, closing: closing.signal, signal: stopping.signal });
  const onEnvelope = (envelope: Envelope): Promise<void> => {
    room.left(envelope.body);
    return listener.onEnvelope(envelope);
  };
  const { lost, close } = await connection.start(onEnvelope, { isTalk: (body) => isTalk(body, room) });
  output.note(`Listening as @${identity.name} in ${identity.teamName}. Ctrl-C ends it.`);
  const telling = {
    ...room,
    team: identity.team,
    isBusy: listener.isBusy,
    lookAtAsked: watchAsked({ ...room, team: identity.team }),
    goOn: listener.goOn,
    signal: stopping.signal,
  };
  keepTelling(telling).catch((error: unknown) => warn(wordsOf(error)));
  const people = peopleIn(context.project.loaded, local);
  keepWatching({ ...telling, people, builds: context.services.builds }).catch((error: unknown) => warn(wordsOf(error)));
  removeDoubles(telling).catch((error: unknown) => warn(wordsOf(error)));
  void keepSwept(room.outputs, context.config.output, telling);
  void keepAsking(call, clock, closing.signal);
  void keepGroups(parts, closing.signal);
  const reason = await Promise.race([goneFrom(local, lost, stopping.signal), aborted(signal)]);
  closing.abort();
  watch.closing();
  // Without Slack nobody could be told of what goes on.
  if (reason !== undefined) stop();
  await Promise.all([close(), drain({ grace, listener, clock, stop, note: output.note })]);
  await within(reactionGrace, room.manners.reactions.idle(), clock);
  if (reason instanceof OpsError) throw reason;
  return reason;
}

/** Where all is there that a line needs. */
async function readyJournal({ context, runner }: Serving): Promise<Journal> {
  const { journal } = context.project;
  if (journal === undefined) throw new OpsError('config', 'there is no journal: no .chatopsrc was found');
  if (await runner.warm()) return journal;
  throw new OpsError('unavailable', 'the processes that run lines cannot be started');
}

/** Those of a Slack on this machine among them, for those who are called there. */
function peopleIn(loaded: LoadedConfig, local: LocalSlack | undefined): Config['people'] {
  const config = { ...loaded.config, people: structuredClone(loaded.config.people) };
  return withLocalPeople({ ...loaded, config }, local?.people ?? {}).config.people;
}

/** A sandbox that was started anew refuses the tokens of the one before it. */
function goneFrom(
  local: LocalSlack | undefined,
  lost: Promise<OpsError>,
  signal: AbortSignal,
): Promise<LocalSlack | OpsError> {
  if (local === undefined) return lost;
  const gone = Promise.race([lost.then(async (reason) => (await local.successor()) ?? reason), local.gone(signal)]);
  gone.catch(() => {});
  return gone;
}

async function aborted(signal: AbortSignal): Promise<undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  if (signal.aborted) resolve(undefined);
  else signal.addEventListener('abort', () => resolve(undefined), { once: true });
  return promise;
}
