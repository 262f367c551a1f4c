import type { Outcome } from '../../context/errors.ts';
import type { Clock } from '../../context/host.ts';
import { calledOff } from '../../context/timer.ts';
import { SlackCallError } from '../connection/call-error.ts';
import type { Call } from '../connection/client.ts';
import { createLane, type Lane } from './lane.ts';
import { createPace } from './pace.ts';

/** The message that asked for a run. */
export interface Asked {
  channel: string;
  ts: string;
  run: string;
}

/** The state of runs, on the messages that asked for them. */
export interface Reactions {
  /** Marks the message as seen, unless the run ends within a moment; what comes back is to be told of the end. */
  begin(asked: Asked): (outcome: Outcome) => void;
  /** The end of a run that another process marked as seen. */
  settle(asked: Asked, outcome: Outcome): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

export interface ReactionParts {
  call: Call;
  clock: Clock;
  warn(message: string): void;
}

const seen = 'eyes';
const [done, failed] = ['white_check_mark', 'x'];
/** Milliseconds. A run that ends sooner needs no more than its one message. */
const moment = 500;
/** Reactions of a minute that are left for ends: a mark that says "seen" for ever is worse than none. */
const spare = 6;

/** What Slack says where the room is gone, or the app from it: whoever brings the answer there says so. */
const gone: ReadonlySet<string> = new Set(['channel_not_found', 'not_in_channel', 'is_archived', 'thread_locked']);
/** What it says of a mark that is as it should be, or was never set. */
const asItIs: ReadonlySet<string> = new Set(['already_reacted', 'no_reaction']);

/** They wait for each other and for nobody else. What cannot go out at once is left out: the message says it all. */
export function createReactions(parts: ReactionParts): Reactions {
  const { clock } = parts;
  const underWay = new Set<Promise<unknown>>();
  const { add, remove, isFree } = createMarks(parts);
  const track = (work: Promise<unknown>): void => {
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  };
  const end = async (asked: Asked, outcome: Outcome): Promise<void> => {
    const mark = markOf(outcome);
    const isThere = mark === undefined || (await add(asked, mark)) !== 'failed';
    if (isThere) await remove(asked, seen);
  };
  return {
    begin: (asked) => {
      const over = new AbortController();
      let marked: Promise<unknown> | undefined;
      const mark = (): void => {
        if (!isFree()) return;
        marked = add(asked, seen);
        track(marked);
      };
      clock.sleep(moment, over.signal).then(mark, () => {});
      return (outcome) => {
        over.abort(calledOff);
        if (marked !== undefined) track(marked.then((how) => (how === 'failed' ? undefined : end(asked, outcome))));
      };
    },
    settle: (asked, outcome) => {
      const mark = markOf(outcome);
      const swap = async (): Promise<void> => {
        if ((await remove(asked, seen)) === 'done' && mark !== undefined) await add(asked, mark);
      };
      track(swap());
    },
    idle: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

/** A line that made no sense did nothing: its sender reads so, and nobody else needs to see a mark. */
function markOf(outcome: Outcome): string | undefined {
  if (outcome === 'usage') return undefined;
  return outcome === 'ok' ? done : failed;
}

type How = 'done' | 'already' | 'failed';

function createMarks({ call, clock, warn }: ReactionParts) {
  const told = new Set<string>();
  let isOff = false;
  const tell = (key: string, words: string): void => {
    if (!told.has(key)) warn(words);
    told.add(key);
  };
  const lane = (): Lane =>
    createLane(createPace({ clock, rate: { perMinute: 36, burst: 12 }, atOnce: 4 }), clock, spare);
  const lanes = { 'reactions.add': lane(), 'reactions.remove': lane() };
  const hear = (error: unknown, { run }: Asked): How => {
    const refusal = error instanceof SlackCallError ? error.refusal : undefined;
    if (refusal !== undefined && asItIs.has(refusal)) return 'already';
    if (refusal === 'missing_scope') {
      isOff = true;
      tell(refusal, 'no reaction shows how runs go: the app has no scope reactions:write. Add it and install it again');
    } else if (refusal === 'message_not_found') {
      warn(`the message that asked for run ${run} was deleted: the run goes on`);
    } else if (refusal !== undefined && !gone.has(refusal)) {
      tell(refusal, `a reaction that shows how a run goes was left out: ${(error as SlackCallError).message}`);
    }
    return 'failed';
  };
  const send = async (method: keyof typeof lanes, asked: Asked, name: string): Promise<How> => {
    if (isOff) return 'failed';
    const { channel, ts } = asked;
    try {
      await lanes[method].take(() => call(method, { channel, timestamp: ts, name }));
      return 'done';
    } catch (error) {
      return hear(error, asked);
    }
  };
  return {
    add: (asked: Asked, name: string) => send('reactions.add', asked, name),
    remove: (asked: Asked, name: string) => send('reactions.remove', asked, name),
    /** Whether one that is not the last may go out at once. */
    isFree: () => !isOff && lanes['reactions.add'].wait() === 0,
  };
}
