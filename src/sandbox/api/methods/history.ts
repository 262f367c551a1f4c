import { conversationFor, mustBeMember } from '../../state/conversations.ts';
import { SlackError } from '../../state/errors.ts';
import { outward } from '../../state/events.ts';
import { isAtRoot, isReply, messageAt, repliesTo } from '../../state/messages.ts';
import type { Json, Message } from '../../state/model.ts';
import { type Args, flag, optionalText, requiredText } from '../args.ts';
import { page } from '../paging.ts';
import { method } from './method.ts';

const sizes = { usual: 100, most: 999 };
const ofReplies = { usual: 1000, most: 1000 };

function bound(args: Args, name: 'oldest' | 'latest'): number | undefined {
  const text = optionalText(args, name);
  if (text === undefined || text === '') return undefined;
  if (!/^\d+(\.\d+)?$/u.test(text)) throw new SlackError(`invalid_ts_${name}`);
  return Number(text);
}

/** Whether a message stands between `oldest` and `latest`. */
function within(args: Args): (message: Message) => boolean {
  const oldest = bound(args, 'oldest') ?? 0;
  const latest = bound(args, 'latest') ?? Number.POSITIVE_INFINITY;
  const inclusive = flag(args, 'inclusive');
  return ({ ts }) => {
    const at = Number(ts);
    return (at > oldest && at < latest) || (inclusive && (at === oldest || at === latest));
  };
}

const shown = (args: Args) => {
  const withMetadata = flag(args, 'include_all_metadata');
  return (message: Message): Json => {
    const { metadata, ...rest } = outward(message);
    return withMetadata && metadata !== undefined ? { ...rest, metadata } : rest;
  };
};

export const history = method(({ workspace, args, speaker }) => {
  const conversation = mustBeMember(conversationFor(workspace, speaker, requiredText(args, 'channel')), speaker);
  const between = within(args);
  const all = conversation.messages.filter((message) => isAtRoot(message) && between(message)).reverse();
  const { items, more, metadata } = page(all, args, sizes, ({ ts }) => ts);
  return {
    messages: items.map(shown(args)),
    has_more: more,
    pin_count: 0,
    ...(more ? { response_metadata: metadata } : {}),
  };
});

export const replies = method(({ workspace, args, speaker }) => {
  const conversation = mustBeMember(conversationFor(workspace, speaker, requiredText(args, 'channel')), speaker);
  const root = messageAt(conversation, requiredText(args, 'ts'));
  if (!root || root.ephemeralTo !== undefined) throw new SlackError('thread_not_found');
  const thread = isReply(root) ? [] : repliesTo(conversation, root.ts).filter(within(args));
  const { items, more, metadata } = page(thread, args, ofReplies, ({ ts }) => ts);
  return {
    messages: [root, ...items].map(shown(args)),
    has_more: more,
    ...(more ? { response_metadata: metadata } : {}),
  };
});
