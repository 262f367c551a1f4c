import type { Json } from '../../state/model.ts';
import type { PageConversation, PageState, PageUser } from '../protocol.ts';
import type { Choice, ChoiceGroup } from './combobox.ts';
import { record, records, string, strings, textOf } from './json.ts';

function optionChoice(option: Json): Choice {
  const note = textOf(option['description']);
  return { key: string(option['value']), text: textOf(option['text']), ...(note ? { note } : {}), value: option };
}

/** Options, or groups of them, as a program lists them. */
export function optionGroups(items: readonly Json[]): ChoiceGroup[] {
  const single = items.filter((item) => !Array.isArray(item['options']));
  const groups = items.filter((item) => Array.isArray(item['options']));
  return [
    ...(single.length === 0 ? [] : [{ label: '', choices: single.map(optionChoice) }]),
    ...groups.map((group) => ({
      label: textOf(group['label']),
      choices: records(group['options']).map(optionChoice),
    })),
  ];
}

const userChoice = ({ id, name, realName }: PageUser): Choice => ({
  ...{ key: id, text: realName || name, value: id },
  ...(realName && realName !== name ? { note: name } : {}),
});

function conversationText(room: PageConversation, users: readonly PageUser[]): string {
  const nameOf = (id: string): string => users.find((user) => user.id === id)?.name ?? id;
  if (room.kind === 'im') return `@${nameOf(room.name)}`;
  return room.kind === 'mpim' ? room.members.map(nameOf).join(', ') : `#${room.name}`;
}

const included: Readonly<Record<PageConversation['kind'], string>> = {
  channel: 'public',
  group: 'private',
  im: 'im',
  mpim: 'mpim',
};

/** The rooms that a conversations select offers: those that its filter lets through. */
function conversationChoices(element: Json, { conversations, users }: PageState): Choice[] {
  const { include, exclude_bot_users: noBots } = record(element['filter']);
  const kinds = strings(include);
  const isBot = (id: string): boolean => users.find((user) => user.id === id)?.isBot === true;
  return conversations
    .filter(({ kind }) => kinds.length === 0 || kinds.includes(included[kind]))
    .filter(({ kind, name }) => noBots !== true || kind !== 'im' || !isBot(name))
    .map((room) => ({ key: room.id, text: conversationText(room, users), value: room.id }));
}

/** What a select offers of itself; nothing where the app is asked. */
export function choicesFor(element: Json, state: PageState): ChoiceGroup[] {
  const type = string(element['type']).replace(/^multi_/u, '');
  if (type === 'static_select')
    return optionGroups([...records(element['options']), ...records(element['option_groups'])]);
  if (type === 'users_select') return [{ label: '', choices: state.users.map(userChoice) }];
  if (type === 'conversations_select') return [{ label: '', choices: conversationChoices(element, state) }];
  if (type !== 'channels_select') return [];
  const rooms = state.conversations.filter(({ kind }) => kind === 'channel');
  return [{ label: '', choices: rooms.map(({ id, name }) => ({ key: id, text: `#${name}`, value: id })) }];
}

/** What is chosen, found again among what is offered. */
export function chosenOf(held: unknown, groups: readonly ChoiceGroup[]): Choice[] {
  const all = groups.flatMap(({ choices }) => choices);
  const items: unknown[] = Array.isArray(held) ? held : held === null || held === undefined ? [] : [held];
  return items.map((item) => {
    const key = typeof item === 'string' ? item : string(record(item)['value']);
    const known = all.find((choice) => choice.key === key);
    if (known) return known;
    return typeof item === 'string' ? { key, text: key, value: item } : optionChoice(record(item));
  });
}
