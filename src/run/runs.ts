import type { Runs } from '../context/context.ts';
import { OpsError } from '../context/errors.ts';
import type { Host } from '../context/host.ts';
import type { Journal, RunRecord } from '../context/journal.ts';
import { findRun } from './find.ts';
import { outputFolder } from './output-folder.ts';
import { notReadable, type Privacy, withoutWords } from './private.ts';

export interface RunsParts {
  host: Host;
  journalPath: string;
  /** Throws where there is none. */
  journal(): Journal;
  /** The run that asks. */
  run: string | undefined;
  signal: AbortSignal;
  privacy: Pick<Privacy, 'isReadable'>;
}

/** What a run may do with others. All but the looking up is loaded when it is first used. */
export function createRuns({ host, journalPath, journal, run, signal, privacy }: RunsParts): Runs {
  const { system, actor } = host;
  const seen = (found: RunRecord): RunRecord => (privacy.isReadable(found) ? found : withoutWords(found));
  return {
    find: async (id) => seen(await findRun(journal(), id, run)),
    stop: async (target, grace) => {
      if (run === undefined) throw new OpsError('bug', 'nobody is known to ask for the stop');
      const { stopRun } = await import('./stop.ts');
      return seen(await stopRun(target, grace, { journal: journal(), run, actor, system, signal }));
    },
    output: async function* (of, { follow = false } = {}) {
      const row = await journal().run(of);
      if (row !== undefined && !privacy.isReadable(row)) throw notReadable(row);
      const { readOutput } = await import('./read-output.ts');
      const outputs = host.outputs ?? outputFolder(journalPath);
      const hasEnded = async (): Promise<boolean> => (await journal().run(of))?.finishedAt !== undefined;
      const clock = system.clock;
      yield* readOutput({ outputs, run: of, ...(follow ? { follow: { hasEnded, clock, signal } } : {}) });
    },
  };
}
