import type { BuildName, Builds, Context } from '../../src/index.ts';

export interface ReadLogParts extends Pick<Context, 'clock' | 'signal'> {
  builds: Builds;
  /** Until the build has ended. */
  follow: boolean;
}

/** Milliseconds from one look to the next: shortly after something came, and rarely where nothing does. */
const [shortest, longest] = [300, 5000];
/** Characters. */
const longestLine = 2 ** 20;

/**
 * What a build prints, some whole lines at a time; nothing where no more has come yet. No more of it is held than a part
 * of the log, and of a line without an end its beginning is given out.
 */
export async function* readLines(
  name: BuildName,
  { builds, follow, clock, signal }: ReadLogParts,
): AsyncGenerator<string> {
  let pause = shortest;
  let begun = '';
  for (let from = 'start'; ; ) {
    const { text, next, hasMore, isBehind } = await builds.log(name, from);
    const end = text.lastIndexOf('\n') + 1 || (begun.length > longestLine ? text.length : 0);
    const whole = end === 0 ? '' : begun + text.slice(0, end);
    begun = end === 0 ? begun + text : text.slice(end);
    if (whole !== '') yield whole;
    const isStill = next === from;
    from = next;
    if (!hasMore || (isBehind !== true && !follow)) {
      if (begun !== '') yield begun;
      return;
    }
    if (isBehind === true) continue;
    yield '';
    pause = isStill ? Math.min(pause * 2, longest) : shortest;
    await clock.sleep(pause, signal);
  }
}
