import { type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '../command/define.ts';
import type { OutputConfig } from '../context/config.ts';
import type { Sink } from '../context/events.ts';
import type { Clock } from '../context/host.ts';
import { wordsOf } from './failure.ts';
import { folderOf, outputFolder } from './output-folder.ts';
import type { RunWorld } from './request.ts';
import { createSpool, type Spool } from './spool.ts';

export interface RunOutput {
  /** Resolves when all that was said until now is written. */
  write(): Promise<void>;
  /** Makes room for more, where that was not done for an hour. */
  sweep(): Promise<void>;
}

const nothing: RunOutput = { write: async () => {}, sweep: async () => {} };
/** Characters that a surface shows whole. */
const quiet = 2000;
const sweepEvery = 3_600_000;

/** Keeps from now on what the run says: for `ops log`, and for a surface that cannot show all of it. */
export function keepOutput(
  run: string | undefined,
  { keep = true }: Pick<Command, 'keep'>,
  world: RunWorld,
): RunOutput {
  const { host, loaded, sink, join: joinIn } = world;
  if (run === undefined || !(keep || host.outputs !== undefined)) return nothing;
  const { output, journal } = loaded.config;
  const outputs = host.outputs ?? outputFolder(journal.path);
  const folder = folderOf(outputs, run, keep ? 'kept' : 'passing');
  const limits = { part: Math.floor(output.size / 3), quiet: keep ? 0 : quiet };
  let spool: Spool | undefined;
  // The first words are out by then.
  joinIn((event) => {
    if (event.type === 'started') return undefined;
    spool ??= createSpool(folder, limits);
    return spool.sink(event);
  });
  let isTold = false;
  return {
    write: async () => {
      await spool?.end();
      const fault = spool?.fault();
      if (fault === undefined || isTold) return;
      isTold = true;
      await warn(sink, `the output could not be kept whole, its file is cut: ${wordsOf(fault)}`);
    },
    sweep: () => sweepWhenDue(outputs, output, host.system.clock),
  };
}

async function warn(sink: Sink, text: string): Promise<void> {
  await sink({ type: 'note', level: 'warning', blocks: [{ type: 'text', text }] });
}

/** The price of a look is one call of the system. What cannot be swept now is tried again in an hour. */
export async function sweepWhenDue(outputs: string, limits: OutputConfig, clock: Clock): Promise<void> {
  const now = clock.now();
  const last = lastSwept(outputs);
  if (last !== undefined && Math.abs(now.getTime() - last.mtimeMs) < sweepEvery) return;
  const { sweepOutputs } = await import('./sweep.ts');
  await sweepOutputs(outputs, limits, now).catch(() => {});
}

/** Undefined where it never was, or the folder is another user's: then it is theirs to sweep. */
function lastSwept(outputs: string): Stats | undefined {
  try {
    return statSync(join(outputs, '.swept'), { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** For a process that lives long beside a project where little is run. */
export async function keepSwept(
  outputs: string,
  limits: OutputConfig,
  { clock, signal }: { clock: Clock; signal: AbortSignal },
): Promise<void> {
  while (!signal.aborted) {
    await sweepWhenDue(outputs, limits, clock);
    await clock.sleep(sweepEvery, signal).catch(() => {});
  }
}
