import { conversationFor, destinationFor, isDirect, mustBeMember } from '../../state/conversations.ts';
import { SlackError } from '../../state/errors.ts';
import { outward } from '../../state/events.ts';
import { messageAt } from '../../state/messages.ts';
import type { Conversation, Json, Message, Speaker } from '../../state/model.ts';
import { change, post, remove } from '../../state/posting.ts';
import { flag, optionalText, requiredText } from '../args.ts';
import { readContent } from '../content.ts';
import { type Context, type Methods, method } from './method.ts';

type Spoken = Context & { speaker: Speaker };

const longest = 40_000;
const longestUpdate = 4000;

const truncated = (text: string | undefined): Json =>
  (text?.length ?? 0) > longest
    ? { warning: 'message_truncated', response_metadata: { warnings: ['message_truncated'] } }
    : {};

/** Never half of a character. */
const cut = (text: string | undefined): string | undefined => text?.slice(0, longest).replace(/[\uD800-\uDBFF]$/u, '');

const postMessage = method(({ workspace, args, speaker }) => {
  const conversation = destinationFor(workspace, speaker, requiredText(args, 'channel'));
  mustBeMember(conversation, speaker);
  const text = optionalText(args, 'text');
  const content = readContent(workspace, args, speaker, cut(text));
  const thread = optionalText(args, 'thread_ts');
  const message = post(workspace, conversation, speaker, content, {
    ...(thread ? { thread } : {}),
    broadcast: flag(args, 'reply_broadcast'),
  });
  return { channel: conversation.id, ts: message.ts, message: outward(message), ...truncated(text) };
});

interface Own {
  conversation: Conversation;
  message: Message;
}

/** A message of the speaker, which they may change. */
function ownMessage({ workspace, args, speaker }: Spoken, refusal: string): Own {
  const conversation = conversationFor(workspace, speaker, requiredText(args, 'channel'));
  const message = messageAt(conversation, requiredText(args, 'ts'));
  if (!message || message.ephemeralTo !== undefined) throw new SlackError('message_not_found');
  if (message.user !== speaker.userId) throw new SlackError(refusal);
  return { conversation, message };
}

const update = method((context) => {
  const { workspace, args, speaker } = context;
  const { conversation, message } = ownMessage(context, 'cant_update_message');
  const text = optionalText(args, 'text');
  if ((text?.length ?? 0) > longestUpdate) throw new SlackError('msg_too_long');
  const content = readContent(workspace, args, speaker, text);
  const edited = speaker.kind === 'person' || !content.blocks;
  const after = change(workspace, conversation, message, content, edited);
  return { channel: conversation.id, ts: after.ts, text: after.text, message: outward(after) };
});

const erase = method((context) => {
  const { conversation, message } = ownMessage(context, 'cant_delete_message');
  remove(context.workspace, conversation, message);
  return { channel: conversation.id, ts: message.ts };
});

const postEphemeral = method(({ workspace, args, speaker }) => {
  const conversation = destinationFor(workspace, speaker, requiredText(args, 'channel'));
  const user = requiredText(args, 'user');
  if (!workspace.users.has(user)) throw new SlackError('user_not_found');
  mustBeMember(conversation, speaker);
  if (!conversation.members.has(user)) throw new SlackError('user_not_in_channel');
  const content = readContent(workspace, args, speaker, cut(optionalText(args, 'text')));
  const thread = optionalText(args, 'thread_ts');
  const placement = { ephemeralTo: user, ...(thread ? { thread } : {}) };
  return { message_ts: post(workspace, conversation, speaker, content, placement).ts };
});

const getPermalink = method(({ workspace, args, speaker, origin }) => {
  const conversation = conversationFor(workspace, speaker, requiredText(args, 'channel'));
  const message = messageAt(conversation, requiredText(args, 'message_ts'));
  if (!message || message.ephemeralTo !== undefined) throw new SlackError('message_not_found');
  if (!isDirect(conversation)) mustBeMember(conversation, speaker);
  const thread = message.thread_ts ? `?thread_ts=${message.thread_ts}&cid=${conversation.id}` : '';
  const permalink = `${origin}/archives/${conversation.id}/p${message.ts.replace('.', '')}${thread}`;
  return { channel: conversation.id, permalink };
});

export const chatMethods: Methods = {
  'chat.postMessage': postMessage,
  'chat.update': update,
  'chat.delete': erase,
  'chat.postEphemeral': postEphemeral,
  'chat.getPermalink': getPermalink,
};
