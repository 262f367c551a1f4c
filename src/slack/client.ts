import type { SlackConfig } from '../context/config.ts';
import type { OpsError } from '../context/errors.ts';
import type { Clock } from '../context/host.ts';
import { SlackCallError } from './call-error.ts';
import { signInError } from './sign-in-error.ts';
import { keepConnected, type OnEnvelope } from './socket.ts';

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
  start(onEnvelope: OnEnvelope): Promise<Connection>;
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
}

export const usualApiUrl = 'https://slack.com/api/';
const nothing = (): void => {};

/** Signs in with the official clients. They are loaded here, since they cost 70 ms. */
export async function signIn(slack: SlackConfig, options: SignInOptions): Promise<SlackConnection> {
  const { clock, warn, timeout = 10_000 } = options;
  const [call, { SocketModeClient, LogLevel }] = await Promise.all([
    openCalls(slack, timeout),
    import('@slack/socket-mode'),
  ]);
  const address = slack.apiUrl ?? usualApiUrl;
  const logger = { ...quiet, getLevel: () => LogLevel.ERROR };
  const create = (): InstanceType<typeof SocketModeClient> =>
    new SocketModeClient({
      appToken: slack.appToken,
      // Whether to connect again, and when, is decided in `socket.ts`: this client gives up for good on a network error.
      autoReconnectEnabled: false,
      clientPingTimeout: 15_000,
      logger,
      clientOptions: apiOptions(address, timeout),
    });
  return {
    identity: await whoIsTheBot(call, address),
    call,
    start: (onEnvelope) => keepConnected({ address, create, onEnvelope, warn, clock }),
  };
}

// Every fault reaches `warn` or is thrown: the clients' own words would only repeat it.
const quiet = { debug: nothing, info: nothing, warn: nothing, error: nothing, setLevel: nothing, setName: nothing };

function apiOptions(address: string, timeout: number) {
  return {
    slackApiUrl: address,
    // A post that is tried again can appear twice: `deliver.ts` decides when that is safe.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout,
  };
}

/** The Web API alone, which needs no more than the bot's token. */
export async function openCalls(slack: Pick<SlackConfig, 'botToken' | 'apiUrl'>, timeout = 10_000): Promise<Call> {
  const { WebClient, LogLevel } = await import('@slack/web-api');
  const logger = { ...quiet, getLevel: () => LogLevel.ERROR };
  const options = { ...apiOptions(slack.apiUrl ?? usualApiUrl, timeout), logger: logger as never };
  const web = new WebClient(slack.botToken, options);
  return async (method, args) => {
    try {
      return { ...(await web.apiCall(method, args)) };
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
