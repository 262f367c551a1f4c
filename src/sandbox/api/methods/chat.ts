import { conversationFor, destinationFor, isDirect, mustBeMember } from '../../state/conversations.ts';
import { SlackError } from '../../state/errors.ts';
import { outward } from '../../state/events.ts';
import { messageAt } from '../../state/messages.ts';
import type { Conversation, Json, Message } from '../../state/model.ts';
import { change, post, remove } from '../../state/posting.ts';
import { isStreaming } from '../../state/streams.ts';
import { flag, optionalText, requiredText } from '../args.ts';
import { readContent } from '../content.ts';
import { hasScope } from '../scopes.ts';
import { customized } from './customize.ts';
import { type Methods, method, type Spoken, scoped } from './method.ts';
import { splitText } from './split.ts';

const longest = 40_000;
const longestUpdate = 4000;

const truncated = (text: string | undefined): Json =>
  (text?.length ?? 0) > longest
    ? { warning: 'message_truncated', response_metadata: { warnings: ['message_truncated'] } }
    : {};

/** Never half of a character. */
const cut = (text: string | undefined): string | undefined => text?.slice(0, longest).replace(/[\uD800-\uDBFF]$/u, '');

function mustReach({ workspace, speaker }: Spoken, conversation: Conversation): void {
  const open = conversation.kind === 'channel' && speaker.kind === 'bot';
  if (!(open && hasScope(workspace, speaker, 'chat:write.public'))) mustBeMember(conversation, speaker);
}

/** Long text comes as several messages; blocks and attachments keep it together. */
function pieces({ args }: Spoken): (string | undefined)[] {
  const text = cut(optionalText(args, 'text'));
  const whole = text === undefined || optionalText(args, 'blocks') || optionalText(args, 'attachments');
  return whole ? [text] : splitText(text);
}

const postMessage = method((context) => {
  const { workspace, args, speaker } = context;
  const conversation = destinationFor(workspace, speaker, requiredText(args, 'channel'));
  mustReach(context, conversation);
  const looks = customized(context);
  const contents = pieces(context).map((piece) => ({ ...readContent(workspace, args, speaker, piece), ...looks }));
  const thread = optionalText(args, 'thread_ts');
  const placement = { ...(thread ? { thread } : {}), broadcast: flag(args, 'reply_broadcast') };
  const messages = contents.map((content) => post(workspace, conversation, speaker, content, placement));
  const message = messages[0];
  if (!message) throw new SlackError('no_text');
  const shown = { ts: message.ts, message: outward(message) };
  return { channel: conversation.id, ...shown, ...truncated(optionalText(args, 'text')) };
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
  if (isStreaming(workspace, conversation, message.ts)) throw new SlackError('streaming_state_conflict');
  const text = optionalText(args, 'text');
  if ((text?.length ?? 0) > longestUpdate) throw new SlackError('msg_too_long');
  const content = readContent(workspace, args, speaker, text);
  const edited = speaker.kind === 'person' || !content.blocks;
  const after = change(workspace, conversation, message, content, edited);
  return { channel: conversation.id, ts: after.ts, text: after.text, message: outward(after) };
});

const erase = method((context) => {
  const { conversation, message } = ownMessage(context, 'cant_delete_message');
  if (isStreaming(context.workspace, conversation, message.ts)) throw new SlackError('cant_delete_message');
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
  ...scoped('chat:write', {
    'chat.postMessage': postMessage,
    'chat.update': update,
    'chat.delete': erase,
    'chat.postEphemeral': postEphemeral,
  }),
  'chat.getPermalink': getPermalink,
};
