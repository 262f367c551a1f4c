import { describe, expect, it } from 'vitest';
import type { History } from '../../../../../src/sandbox/page/protocol.ts';
import {
  type Edge,
  type Room,
  withHistory,
  withMessage,
  withoutMessage,
  withReply,
} from '../../../../../src/sandbox/page/shell/room-messages.ts';
import { message } from '../known.ts';

const several = (list: string) => list.split(' ').map((ts) => message(ts));
const room = (list: string, older: boolean, newer: boolean, stale = false): Room => ({
  ...{ messages: several(list), older, newer, stale },
  stretch: 1,
});
const page = (list: string, older: boolean, newer = false): History => ({
  messages: list === '' ? [] : several(list),
  older,
  newer,
});
const shown = ({ messages, older, newer, stretch }: Room): string =>
  `${older ? '…' : ''}${messages.map(({ ts }) => ts).join(' ')}${newer ? '…' : ''} #${stretch}`;

describe('a page of history', () => {
  it.each<[string, Room | undefined, Edge, History, string]>([
    ['is what is shown first', undefined, 'newest', page('1 2', true), '…1 2 #1'],
    ['goes before what is there', room('3 4', true, false), 'before', page('1 2', false), '1 2 3 4 #1'],
    ['that overlaps is not shown twice', room('3 4', true, false), 'before', page('2 3', true), '…2 3 4 #1'],
    ['goes after what is there', room('1 2', false, true), 'after', page('3 4', true, false), '1 2 3 4 #1'],
    ['that is the last one ends the room', room('1 2', true, true), 'after', page('', true, false), '…1 2 #1'],
    [
      'around a message takes the place of all',
      room('8 9', true, false),
      'around',
      page('1 2', true, true),
      '…1 2… #2',
    ],
    [
      'that joins what is there keeps what is older',
      room('1 2 3', true, false),
      'newest',
      page('3 4', true),
      '…1 2 3 4 #1',
    ],
    ['drops what was deleted meanwhile', room('1 2 3', false, false), 'newest', page('2 4', true), '1 2 4 #1'],
    ['with a gap before it begins anew', room('1 2', true, false), 'newest', page('8 9', true), '…8 9 #2'],
    ['begins anew where the end was not in sight', room('1 2', true, true), 'newest', page('2 3', true), '…2 3 #2'],
    ['of a room that was emptied empties it', room('1 2', true, false), 'newest', page('', false), ' #2'],
  ])('%s', (_, before, edge, history, after) => {
    expect(shown(withHistory(before, edge, history))).toBe(after);
  });

  it('is fresh: what was out of date is no longer', () => {
    expect(withHistory(room('1', false, false, true), 'newest', page('1 2', true)).stale).toBe(false);
  });
});

describe('a message', () => {
  it.each<[string, Room, ReturnType<typeof message>, string]>([
    ['is added at the end', room('1 2', false, false), message('3'), '1 2 3 #1'],
    ['is put where its time is', room('1 3', false, false), message('2'), '1 2 3 #1'],
    ['beyond what is loaded is left to be loaded', room('1 2', false, true), message('3'), '1 2… #1'],
    ['before what is loaded is left to be loaded', room('2 3', true, false), message('1'), '…2 3 #1'],
    ['in a thread does not stand in the room', room('1', false, false), message('2', { thread_ts: '1' }), '1 #1'],
    [
      'in a thread that is sent to the room too stands in it',
      room('1', false, false),
      message('2', { thread_ts: '1', subtype: 'thread_broadcast' }),
      '1 2 #1',
    ],
  ])('%s', (_, before, one, after) => {
    expect(shown(withMessage(before, one))).toBe(after);
  });

  it('that changed takes the place of the one before', () => {
    const { messages } = withMessage(room('1 2', false, false), message('1', { text: 'better' }));
    expect(messages.map(({ text }) => text)).toEqual(['better', 'text 2']);
  });

  it('that is gone is taken away, one that is not there changes nothing', () => {
    const messages = several('1 2');
    expect(withoutMessage(messages, '1').map(({ ts }) => ts)).toEqual(['2']);
    expect(withoutMessage(messages, '3')).toBe(messages);
  });

  it('goes to its own thread alone', () => {
    const messages = several('1');
    expect(withReply(messages, '1', message('2', { thread_ts: '1' }))).toHaveLength(2);
    expect(withReply(messages, '1', message('1', { text: 'root' }))[0]?.text).toBe('root');
    expect(withReply(messages, '1', message('3', { thread_ts: '2' }))).toBe(messages);
  });
});
