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
  const words = (sent: readonly { events: readonly Event[] }[]): string[] =>
    sent.flatMap(({ events }) => events.flatMap((event) => (event.type === 'line' ? [event.text] : [])));

  it('waits until what it said is taken in', async () => {
    const { channel, sent } = harness();
    expect(channel.sink(line(much))).toBeUndefined();
    const [one, other] = [channel.sink(note), channel.sink(note)];
    expect(await isPending(one)).toBe(true);
    channel.credit(4);
    expect(await isPending(one)).toBe(true);
    channel.credit(sent.reduce((sum, { size }) => sum + size, 0) - 4);
    expect([await isPending(one), await isPending(other)]).toEqual([false, false]);
    expect(channel.sink(note)).toBeUndefined();
  });

  it('waits for nobody with its lines: those that are not taken in stay behind, and the newest go out', async () => {
    const { channel, sent } = harness();
    const lines = Array.from({ length: 1000 }, (_, at) => `${at} ${'x'.repeat(1000)}`);
    await settle();
    for (const text of lines) {
      expect(channel.sink(line(text))).toBeUndefined();
      await settle();
    }
    const first = sent.length;
    channel.credit(sent.reduce((sum, { size }) => sum + size, 0));
    await channel.flush();
    const came = words(sent).join('\n').split('\n');
    expect([came[0], came.at(-1)]).toEqual([lines[0], lines.at(-1)]);
    const omitted = sent.flatMap(({ events }) =>
      events.map((event) => ('omitted' in event ? (event.omitted?.lines ?? 0) : 0)),
    );
    expect(came.length + omitted.reduce((sum, many) => sum + many, 0)).toBe(lines.length);
    expect([came.length < 700, sent.length > first]).toEqual([true, true]);
  });

  it('waits for nobody with a line that is not whole yet, of which the newest goes out', async () => {
    const { channel, sent } = harness();
    void channel.sink(line(much));
    void channel.sink(line('more'));
    await channel.flush();
    for (let at = 1; at <= 1000; at++) {
      expect(channel.sink({ type: 'progress', stream: 'stdout', text: `${at}` })).toBeUndefined();
      await settle();
    }
    channel.credit(sent.reduce((sum, { size }) => sum + size, 0));
    await channel.flush();
    const told = sent.flatMap(({ events }) => events.filter(({ type }) => type === 'progress'));
    expect(told).toEqual([{ type: 'progress', stream: 'stdout', text: '1000' }]);
  });

  it('is told the size of what is under way, to the character', async () => {
    const { channel, sent } = harness();
    void channel.sink(line('four'));
    void channel.sink(line('five!'));
    void channel.sink(note);
    await channel.flush();
    expect(sent[0]?.size).toBe('four\nfive!'.length + 256);
  });

  it('waits for nobody once nobody listens', async () => {
    const { channel } = harness();
    const waiting = [channel.sink(line(much)), channel.sink(note)];
    channel.credit(Number.POSITIVE_INFINITY);
    expect(await isPending(waiting[1])).toBe(false);
    expect(channel.sink(line(much))).toBeUndefined();
  });
});
