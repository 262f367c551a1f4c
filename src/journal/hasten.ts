import type { Journal } from '../context/journal.ts';

/**
 * A commit waits for the disk, which takes milliseconds. What the machine may forget without harm when its power fails
 * does not wait: every process sees it at once, no process's end undoes it, and the next commit that waits, or the
 * system itself within seconds, brings it to the disk. That is how far a read is (such a one is called interrupted
 * then), and which processes work for a run (they are gone then). All else waits: that a line was accepted, and
 * whatever is said of a change.
 */
export function hasten(journal: Journal, script: (sql: string) => void): Journal {
  // The journal has written when it gives its promise back.
  const hastily = (write: () => Promise<void>): Promise<void> => {
    script('PRAGMA synchronous = NORMAL');
    try {
      return write();
    } finally {
      script('PRAGMA synchronous = FULL');
    }
  };
  const unlessChange = (effect: 'read' | 'change' | undefined, write: () => Promise<void>): Promise<void> =>
    effect === 'read' ? hastily(write) : write();
  return {
    ...journal,
    start: (id, start) => unlessChange(start.effect, () => journal.start(id, start)),
    finish: (id, end) => unlessChange(end.subject?.effect, () => journal.finish(id, end)),
    addGroup: (run, group) => hastily(() => journal.addGroup(run, group)),
  };
}
