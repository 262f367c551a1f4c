import type { Journal } from '../context/journal.ts';
import type { Flush } from './flush.ts';

/** What the database is asked for. */
export interface Storage extends Flush {
  waitForDisk(waits: boolean): void;
}

/**
 * A commit waits for the disk, which takes milliseconds. What the machine may forget without harm when its power fails
 * does not wait: every process sees it at once, no process's end undoes it, and the next commit that waits, or the
 * system itself within seconds, brings it to the disk. That is how far a read is (such a one is called interrupted
 * then), and which processes work for a run (they are gone then). A line that has a claim does not wait either: whoever
 * claims flushes before saying so. All else waits, such as whatever is said of a change.
 */
export function hasten(journal: Omit<Journal, 'flush'>, { waitForDisk, flush, close }: Storage): Journal {
  // The journal has written when it gives its promise back.
  const hastily = <Result>(write: () => Promise<Result>): Promise<Result> => {
    waitForDisk(false);
    try {
      return write();
    } finally {
      waitForDisk(true);
    }
  };
  const hastilyIf = <Result>(isHasty: boolean, write: () => Promise<Result>): Promise<Result> =>
    isHasty ? hastily(write) : write();
  return {
    ...journal,
    flush,
    close: async () => {
      await close();
      await journal.close();
    },
    accept: (run) => hastilyIf(run.claim !== undefined, () => journal.accept(run)),
    start: (id, start) => hastilyIf(start.effect === 'read', () => journal.start(id, start)),
    finish: (id, end) => hastilyIf(end.subject?.effect === 'read', () => journal.finish(id, end)),
    addGroup: (run, group) => hastily(() => journal.addGroup(run, group)),
    record: (fact, { soon = false } = {}) => hastilyIf(soon, () => journal.record(fact)),
  };
}
