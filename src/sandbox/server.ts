import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApi } from './api/api.ts';
import { type CallLog, createCallLog } from './api/calls.ts';
import { createFaults, type FaultLine } from './api/faults.ts';
import { createLimits, type Limits } from './api/limits.ts';
import type { Faults } from './faults.ts';
import { type Control, createControl } from './http/control.ts';
import { addressOf, checkHost } from './http/hosts.ts';
import { createHttpServer } from './http/http.ts';
import { createPageServer, type PageServer } from './http/page/server.ts';
import { checkPort } from './http/ports.ts';
import { createRecorder, type Recorder } from './http/record.ts';
import { createInteractions } from './person/act.ts';
import { edit, say } from './person/say.ts';
import type { Sandbox, SandboxOptions } from './sandbox.ts';
import { createDelivery } from './socket/delivery.ts';
import { createDeliveryTrouble, type DeliveryTrouble } from './socket/delivery-faults.ts';
import { createSocketMode, type SocketMode, usualLifetime } from './socket/socket.ts';
import { checkOptions } from './state/check-options.ts';
import { isDirect } from './state/conversations.ts';
import { SandboxError } from './state/errors.ts';
import { roomCalled } from './state/names.ts';
import { type Positions, randomFor } from './state/random.ts';
import { relocateFiles } from './state/relocate.ts';
import { type Keeper, keepState } from './state/save.ts';
import { resumeStatuses } from './state/statuses.ts';
import { createSteering } from './state/steer.ts';
import { resumeStreams } from './state/streams.ts';
import { resumeUploads } from './state/uploads.ts';
import { addUserGroups } from './state/usergroups.ts';
import { createWorkspace, type Workspace } from './state/workspace.ts';

const usual = {
  ...{ ackTimeout: 3000, pingInterval: 10_000, warningPeriod: 10_000, waitTimeout: 30_000 },
  ...{ host: '127.0.0.1', connectionLifetime: usualLifetime, leaveTcpOpen: false },
  warn: (message: string): void => process.emitWarning(message),
};

function listen(server: Server, host: string, port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  server.once('error', (error: NodeJS.ErrnoException) => {
    const taken = error.code === 'EADDRINUSE';
    reject(taken ? new SandboxError('port_in_use', `port ${port} is in use`, { cause: error }) : error);
  });
  server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  return promise;
}

interface Parts {
  workspace: Workspace;
  socket: SocketMode;
  trouble: DeliveryTrouble;
  faults: FaultLine;
  limits: Limits;
  log: CallLog;
  page: PageServer;
  server: Server;
  recorder: Recorder;
  keeper: Keeper;
  steering: Control;
}

async function close({ workspace, socket, page, server, recorder, keeper }: Parts): Promise<void> {
  workspace.changes.close();
  workspace.delivery.close();
  workspace.clock.close();
  socket.close();
  page.close();
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeAllConnections();
  await promise;
  await recorder.close();
  await keeper.close();
}

function storedFile({ files }: Workspace, id: string): ReturnType<Sandbox['file']> {
  const { name, title, data } = files.get(id) ?? {};
  if (name === undefined || title === undefined || !data) throw new SandboxError('not_found', `there is no file ${id}`);
  return { name, title, content: data };
}

/** What a program does in the workspace, as its people. */
function control(
  workspace: Workspace,
): Pick<Sandbox, 'say' | 'edit' | 'redeliver' | 'isDelivered' | 'file' | 'messages'> {
  return {
    say: async (line) => say(workspace, line),
    edit: async (wanted) => edit(workspace, wanted),
    redeliver(ts, attempt = 1) {
      if (workspace.delivery.redeliver(ts, attempt) > 0) return;
      throw new SandboxError('not_found', `no event about ${ts} was sent`);
    },
    isDelivered: (ts) => workspace.delivery.isDelivered(ts),
    file: (id) => storedFile(workspace, id),
    messages: (channel) => [...roomCalled(workspace, channel).messages],
  };
}

function everyFault({ faults, trouble, socket, workspace }: Parts): Faults {
  return {
    next: faults.next,
    always: faults.always,
    delivery: trouble.set,
    linkDisabled: (disabled) => socket.turn(!disabled),
    leaveTcpOpen: (left) => socket.leaveTcpOpen(left),
    appRateLimited: () => workspace.delivery.rateLimited(),
    clear(method) {
      faults.clear(method);
      if (method !== undefined) return;
      trouble.clear();
      socket.turn(true);
      socket.leaveTcpOpen();
    },
  };
}

