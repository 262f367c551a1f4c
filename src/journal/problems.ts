import type { Problem } from '../context/evidence.ts';

export interface Problems {
  add(where: string, what: string): undefined;
  readonly list: readonly Problem[];
  readonly count: number;
}

/** A journal that was tampered with all over is told of in few words. */
export function createProblems(most = 100): Problems {
  const list: Problem[] = [];
  let count = 0;
  return {
    add: (where, what) => {
      // A row that several entries tell of.
      if (list.some((one) => one.where === where && one.what === what)) return;
      count += 1;
      if (list.length < most) list.push({ where, what });
    },
    list,
    get count() {
      return count;
    },
  };
}
