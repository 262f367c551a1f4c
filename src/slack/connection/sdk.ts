import type { SocketModeClient, SocketModeOptions } from '@slack/socket-mode';
import type { SlackConfig } from '../../context/config.ts';
import type { SignInOptions } from './client.ts';

export interface SlackClients {
  /** One request to the Web API with the bot's token. Throws what the client throws. */
  ask(method: string, args: Record<string, unknown>): Promise<Record<string, unknown>>;
  /** A client for one connection, which does not connect again by itself. */
  create(): SocketModeClient;
}

type Options = Pick<SignInOptions, 'proxy' | 'fetch' | 'timeout'>;

const nothing = (): void => {};

// Every fault reaches `warn` or is thrown: the clients' own words would only repeat it.
const quiet = { debug: nothing, info: nothing, warn: nothing, error: nothing, setLevel: nothing, setName: nothing };

/** The official clients. They are loaded here, since they cost 70 ms. */
export async function openClients(slack: SlackConfig, address: string, options: Options): Promise<SlackClients> {
  const [ask, { SocketModeClient, LogLevel }] = await Promise.all([
    openWeb(slack.botToken, address, options),
    import('@slack/socket-mode'),
  ]);
  const logger = { ...quiet, getLevel: () => LogLevel.ERROR };
  const dispatcher = options.proxy?.dispatcher as SocketModeOptions['dispatcher'];
  return {
    ask,
    create: () =>
      new SocketModeClient({
        appToken: slack.appToken,
        // Whether to connect again, and when, is decided in `socket.ts`: this client gives up for good on a network error.
        autoReconnectEnabled: false,
        clientPingTimeout: 15_000,
        logger,
        clientOptions: apiOptions(address, options),
        ...(dispatcher === undefined ? {} : { dispatcher }),
      }),
  };
}

/** The client of the Web API alone. */
export async function openWeb(botToken: string, address: string, options: Options): Promise<SlackClients['ask']> {
  const { WebClient, LogLevel } = await import('@slack/web-api');
  const logger = { ...quiet, getLevel: () => LogLevel.ERROR };
  const web = new WebClient(botToken, { ...apiOptions(address, options), logger: logger as never });
  return async (method, args) => ({ ...(await web.apiCall(method, inForm(args))) });
}

/** As the form has them: what is text already, the client need not look through twice for what its log must not show. */
function inForm(args: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(args).map(([name, value]) => [
    name,
    isStructured(value) ? JSON.stringify(value) : value,
  ]);
  return Object.fromEntries(entries);
}

const isStructured = (value: unknown): boolean => typeof value === 'object' && value !== null;

function apiOptions(address: string, { proxy, timeout = 10_000, fetch = proxy?.fetch }: Options) {
  return {
    slackApiUrl: address,
    // A post that is tried again can appear twice: `deliver.ts` decides when that is safe.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout,
    ...(fetch === undefined ? {} : { fetch }),
  };
}