/** The workspace as it was, if it was before, and what was under way in it. */
async function restore(
  workspace: Workspace,
  options: SandboxOptions,
  warn: (message: string) => void,
): Promise<Keeper> {
  const keeper = await keepState(workspace, options, warn);
  try {
    addUserGroups(workspace, options.usergroups);
  } catch (error) {
    await keeper.close();
    throw error;
  }
  resumeStreams(workspace);
  resumeStatuses(workspace);
  resumeUploads(workspace);
  return keeper;
}

async function assemble(options: SandboxOptions): Promise<Parts> {
  const { ackTimeout, connectionLifetime: lifetime, warn, ...usually } = { ...usual, ...options };
  const { interactionTimeout = ackTimeout } = options;
  const positions: Positions = new Map();
  const draw = randomFor(options.seed === undefined ? undefined : String(options.seed), positions);
  const trouble = createDeliveryTrouble(draw);
  const timeouts = { ackTimeout, interactionTimeout };
  const workspace = createWorkspace(options, (from) => createDelivery({ ...from, ...timeouts, trouble }), positions);
  const { clock, delivery, changes, bot } = workspace;
  const limits = createLimits(workspace, options.limits);
  const recorder = await createRecorder(options.record, clock, warn);
  const frames = recorder;
  const keeper = await restore(workspace, options, warn).catch(async (error: unknown) => {
    await recorder.close();
    throw error;
  });
  const socket = createSocketMode({ ...usually, appId: bot.appId, lifetime, clock, delivery, changes, frames });
  const [faults, log, steering] = [createFaults(draw), createCallLog(), createControl()];
  const api = createApi(workspace, { tickets: socket, faults, limits, log });
  const page = createPageServer({ workspace, connections: socket.connections });
  const server = createHttpServer({ workspace, api, socket, faults, page, steering, recorder, keeper });
  return { workspace, socket, trouble, faults, limits, log, page, server, recorder, keeper, steering };
}

function sandboxOf(parts: Parts, port: number): Sandbox {
  const { workspace, socket, log, limits } = parts;
  const { bot, team, changes, clock } = workspace;
  let closed: Promise<void> | undefined;
  const sandbox: Sandbox = {
    apiUrl: `${workspace.origin}/api/`,
    ...{ port, appToken: workspace.appToken, botToken: workspace.botToken },
    team: { id: team.id, domain: team.domain },
    bot: { userId: bot.userId, botId: bot.botId, name: bot.name },
    get people() {
      return workspace.people;
    },
    get channels() {
      const rooms = [...workspace.conversations.values()].filter((conversation) => !isDirect(conversation));
      return rooms.map(({ id, name }) => ({ id, name }));
    },
    ...control(workspace),
    ...createSteering(workspace),
    setLimits: limits.set,
    ...createInteractions(workspace),
    waitFor: (look, timeout = usual.waitTimeout) => changes.wait(() => look(sandbox), timeout),
    connections: socket.connections,
    disconnect: socket.disconnect,
    drop: socket.drop,
    calls: log.calls,
    faults: everyFault(parts),
    clock: { now: clock.now, advance: clock.advance },
    close: () => (closed ??= close(parts)),
  };
  return sandbox;
}

/**
 * Starts a Slack workspace on this machine: Web API, Socket Mode and the page on one port of 127.0.0.1.
 *
 * @example
 * const sandbox = await startSandbox({ people: [{ name: 'mary' }], channels: ['ops'] });
 * await sandbox.say({ as: 'mary', channel: '#ops', text: '@ops deploy uat' });
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port: wanted = 0, host = usual.host } = options;
  checkPort(wanted);
  checkHost(host);
  checkOptions(options);
  const parts = await assemble(options);
  const port = await listen(parts.server, host, wanted).catch(async (error: unknown) => {
    await close(parts);
    throw error;
  });
  parts.workspace.origin = addressOf(host, port);
  relocateFiles(parts.workspace);
  const sandbox = sandboxOf(parts, port);
  parts.steering.drive(sandbox);
  return sandbox;
}

export type * from './interactions.ts';
export type * from './sandbox.ts';
export { SandboxError, SlackError } from './state/errors.ts';
export type { Message, Person } from './state/model.ts';
