import { describe, expect, it } from 'vitest';
import type { RunFilter, RunRecord } from '../../../../src/context/journal.ts';
import { removeDoubles } from '../../../../src/slack/answer/doubles.ts';
import { manualClock } from '../../../support/manual-clock.ts';

const minute = 60_000;

function started(killedAgo: number | undefined) {
  const clock = manualClock();
  const now = clock.now().getTime();
  const killed = killedAgo === undefined ? [] : [{ finishedAt: new Date(now - killedAgo) }];
  const typed = [
    { origin: { type: 'room', channel: 'C1', message: '3.1' } },
    { origin: { type: 'room', channel: 'C2', message: '2.1' } },
    { origin: { type: 'terminal' } },
    { origin: { type: 'room', channel: 'C1', message: '1.1' } },
  ];
  const filters: RunFilter[] = [];
  const runs = async (filter: RunFilter = {}): Promise<RunRecord[]> => {
    filters.push(filter);
    return (filter.command === 'listen' ? killed : typed) as unknown as RunRecord[];
  };
  const looked: string[] = [];
  const warned: string[] = [];
  const single = async (channel: string, since: string): Promise<void> => {
    looked.push(`${channel} since ${since}`);
    if (channel === 'C1') throw new Error('C1 is gone');
  };
  const { signal } = new AbortController();
  const warn = (message: string): void => void warned.push(message);
  const done = removeDoubles({ journal: { runs }, delivery: { single }, clock, team: 'T1', warn, signal });
  return { clock, looked, warned, filters, done };
}

describe('what a killed listener left twice', () => {
  it('is removed by the next one, once all has arrived, in each room where something was typed lately', async () => {
    const { clock, looked, warned, filters, done } = started(minute);
    await clock.advance(29_999);
    expect(looked).toEqual([]);
    await clock.advance(1);
    await done;
    expect(looked).toEqual(['C1 since 1.1', 'C2 since 2.1']);
    expect(warned).toEqual(['C1 is gone']);
    expect(filters[1]).toMatchObject({ team: 'T1' });
  });

  it.each([
    ['ended in good order', undefined],
    ['was killed long ago', 11 * minute],
  ])('is not looked for where the one before %s', async (_, killedAgo) => {
    const { looked, done } = started(killedAgo);
    await done;
    expect(looked).toEqual([]);
  });
});
