import { describe, expect, it } from 'vitest';
import { groupMarks, placeLabels } from '../../../src/charts/marks.ts';

const area = { left: 0, right: 1000, x: (at: number) => at };
const measure = (text: string): number => text.length * 10;

const place = (...marks: readonly [at: number, text: string][]): string[] =>
  placeLabels(
    groupMarks(
      marks.map(([at, text]) => ({ at, text })),
      area,
    ),
    area,
    measure,
  ).map(({ text, start, row }) => `${text} ${start},${row}`);

describe('words of marks', () => {
  it.each<[string, [number, string][], string[]]>([
    ['above theirs', [[500, 'web']], ['web 485,0']],
    [
      'within the picture at its edges',
      [
        [0, 'web'],
        [1000, 'mail'],
      ],
      ['mail 960,0', 'web 0,0'],
    ],
    [
      'in a second row where the first is taken',
      [
        [480, 'web'],
        [500, 'mail'],
      ],
      ['mail 480,0', 'web 465,1'],
    ],
    [
      'not where both are taken, the newest first',
      [
        [460, 'a'],
        [480, 'web'],
        [500, 'mail'],
      ],
      ['mail 480,0', 'web 465,1'],
    ],
    [
      'once for those that are one line',
      [
        [495, 'web'],
        [500, 'mail'],
        [498, 'cron'],
      ],
      ['mail +2 465,0'],
    ],
    [
      'not where they are outside',
      [
        [-50, 'web'],
        [1050, 'mail'],
        [Number.NaN, 'cron'],
      ],
      [],
    ],
    [
      'with both of their ends',
      [[500, `recommendations-service-${'2026.11.21-rc1'}`]],
      ['recommendations-…e-2026.11.21-rc1 335,0'],
    ],
  ])('stand %s', (_, marks, found) => {
    expect(place(...marks)).toEqual(found);
  });
});
