import { describe, expect, it } from 'vitest';
import type { Event } from '../../../src/context/events.ts';
import { createEventChannel } from '../../../src/run/channel.ts';
import { creditLimit, type FromChild } from '../../../src/run/protocol.ts';
import { settle } from '../../support/manual-clock.ts';

const line = (text: string, stream: 'stdout' | 'stderr' = 'stdout'): Event => ({ type: 'line', stream, text });
const note: Event = { type: 'note', level: 'info', blocks: [] };

function harness() {
  const sent: Extract<FromChild, { type: 'events' }>[] = [];
  const channel = createEventChannel(async (message) => {
    if (message.type === 'events') sent.push(message);
  });
  return { channel, sent };
}

async function isPending(promise: undefined | Promise<void>): Promise<boolean> {
  let pending = promise !== undefined;
  void promise?.then(() => {
    pending = false;
  });
  await settle();
  return pending;
}

describe('events', () => {
  it('travel in batches, in order, lines of one stream as one', async () => {
    const { channel, sent } = harness();
    for (const event of [line('a'), line('b'), line('c', 'stderr'), note, line('d'), line('')])
      void channel.sink(event);
    expect(sent).toEqual([]);
    await channel.flush();
    expect(sent.map(({ events }) => events)).toEqual([[line('a\nb'), line('c', 'stderr'), note, line('d\n')]]);
    void channel.sink(line('e'));
    await channel.flush();
    await channel.flush();
    expect(sent).toHaveLength(2);
  });

  it('travel without what no room shows', async () => {
    const { channel, sent } = harness();
    void channel.sink({ type: 'result', data: { cannot: () => 'be sent' }, blocks: [] });
    void channel.sink({
      type: 'error',
      outcome: 'failed',
      exitCode: 1,
      message: 'no',
      details: { nor: Symbol('this') },
    });
    await channel.flush();
    expect(() => structuredClone(sent)).not.toThrow();
    expect(sent[0]?.events).toEqual([
      { type: 'result', data: undefined, blocks: [] },
      { type: 'error', outcome: 'failed', exitCode: 1, message: 'no' },
    ]);
  });
});

describe('a run that says much', () => {
  const much = 'x'.repeat(creditLimit);

  it('waits until what it said is taken in', async () => {
    const { channel, sent } = harness();
    expect(channel.sink(line(much))).toBeUndefined();
    const [one, other] = [channel.sink(line('more')), channel.sink(line('and more'))];
    expect(await isPending(one)).toBe(true);
    channel.credit(4);
    expect(await isPending(one)).toBe(true);
    channel.credit(sent.reduce((sum, { size }) => sum + size, 0) - 4);
    expect([await isPending(one), await isPending(other)]).toEqual([false, false]);
    expect(channel.sink(line('again'))).toBeUndefined();
  });

  it('is told the size of what is under way, to the character', async () => {
    const { channel, sent } = harness();
    void channel.sink(line('four'));
    void channel.sink(line('five!'));
    void channel.sink(note);
    await channel.flush();
    expect(sent[0]?.size).toBe(4 + 5 + 256);
  });

  it('waits for nobody once nobody listens', async () => {
    const { channel } = harness();
    const waiting = [channel.sink(line(much)), channel.sink(line(much))];
    channel.credit(Number.POSITIVE_INFINITY);
    expect(await isPending(waiting[1])).toBe(false);
    expect(channel.sink(line(much))).toBeUndefined();
  });
});
