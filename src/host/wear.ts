import { exitCodes } from '../context/errors.ts';

const most = { runs: 100, minutes: 10, growth: 24 * 2 ** 20 } as const;
const clean: ReadonlySet<number> = new Set([exitCodes.ok, exitCodes.usage, exitCodes.denied, exitCodes.retry]);

export interface Wear {
  /** Whether a process that has just carried out a run may not carry out another. */
  isWorn(exitCode: number): boolean;
}

/**
 * What tells a process that is as good as new from one that is not: how its runs ended, whether one left a timer, a
 * socket or a program behind, how much it has grown, and its age.
 */
export function createWear(process: NodeJS.Process): Wear {
  const open = (): string => process.getActiveResourcesInfo().sort().join();
  const atFirst = { open: open(), heap: process.memoryUsage().heapUsed, time: process.uptime() };
  let runs = 0;
  return {
    isWorn: (exitCode) =>
      ++runs >= most.runs ||
      !clean.has(exitCode) ||
      open() !== atFirst.open ||
      process.uptime() - atFirst.time > most.minutes * 60 ||
      process.memoryUsage().heapUsed - atFirst.heap > most.growth,
  };
}
