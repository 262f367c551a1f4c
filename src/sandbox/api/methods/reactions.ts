import { conversationFor, mustBeMember } from '../../state/conversations.ts';
import { SlackError } from '../../state/errors.ts';
import { outward, reactionEvent } from '../../state/events.ts';
import { messageAt, replaceMessage } from '../../state/messages.ts';
import type { Conversation, Message, Reaction } from '../../state/model.ts';
import { tell } from '../../state/posting.ts';
import type { Workspace } from '../../state/workspace.ts';
import { usualName } from '../../text/emoji.ts';
import { optionalText, requiredText } from '../args.ts';
import { type Context, type Methods, method, type Spoken, scoped } from './method.ts';

interface Target {
  conversation: Conversation;
  message: Message;
}

function target({ workspace, args, speaker }: Spoken): Target {
  const [channel, ts] = [optionalText(args, 'channel'), optionalText(args, 'timestamp')];
  if (!channel || !ts) throw new SlackError('no_item_specified');
  const conversation = mustBeMember(conversationFor(workspace, speaker, channel), speaker);
  if (!/^\d+\.\d+$/u.test(ts)) throw new SlackError('bad_timestamp');
  const message = messageAt(conversation, ts);
  if (!message || message.ephemeralTo !== undefined) throw new SlackError('message_not_found');
  return { conversation, message };
}

/** The same reaction under all its names. */
function emojiOf({ args }: Context): string {
  const name = usualName(requiredText(args, 'name').replace(/^:|:$/gu, ''));
  if (name === undefined) throw new SlackError('invalid_name');
  return name;
}

function react(workspace: Workspace, { conversation, message }: Target, reactions: readonly Reaction[]): void {
  const { reactions: _, ...bare } = message;
  replaceMessage(workspace, conversation, reactions.length === 0 ? bare : { ...bare, reactions });
}

const add = method((context) => {
  const { workspace, speaker } = context;
  const name = emojiOf(context);
  const found = target(context);
  const reactions = found.message.reactions ?? [];
  const before = reactions.find((reaction) => reaction.name === name) ?? { name, users: [], count: 0 };
  if (before.users.includes(speaker.userId)) throw new SlackError('already_reacted');
  const after = { name, users: [...before.users, speaker.userId], count: before.count + 1 };
  react(
    workspace,
    found,
    before.count === 0 ? [...reactions, after] : reactions.map((one) => (one === before ? after : one)),
  );
  const by = { user: speaker.userId, reaction: name, ts: workspace.clock.ts() };
  tell(workspace, found.conversation, reactionEvent('reaction_added', found.conversation, found.message, by));
  return {};
});

const remove = method((context) => {
  const { workspace, speaker } = context;
  const name = emojiOf(context);
  const found = target(context);
  const reactions = found.message.reactions ?? [];
  const before = reactions.find((reaction) => reaction.name === name);
  if (!before?.users.includes(speaker.userId)) throw new SlackError('no_reaction');
  const users = before.users.filter((user) => user !== speaker.userId);
  const after = { name, users, count: users.length };
  react(
    workspace,
    found,
    reactions.map((one) => (one === before ? after : one)).filter(({ count }) => count > 0),
  );
  const by = { user: speaker.userId, reaction: name, ts: workspace.clock.ts() };
  tell(workspace, found.conversation, reactionEvent('reaction_removed', found.conversation, found.message, by));
  return {};
});

const get = method((context) => {
  const { conversation, message } = target(context);
  return { type: 'message', channel: conversation.id, message: outward(message) };
});

export const reactionMethods: Methods = {
  ...scoped('reactions:write', { 'reactions.add': add, 'reactions.remove': remove }),
  ...scoped('reactions:read', { 'reactions.get': get }),
};
