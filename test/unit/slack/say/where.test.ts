import { describe, expect, it } from 'vitest';
import { SlackCallError } from '../../../../src/slack/connection/call-error.ts';
import { findPeople } from '../../../../src/slack/say/mention.ts';
import { findRoom, readThread, readWhere } from '../../../../src/slack/say/where.ts';

describe('a room', () => {
  it.each([
    ['#builds', { name: 'builds' }],
    ['Builds', { name: 'builds' }],
    ['#größe_1', { name: 'größe_1' }],
    ['C0123456', { id: 'C0123456' }],
    ['D0123456', { id: 'D0123456' }],
    ['<#C1>', { id: 'C1' }],
    ['<#C1|builds>', { id: 'C1' }],
    ['https://shop.slack.com/archives/C0123456', { id: 'C0123456' }],
    ['https://shop.slack.com/archives/C1/p1700000000000100', { id: 'C1', thread: '1700000000.000100' }],
    [
      'https://shop.slack.com/archives/C1/p1700000009000200?thread_ts=1700000000.000100&cid=C1',
      { id: 'C1', thread: '1700000000.000100' },
    ],
  ])('is named by %s', (word, where) => {
    expect(readWhere(word)).toEqual(where);
  });

  it.each([['two words'], [''], ['@mary'], ['https://example.com/x'], ['file:///archives/C1']])(
    'is not named by "%s"',
    (word) => {
      expect(() => readWhere(word)).toThrow('names no room');
    },
  );

  it('has threads, by the ts or the link of a message of its own', () => {
    const link = 'https://shop.slack.com/archives/C1/p1700000000000100';
    expect(readThread('1700000000.000100', { name: 'builds' })).toBe('1700000000.000100');
    expect(readThread(link, { id: 'C1' })).toBe('1700000000.000100');
    expect(() => readThread(link, { id: 'C2' })).toThrow('--thread takes');
    expect(() => readThread('yes', { id: 'C1' })).toThrow('--thread takes');
  });

  it('is found by its name, among private ones too, or is left to Slack where none may be listed', async () => {
    const asked: unknown[] = [];
    const call = async (_: string, args: Record<string, unknown>) => {
      asked.push(args['types']);
      if (args['types'] === 'public_channel')
        throw new SlackCallError('no', { refusal: 'missing_scope', cause: undefined });
      const channels = args['cursor'] === 'next' ? [{ id: 'G1', name: 'secret' }] : [];
      return { channels, response_metadata: { next_cursor: args['cursor'] === undefined ? 'next' : '' } };
    };
    expect(await findRoom(call, { name: 'secret' })).toBe('G1');
    expect(await findRoom(call, { name: 'other' })).toBe('#other');
    expect(await findRoom(call, { id: 'C1' })).toBe('C1');
    expect(asked).toEqual([
      'public_channel',
      'private_channel',
      'private_channel',
      'public_channel',
      'private_channel',
      'private_channel',
    ]);
  });
});

describe('a person', () => {
  const members = [
    { id: 'U1', name: 'mary' },
    { id: 'U2', name: 'm2', profile: { display_name: 'Tom' } },
    { id: 'U3', name: 'tom' },
    { id: 'U4', name: 'zoe', deleted: true },
  ];
  const call = async () => ({ members });

  it.each([
    ['@mary', 'U1'],
    ['U0123456', 'U0123456'],
    ['<@U0123456>', 'U0123456'],
  ])('is %s', async (word, id) => {
    expect(await findPeople(call, [word])).toEqual([id]);
  });

  it.each([
    ['@tom', '2 people are called @tom: U2, U3'],
    ['@zoe', 'nobody is called @zoe here'],
  ])('is not %s', async (word, words) => {
    await expect(findPeople(call, [word])).rejects.toThrow(words);
  });
});
