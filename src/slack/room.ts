import { resolveName } from '../command/registry.ts';
import type { Config, SlackConfig } from '../context/config.ts';
import type { Context } from '../context/context.ts';
import type { Journal } from '../context/journal.ts';
import { outputFolder } from '../run/output-folder.ts';
import type { Runner } from '../run/runner.ts';
import type { Turns } from '../run/turns.ts';
import { watchRooms } from './absent.ts';
import { createBell } from './answer/bell.ts';
import { createKeepNames } from './answer/keep-names.ts';
import { openManners } from './answer/manners.ts';
import { remembered } from './answer/remembered.ts';
import { createRespond } from './answer/respond.ts';
import { type SlackConnection, usualApiUrl } from './connection/client.ts';
import { longestWait } from './connection/lateness.ts';
import type { LocalSlack } from './connection/local.ts';
import { createRoomNames } from './connection/room-names.ts';
import { createDelivery } from './delivery/deliver.ts';
import { createDownload } from './delivery/download.ts';
import { createLane } from './delivery/lane.ts';
import { createPace } from './delivery/pace.ts';
import type { Forms } from './form/form.ts';
import { createHome } from './home/home.ts';
import { createHomes } from './home/keep.ts';
import { createNames } from './people.ts';
import type { Watch } from './watch.ts';

/** Well below what Slack takes of views.publish, 100 a minute: whoever looks at a Home tab is not waited for. */
const publishRate = { perMinute: 40, burst: 5 } as const;

export interface RoomParts {
  context: Pick<Context, 'project' | 'clock' | 'http' | 'signal'> & { config: Pick<Config, 'rooms'> };
  connection: Pick<SlackConnection, 'identity' | 'call'>;
  journal: Journal;
  runner: Runner;
  turns: Turns;
  names: readonly string[];
  slack: SlackConfig;
  local: LocalSlack | undefined;
  watch: Watch;
  warn(message: string): void;
}

/** All that lines are answered with. */
export async function openRoom(parts: RoomParts) {
  const { context, connection, journal, runner, turns, names, slack, local, watch, warn } = parts;
  const { word, botToken, apiUrl = usualApiUrl } = slack;
  const { project, clock, config, http } = context;
  const { identity, call } = connection;
  const roomNames = createRoomNames(call);
  const roomName = roomNames.shown;
  const sent = watch.delivery(createDelivery({ call, http, clock, bot: () => identity.botId, waited: watch.waited }));
  const { delivery, left } = watchRooms(sent, { bot: identity.name, roomName, warn });
  const manners = await openManners({ config, turns, delivery, call, roomNames, clock, warn });
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
    ...{ name, roomName, keepName: createKeepNames({ roomNames, journal, clock }) },
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
