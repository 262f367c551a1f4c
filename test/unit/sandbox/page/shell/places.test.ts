import { describe, expect, it } from 'vitest';
import type { PageConversation } from '../../../../../src/sandbox/page/protocol.ts';
import type { Route } from '../../../../../src/sandbox/page/route.ts';
import { emojiNames } from '../../../../../src/sandbox/page/shell/emoji.ts';
import { colorOf, initialsOf } from '../../../../../src/sandbox/page/shell/identity.ts';
import { neighbour } from '../../../../../src/sandbox/page/shell/neighbour.ts';
import { firstRoom, peopleOf, sameRoute } from '../../../../../src/sandbox/page/shell/people.ts';
import { sectionsOf } from '../../../../../src/sandbox/page/shell/sections.ts';
import { conversation, pageState } from '../known.ts';

const direct = (id: string, name: string, members: string[]): PageConversation =>
  conversation(id, { kind: 'im', name, members });

describe('the people that one can post as', () => {
  it('stand in the same order for whoever looks', () => {
    expect(peopleOf(pageState('U2')).map(({ id }) => id)).toEqual(peopleOf(pageState('U1')).map(({ id }) => id));
  });
});

describe('another person', () => {
  const mary = pageState('U1', {
    conversations: [conversation('C1'), conversation('C3'), direct('D19', 'U9', ['U1', 'U9'])],
  });
  const tom = pageState('U2', { conversations: [conversation('C1'), direct('D29', 'U9', ['U2', 'U9'])] });
  it.each<[string, Route, Route]>([
    ['stays in the room', { as: 'U2', room: 'C1' }, { as: 'U2', room: 'C1' }],
    ['stays in the thread', { as: 'U2', room: 'C1', thread: '1.5' }, { as: 'U2', room: 'C1', thread: '1.5' }],
    ['leaves the message that a link led to', { as: 'U2', room: 'C1', at: '1.5' }, { as: 'U2', room: 'C1' }],
    ['goes to their own direct messages with the app', { as: 'U2', room: 'D19' }, { as: 'U2', room: 'D29' }],
    ['begins anew where they may not be', { as: 'U2', room: 'C3' }, { as: 'U2', room: 'C1' }],
  ])('%s', (_, route, next) => {
    expect(sameRoute(route, mary, tom)).toEqual(next);
  });
});

describe('where a person begins', () => {
  it.each<[string, PageConversation[], string | undefined]>([
    ['is #ops', [conversation('C1'), conversation('C2', { name: 'ops' })], 'C2'],
    ['is a channel, where there is no #ops', [direct('D1', 'U9', []), conversation('C1')], 'C1'],
    ['is no channel that they are not in', [conversation('C1', { isMember: false }), conversation('C2')], 'C2'],
    ['may be nowhere', [], undefined],
  ])('%s', (_, conversations, room) => {
    expect(firstRoom(pageState('U1', { conversations }))).toBe(room);
  });
});

describe('the list of conversations', () => {
  const state = pageState('U1', {
    conversations: [
      conversation('C2', { name: 'zebra' }),
      conversation('C1', { name: 'ant', kind: 'group' }),
      conversation('C3', { name: 'left', isMember: false }),
      direct('D9', 'U9', ['U1', 'U9']),
      direct('D2', 'U2', ['U1', 'U2']),
      conversation('G1', { kind: 'mpim', name: 'mpdm', members: ['U1', 'U2', 'U9'] }),
    ],
  });
  it('has channels, people and apps apart, each by name', () => {
    const ids = sectionsOf(state).map(({ name, conversations }) => [name, ...conversations.map(({ id }) => id)]);
    expect(ids).toEqual([
      ['Channels', 'C1', 'C2'],
      ['Direct messages', 'D2', 'G1'],
      ['Apps', 'D9'],
    ]);
  });
});

describe('the next conversation', () => {
  const rooms = [conversation('C1'), conversation('C2', { unread: 1 }), conversation('C3')];
  it.each<[string, string | undefined, 1 | -1, boolean, string | undefined]>([
    ['below', 'C1', 1, false, 'C2'],
    ['above, around the beginning', 'C1', -1, false, 'C3'],
    ['below, around the end', 'C3', 1, false, 'C1'],
    ['that is unread', 'C3', 1, true, 'C2'],
    ['from nowhere is the first', undefined, 1, false, 'C1'],
    ['from nowhere backwards is the last', undefined, -1, false, 'C3'],
  ])('%s', (_, room, step, unread, next) => {
    expect(neighbour(rooms, room, step, unread)).toBe(next);
  });

  it('is none where none is unread', () => {
    expect(neighbour([conversation('C1')], 'C1', 1, true)).toBeUndefined();
  });
});

describe('a picture', () => {
  it.each([
    ['mary', 'M'],
    ['ana lopez', 'AL'],
    ['jean-luc.picard the second', 'JL'],
    ['émile', 'É'],
    ['𝒳yz', '𝒳'],
    [' ', '?'],
  ])('of %o has the letters %s', (name, letters) => {
    expect(initialsOf(name)).toBe(letters);
  });

  it('has a colour that stays', () => {
    expect(colorOf('U1')).toBe(colorOf('U1'));
    expect(new Set(['U1', 'U2', 'U3', 'U4', 'U5', 'U6'].map(colorOf)).size).toBeGreaterThan(2);
  });
});

describe('an emoji', () => {
  const find = emojiNames([{ group: 'People', emoji: [['👋', 'wave', 'hello']] }]);
  it.each([
    ['wave', '👋'],
    ['hello', '👋'],
    ['wave::skin-tone-2', '👋🏻'],
    ['wave::skin-tone-9', '👋'],
    ['nothing', undefined],
  ])(':%s: is %s', (name, character) => {
    expect(find(name)).toBe(character);
  });
});
