import { describe, expect, it } from 'vitest';
import type { Place } from '../../../../src/run/turns.ts';
import { createInLine, placeWords, type Waiting } from '../../../../src/slack/answer/in-line.ts';

const busy = { of: 'all', kind: 'atOnce', count: 16 } as const;

describe('the words for a place in line', () => {
  it.each<[Place, string]>([
    [{ place: 1, reason: busy }, 'ops x is next in line: 16 lines run, and no more do at once'],
    [
      { place: 3, reason: { of: 'person', kind: 'atOnce', count: 2 } },
      'ops x is third in line: 2 lines of yours run, and no more do at once',
    ],
    [
      { place: 12, reason: { of: 'room', kind: 'atOnce', count: 1 } },
      'ops x is number 12 in line: 1 line in this room runs, and no more do at once',
    ],
    [
      { place: 2, reason: { of: 'person', kind: 'perMinute', count: 300, ms: 12_345 } },
      'ops x is second in line: 300 lines of yours began within a minute, and no more do. It goes on in 13 s',
    ],
    [
      { place: 1, reason: { of: 'room', kind: 'perMinute', count: 1, ms: 90_000 } },
      'ops x is next in line: 1 line in this room began within a minute, and no more do. It goes on in 1 min 30 s',
    ],
  ])('%j', (place, expected) => {
    expect(placeWords('ops x', place)).toBe(expected);
  });

  it('count the sender’s other lines', () => {
    expect(placeWords('ops x', { place: 1, reason: busy }, 1)).toContain('in line, and 1 more line of yours after it:');
    expect(placeWords('ops x', { place: 1, reason: busy }, 99)).toContain(', and 99 more lines of yours after it:');
  });
});

const lineOf = (run: string, more: Partial<Waiting> = {}): Waiting => {
  const where = { channel: 'C1', room: 'T1:C1', thread: undefined };
  return { run, person: 'slack:T1:U1', user: 'U1', argv: ['words', run], ...where, ...more };
};

function open(places: Record<string, number>) {
  const told: string[] = [];
  const inLine = createInLine(
    {
      placeOf: (run) => (places[run] === undefined ? undefined : { place: places[run], reason: busy }),
      full: () => undefined,
    },
    {
      whisper: async (channel, thread, user, { text }) =>
        void told.push(`${channel} ${thread ?? 'root'} ${user}: ${text}`),
    },
  );
  return { inLine, told };
}

describe('the sender of a line that waits', () => {
  it('is told of all their lines there at once, and of each once', async () => {
    const { inLine, told } = open({ r1: 3, r2: 2, r3: 4, r4: 5, r5: 6 });
    const lines = [lineOf('r1'), lineOf('r2'), lineOf('r3', { user: 'U2' }), lineOf('r4', { thread: '0.1' })];
    for (const line of [...lines, lineOf('r6')]) inLine.enter(line);
    for (const { run } of lines) await inLine.tell(run);
    inLine.enter(lineOf('r5'));
    await inLine.tell('r5');
    expect(told.map((words) => words.replace(/:[^:]*$/, ''))).toEqual([
      'C1 root U1: ops words r2 is second in line, and 1 more line of yours after it',
      'C1 root U2: ops words r3 is fourth in line',
      'C1 0.1 U1: ops words r4 is fifth in line',
      'C1 root U1: ops words r5 is sixth in line',
    ]);
  });

  it('is told nothing where it has its turn already', async () => {
    const { inLine, told } = open({});
    inLine.enter(lineOf('r1'));
    expect(await inLine.tell('r1')).toBe(false);
    expect(told).toEqual([]);
  });

  it('is told nothing more of one that has its turn by now, and has not begun', async () => {
    const places: Record<string, number> = { r1: 1 };
    const { inLine, told } = open(places);
    inLine.enter(lineOf('r1'));
    await inLine.tell('r1');
    delete places['r1'];
    expect(await inLine.tell('r1')).toBe(true);
    expect(told).toHaveLength(1);
  });

  it('is told nothing more once it has ended', async () => {
    const { inLine, told } = open({ r1: 1 });
    inLine.enter(lineOf('r1'))[Symbol.dispose]();
    await inLine.tell('r1');
    expect(told).toEqual([]);
  });
});

it.each([
  [{ of: 'person', waiting: 200, ms: 40_100 }, '200 lines of yours wait already', 'type it again in 41 s'],
  [
    { of: 'room', waiting: 1, ms: undefined },
    '1 line in this room waits',
    'type it again when one of those that run has ended',
  ],
] as const)('a line too many is refused: %j', (full, words, hint) => {
  const inLine = createInLine({ placeOf: () => undefined, full: () => full }, { whisper: async () => {} });
  const refusal = inLine.refusal(lineOf('r1'));
  expect(refusal).toMatchObject({ outcome: 'retry', exitCode: 75, hint });
  expect(refusal?.message).toContain(words);
});
