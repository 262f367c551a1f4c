import { describe, expect, it } from 'vitest';
import { runId } from '../../../src/journal/id.ts';

describe('runId', () => {
  it.each<[number[], string]>([
    [[0, 1, 2, 3, 4, 5, 6, 7], '01234567'],
    [[8, 9, 10, 11, 12, 13, 14, 15], '89abcdef'],
    [[16, 17, 18, 19, 20, 21, 22, 23], 'ghjkmnpq'],
    [[24, 25, 26, 27, 28, 29, 30, 31], 'rstvwxyz'],
    [[32, 63, 255, 224, 0, 0, 0, 0], '0zz00000'],
  ])('turns %j into %s', (bytes, id) => {
    expect(runId(Uint8Array.from(bytes))).toBe(id);
  });
});
