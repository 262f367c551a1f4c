import type { Clock } from '../context/host.ts';
import type { Http } from '../context/system.ts';
import { SlackCallError } from './call-error.ts';
import type { Call } from './client.ts';
import { findMessage, type Posted } from './find.ts';
import type { OutputFile } from './output.ts';
import { createPace, createPaces, type Pace } from './pace.ts';
import { isShared, shareFile, type UploadTarget, uploadBytes } from './upload.ts';

export interface Content {
  text: string;
  blocks: unknown[];
  /** Nothing more is to come. */
  isFinal?: boolean;
}

/** Where the messages about a run stand. */
export interface Place {
  channel: string;
  thread: string | undefined;
  /** The message that asked for it: the answer is not older. */
  asked: string;
  run: string;
}

export interface Delivery {
  /** The message's ts. Throws SlackCallError where Slack says no, or gives no answer for two minutes. */
  post(place: Place, content: () => Content): Promise<string>;
  /** `content` is asked for when it goes out, so that the newest does. */
  update(place: Place, ts: string, content: () => Content): Promise<void>;
  /** Seen by that person alone. */
  whisper(channel: string, thread: string | undefined, user: string, content: Content): Promise<void>;
  upload(file: OutputFile, target: UploadTarget): Promise<void>;
  /** The message about the run. */
  find(place: Place): Promise<Posted | undefined>;
  /** Milliseconds until an edit that is not the last may go out. */
  updateWait(): number;
}

const patience = 120_000;
/** Edits that are left for those that cannot wait: the last ones. */
const spare = 5;
const plain = { parse: 'none', link_names: false, unfurl_links: false, unfurl_media: false } as const;

/** Messages that arrive once: at the pace that Slack allows, again where that is safe, and never twice. */
export function createDelivery(call: Call, http: Http, clock: Clock): Delivery {
  const updates = createPace(50, 20, clock);
  // A message a second in a room, with bursts whose size Slack does not tell: it says itself when to wait.
  const posts = createPaces(() => createPace(60_000, 1000, clock));
  const whispers = createPace(100, 20, clock);
  const files = createPace(100, 20, clock);
  const argsOf = ({ channel, run }: Place, { text, blocks, isFinal = false }: Content): Record<string, unknown> => ({
    channel,
    text,
    blocks,
    metadata: { event_type: 'ops_run', event_payload: { run, final: isFinal } },
  });
  return {
    updateWait: () => updates.wait(spare),
    find: (place) => findMessage(call, place),
    post: (place, content) =>
      insist({
        clock,
        pace: posts(place.channel),
        send: async () => {
          const args = { ...argsOf(place, content()), ...plain, ...inThread(place.thread) };
          return String((await call('chat.postMessage', args)).ts);
        },
        find: async () => (await findMessage(call, place))?.ts,
      }),
    update: (place, ts, content) =>
      insist({
        clock,
        pace: updates,
        send: async () =>
          void (await call('chat.update', { ts, ...argsOf(place, content()), parse: 'none', link_names: false })),
      }),
    whisper: (channel, thread, user, { text, blocks }) =>
      insist({
        clock,
        pace: whispers,
        send: async () =>
          void (await call('chat.postEphemeral', { channel, user, text, blocks, ...plain, ...inThread(thread) })),
      }),
    upload: async (file, target) => {
      const id = await insist({ clock, pace: files, send: () => uploadBytes(call, http, file) });
      await insist({ clock, pace: files, send: () => shareFile(call, id, target), find: () => isShared(call, id) });
    },
  };
}

interface Attempt<Result> {
  clock: Clock;
  pace: Pace;
  send(): Promise<Result>;
  /** What an earlier attempt, whose answer was lost, has brought about. */
  find?(): Promise<Result | undefined>;
}

/** Tries until it is delivered. After a lost answer it looks first whether the message is there already. */
async function insist<Result>({ clock, pace, send, find }: Attempt<Result>): Promise<Result> {
  const until = clock.now().getTime() + patience;
  let isUnsure = false;
  const attempt = async (): Promise<Result> => {
    const found = isUnsure ? await look(find) : undefined;
    if (found !== undefined) return found;
    isUnsure = false;
    await pace.turn();
    try {
      return await send();
    } catch (error) {
      isUnsure = isLost(error);
      throw error;
    }
  };
  for (let pause = 500; ; pause = Math.min(pause * 2, 15_000)) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof SlackCallError) || error.refusal !== undefined) throw error;
      if (clock.now().getTime() > until) throw error;
      if (error.retryAfter === undefined) await clock.sleep(pause);
      else pace.hold(error.retryAfter);
    }
  }
}

/** Nothing where Slack does not let the app look: a second message is better than none. */
async function look<Result>(find: Attempt<Result>['find']): Promise<Result | undefined> {
  try {
    return await find?.();
  } catch (error) {
    if (error instanceof SlackCallError && error.refusal !== undefined) return undefined;
    throw error;
  }
}

function isLost(error: unknown): boolean {
  return error instanceof SlackCallError && error.refusal === undefined && error.retryAfter === undefined;
}

function inThread(thread: string | undefined): { thread_ts?: string } {
  return thread === undefined ? {} : { thread_ts: thread };
}
