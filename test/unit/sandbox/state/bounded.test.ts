import { describe, expect, it } from 'vitest';
import { createCallLog } from '../../../../src/sandbox/api/calls.ts';
import { createPast } from '../../../../src/sandbox/socket/past.ts';
import { createBounded } from '../../../../src/sandbox/state/bounded.ts';

describe('what is remembered', () => {
  it('is so many of the latest', () => {
    const { items, add } = createBounded<number>(3, 100);
    for (let item = 1; item <= 5; item += 1) add(item, 1);
    expect(items).toEqual([3, 4, 5]);
  });

  it('is so many bytes of the latest, and the newest whatever its size', () => {
    const { items, add } = createBounded<string>(100, 10);
    for (const item of ['aaaa', 'bbbb', 'cccc']) add(item, item.length);
    expect(items).toEqual(['bbbb', 'cccc']);
    add('d'.repeat(50), 50);
    expect(items).toEqual(['d'.repeat(50)]);
    add('e', 1);
    expect(items).toEqual(['e']);
  });

  it('of calls is bounded, however large their requests are', () => {
    const log = createCallLog();
    const call = { method: 'chat.postMessage', at: 0, args: {}, ok: true };
    for (let count = 0; count < 5000; count += 1) log.add(call, 100);
    expect(log.calls).toHaveLength(2000);
    for (let count = 0; count < 100; count += 1) log.add(call, 8 * 1024 * 1024);
    expect(log.calls).toHaveLength(2);
  });

  it('of events is bounded too', () => {
    const past = createPast();
    for (let count = 0; count < 600; count += 1) past.add(String(count), 'x');
    expect([past.about('99'), past.about('100')]).toEqual([[], ['x']]);
    past.add('large', 'x'.repeat(9 * 1024 * 1024));
    expect(past.about('599')).toEqual([]);
    expect(past.about('large')).toHaveLength(1);
  });
});
