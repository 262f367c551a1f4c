import { SocketModeClient } from '@slack/socket-mode';
import { LogLevel, WebClient } from '@slack/web-api';
import { onTestFinished } from 'vitest';
import type { Sandbox } from '../../src/sandbox/server.ts';

// biome-ignore lint/suspicious/noExplicitAny: what Slack sends has a shape by type, and each test knows its own
type Body = any;

/** One envelope. */
export interface Heard {
  type: 'events_api' | 'interactive' | 'slash_commands';
  body: Body;
  /** What an event is about. */
  event: Body;
  ack(payload?: Record<string, unknown>): Promise<void>;
}

export interface App {
  web: WebClient;
  /** All that came, oldest first. */
  heard: readonly Heard[];
  /** Those of one kind: of an event's type, or of an interaction's. */
  of(type: string): Heard[];
  stop(): Promise<void>;
}

/** Acknowledges whatever comes, with nothing to say. */
export const acknowledge = ({ ack }: Heard): Promise<void> => ack();

/** An app on Slack's own clients, as they are, that ends with the test. */
export async function startApp(
  { apiUrl, appToken, botToken }: Pick<Sandbox, 'apiUrl' | 'appToken' | 'botToken'>,
  answer: (heard: Heard, web: WebClient) => unknown = acknowledge,
): Promise<App> {
  const clientOptions = { slackApiUrl: apiUrl, retryConfig: { retries: 0 }, logLevel: LogLevel.ERROR };
  const web = new WebClient(botToken, clientOptions);
  // After five seconds that a busy machine stands still it would let go of its connection, and be away as long.
  const clientPingTimeout = 60_000;
  const client = new SocketModeClient({ appToken, clientOptions, clientPingTimeout, logLevel: LogLevel.ERROR });
  const heard: Heard[] = [];
  client.on('slack_event', async ({ type, body, ack }: Omit<Heard, 'event'>) => {
    const envelope = { type, body, ack, event: body.event ?? {} };
    heard.push(envelope);
    await answer(envelope, web);
  });
  await client.start();
  const stop = (): Promise<void> => client.disconnect();
  onTestFinished(stop);
  return { web, heard, stop, of: (type) => heard.filter(({ body, event }) => (event.type ?? body.type) === type) };
}
