import { getHeapStatistics } from 'node:v8';
import { exitCodes } from '../context/errors.ts';

/** What makes it old; and growth that it may not even have until another one is ready. */
const young = { runs: 1000, minutes: 10, growth: 24 * 2 ** 20 } as const;
const mostGrowth = 2 * young.growth;
const clean: ReadonlySet<number> = new Set([exitCodes.ok, exitCodes.usage, exitCodes.denied, exitCodes.retry]);

export interface Wear {
  /** Whether a process that has just carried out a run may not carry out another. */
  isWorn(exitCode: number): boolean;
  /** Whether another one is to be made ready, and it goes then. */
  isOld(): boolean;
  /** Whether more is open than when it was new. */
  holdsMore(): boolean;
}

/**
 * What tells a process that is as good as new from one that is not: how its runs ended, whether one left a timer, a
 * socket or a program behind, how much it has grown, and its age.
 */
export function createWear(process: NodeJS.Process, heapUsed = usedHeap): Wear {
  const open = (): Map<string, number> => countOf(process.getActiveResourcesInfo());
  const atFirst = { open: open(), heap: heapUsed(), time: process.uptime() };
  const holdsMore = (): boolean => [...open()].some(([kind, count]) => count > (atFirst.open.get(kind) ?? 0));
  const growth = (): number => heapUsed() - atFirst.heap;
  let runs = 0;
  return {
    holdsMore,
    isWorn: (exitCode) => {
      runs += 1;
      return !clean.has(exitCode) || holdsMore() || growth() > mostGrowth;
    },
    isOld: () => runs >= young.runs || process.uptime() - atFirst.time > young.minutes * 60 || growth() > young.growth,
  };
}

/** Bytes. `process.memoryUsage()` asks the system for more besides, which takes several times as long. */
const usedHeap = (): number => getHeapStatistics().used_heap_size;

function countOf(kinds: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}
