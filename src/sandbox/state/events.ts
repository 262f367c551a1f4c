import type { Conversation, Json, Message, Reaction } from './model.ts';

export type SlackEvent = Json & { type: string };

const channelTypes = { channel: 'channel', group: 'group', im: 'im', mpim: 'mpim' } as const;

/** A message as programs get it: who alone may see it is not part of it. */
export function outward({ ephemeralTo: _, ...message }: Message): Json {
  return { ...message };
}

export function messageEvent(conversation: Conversation, message: Message): SlackEvent {
  return {
    ...outward(message),
    type: 'message',
    ...(message.files && !message.subtype ? { subtype: 'file_share' } : {}),
    channel: conversation.id,
    event_ts: message.ts,
    channel_type: channelTypes[conversation.kind],
  };
}

/** The same message once more, for being addressed. It has no `channel_type`. */
export function mentionEvent(conversation: Conversation, message: Message): SlackEvent {
  return { ...outward(message), type: 'app_mention', channel: conversation.id, event_ts: message.ts };
}

export function changedEvent(conversation: Conversation, before: Message, after: Message, ts: string): SlackEvent {
  return {
    type: 'message',
    subtype: 'message_changed',
    message: outward(after),
    previous_message: outward(before),
    channel: conversation.id,
    hidden: true,
    ts,
    event_ts: ts,
    channel_type: channelTypes[conversation.kind],
  };
}

export function deletedEvent(conversation: Conversation, before: Message, ts: string): SlackEvent {
  return {
    type: 'message',
    subtype: 'message_deleted',
    previous_message: outward(before),
    channel: conversation.id,
    hidden: true,
    deleted_ts: before.ts,
    ts,
    event_ts: ts,
    channel_type: channelTypes[conversation.kind],
  };
}

export function reactionEvent(
  type: 'reaction_added' | 'reaction_removed',
  conversation: Conversation,
  message: Message,
  by: { user: string; reaction: Reaction['name']; ts: string },
): SlackEvent {
  return {
    type,
    user: by.user,
    reaction: by.reaction,
    item: { type: 'message', channel: conversation.id, ts: message.ts },
    item_user: message.user,
    event_ts: by.ts,
  };
}

export type MemberEvent = 'member_joined_channel' | 'member_left_channel';

export function memberEvent(
  type: MemberEvent,
  conversation: Conversation,
  user: string,
  team: string,
  ts: string,
): SlackEvent {
  const channelType = conversation.kind === 'channel' ? 'C' : 'G';
  return { type, user, channel: conversation.id, channel_type: channelType, team, event_ts: ts };
}

export function fileEvents(file: string, user: string, conversation: Conversation, ts: string): SlackEvent[] {
  const about = { file_id: file, user_id: user, file: { id: file }, event_ts: ts };
  return [
    { type: 'file_created', ...about },
    { type: 'file_shared', ...about, channel_id: conversation.id },
  ];
}
