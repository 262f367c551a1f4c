import type { Clock } from '../../context/host.ts';
import type { Http } from '../../context/system.ts';
import { SlackCallError } from '../connection/call-error.ts';
import type { Call } from '../connection/client.ts';
import { findMessage, type Posted } from './find.ts';
import { createLane, createLanes, type Lane } from './lane.ts';
import type { OutputFile } from './output.ts';
import { createPace, paceWithin, type Rate } from './pace.ts';
import { timedLane } from './timed-lane.ts';
import { createTwins } from './twins.ts';
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
  /** The message that asked for it, where one did: the answer is not older. */
  asked: string | undefined;
  run: string;
}

/**
 * Waits in line for as long as it takes; throws SlackCallError where Slack says no, or gives no answer for two minutes.
 * `content` is asked for when it goes out, so that the newest does. `over` is aborted once no more is to come, and what
 * is last goes before what is not. Without it, it is the last.
 */
export interface Delivery {
  /** The message's ts; undefined where it cannot be known, and the message not be edited. */
  post(place: Place, content: () => Content, over?: AbortSignal): Promise<string | undefined>;
  update(place: Place, ts: string, content: () => Content, over?: AbortSignal): Promise<void>;
  /** Seen by that person alone. */
  whisper(channel: string, thread: string | undefined, user: string, content: Content): Promise<void>;
  upload(file: OutputFile, target: UploadTarget): Promise<void>;
  /** The message about the run. */
  find(place: Place): Promise<Posted | undefined>;
  /** Removes from a room's root, or a thread, what was told there twice since that message, where nobody is left who knows. */
  single(channel: string, thread: string | undefined, since: string): Promise<void>;
  /** Milliseconds until an edit that is not the last may go out. */
  updateWait(): number;
}

/** Edits that are left for those that cannot wait: the last ones. */
const spare = 5;
const plain = { parse: 'none', link_names: false, unfurl_links: false, unfurl_media: false } as const;

/** Is told how many milliseconds a call waited for its turn. */
export type Waited = (method: string, ms: number) => void;

interface DeliveryParts {
  call: Call;
  http: Http;
  clock: Clock;
  /** The id of the bot that we are: other apps may copy our messages. */
  bot(): string | Promise<string>;
  waited?: Waited | undefined;
}

/** Messages that arrive once: at the pace that Slack allows, again where that is safe, and never twice. */
export function createDelivery({ call, http, clock, bot, waited = () => {} }: DeliveryParts): Delivery {
  const { updates, posts, whispers, files, lookups } = createLimits(clock, waited);
  const look: Call = (method, args) => lookups.take(() => call(method, args));
  const find = async (place: Place): Promise<Posted | undefined> => findMessage(look, place, await bot());
  const twins = createTwins({
    clock,
    bot,
    find: (search) => insist({ clock, send: () => search(look) }),
    remove: (channel, ts) => insist({ clock, send: () => call('chat.delete', { channel, ts }) }),
  });
  return {
    updateWait: updates.wait,
    find: (place) => insist({ clock, send: () => find(place) }),
    single: twins.single,
    post: async (place, content, over) => {
      let isRepeated = false;
      const send = async (): Promise<string> => {
        const args = { ...argsOf(place, content()), ...plain, ...inThread(place.thread) };
        return String((await call('chat.postMessage', args)).ts);
      };
      const sent = async (): Promise<string | undefined> => {
        const found = await find(place);
        isRepeated ||= found === undefined;
        return found?.ts;
      };
      const ts = await insist({ clock, send: () => posts(place.channel).take(send, over), find: sent });
      // One that was given up may still be on its way.
      if (isRepeated && ts !== undefined) twins.watch(place, ts);
      return ts;
    },
    update: (place, ts, content, over) => {
      const send = async (): Promise<void> =>
        void (await call('chat.update', { ts, ...argsOf(place, content()), parse: 'none', link_names: false }));
      return insist({ clock, send: () => updates.take(send, over) });
    },
    whisper: (channel, thread, user, { text, blocks }) => {
      const args = { channel, user, text, blocks, ...plain, ...inThread(thread) };
      const send = async (): Promise<void> => void (await call('chat.postEphemeral', args));
      return insist({ clock, send: () => whispers.take(send) });
    },
    upload: async (file, target) => {
      const id = await insist({ clock, send: () => files.take(() => uploadBytes(call, http, file)) });
      const send = (): Promise<true> => files.take(() => shareFile(call, id, target));
      await insist({ clock, send, find: () => files.take(() => isShared(call, id)) });
    },
  };
}

const argsOf = ({ channel, run }: Place, { text, blocks, isFinal = false }: Content): Record<string, unknown> => ({
  channel,
  text,
  blocks,
  metadata: { event_type: 'ops_run', event_payload: { run, final: isFinal } },
});

/** In no minute more than Slack takes in one. */
const tier3: Rate = { perMinute: 36, burst: 12 };
const tier4: Rate = { perMinute: 80, burst: 20 };

/** https://docs.slack.dev/apis/web-api/rate-limits */
function createLimits(clock: Clock, waited: Waited) {
  const timed = (method: string, lane: Lane): Lane => timedLane(lane, clock, (ms) => waited(method, ms));
  const lane = (rate: Rate): Lane => createLane(createPace({ clock, rate, atOnce: 8 }), clock);
  // More is mostly taken: how much more, Slack does not tell but by refusing.
  const edits = createPace({ clock, rate: { perMinute: 50, burst: 20 }, refused: tier3, atOnce: 8 });
  const allPosts = createPace({ clock, rate: { perMinute: 300, burst: 300 }, atOnce: 0 });
  const postsOfRoom = (): Lane => {
    const [free, aSecond] = [
      { perMinute: 60_000, burst: 1000 },
      { perMinute: 60, burst: 3 },
    ];
    return createLane(paceWithin(allPosts, createPace({ clock, rate: free, refused: aSecond, atOnce: 4 })), clock);
  };
  return {
    updates: timed('chat.update', createLane(edits, clock, spare)),
    posts: createLanes(() => timed('chat.postMessage', postsOfRoom())),
    whispers: timed('chat.postEphemeral', lane(tier4)),
    files: timed('files.getUploadURLExternal', lane(tier4)),
    lookups: timed('conversations.history', lane(tier3)),
  };
}

interface Attempt<Result> {
  clock: Clock;
  /** In its turn. */
  send(): Promise<Result>;
  /** What an earlier attempt, whose answer was lost, has brought about. */
  find?(): Promise<Result | undefined>;
}

/** Milliseconds between attempts, at the most, and all in all. */
const longestPause = 15_000;
const patience = 120_000;

/** Tries until it is delivered. After a lost answer it looks first whether the message is there already. */
async function insist<Result>({ clock, send, find }: Attempt<Result>): Promise<Result> {
  let isUnsure = false;
  const attempt = async (): Promise<Result> => {
    const found = isUnsure ? await look(find) : undefined;
    if (found !== undefined) return found;
    isUnsure = true;
    return send();
  };
  for (let pause = 500, waited = 0; ; pause = Math.min(pause * 2, longestPause)) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof SlackCallError) || error.refusal !== undefined) throw error;
      if (waited > patience) throw error;
      waited += pause;
      await clock.sleep(pause);
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

function inThread(thread: string | undefined): { thread_ts?: string } {
  return thread === undefined ? {} : { thread_ts: thread };
}
