import {
  type Build,
  type Builds,
  type Context,
  endOf,
  goneHint,
  goneWords,
  lookAt,
  OpsError,
  type WatchedBuild,
} from '../../src/index.ts';
import { patiently } from './patient.ts';
import { stateWord } from './show.ts';

/** Milliseconds from one look to the next. */
const lookEvery = 1000;

/** Waits for the end of a build in a terminal, and rings its bell. Throws where the build did not go well. */
export async function waitForEnd(of: WatchedBuild, builds: Builds, context: Context): Promise<Build> {
  const build = await untilEnded(of, builds, context).finally(() => {
    if (!context.signal.aborted) context.output.ring();
  });
  await mustBeGood(build, builds, context);
  return build;
}

/** Throws where it is not, and says who may know why. */
export async function mustBeGood(build: Build, builds: Builds, { config, journal }: Context): Promise<void> {
  const end = await endOf(build, builds, { people: config.people, journal });
  if (end.isGood) return;
  const { job, number, url: link } = build;
  const message = end.says.map((part) => (typeof part === 'string' ? part : part.text)).join('');
  const culprits = end.culprits.map(({ name }) => name);
  throw new OpsError('failed', message, {
    ...(end.hint === undefined ? {} : { hint: end.hint }),
    details: { job, number, state: stateWord(build), link, culprits },
  });
}

async function untilEnded(of: WatchedBuild, builds: Builds, context: Context): Promise<Build> {
  for (let named = of; ; ) {
    const asked = named;
    const build = await patiently(() => lookAt(asked, builds), context);
    if (build === 'gone') throw gone(named, builds);
    if (build?.state === 'ended') return build;
    // What left the queue is not found there for long.
    if (build !== undefined) named = { ...named, job: build.job, number: build.number };
    await context.clock.sleep(lookEvery, context.signal);
  }
}

function gone(of: WatchedBuild, builds: Builds): OpsError {
  return new OpsError('failed', goneWords(of, builds), { hint: goneHint(of) });
}
