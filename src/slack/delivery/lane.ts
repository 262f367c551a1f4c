import type { Clock } from '../../context/host.ts';
import { calledOff } from '../../context/timer.ts';
import { SlackCallError } from '../connection/call-error.ts';
import type { Pace } from './pace.ts';

/** Calls that share a limit: they wait for each other. */
export interface Lane {
  /**
   * Makes the call in its turn, and once more in its turn where Slack refuses it for coming too soon, for as long as
   * that takes. Calls whose `over` is aborted go before those that have one which is not: nothing comes after them.
   */
  take<Result>(call: () => Promise<Result>, over?: AbortSignal): Promise<Result>;
  /** Milliseconds until all that wait and one more, which is not the last, could be out; 0 where it could go now. */
  wait(): number;
}

interface Waiting {
  number: number;
  over: AbortSignal | undefined;
  start(): Promise<number | undefined>;
}

/** `spare` turns are kept for calls that nothing comes after. */
export function createLane(pace: Pace, clock: Clock, spare = 0): Lane {
  const queue: Waiting[] = [];
  let taken = 0;
  let alarm: AbortController | undefined;

  const goOn = (): void => {
    alarm?.abort(calledOff);
    alarm = undefined;
    while (!pace.isFull()) {
      const next = queue.find(isLast) ?? queue[0];
      if (next === undefined) return;
      const ms = pace.wait(isLast(next) ? 0 : spare);
      if (ms > 0) {
        alarm = new AbortController();
        return void clock.sleep(Math.ceil(ms), alarm.signal).then(goOn, () => {});
      }
      queue.splice(queue.indexOf(next), 1);
      void go(next);
    }
  };
  const go = async (next: Waiting): Promise<void> => {
    const report = pace.spend();
    const retryAfter = await next.start();
    report(retryAfter);
    if (retryAfter !== undefined) enter(next);
    goOn();
  };
  /** What was refused keeps its place. */
  const enter = (next: Waiting): void => {
    const place = queue.findIndex(({ number }) => number > next.number);
    queue.splice(place === -1 ? queue.length : place, 0, next);
  };
  return {
    wait: () => pace.wait(spare + queue.length),
    take: <Result>(call: () => Promise<Result>, over?: AbortSignal) => {
      const answer = Promise.withResolvers<Result>();
      enter({ number: taken++, over, start: () => settle(call, answer) });
      over?.addEventListener('abort', goOn, { once: true });
      goOn();
      return answer.promise.finally(() => over?.removeEventListener('abort', goOn));
    },
  };
}

const mostKept = 500;

/** A lane for each of something, such as each room. Those that were not asked for lately are forgotten. */
export function createLanes(create: () => Lane): (key: string) => Lane {
  const lanes = new Map<string, Lane>();
  return (key) => {
    const lane = lanes.get(key) ?? create();
    lanes.delete(key);
    lanes.set(key, lane);
    const [oldest] = lanes.keys();
    if (lanes.size > mostKept && oldest !== undefined) lanes.delete(oldest);
    return lane;
  };
}

function isLast({ over }: Waiting): boolean {
  return over === undefined || over.aborted;
}

/** Passes the answer on, but for a refusal that asks to wait: that many seconds. */
async function settle<Result>(
  call: () => Promise<Result>,
  answer: PromiseWithResolvers<Result>,
): Promise<number | undefined> {
  try {
    answer.resolve(await call());
  } catch (error) {
    if (error instanceof SlackCallError && error.retryAfter !== undefined) return error.retryAfter;
    answer.reject(error);
  }
  return undefined;
}
