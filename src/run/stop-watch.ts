import { OpsError } from '../context/errors.ts';
import { stopKind, stoppedBy } from '../context/facts.ts';
import type { Journal } from '../context/journal.ts';

/** Most runs are over before they are this old, and nobody was so fast to stop them. */
const youth = 250;
const every = 300;

/** Looks, in the one place that every process sees, whether somebody asked the run to end: one indexed read each time. */
export function watchForStop(
  journal: Pick<Journal, 'facts'>,
  run: string,
  stop: (reason: OpsError) => void,
): Disposable {
  let isOver = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => {
    // What cannot be read now can be a moment later.
    const [asked] = await journal.facts({ kind: stopKind, subject: run, limit: 1 }).catch(() => []);
    if (isOver) return;
    if (asked === undefined) wait(every);
    else stop(new OpsError('cancelled', stoppedBy(asked.actor.name)));
  };
  const wait = (ms: number): void => {
    timer = setTimeout(() => void look(), ms).unref();
  };
  wait(youth);
  return {
    [Symbol.dispose]: () => {
      isOver = true;
      clearTimeout(timer);
    },
  };
}
