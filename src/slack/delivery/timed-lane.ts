import type { Clock } from '../../context/host.ts';
import type { Lane } from './lane.ts';

/** A lane that tells how many milliseconds each attempt at a call waited for its turn. */
export function timedLane(lane: Lane, clock: Clock, report: (ms: number) => void): Lane {
  const now = (): number => clock.now().getTime();
  return {
    wait: lane.wait,
    take: (call, over) => {
      let since = now();
      const timed: typeof call = async () => {
        report(Math.max(0, now() - since));
        try {
          return await call();
        } finally {
          since = now();
        }
      };
      return lane.take(timed, over);
    },
  };
}
