import type { Runs } from '../context/context.ts';
import { OpsError } from '../context/errors.ts';
import type { Host } from '../context/host.ts';
import type { Journal } from '../context/journal.ts';
import { findRun } from './find.ts';
import { outputFolder } from './output-folder.ts';

export interface RunsParts {
  host: Host;
  journalPath: string;
  /** Throws where there is none. */
  journal(): Journal;
  /** The run that asks. */
  run: string | undefined;
  signal: AbortSignal;
}

/** What a run may do with others. All but the looking up is loaded when it is first used. */
export function createRuns({ host, journalPath, journal, run, signal }: RunsParts): Runs {
  const { system, actor } = host;
  return {
    find: (id) => findRun(journal(), id, run),
    stop: async (target, grace) => {
      if (run === undefined) throw new OpsError('bug', 'nobody is known to ask for the stop');
      const { stopRun } = await import('./stop.ts');
      return stopRun(target, grace, { journal: journal(), run, actor, system, signal });
    },
    output: async function* (of, { follow = false } = {}) {
      const { readOutput } = await import('./read-output.ts');
      const outputs = host.outputs ?? outputFolder(journalPath);
      const hasEnded = async (): Promise<boolean> => (await journal().run(of))?.finishedAt !== undefined;
      const clock = system.clock;
      yield* readOutput({ outputs, run: of, ...(follow ? { follow: { hasEnded, clock, signal } } : {}) });
    },
  };
}
