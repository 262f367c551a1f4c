const furthest = 3;

/**
 * The candidates that `word` was probably meant to be, best first: those that begin with it and those a slip or two
 * away. Empty where nothing is close.
 */
export function nearest(word: string, candidates: readonly string[], limit = 3): string[] {
  const typed = word.toLowerCase();
  return [...new Set(candidates)]
    .map((candidate) => ({ candidate, score: score(typed, candidate.toLowerCase()) }))
    .filter(({ score }) => score !== undefined)
    .sort((one, other) => (one.score ?? 0) - (other.score ?? 0))
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/** 0 is the same word; a beginning is as good as one slip. */
function score(typed: string, candidate: string): number | undefined {
  if (typed.length > 1 && typed !== candidate && candidate.startsWith(typed)) return 1;
  const longer = Math.max(typed.length, candidate.length);
  if (Math.abs(typed.length - candidate.length) > furthest) return undefined;
  const slips = distance(typed, candidate);
  return slips <= Math.min(furthest, Math.max(1, Math.floor(longer / 3))) && slips * 2 < longer ? slips : undefined;
}

/** Damerau-Levenshtein: letters left out, put in, mistaken, or swapped with their neighbour. */
function distance(one: string, other: string): number {
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current[column] = Math.min(
        at(above, column) + 1,
        at(current, column - 1) + 1,
        at(above, column - 1) + (same ? 0 : 1),
        swapped ? at(before, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    before = above;
    above = current;
  }
  return at(above, other.length);
}

const at = (row: readonly number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY;
