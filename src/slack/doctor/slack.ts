import type { SlackConfig } from '../../context/config.ts';
import type { Context } from '../../context/context.ts';
import { OpsError } from '../../context/errors.ts';
import type { HttpProxy } from '../../context/system.ts';
import { wordsOf } from '../../run/failure.ts';
import { SlackCallError } from '../connection/call-error.ts';
import { type Envelope, endLink, type Link, openLink } from '../connection/link.ts';
import { openClients, type SlackClients } from '../connection/sdk.ts';
import { signInError } from '../connection/sign-in-error.ts';
import { clockFinding } from './clock.ts';
import { doubtful, type Finding, fine, wrong } from './finding.ts';
import { roomFinding, roomsFindings } from './rooms.ts';
import { scopeFindings } from './scopes.ts';

export interface SlackParts {
  slack: SlackConfig;
  /** Where a message is posted, to see it come back. */
  room: string | undefined;
  proxy: HttpProxy | undefined;
  context: Context;
}

/** What can be known by asking Slack. */
export async function slackFindings({ slack, room, proxy, context }: SlackParts): Promise<Finding[]> {
  const address = slack.apiUrl ?? 'https://slack.com/api/';
  const clients = await openClients(slack, address, { proxy });
  const [reached, bot] = await Promise.all([reachFindings(address, proxy, context), botFindings(clients, address)]);
  if (reached.some(({ state }) => state === 'fault')) return reached;
  const heard = new Set<string>();
  const onEnvelope = async ({ body, ack }: Envelope): Promise<void> => {
    const { channel, ts, bot_id } = Object(body['event']);
    heard.add(`${channel}:${ts}`);
    // What is meant for a listener is left to it: without an ack it comes again.
    if (bot_id !== undefined) await ack();
  };
  const [link, socket] = await socketFindings(clients, address, onEnvelope, context);
  try {
    const rooms = bot.name === undefined ? [] : await roomsFindings(clients.ask, bot.name);
    const trip =
      room === undefined || bot.name === undefined || link === undefined
        ? []
        : [
            await roomFinding(
              { ask: clients.ask, room, bot: bot.name, heard, others: link.hello.connections - 1 },
              context.clock,
            ),
          ];
    return [...reached, ...bot.findings, ...socket, ...rooms, ...trip];
  } finally {
    if (link !== undefined) await endLink(link);
  }
}

async function reachFindings(
  address: string,
  proxy: HttpProxy | undefined,
  { http, clock }: Context,
): Promise<Finding[]> {
  const by = proxy === undefined ? '' : ` through the proxy ${proxy.address}`;
  try {
    const { headers } = await http(`${address.replace(/\/?$/, '/')}api.test`, { method: 'POST' });
    return [fine('slack', `Slack answers at ${address}${by}`), ...clockFinding(headers.get('date'), clock.now())];
  } catch (error) {
    return [wrong('slack', `Slack cannot be reached at ${address}${by}: ${wordsOf(error)}`, `curl -i ${address}`)];
  }
}

async function botFindings({ ask }: SlackClients, address: string): Promise<{ name?: string; findings: Finding[] }> {
  try {
    const { user, team, response_metadata } = await ask('auth.test', {});
    const { scopes } = Object(response_metadata);
    const said = fine('slack', `slack.botToken is @${user} of ${team}`);
    return { name: String(user), findings: [said, ...(Array.isArray(scopes) ? scopeFindings(scopes) : [])] };
  } catch (error) {
    return { findings: [refusedToken('auth.test', error, 'slack.botToken', address)] };
  }
}

function refusedToken(method: string, thrown: unknown, key: string, address: string): Finding {
  const error = thrown instanceof OpsError ? thrown : signInError(SlackCallError.of(method, thrown), key, address);
  const area = error.outcome === 'config' ? 'configuration' : 'slack';
  return wrong(area, error.message, error.hint ?? 'ops config');
}

async function socketFindings(
  { create }: SlackClients,
  address: string,
  onEnvelope: (envelope: Envelope) => Promise<void>,
  { clock, output }: Context,
): Promise<[Link | undefined, Finding[]]> {
  try {
    const link = await openLink({ create, onEnvelope, clock, warn: output.warn });
    const others = link.hello.connections - 1;
    const said = fine('slack', 'slack.appToken opens a connection: Socket Mode is on');
    if (others === 0) return [link, [said, doubtful('slack', 'no listener is connected', 'ops listen')]];
    return [link, [said, fine('slack', `${others} other connections of this app are open: a listener has two`)]];
  } catch (error) {
    return [undefined, [refusedToken('apps.connections.open', error, 'slack.appToken', address)]];
  }
}
