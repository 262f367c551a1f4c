import { resolveName } from '../command/registry.ts';
import type { Config, LoadedConfig, SlackConfig } from '../context/config.ts';
import type { Context, Project } from '../context/context.ts';
import { OpsError } from '../context/errors.ts';
import type { Journal } from '../context/journal.ts';
import { withLocalPeople } from '../context/local-people.ts';
import { wordsOf } from '../run/failure.ts';
import { keepSwept } from '../run/output.ts';
import { outputFolder } from '../run/output-folder.ts';
import type { Runner } from '../run/runner.ts';
import type { Turns } from '../run/turns.ts';
import { watchRooms } from './absent.ts';
import { keepTelling } from './answer/answered.ts';
import { createBell } from './answer/bell.ts';
import { removeDoubles } from './answer/doubles.ts';
import { createKeepNames } from './answer/keep-names.ts';
import { openManners } from './answer/manners.ts';
import { remembered } from './answer/remembered.ts';
import { createRespond } from './answer/respond.ts';
import { keepWatching } from './answer/watching.ts';
import { isTalk } from './ask/talk.ts';
import { type SlackConnection, usualApiUrl } from './connection/client.ts';
import { keepAsking } from './connection/heartbeat.ts';
import { longestWait } from './connection/lateness.ts';
import type { LocalSlack } from './connection/local.ts';
import { createRoomNames } from './connection/room-names.ts';
import type { Envelope } from './connection/socket.ts';
import { createDelivery } from './delivery/deliver.ts';
import { createDownload } from './delivery/download.ts';
import { createLane } from './delivery/lane.ts';
import { createPace } from './delivery/pace.ts';
import { drain, within } from './drain.ts';
import type { Forms } from './form/form.ts';
import { keepGroups } from './groups.ts';
import { watchAsked } from './home/asked.ts';
import { createHome } from './home/home.ts';
import { createHomes } from './home/keep.ts';
import { createListener } from './listener.ts';
import { createNames } from './people.ts';
import type { Watch } from './watch.ts';

export interface Serving {
  context: Context;
  connection: SlackConnection;
  runner: Runner;
  turns: Turns;
  names: readonly string[];
  slack: SlackConfig;
  local: LocalSlack | undefined;
  /** Milliseconds that lines which run have to end. */
  grace: number;
  watch: Watch;
  warn(message: string): void;
}

/** Milliseconds that the last reactions have to go out. */
const reactionGrace = 1000;
/** Well below what Slack takes of views.publish, 100 a minute: whoever looks at a Home tab is not waited for. */
const publishRate = { perMinute: 40, burst: 5 } as const;

/** Answers until it is stopped; resolves with the sandbox that was started in the place of this one, where one was. */
export async function serve(parts: Serving): Promise<LocalSlack | undefined> {
  const { context, connection, local, grace, watch, warn } = parts;
  const { clock, output, signal } = context;
  const { identity, call } = connection;
  const [closing, stopping] = [new AbortController(), new AbortController()];
  const stop = (): void => stopping.abort(signal.reason);
  const room = await openRoom(parts);
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

/** All that lines are answered with. */
async function openRoom({ context, connection, runner, turns, names, slack, local, watch, warn }: Serving) {
  const { word, botToken, apiUrl = usualApiUrl } = slack;
  const { project, clock, config, http } = context;
  const { identity, call } = connection;
  const journal = await readyJournal(project, runner);
  const roomName = createRoomNames(call);
  const sent = watch.delivery(createDelivery({ call, http, clock, bot: () => identity.botId, waited: watch.waited }));
  const { delivery, left } = watchRooms(sent, { bot: identity.name, roomName, warn });
  const manners = await openManners({ config, turns, delivery, call, clock, warn });
  const name = createNames(call);
  const publishing = createLane(createPace({ clock, rate: publishRate, atOnce: 1 }), clock);
  const publish = (user: string, view: object) => publishing.take(() => call('views.publish', { user_id: user, view }));
  const draw = createHome({ identity, project, people: local?.people ?? {}, slack: local && slack, name });
  const commands = remembered(names, project.names, clock, warn);
  return {
    ...{ identity, call, delivery, journal, runner, clock, manners, word, warn, left },
    bell: createBell(),
    respond: createRespond(http),
    outputs: outputFolder(project.loaded.config.journal.path),
    processes: project.processes,
    commands,
    isUrgent: async (argv: readonly string[]) => {
      const command = resolveName(argv, await commands())?.name;
      return command !== undefined && project.isUrgent(command);
    },
    mask: project.mask,
    // A Slack on this machine has a clock of its own, which may stand.
    longestWait: local === undefined ? longestWait : Number.POSITIVE_INFINITY,
    ...{ name, roomName, keepName: createKeepNames({ call, journal, clock }) },
    forms: {
      form: project.form,
      fill: project.fill,
      refuses: (command, who) => project.refuses(command, { ...who, people: local?.people ?? {} }),
    } satisfies Forms,
    codes: project.codes(local?.people ?? {}),
    homes: createHomes({ draw, publish, clock, signal: context.signal, warn }),
    download: createDownload({ call, http, token: botToken, apiUrl }),
  };
}

/** Those of a Slack on this machine among them, for those who are called there. */
function peopleIn(loaded: LoadedConfig, local: LocalSlack | undefined): Config['people'] {
  const config = { ...loaded.config, people: structuredClone(loaded.config.people) };
  return withLocalPeople({ ...loaded, config }, local?.people ?? {}).config.people;
}

/** Where all is there that a line needs. */
async function readyJournal({ journal }: Project, runner: Runner): Promise<Journal> {
  if (journal === undefined) throw new OpsError('config', 'there is no journal: no .chatopsrc was found');
  if (await runner.warm()) return journal;
  throw new OpsError('unavailable', 'the processes that run lines cannot be started');
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
