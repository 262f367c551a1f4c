import { type Build, type Builds, type Context, formatLine, linked, OpsError } from '../../src/index.ts';
import { buildWord } from './name.ts';
import { isPassing, patiently } from './patient.ts';
import { readLines } from './read-log.ts';

type Following = Pick<Context, 'output' | 'clock' | 'signal'>;

/** Milliseconds from one look to the next. */
const lookEvery = 1000;

/** Prints what a build prints until it has ended. Where the run is stopped, so is the build. */
export async function followBuild(started: Build, system: Builds, context: Following): Promise<Build> {
  const builds: Builds = {
    ...system,
    build: (name) => patiently(() => system.build(name), context),
    log: (name, from) => patiently(() => system.log(name, from), context),
  };
  let build = started;
  try {
    build = await begun(started, builds, context);
    if (build.url !== '') context.output.note(linked(build.url, build.url));
    for await (const text of readLines(build, { builds, follow: true, ...context })) {
      if (text !== '') await context.output.lines('stdout', text.replace(/\n$/, ''));
    }
    return await ended(build, builds, context);
  } catch (error) {
    if (context.signal.aborted) await stop(build, builds, context);
    else if (isPassing(error)) context.output.warn(`${buildWord(build)} may go on: it is followed no longer`);
    throw error;
  }
}

async function begun(queued: Build, builds: Builds, { output, clock, signal }: Following): Promise<Build> {
  let said: string | undefined;
  for (let build = queued; ; build = await look(build, builds)) {
    if (build.state !== 'queued') return build;
    if (build.why !== said) output.note(`${buildWord(build)} waits${build.why === undefined ? '' : `: ${build.why}`}`);
    said = build.why;
    await clock.sleep(lookEvery, signal);
  }
}

async function ended(running: Build, builds: Builds, { clock, signal }: Following): Promise<Build> {
  for (let build = await look(running, builds); ; build = await look(build, builds)) {
    if (build.state === 'ended') return build;
    await clock.sleep(lookEvery, signal);
  }
}

async function look(build: Build, builds: Builds): Promise<Build> {
  const found = await builds.build(build);
  if (found !== undefined) return found;
  throw new OpsError('failed', `${builds.system} has ${buildWord(build)} no longer: how it went is not known`, {
    hint: formatLine(['builds', '--job', build.job]),
  });
}

async function stop(build: Build, builds: Builds, { output }: Following): Promise<void> {
  try {
    if (await builds.stop(build)) output.note(`${buildWord(build)} is told to stop`);
  } catch (error) {
    output.warn(`${buildWord(build)} goes on: ${error instanceof Error ? error.message : String(error)}`);
  }
}
