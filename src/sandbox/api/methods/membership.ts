import { conversationFor, isDirect } from '../../state/conversations.ts';
import { describeConversation } from '../../state/describe.ts';
import { SlackError } from '../../state/errors.ts';
import { join as joinRoom, leave as leaveRoom } from '../../state/membership.ts';
import { requiredText } from '../args.ts';
import { page } from '../paging.ts';
import { method } from './method.ts';

const sizes = { usual: 100, most: 1000 };

export const members = method(({ workspace, args, speaker }) => {
  const conversation = conversationFor(workspace, speaker, requiredText(args, 'channel'));
  const { items, metadata } = page([...conversation.members], args, sizes, (id) => id);
  return { members: items, response_metadata: metadata };
});

export const join = method(({ workspace, args, speaker }) => {
  const conversation = conversationFor(workspace, speaker, requiredText(args, 'channel'));
  if (conversation.kind !== 'channel') throw new SlackError('method_not_supported_for_channel_type');
  const joined = joinRoom(workspace, conversation, speaker.userId);
  const warning = 'already_in_channel';
  return {
    channel: describeConversation(workspace, conversation, speaker),
    ...(joined ? {} : { warning, response_metadata: { warnings: [warning] } }),
  };
});

export const leave = method(({ workspace, args, speaker }) => {
  const conversation = conversationFor(workspace, speaker, requiredText(args, 'channel'));
  if (isDirect(conversation)) throw new SlackError('method_not_supported_for_channel_type');
  if (conversation.name === 'general') throw new SlackError('cant_leave_general');
  if (conversation.members.size === 1 && conversation.members.has(speaker.userId)) throw new SlackError('last_member');
  return leaveRoom(workspace, conversation, speaker.userId) ? {} : { not_in_channel: true };
});
