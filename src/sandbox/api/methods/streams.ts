import { conversationFor, isDirect, mustBeMember } from '../../state/conversations.ts';
import { SlackError } from '../../state/errors.ts';
import { outward } from '../../state/events.ts';
import { messageAt } from '../../state/messages.ts';
import type { Conversation, Json, Message, Stream } from '../../state/model.ts';
import { appendToStream, beginStream, endStream } from '../../state/streams.ts';
import { type Args, optionalText, requiredText } from '../args.ts';
import { readBlocks, readMetadata } from '../content.ts';
import { readAddition } from './chunks.ts';
import { type Method, type Methods, method, type Spoken, scoped } from './method.ts';

const displays: readonly Stream['display'][] = ['timeline', 'plan', 'dense'];

function displayOf(args: Args): Stream['display'] {
  const wanted = optionalText(args, 'task_display_mode') || 'timeline';
  const found = displays.find((display) => display === wanted);
  if (!found) throw new SlackError('invalid_arguments');
  return found;
}

/** In a channel, Slack has to know for whom the words are. */
function checkRecipient({ workspace, args }: Spoken, conversation: Conversation): void {
  const [team, user] = [optionalText(args, 'recipient_team_id'), optionalText(args, 'recipient_user_id')];
  const needed = conversation.kind !== 'im';
  if (needed && !team) throw new SlackError('missing_recipient_team_id');
  if (needed && !user) throw new SlackError('missing_recipient_user_id');
  if (team && team !== workspace.team.id) throw new SlackError('team_not_found');
  if (user && !workspace.users.has(user)) throw new SlackError('user_not_found');
}

const startStream = method((context) => {
  const { workspace, args, speaker } = context;
  const conversation = conversationFor(workspace, speaker, requiredText(args, 'channel'));
  const thread = requiredText(args, 'thread_ts');
  if (!isDirect(conversation)) mustBeMember(conversation, speaker);
  checkRecipient(context, conversation);
  const beginning = { ...readAddition(args), thread, display: displayOf(args) };
  const message = beginStream(workspace, conversation, speaker, beginning);
  return { channel: conversation.id, ts: message.ts };
});

/** The message that a call is about, which is the app's own. */
function ownMessage({ workspace, args, speaker }: Spoken): { conversation: Conversation; message: Message } {
  const conversation = conversationFor(workspace, speaker, requiredText(args, 'channel'));
  const message = messageAt(conversation, requiredText(args, 'ts'));
  if (!message || message.ephemeralTo !== undefined) throw new SlackError('message_not_found');
  if (message.user !== speaker.userId) throw new SlackError('message_not_owned_by_app');
  return { conversation, message };
}

const appendStream = method((context) => {
  const { conversation, message } = ownMessage(context);
  const addition = readAddition(context.args);
  if (addition.mode === undefined) throw new SlackError('no_text');
  appendToStream(context.workspace, conversation, message, addition);
  return { channel: conversation.id, ts: message.ts };
});

const stopStream = method((context) => {
  const { workspace, args } = context;
  const { conversation, message } = ownMessage(context);
  const metadata = readMetadata(args, context.speaker);
  const ending = { blocks: readBlocks(args) ?? [], ...(metadata ? { metadata } : {}) };
  const after = endStream(workspace, conversation, message, readAddition(args), ending);
  return { channel: conversation.id, ts: after.ts, message: outward(after) satisfies Json };
});

const forApps = (one: Method): Method => ({ ...one, callers: ['bot'] });

export const streamMethods: Methods = scoped('chat:write', {
  'chat.startStream': forApps(startStream),
  'chat.appendStream': forApps(appendStream),
  'chat.stopStream': forApps(stopStream),
});
