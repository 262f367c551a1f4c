import type { Project } from '../../context/context.ts';
import type { Clock } from '../../context/host.ts';
import { wordsOf } from '../../run/failure.ts';

/** Read anew at most once a second, so that much talk costs nothing and a new script is known at once. */
export function remembered(
  first: readonly string[],
  read: Project['names'],
  clock: Clock,
  warn: (message: string) => void,
): Project['names'] {
  let known = Promise.resolve(first);
  let readAt = Number.NEGATIVE_INFINITY;
  let fault = '';
  // What was there a second ago still tells lines from talk; the run itself says what is wrong.
  const again = async (before: Promise<readonly string[]>): Promise<readonly string[]> => {
    try {
      const names = await read();
      fault = '';
      return names;
    } catch (error) {
      if (fault !== wordsOf(error)) warn(wordsOf(error));
      fault = wordsOf(error);
      return before;
    }
  };
  return () => {
    const now = clock.now().getTime();
    if (Math.abs(now - readAt) < 1000) return known;
    readAt = now;
    known = again(known);
    return known;
  };
}
