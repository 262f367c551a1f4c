import { describe, expect, it } from 'vitest';
import { type Row, type RowOptions, rowsOf } from '../../../../../src/sandbox/page/shell/rows.ts';
import type { Pending } from '../../../../../src/sandbox/page/store.ts';
import type { Message } from '../../../../../src/sandbox/state/model.ts';
import { message } from '../known.ts';

const noon = new Date(2026, 10, 20, 12).getTime();
const at = (minutes: number): string => (noon / 1000 + minutes * 60).toFixed(6);
const said = (minutes: number, more: Partial<Message> = {}): Message => message(at(minutes), more);
const pending = (minutes: number, key = 'p1'): Pending => ({
  ...{ key, at: noon + minutes * 60_000, state: 'sending' },
  request: { as: 'U1', channel: 'C1', text: 'soon' },
});

const signs = ({ isHead, isNewDay, isNew, isIntro }: Row): string =>
  isIntro ? 'intro' : `${isNewDay ? 'day ' : ''}${isNew ? 'new ' : ''}${isHead ? 'head' : 'line'}`;
const drawn = (messages: Message[], options: Partial<RowOptions> = {}): string[] =>
  rowsOf(messages, { me: 'U1', ...options }).map(signs);

describe('messages one above the other', () => {
  it.each<[string, Message[], string[]]>([
    [
      'stand under one name for five minutes',
      [said(0), said(4), said(8), said(13)],
      ['day head', 'line', 'line', 'head'],
    ],
    ['begin anew with another author', [said(0), said(1, { user: 'U2' })], ['day head', 'head']],
    ['begin anew with another day', [said(0), said(24 * 60)], ['day head', 'day head']],
    ['begin anew at midnight', [said(11 * 60 + 59), said(12 * 60 + 1)], ['day head', 'day head']],
    ['begin anew below a thread', [said(0, { reply_count: 2 }), said(1)], ['day head', 'head']],
    ['begin anew below what was deleted', [said(0, { subtype: 'tombstone' }), said(1)], ['day head', 'head']],
    [
      'begin anew around what only one person sees',
      [said(0), said(1, { ephemeralTo: 'U1' }), said(2)],
      ['day head', 'head', 'head'],
    ],
    [
      'begin anew where an app takes another name',
      [said(0, { user: 'U9' }), said(1, { user: 'U9', username: 'Deployer' } as Partial<Message>)],
      ['day head', 'head'],
    ],
  ])('%s', (_, messages, rows) => {
    expect(drawn(messages)).toEqual(rows);
  });

  it('have the line "New" above the first message of others that was not seen', () => {
    const messages = [said(0, { user: 'U2' }), said(1), said(2, { user: 'U2' }), said(3, { user: 'U2' })];
    expect(drawn(messages, { newAfter: at(0) })).toEqual(['day head', 'head', 'new head', 'line']);
  });

  it('have no line "New" where what was seen last is not loaded yet', () => {
    const messages = [said(1, { user: 'U2' })];
    expect(drawn(messages, { newAfter: at(0) })).toEqual(['day head']);
    expect(drawn(messages, { newAfter: at(0), isWhole: true })).toEqual(['intro', 'day new head']);
  });

  it('have no line "New" where all was seen', () => {
    expect(drawn([said(0, { user: 'U2' })], { newAfter: at(0) })).toEqual(['day head']);
  });

  it('have the beginning of the room above them when the first of all is there', () => {
    expect(drawn([said(0)], { isWhole: true })).toEqual(['intro', 'day head']);
  });

  it('of a thread leave the first one alone', () => {
    expect(drawn([said(0), said(1), said(2)], { thread: at(0) })).toEqual(['day head', 'head', 'line']);
  });
});

describe('what is still being sent', () => {
  it.each<[string, Message[], Pending[], string[]]>([
    ['stands under the own name', [said(0)], [pending(1)], ['day head', 'line']],
    ['begins anew below somebody else', [said(0, { user: 'U2' })], [pending(1)], ['day head', 'head']],
    ['begins anew later', [said(0)], [pending(6)], ['day head', 'head']],
    [
      'follows what is being sent before it',
      [said(0, { user: 'U2' })],
      [pending(1), pending(2, 'p2')],
      ['day head', 'head', 'line'],
    ],
    ['may be the first of all', [], [pending(0)], ['day head']],
  ])('%s', (_, messages, waiting, rows) => {
    expect(drawn(messages, { pending: waiting })).toEqual(rows);
  });

  it('is the first of its day in a room that is empty', () => {
    expect(drawn([], { pending: [pending(0)], isWhole: true })).toEqual(['intro', 'day head']);
  });
});
