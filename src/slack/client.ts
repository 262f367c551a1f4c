import type { SlackConfig } from '../context/config.ts';
import { OpsError } from '../context/errors.ts';
import { SlackCallError } from './call-error.ts';

export interface Identity {
  team: string;
  teamName: string;
  userId: string;
  botId: string;
  name: string;
}

/** One request to Slack's Web API. Throws SlackCallError, whatever went wrong; never tries again by itself. */
export type Call = (method: string, args: Record<string, unknown>) => Promise<Record<string, unknown>>;

/** An envelope of Socket Mode, and the word that it was taken in. */
export interface Envelope {
  type: string;
  body: Record<string, unknown>;
  ack(): Promise<void>;
}

export interface SlackConnection {
  identity: Identity;
  call: Call;
  /** Resolves once envelopes come. */
  start(onEnvelope: (envelope: Envelope) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

const startTimeout = 20_000;

/** Signs in with the official clients. They are loaded here, since they cost 70 ms. */
export async function signIn(slack: SlackConfig, warn: (message: string) => void): Promise<SlackConnection> {
  const [{ WebClient }, { SocketModeClient, LogLevel }] = await Promise.all([
    import('@slack/web-api'),
    import('@slack/socket-mode'),
  ]);
  const address = slack.apiUrl === undefined ? {} : { slackApiUrl: slack.apiUrl };
  const web = new WebClient(slack.botToken, {
    ...address,
    // A post that is tried again can appear twice: `deliver.ts` decides when that is safe.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 15_000,
    logLevel: LogLevel.ERROR as never,
  });
  const call: Call = async (method, args) => {
    try {
      return { ...(await web.apiCall(method, args)) };
    } catch (error) {
      throw SlackCallError.of(method, error);
    }
  };
  const identity = await whoIsTheBot(call);
  const socket = new SocketModeClient({
    appToken: slack.appToken,
    clientPingTimeout: 15_000,
    logLevel: LogLevel.ERROR,
    clientOptions: { ...address, retryConfig: { retries: 3 } },
  });
  socket.on('error', (error: unknown) => warn(`the connection to Slack has a fault: ${wordsOf(error)}`));
  return {
    identity,
    call,
    start: async (onEnvelope) => {
      socket.on('slack_event', (raw: Envelope) => {
        const ack = (): Promise<void> =>
          raw.ack().catch((error: unknown) => warn(`an event was not acknowledged: ${wordsOf(error)}`));
        onEnvelope({ type: raw.type, body: raw.body, ack }).catch((error: unknown) => warn(wordsOf(error)));
      });
      await within(startTimeout, socket.start());
    },
    close: async () => {
      socket.removeAllListeners('slack_event');
      await within(2000, socket.disconnect()).catch(() => {});
    },
  };
}

async function whoIsTheBot(call: Call): Promise<Identity> {
  try {
    const { team_id, team, user_id, bot_id, user } = (await call('auth.test', {})) as Record<string, string>;
    return { team: team_id ?? '', teamName: team ?? '', userId: user_id ?? '', botId: bot_id ?? '', name: user ?? '' };
  } catch (error) {
    if (error instanceof SlackCallError && error.refusal !== undefined) {
      throw new OpsError('config', `Slack refuses slack.botToken: ${error.refusal}`, {
        hint: 'ops config',
        cause: error,
      });
    }
    throw new OpsError('unavailable', `Slack cannot be reached: ${wordsOf(error)}`, { cause: error });
  }
}

async function within<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new OpsError('unavailable', `Slack gave no answer within ${ms / 1000} s`)), ms);
  try {
    return await Promise.race([work, promise]);
  } catch (error) {
    if (error instanceof OpsError) throw error;
    throw new OpsError('config', `Slack refuses slack.appToken: ${wordsOf(error)}`, {
      hint: 'ops config',
      cause: error,
    });
  } finally {
    clearTimeout(timer);
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
