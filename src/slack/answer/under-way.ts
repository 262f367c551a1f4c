import type { RunRecord } from '../../context/journal.ts';
import { wordsOf } from '../../run/failure.ts';
import type { Bell } from './bell.ts';

/** Lines after which there may be something to tell of other runs. */
const aboutOthers: ReadonlySet<string | undefined> = new Set(['approve', 'deny', 'stop']);

export interface UnderWay {
  /** `work` tells a room of a run; it resolves with whether something is left to tell. */
  track(run: Pick<RunRecord, 'id' | 'argv' | 'actor'>, work: Promise<boolean>): void;
  has(run: string): boolean;
  size(): number;
  /** Resolves when all are over that are under way now. */
  over(): Promise<unknown>;
}

interface UnderWayParts {
  bell: Bell;
  /** Told that something changed that people see who look at what runs: of one person, or of anybody. */
  homes: { changed(user?: string): void };
  warn(message: string): void;
}

/** The runs whose rooms are being told of them. */
export function createUnderWay({ bell, homes, warn }: UnderWayParts): UnderWay {
  const running = new Map<string, Promise<void>>();
  return {
    track: ({ id, argv, actor }, work) => {
      const [, , user] = actor.id.split(':');
      homes.changed(user);
      const end = (isMore: boolean): void => {
        running.delete(id);
        const isOfOthers = isMore || aboutOthers.has(argv[0]);
        homes.changed(isOfOthers ? undefined : user);
        if (isOfOthers) bell.ring();
      };
      const fail = (error: unknown): void => {
        warn(wordsOf(error));
        end(false);
      };
      running.set(id, work.then(end, fail));
    },
    has: (run) => running.has(run),
    size: () => running.size,
    over: () => Promise.all(running.values()),
  };
}
