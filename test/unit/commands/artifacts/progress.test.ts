import { expect, it } from 'vitest';
import { comeWord, withProgress } from '../../../../commands/artifacts/progress.ts';
import type { Output } from '../../../../src/context/context.ts';
import { manualClock } from '../../../support/manual-clock.ts';

it.each([
  [1_200_000_000, 4_800_000_000, '1.2 GB of 4.8 GB, 25 %'],
  [4_799_999_999, 4_800_000_000, '4.8 GB of 4.8 GB, 99 %'],
  [1_200_000, undefined, '1.2 MB'],
  [5, 3, '5 B'],
  [0, 0, '0 B'],
])('%d bytes of %s have come: %s', (bytes, size, words) => {
  expect(comeWord(bytes, size)).toBe(words);
});

it('what has come is shown now and then, and no longer once all has', async () => {
  const clock = manualClock();
  const shown: string[] = [];
  const output = { progress: (_: string, text: string) => void shown.push(text) } as Pick<Output, 'progress'> as Output;
  await withProgress({ size: 100 }, { output, clock }, async (onBytes) => {
    onBytes(10);
    await clock.advance(600);
    onBytes(20);
    onBytes(30);
    await clock.advance(600);
    onBytes(40);
  });
  expect(shown).toEqual(['  20 B of 100 B, 20 %', '  40 B of 100 B, 40 %', '']);
  await withProgress({ size: 100 }, { output, clock }, async (onBytes) => onBytes(100));
  expect(shown).toHaveLength(3);
});
