import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApi } from './api/api.ts';
import { createCallLog } from './api/calls.ts';
import { createFaults } from './api/faults.ts';
import { createHttpServer } from './http/http.ts';
import { checkPort } from './http/ports.ts';
import type { Sandbox, SandboxOptions } from './sandbox.ts';
import { createDelivery } from './socket/delivery.ts';
import { createSocketMode, type SocketMode } from './socket/socket.ts';
import { isDirect } from './state/conversations.ts';
import { SandboxError } from './state/errors.ts';
import { edit, personCalled, roomCalled, say } from './state/people.ts';
import { press } from './state/press.ts';
import { createWorkspace, type Workspace } from './state/workspace.ts';

const usual = { ackTimeout: 3000, pingInterval: 10_000, warningPeriod: 10_000, waitTimeout: 5000 };

function listen(server: Server, port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  server.once('error', (error: NodeJS.ErrnoException) => {
    const taken = error.code === 'EADDRINUSE';
    reject(taken ? new SandboxError('port_in_use', `port ${port} is in use`, { cause: error }) : error);
  });
  server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  return promise;
}

async function close(workspace: Workspace, socket: SocketMode, server: Server): Promise<void> {
  workspace.changes.close();
  workspace.delivery.close();
  socket.close();
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeAllConnections();
  await promise;
}

/** What a program does in the workspace, as its people. */
function control(
  workspace: Workspace,
): Pick<Sandbox, 'say' | 'edit' | 'press' | 'redeliver' | 'messages' | 'invite' | 'kick'> {
  return {
    say: async (line) => say(workspace, line),
    edit: async (wanted) => edit(workspace, wanted),
    press: async (wanted) =>
      press(workspace, roomCalled(workspace, wanted.channel), personCalled(workspace, wanted.as), wanted),
    redeliver(ts, attempt = 1) {
      if (workspace.delivery.redeliver(ts, attempt) > 0) return;
      throw new SandboxError('not_found', `no event about ${ts} was sent`);
    },
    messages: (channel) => [...roomCalled(workspace, channel).messages],
    invite: (channel) => void roomCalled(workspace, channel).members.add(workspace.bot.userId),
    kick: (channel) => void roomCalled(workspace, channel).members.delete(workspace.bot.userId),
  };
}

/**
 * Starts a Slack workspace on this machine: Web API and Socket Mode on one port of 127.0.0.1, its state in memory.
 *
 * @example
 * const sandbox = await startSandbox({ people: [{ name: 'mary' }], channels: ['ops'] });
 * await sandbox.say({ as: 'mary', channel: '#ops', text: '@ops deploy uat' });
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  checkPort(options.port ?? 0);
  const { ackTimeout, pingInterval, warningPeriod } = { ...usual, ...options };
  const workspace = createWorkspace(options, (team, bot, clock) => createDelivery(team, bot, clock, ackTimeout));
  const { delivery, changes, bot } = workspace;
  const socket = createSocketMode({ appId: bot.appId, pingInterval, warningPeriod, delivery, changes });
  const [faults, log] = [createFaults(), createCallLog()];
  const api = createApi(workspace, socket, faults, log);
  const server = createHttpServer({ workspace, api, socket, faults });
  const port = await listen(server, options.port ?? 0);
  workspace.origin = `http://127.0.0.1:${port}`;
  const channels = [...workspace.conversations.values()].filter((conversation) => !isDirect(conversation));
  const sandbox: Sandbox = {
    apiUrl: `${workspace.origin}/api/`,
    ...{ port, appToken: workspace.appToken, botToken: workspace.botToken, people: workspace.people },
    team: { id: workspace.team.id, domain: workspace.team.domain },
    bot: { userId: bot.userId, botId: bot.botId, name: bot.name },
    channels: channels.map(({ id, name }) => ({ id, name })),
    ...control(workspace),
    waitFor: (look, timeout = usual.waitTimeout) => changes.wait(() => look(sandbox), timeout),
    connections: socket.connections,
    disconnect: socket.disconnect,
    drop: socket.drop,
    calls: log.calls,
    faults: { next: faults.next, clear: faults.clear },
    close: () => close(workspace, socket, server),
  };
  return sandbox;
}

export type * from './sandbox.ts';
export { SandboxError, SlackError } from './state/errors.ts';
export type { Message, Person } from './state/model.ts';
