import { exitCodes } from '../context/errors.ts';

const most = { runs: 100, youngRuns: 80, minutes: 10, growth: 24 * 2 ** 20 } as const;
const clean: ReadonlySet<number> = new Set([exitCodes.ok, exitCodes.usage, exitCodes.denied, exitCodes.retry]);

export interface Wear {
  /** Whether a process that has just carried out a run may not carry out another. */
  isWorn(exitCode: number): boolean;
  /** Whether it soon may not: another one can be made ready meanwhile. */
  isOld(): boolean;
  /** Whether more is open than when it was new. */
  holdsMore(): boolean;
}

/**
 * What tells a process that is as good as new from one that is not: how its runs ended, whether one left a timer, a
 * socket or a program behind, how much it has grown, and its age.
 */
export function createWear(process: NodeJS.Process): Wear {
  const open = (): Map<string, number> => countOf(process.getActiveResourcesInfo());
  const atFirst = { open: open(), heap: process.memoryUsage().heapUsed, time: process.uptime() };
  const holdsMore = (): boolean => [...open()].some(([kind, count]) => count > (atFirst.open.get(kind) ?? 0));
  let runs = 0;
  return {
    holdsMore,
    isOld: () => runs >= most.youngRuns,
    isWorn: (exitCode) =>
      ++runs >= most.runs ||
      !clean.has(exitCode) ||
      holdsMore() ||
      process.uptime() - atFirst.time > most.minutes * 60 ||
      process.memoryUsage().heapUsed - atFirst.heap > most.growth,
  };
}

function countOf(kinds: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}
