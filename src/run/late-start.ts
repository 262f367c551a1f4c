import type { Journal, RunEnd, RunStart } from '../context/journal.ts';
import { isPassing } from './late.ts';

export interface LateStart {
  /** For all that is done meanwhile: what depends on how far the run is finds it written, and so does what stays of it. */
  journal: Journal;
  start(start: RunStart): void;
  /** Writes it down now. */
  begin(): Promise<void>;
  finish(end: RunEnd): Promise<void>;
  close(): void;
}

/** Milliseconds after which a run is said to have started, if it has not ended by then; and until that is tried again. */
const [soon, again] = [50, 1000];

/**
 * Most reads are over at once: their start is written down with their end, and half of what they write is not. Nothing
 * is lost where the process dies before: the run was accepted, and did nothing that could be half done.
 */
export function createLateStart(journal: Journal, run: string): LateStart {
  const { hold, begin, end, drop } = holdBack((start) => journal.start(run, start));
  const begun =
    <Given extends unknown[], Result>(ask: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      await begin();
      return ask(...given);
    };
  return {
    journal: {
      ...journal,
      wait: begun(journal.wait),
      resume: begun(journal.resume),
      lock: begun(journal.lock),
      run: begun(journal.run),
      runs: begun(journal.runs),
      record: begun(journal.record),
    },
    begin,
    start: hold,
    finish: async (how) => {
      const start = await end();
      // What could not be written before is written with the end.
      await journal.finish(run, start === undefined ? how : { ...how, start });
      // What is still under way then can look at runs, and starts nothing.
      drop();
    },
    close: () => void end(),
  };
}

function holdBack(write: (start: RunStart) => Promise<void>) {
  let held: RunStart | undefined;
  let writing: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  const attempt = async (start: RunStart): Promise<void> => {
    held = undefined;
    try {
      await write(start);
    } catch (error) {
      held = start;
      if (isPassing(error)) beginIn(again);
      throw error;
    }
  };
  const begin = async (): Promise<void> => {
    clearTimeout(timer);
    if (held === undefined) return writing;
    writing ??= attempt(held).finally(() => {
      writing = undefined;
    });
    return writing;
  };
  const beginIn = (ms: number): void => {
    if (!isOver) timer = setTimeout(() => void begin().catch(() => {}), ms).unref();
  };
  return {
    hold: (start: RunStart): void => {
      held = start;
      beginIn(soon);
    },
    begin,
    /** What is not written yet, and will not be from here. */
    end: async (): Promise<RunStart | undefined> => {
      isOver = true;
      clearTimeout(timer);
      await writing?.catch(() => {});
      return held;
    },
    drop: (): void => {
      held = undefined;
    },
  };
}
