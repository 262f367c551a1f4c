import { describe, expect, it } from 'vitest';
import type { RunFilter, RunRecord } from '../../../../src/context/journal.ts';
import { removeDoubles } from '../../../../src/slack/answer/doubles.ts';
import type { Manners } from '../../../../src/slack/answer/manners.ts';
import type { Delivery } from '../../../../src/slack/delivery/deliver.ts';
import { manualClock } from '../../../support/manual-clock.ts';

const minute = 60_000;

const rooms: Manners['rooms'] = {
  settingsOf: async (channel) => {
    if (channel === 'C9') throw new Error('C9 has no name');
    return { reply: channel === 'C3' ? 'thread' : 'channel', quiet: false };
  },
  where: () => [],
};
const inRoom = (channel: string, message: string, thread?: string) => ({
  origin: { type: 'room', channel, message, ...(thread === undefined ? {} : { thread }) },
});
const atRoots = [inRoom('C1', '3.1'), inRoom('C2', '2.1'), { origin: { type: 'terminal' } }, inRoom('C1', '1.1')];

function started(killedAgo: number | undefined, typed: readonly object[] = atRoots) {
  const clock = manualClock();
  const now = clock.now().getTime();
  const killed = killedAgo === undefined ? [] : [{ finishedAt: new Date(now - killedAgo) }];
  const filters: RunFilter[] = [];
  const runs = async (filter: RunFilter = {}): Promise<RunRecord[]> => {
    filters.push(filter);
    return (filter.command === 'listen' ? killed : typed) as unknown as RunRecord[];
  };
  const looked: string[] = [];
  const warned: string[] = [];
  const single: Delivery['single'] = async (channel, thread, since) => {
    looked.push(`${channel}${thread === undefined ? '' : ` in ${thread}`} since ${since}`);
    if (channel === 'C1') throw new Error('C1 is gone');
  };
  const { signal } = new AbortController();
  const warn = (message: string): void => void warned.push(message);
  const done = removeDoubles({
    ...{ journal: { runs }, delivery: { single }, manners: { rooms }, clock, team: 'T1', warn, signal },
  });
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

  it('is removed in threads too, whoever began them, from the first line there on', async () => {
    const { clock, looked, warned, done } = started(minute, [
      inRoom('C2', '5.2', '4.0'),
      inRoom('C3', '5.1'),
      inRoom('C9', '5.0'),
      inRoom('C2', '4.9', '4.0'),
      // The button of an old message.
      inRoom('C2', '0.8', '3.0'),
      inRoom('C2', '4.8', '3.0'),
      inRoom('C2', '4.7'),
    ]);
    await clock.advance(30_000);
    await done;
    expect(looked).toEqual(['C2 in 4.0 since 4.9', 'C3 in 5.1 since 5.1', 'C2 in 3.0 since 4.8', 'C2 since 4.7']);
    expect(warned).toEqual(['C9 has no name']);
  });

  it('is looked for in no more than so many threads, the newest ones, and in all rooms', async () => {
    const threads = Array.from({ length: 100 }, (_, index) => inRoom('C3', `${200 - index}.1`));
    const { clock, looked, done } = started(minute, [...threads, inRoom('C2', '1.0')]);
    await clock.advance(30_000);
    await done;
    expect(looked).toHaveLength(61);
    expect([looked[0], looked.at(-1)]).toEqual(['C3 in 200.1 since 200.1', 'C2 since 1.0']);
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
