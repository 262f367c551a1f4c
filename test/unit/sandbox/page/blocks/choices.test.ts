import { describe, expect, test } from 'vitest';
import { choicesFor, chosenOf, optionGroups } from '../../../../../src/sandbox/page/blocks/choices.ts';
import { type ChoiceGroup, filterGroups, moveTo } from '../../../../../src/sandbox/page/blocks/combobox.ts';
import type { PageState } from '../../../../../src/sandbox/page/protocol.ts';

const option = (value: string, text = value) => ({ text: { type: 'plain_text', text }, value });
const room = { members: [], isMember: true, lastRead: '0', latest: '0', unread: 0, mentions: 0 };
const state = {
  users: [
    { id: 'U1', name: 'ana', realName: 'Ana Bell', isBot: false },
    { id: 'UB', name: 'ops', realName: 'ops', isBot: true },
  ],
  conversations: [
    { ...room, id: 'C1', kind: 'channel', name: 'general' },
    { ...room, id: 'G1', kind: 'group', name: 'secret' },
    { ...room, id: 'D1', kind: 'im', name: 'UB' },
    { ...room, id: 'D2', kind: 'mpim', name: 'mpdm', members: ['U1', 'UB'] },
  ],
} as unknown as PageState;

const texts = (groups: readonly ChoiceGroup[]): string[] =>
  groups.flatMap(({ choices }) => choices.map(({ text }) => text));

describe('a select offers', () => {
  test.each([
    ['its options', { type: 'static_select', options: [option('a'), option('b')] }, ['a', 'b']],
    [
      'its groups',
      { type: 'multi_static_select', option_groups: [{ label: { text: 'G' }, options: [option('a')] }] },
      ['a'],
    ],
    ['everybody', { type: 'users_select' }, ['Ana Bell', 'ops']],
    ['public channels', { type: 'channels_select' }, ['#general']],
    ['every conversation', { type: 'conversations_select' }, ['#general', '#secret', '@ops', 'ana, ops']],
    [
      'the kinds that its filter names',
      { type: 'conversations_select', filter: { include: ['private', 'im'] } },
      ['#secret', '@ops'],
    ],
    [
      'no apps where its filter says so',
      { type: 'multi_conversations_select', filter: { include: ['im'], exclude_bot_users: true } },
      [],
    ],
    ['nothing of itself where the app is asked', { type: 'external_select' }, []],
  ])('%s', (_, element, offered) => {
    expect(texts(choicesFor(element, state))).toEqual(offered);
  });

  test('groups under their names', () => {
    const groups = optionGroups([
      { label: { type: 'plain_text', text: 'Live' }, options: [option('prod', 'Production')] },
    ]);
    expect(groups).toEqual([
      { label: 'Live', choices: [{ key: 'prod', text: 'Production', value: option('prod', 'Production') }] },
    ]);
  });
});

test('what is chosen is shown by its name, even where it is not offered', () => {
  const groups = choicesFor({ type: 'users_select' }, state);
  expect(chosenOf('U1', groups).map(({ text }) => text)).toEqual(['Ana Bell']);
  expect(chosenOf(['U1', 'U9'], groups).map(({ text }) => text)).toEqual(['Ana Bell', 'U9']);
  expect(chosenOf(option('x', 'Ticket'), []).map(({ text }) => text)).toEqual(['Ticket']);
  expect(chosenOf(null, groups)).toEqual([]);
});

describe('typing narrows the choices', () => {
  const groups = [
    {
      label: 'Test',
      choices: [
        { key: '1', text: 'Développement', value: 1 },
        { key: '2', text: 'uat', note: 'User acceptance', value: 2 },
      ],
    },
    { label: 'Live', choices: [{ key: '3', text: 'prod', value: 3 }] },
  ];
  test.each([
    ['', ['Développement', 'uat', 'prod']],
    ['PROD', ['prod']],
    ['devel', ['Développement']],
    ['acc user', ['uat']],
    ['nothing', []],
  ])('%j', (typed, left) => {
    expect(texts(filterGroups(groups, typed))).toEqual(left);
  });

  test('and leaves no empty group', () => {
    expect(filterGroups(groups, 'prod').map(({ label }) => label)).toEqual(['Live']);
  });
});

describe('the keys move through the choices', () => {
  test.each([
    ['ArrowDown', 0, 3, 1],
    ['ArrowDown', 2, 3, 0],
    ['ArrowUp', 0, 3, 2],
    ['ArrowUp', -1, 3, 2],
    ['PageDown', 0, 30, 8],
    ['PageUp', 3, 30, 0],
    ['ArrowDown', 0, 0, undefined],
    ['a', 0, 3, undefined],
  ])('%s from %i of %i', (key, at, count, to) => {
    expect(moveTo(key, at, count)).toBe(to);
  });
});
