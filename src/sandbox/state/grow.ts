import type { ChannelOptions, PersonOptions } from '../sandbox.ts';
import { checkChannel, checkPerson, mustDiffer } from './check-options.ts';
import { seconds } from './clock.ts';
import { isDirect } from './conversations.ts';
import { describeConversation, describeUser } from './describe.ts';
import { freshToken } from './ids.ts';
import type { Conversation, Person } from './model.ts';
import { personOf } from './users.ts';
import { channelOf, directMessagesOf, type Workspace } from './workspace.ts';

/** People who come later. They are in every public channel, and the app hears of them. */
export function addPeople(workspace: Workspace, wanted: readonly PersonOptions[]): Person[] {
  const { team, bot, users, callers, conversations, changes, delivery, clock } = workspace;
  for (const one of wanted) checkPerson(one);
  const added = wanted.map((one) => personOf(one, team));
  mustDiffer('people', added, users.values());
  const people = added.map(({ id, name }): Person => ({ id, name, token: freshToken('xoxp') }));
  for (const room of conversations.values()) {
    if (room.kind === 'channel') for (const { id } of people) room.members.add(id);
  }
  for (const user of added) users.set(user.id, user);
  for (const { id, token } of people) {
    callers.set(token, { kind: 'person', userId: id });
    const direct = directMessagesOf(id, bot, seconds(clock));
    conversations.set(direct.id, direct);
  }
  workspace.people = [...workspace.people, ...people];
  changes.tell({ type: 'workspace' });
  for (const user of added) {
    delivery.event({ type: 'team_join', user: describeUser(workspace, user), event_ts: clock.ts() });
  }
  return people;
}

/** Channels that are made later. Everybody is in them, and the app hears of the public ones. */
export function addChannels(workspace: Workspace, wanted: readonly (string | ChannelOptions)[]): Conversation[] {
  const { people, bot, conversations, changes, delivery, clock } = workspace;
  for (const one of wanted) if (typeof one !== 'string') checkChannel(one);
  const added = wanted.map((one) => channelOf(one, people, bot, seconds(clock)));
  const known = [...conversations.values()].filter((room) => !isDirect(room));
  mustDiffer('channels', added, known);
  for (const room of added) {
    conversations.set(room.id, room);
    changes.tell({ type: 'conversation', channel: room.id });
    if (room.kind !== 'channel') continue;
    const { id, name, created, creator } = describeConversation(workspace, room, { kind: 'bot', userId: bot.userId });
    delivery.event({ type: 'channel_created', channel: { id, name, created, creator }, event_ts: clock.ts() });
  }
  return added;
}
