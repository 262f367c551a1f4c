import type { Clock } from '../context/host.ts';
import { SlackCallError } from './call-error.ts';
import type { Call } from './client.ts';
import { createPace, type Pace } from './pace.ts';

export interface Post {
  channel: string;
  thread: string | undefined;
  /** Found again by it, should the answer to the post be lost. */
  run: string;
  text: string;
  blocks: unknown[];
}

export interface Delivery {
  /** The message's ts. Throws SlackCallError where Slack says no, or gives no answer for two minutes. */
  post(post: Post): Promise<string>;
  update(channel: string, ts: string, text: string, blocks: unknown[]): Promise<void>;
  /** Seen by that person alone. */
  whisper(channel: string, thread: string | undefined, user: string, text: string, blocks: unknown[]): Promise<void>;
  /** Milliseconds until an update may go out. */
  updateWait(): number;
}

const patience = 120_000;
const plain = { parse: 'none', link_names: false, unfurl_links: false, unfurl_media: false } as const;

/** Messages that arrive once: at the pace that Slack allows, again where that is safe, and never twice. */
export function createDelivery(call: Call, clock: Clock): Delivery {
  const updates = createPace(50, 20, clock);
  // A message a second in a room, with bursts whose size Slack does not tell: it says itself when to wait.
  const posts = createPace(60_000, 1000, clock);
  const whispers = createPace(100, 20, clock);
  return {
    updateWait: updates.wait,
    post: ({ channel, thread, run, text, blocks }) => {
      const metadata = { event_type: 'ops_run', event_payload: { run } };
      const args = {
        channel,
        text,
        blocks,
        metadata,
        ...plain,
        ...(thread === undefined ? {} : { thread_ts: thread }),
      };
      const send = async (): Promise<string> => String((await call('chat.postMessage', args)).ts);
      return insist(clock, posts, send, () => findPosted(call, channel, thread, run));
    },
    update: async (channel, ts, text, blocks) => {
      const send = (): Promise<unknown> =>
        call('chat.update', { channel, ts, text, blocks, parse: 'none', link_names: false });
      await insist(clock, updates, send, async () => undefined);
    },
    whisper: async (channel, thread, user, text, blocks) => {
      const args = { channel, user, text, blocks, ...plain, ...(thread === undefined ? {} : { thread_ts: thread }) };
      await insist(
        clock,
        whispers,
        () => call('chat.postEphemeral', args),
        async () => undefined,
      );
    },
  };
}

/** Tries until it is delivered. After a lost answer it looks first whether the message is there already. */
async function insist<Result>(
  clock: Clock,
  pace: Pace,
  send: () => Promise<Result>,
  find: () => Promise<Result | undefined>,
): Promise<Result> {
  const until = clock.now().getTime() + patience;
  for (let pause = 500; ; pause = Math.min(pause * 2, 15_000)) {
    await pace.turn();
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof SlackCallError) || error.refusal !== undefined || clock.now().getTime() > until)
        throw error;
      if (error.retryAfter !== undefined) {
        pace.hold(error.retryAfter);
        continue;
      }
      await clock.sleep(pause);
      const found = await find().catch(() => undefined);
      if (found !== undefined) return found;
    }
  }
}

async function findPosted(
  call: Call,
  channel: string,
  thread: string | undefined,
  run: string,
): Promise<string | undefined> {
  const [method, where] =
    thread === undefined ? ['conversations.history', {}] : ['conversations.replies', { ts: thread }];
  const { messages } = await call(method as string, {
    channel,
    ...(where as object),
    limit: 50,
    include_all_metadata: true,
  });
  const isOurs = (message: { metadata?: { event_payload?: { run?: string } } }): boolean =>
    message.metadata?.event_payload?.run === run;
  return (messages as { ts: string; metadata?: object }[] | undefined)?.find(isOurs)?.ts;
}
