import { describe, expect, it } from 'vitest';
import { type Move, moveIn } from '../../../../../src/sandbox/page/composer/emoji-grid.ts';

/** Three columns: rows 0 1 2 · 3 4 | 5 6 7 · 8 9 10 · 11. */
const sizes = [5, 7];

describe('the keys in the emoji grid', () => {
  it.each<[number | undefined, Move, number | undefined]>([
    [undefined, 'down', 0],
    [undefined, 'up', undefined],
    [0, 'left', 0],
    [0, 'right', 1],
    [4, 'right', 5],
    [5, 'left', 4],
    [11, 'right', 11],
    [1, 'down', 4],
    [2, 'down', 4],
    [4, 'down', 6],
    [7, 'up', 4],
    [5, 'up', 3],
    [10, 'down', 11],
    [1, 'pageDown', 11],
    [11, 'pageUp', 0],
    [4, 'first', 0],
    [4, 'last', 11],
  ])('lead from %s %s to %s', (from, move, to) => {
    expect(moveIn(sizes, 3, from, move)).toBe(to);
  });

  it('lead nowhere where nothing was found', () => {
    expect(moveIn([], 3, undefined, 'down')).toBeUndefined();
  });
});
