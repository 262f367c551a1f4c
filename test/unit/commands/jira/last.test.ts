import { describe, expect, it } from 'vitest';
import { lastTime, settle } from '../../../../commands/jira/last.ts';
import { emptyMemory, type Memory } from '../../../../commands/jira/memory.ts';
import type { Fact, RunState } from '../../../../src/index.ts';

const memoryAt = (seen: number): Memory => ({ ...emptyMemory, seen });
const subject = 'room PS';

/** What was remembered, the oldest first, each by a run that ended so. */
function open(told: readonly (readonly [run: string, state: RunState, seen: number])[]) {
  const actor = { id: 'os:here:1', name: 'mary' };
  const facts: Fact[] = [];
  const remembered = (run: string, seen: number): void => {
    facts.unshift({ run, kind: 'ticket watch', subject, data: { ...memoryAt(seen) }, at: new Date(), actor });
  };
  for (const [run, , seen] of told) remembered(run, seen);
  const meanwhile: (() => void)[] = [];
  const journal = {
    facts: async () => [...facts],
    runs: async ({ prefix }: { prefix: string }) =>
      told.filter(([run]) => run === prefix).map(([id, state]) => ({ id, state })),
    record: async ({ data }: { data: Record<string, unknown> }) => {
      remembered('own', Number(data['seen']));
      meanwhile.shift()?.();
    },
  };
  const context = { journal, run: 'own', clock: { now: () => new Date() } };
  return { context: context as never, facts, remembered, meanwhile };
}

describe('what was told last', () => {
  it.each<[string, [string, RunState, number][], string | undefined]>([
    ['nothing', [], undefined],
    [
      'the newest',
      [
        ['a', 'succeeded', 1],
        ['b', 'succeeded', 2],
      ],
      'b',
    ],
    [
      'not of a run that was killed',
      [
        ['a', 'succeeded', 1],
        ['b', 'interrupted', 2],
      ],
      'a',
    ],
    [
      'nor of one that failed, was stopped or took too long',
      [
        ['a', 'succeeded', 1],
        ['b', 'failed', 2],
        ['c', 'cancelled', 3],
        ['d', 'timed out', 4],
      ],
      'a',
    ],
    [
      'of one that goes on',
      [
        ['a', 'succeeded', 1],
        ['b', 'running', 2],
      ],
      'b',
    ],
    ['nothing where the first one was killed', [['a', 'interrupted', 1]], undefined],
  ])('is %s', async (_, told, run) => {
    expect((await lastTime(subject, open(told).context))?.run).toBe(run);
  });
});

describe('what is settled', () => {
  const of = (found: number) => ({
    remember: (memory: Memory | undefined) => memoryAt(Math.max(memory?.seen ?? 0, found)),
    news: ({ seen }: Memory) => (seen < found ? [found] : []),
  });

  it('is told again where whoever remembered it was killed', async () => {
    const { context } = open([
      ['a', 'succeeded', 1],
      ['b', 'interrupted', 5],
    ]);
    expect(await settle(subject, await lastTime(subject, context), of(5), context)).toEqual([5]);
  });

  it('is told by one of two, whoever else remembers something after them', async () => {
    const { context, facts, remembered, meanwhile } = open([['a', 'succeeded', 1]]);
    const last = await lastTime(subject, context);
    remembered('b', 5);
    meanwhile.push(() => remembered('c', 5));
    expect(await settle(subject, last, of(5), context)).toEqual([]);
    expect(facts.map(({ run }) => run)).toEqual(['c', 'own', 'b', 'a']);
  });

  it('gives up where others never cease', async () => {
    const { context, remembered } = open([['a', 'succeeded', 1]]);
    const last = await lastTime(subject, context);
    let count = 0;
    const busy = {
      ...of(100),
      remember: () => {
        remembered(`other ${++count}`, count);
        return memoryAt(100 + count);
      },
    };
    await expect(settle(subject, last, busy, context)).rejects.toMatchObject({ outcome: 'retry' });
  });
});
