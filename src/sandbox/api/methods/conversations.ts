import { conversationFor, isDirect, isMember, mustBeMember, openConversation } from '../../state/conversations.ts';
import { describeConversation } from '../../state/describe.ts';
import { SlackError } from '../../state/errors.ts';
import type { Conversation } from '../../state/model.ts';
import { flag, list as listArgument, optionalText, requiredText } from '../args.ts';
import { page } from '../paging.ts';
import { kindsByType, kindsListed } from '../scopes.ts';
import { about } from './about.ts';
import { history, replies } from './history.ts';
import { join, leave, members } from './membership.ts';
import { type Methods, method, type Spoken, scoped } from './method.ts';

/** How many others there can be in one direct message. */
const mostUsers = 8;

const listed = 'public_channel';

const list = method(({ workspace, args, speaker }) => {
  const types = listArgument(args, 'types');
  if (types.some((type) => !Object.hasOwn(kindsByType, type))) throw new SlackError('invalid_types');
  const wanted = new Set(kindsListed(args, listed));
  const known = [...workspace.conversations.values()].filter(
    (conversation) =>
      wanted.has(conversation.kind) && (conversation.kind === 'channel' || isMember(conversation, speaker)),
  );
  const { items, metadata } = page(known, args, { usual: 100, most: 1000 }, ({ id }) => id);
  const channels = items.map((conversation) => ({
    ...describeConversation(workspace, conversation, speaker),
    ...(isDirect(conversation) ? {} : { num_members: conversation.members.size }),
  }));
  return { channels, response_metadata: metadata };
});

const info = method(({ workspace, args, speaker }) => {
  const conversation = conversationFor(workspace, speaker, requiredText(args, 'channel'));
  const counted = flag(args, 'include_num_members') ? { num_members: conversation.members.size } : {};
  return { channel: { ...describeConversation(workspace, conversation, speaker), ...counted } };
});

function opened({ workspace, args, speaker }: Spoken): {
  conversation: Conversation;
  existed: boolean;
} {
  const channel = optionalText(args, 'channel');
  if (channel)
    return { conversation: mustBeMember(conversationFor(workspace, speaker, channel), speaker), existed: true };
  const users = listArgument(args, 'users');
  if (users.length === 0) throw new SlackError('users_list_not_supplied');
  if (users.length > mostUsers) throw new SlackError('too_many_users');
  return openConversation(workspace, speaker, users);
}

const open = method((context) => {
  const { conversation, existed } = opened(context);
  const known = existed ? { no_op: true, already_open: true } : {};
  const whole = flag(context.args, 'return_im') || conversation.kind === 'mpim';
  const channel = whole
    ? describeConversation(context.workspace, conversation, context.speaker)
    : { id: conversation.id };
  return { ...known, channel };
});

export const conversationMethods: Methods = {
  ...scoped('*:read', {
    'conversations.list': { ...list, lists: listed },
    'conversations.info': info,
    'conversations.members': members,
  }),
  ...scoped('*:history', { 'conversations.history': history, 'conversations.replies': replies }),
  ...scoped('*:write', { 'conversations.open': open, 'conversations.leave': leave }),
  ...scoped('*:write.topic', {
    'conversations.setTopic': about('topic'),
    'conversations.setPurpose': about('purpose'),
  }),
  ...scoped('channels:join', { 'conversations.join': join }),
};
