import { describe, expect, it } from 'vitest';
import { historyOf, threadOf } from '../../../../../src/sandbox/http/page/history.ts';
import type { Conversation, Message } from '../../../../../src/sandbox/state/model.ts';

const ts = (at: number): string => `1700000000.${String(at).padStart(6, '0')}`;

const message = (at: number, more: Partial<Message> = {}): Message => ({
  ...{ type: 'message', ts: ts(at), user: 'U1', text: String(at), team: 'T1' },
  ...more,
});

const room = (messages: Message[]): Conversation => ({
  ...{ id: 'C1', name: 'ops', kind: 'channel', created: 0, creator: 'U1' },
  ...{ members: new Set(['U1', 'U2']), messages },
});

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const numbers = (messages: readonly Message[]): number[] => messages.map(({ text }) => Number(text));

/** 1 to 100. */
const long = room(range(1, 100).map((at) => message(at)));

describe('a page of a room', () => {
  it.each([
    ['is the newest', {}, range(91, 100), true, false],
    ['is the one before a message', { before: ts(91) }, range(81, 90), true, false],
    ['is the first', { before: ts(5) }, range(1, 4), false, false],
    ['is the one after a message', { after: ts(10) }, range(11, 20), true, true],
    ['is the last', { after: ts(95) }, range(96, 100), true, false],
    ['is around a message', { around: ts(50) }, range(45, 54), true, true],
    ['is around the first message', { around: ts(1) }, range(1, 5), false, true],
    ['is around the last message', { around: ts(100) }, range(95, 100), true, false],
    ['is empty after the end', { after: ts(100) }, [], true, false],
    ['is empty before the start', { before: ts(1) }, [], false, true],
    ['is around where a message was', { around: '1700000000.0000505' }, range(46, 55), true, true],
  ])('%s', (_, window, expected, older, newer) => {
    const found = historyOf(long, 'U1', { ...window, limit: 10 });
    expect([numbers(found.messages), found.older]).toEqual([expected, older]);
    if (!('before' in window)) expect(found.newer).toBe(newer);
  });

  it('says whether there are newer ones where it ends before a message', () => {
    expect(historyOf(long, 'U1', { before: ts(50), limit: 10 }).newer).toBe(true);
  });

  it('has replies only where they were sent to the room too, and what only the person sees', () => {
    const some = room([
      message(1, { thread_ts: ts(1), reply_count: 2 }),
      message(2, { thread_ts: ts(1) }),
      message(3, { thread_ts: ts(1), subtype: 'thread_broadcast' }),
      message(4, { ephemeralTo: 'U1' }),
      message(5, { ephemeralTo: 'U2' }),
      message(6, { ephemeralTo: 'U1', thread_ts: ts(1) }),
    ]);
    expect(numbers(historyOf(some, 'U1', { limit: 10 }).messages)).toEqual([1, 3, 4]);
    expect(numbers(historyOf(some, 'U2', { limit: 10 }).messages)).toEqual([1, 3, 5]);
    expect(numbers(threadOf(some, 'U1', ts(1)).messages)).toEqual([1, 2, 3, 6]);
    expect(numbers(threadOf(some, 'U2', ts(1)).messages)).toEqual([1, 2, 3]);
  });

  it('is around the thread of a reply that is not at the root', () => {
    const replies = range(51, 70).map((at) => message(at, { thread_ts: ts(10) }));
    const some = room([...range(1, 50).map((at) => message(at)), ...replies]);
    expect(numbers(historyOf(some, 'U1', { around: ts(60), limit: 4 }).messages)).toEqual([8, 9, 10, 11]);
  });

  it('does not look at the ten thousand messages around it', () => {
    let looks = 0;
    const messages = new Proxy(
      range(1, 10_000).map((at) => message(at)),
      {
        get(target, name) {
          if (typeof name === 'string' && /^\d+$/u.test(name)) looks += 1;
          return Reflect.get(target, name);
        },
      },
    );
    historyOf(room(messages), 'U1', { before: ts(5000), limit: 50 });
    expect(looks).toBeLessThan(100);
  });
});

it('has no thread of a reply, of what one person alone sees, or of nothing', () => {
  const some = room([message(1), message(2, { thread_ts: ts(1) }), message(3, { ephemeralTo: 'U1' })]);
  for (const at of [2, 3, 4]) expect(() => threadOf(some, 'U1', ts(at))).toThrow('thread_not_found');
});
