import type { SlackConfig } from '../../context/config.ts';
import type { OpsError } from '../../context/errors.ts';
import type { Clock } from '../../context/host.ts';
import type { HttpProxy } from '../../context/system.ts';
import { SlackCallError } from './call-error.ts';
import { watchDeparture } from './departure.ts';
import type { Talk } from './frames.ts';
import { openClients, openWeb, type SlackClients } from './sdk.ts';
import { isShutOut, signInError } from './sign-in-error.ts';
import { keepConnected, type OnEnvelope, type SocketWatch } from './socket.ts';

export interface Identity {
  team: string;
  teamName: string;
  userId: string;
  botId: string;
  name: string;
}

/** One request to Slack's Web API. Throws SlackCallError, whatever went wrong; never tries again by itself. */
export type Call = (method: string, args: Record<string, unknown>) => Promise<Record<string, unknown>>;

export interface SlackConnection {
  identity: Identity;
  call: Call;
  /** Resolves once envelopes come. They go on coming, through new connections where Slack ends one. */
  start(onEnvelope: OnEnvelope, options?: StartOptions): Promise<Connection>;
}

export interface StartOptions extends Pick<Talk, 'isTalk'> {
  watch?: SocketWatch;
}

export interface Connection {
  /** Resolves, with the reason, when Slack refuses to be connected to any longer. */
  lost: Promise<OpsError>;
  close(): Promise<void>;
}

export interface SignInOptions {
  clock: Clock;
  warn(message: string): void;
  /** Milliseconds that Slack has to answer a call. @default 10000 */
  timeout?: number;
  /** What calls and connections go through. */
  proxy?: HttpProxy | undefined;
  /** What calls are made with. @default that of the proxy, or the global one */
  fetch?: HttpProxy['fetch'];
}

export const usualApiUrl = 'https://slack.com/api/';

/** Signs in with the official clients. */
export async function signIn(slack: SlackConfig, options: SignInOptions): Promise<SlackConnection> {
  const { clock, warn } = options;
  const address = slack.apiUrl ?? usualApiUrl;
  const { ask, create } = await openClients(slack, address, options);
  const revoked = Promise.withResolvers<OpsError>();
  const asked = callOf(ask);
  const call: Call = async (method, args) => {
    try {
      return await asked(method, args);
    } catch (error) {
      if (error instanceof SlackCallError && isShutOut(error)) {
        revoked.resolve(signInError(error, 'slack.botToken', address));
      }
      throw error;
    }
  };
  const identity = await whoIsTheBot(call, address);
  return {
    identity,
    call,
    start: async (onEnvelope, { isTalk, watch } = {}) => {
      const leave = watchDeparture(identity, onEnvelope);
      const { lost, close } = await keepConnected({
        address,
        create,
        onEnvelope: leave.onEnvelope,
        warn,
        clock,
        watch,
        isTalk,
        talked: watch?.talked,
      });
      return { lost: Promise.race([lost, revoked.promise, leave.left]), close };
    },
  };
}

/** The Web API alone, which needs no more than the bot's token. */
export async function openCalls(
  { botToken, apiUrl = usualApiUrl }: Pick<SlackConfig, 'botToken' | 'apiUrl'>,
  options: Pick<SignInOptions, 'proxy' | 'timeout'>,
): Promise<Call> {
  return callOf(await openWeb(botToken, apiUrl, options));
}

function callOf(ask: SlackClients['ask']): Call {
  return async (method, args) => {
    try {
      return await ask(method, args);
    } catch (error) {
      throw SlackCallError.of(method, error);
    }
  };
}

export async function whoIsTheBot(call: Call, address: string): Promise<Identity> {
  try {
    const { team_id, team, user_id, bot_id, user } = (await call('auth.test', {})) as Record<string, string>;
    return { team: team_id ?? '', teamName: team ?? '', userId: user_id ?? '', botId: bot_id ?? '', name: user ?? '' };
  } catch (error) {
    if (!(error instanceof SlackCallError)) throw error;
    throw signInError(error, 'slack.botToken', address);
  }
}
