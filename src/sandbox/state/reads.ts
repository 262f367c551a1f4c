import { isAtRoot, isReply } from './messages.ts';
import type { Conversation, Message } from './model.ts';
import type { Workspace } from './workspace.ts';

/** How far a person has read in a conversation. */
export interface Unread {
  /** The newest message that they have seen; '0' when none. */
  lastRead: string;
  /** The newest message that counts at all; '0' when none. */
  latest: string;
  /** Messages after it, up to a thousand, and how many of them mention the person or are direct. */
  unread: number;
  mentions: number;
}

const mostCounted = 1000;
const quiet = new Set([
  ...['channel_join', 'channel_leave', 'group_join', 'group_leave', 'tombstone'],
  ...['channel_topic', 'channel_purpose', 'group_topic', 'group_purpose'],
]);

const keyOf = (user: string, channel: string): string => `${user}/${channel}`;

const lastReadBy = (workspace: Workspace, user: string, channel: string): string =>
  workspace.reads.get(keyOf(user, channel)) ?? '0';

/** Whether a message calls for one person: by name, in a group of theirs, or with everybody. */
type Calls = (message: Message) => boolean;

function callsFor({ usergroups }: Workspace, user: string): Calls {
  const groups = [...usergroups.values()].filter(({ users }) => users.includes(user));
  const names = [`<@${user}`, ...groups.map(({ id }) => `<!subteam^${id}`)];
  return ({ text }) => names.some((name) => text.includes(name)) || /<!(?:here|channel|everyone)\b/u.test(text);
}

const isDirect = ({ kind }: Conversation): boolean => kind === 'im' || kind === 'mpim';

/** Whether a message makes a room unread: at its root, or in a thread where it mentions the person. */
function counts(message: Message, user: string, calls: Calls): boolean {
  if (message.user === user || message.ephemeralTo !== undefined || quiet.has(message.subtype ?? '')) return false;
  return isAtRoot(message) || (isReply(message) && calls(message));
}

function newest({ messages }: Conversation, user: string, calls: Calls): string {
  return messages.findLast((message) => isAtRoot(message) || counts(message, user, calls))?.ts ?? '0';
}

/** What a person has not read in a conversation, counted from its end. */
export function unreadOf(workspace: Workspace, user: string, conversation: Conversation): Unread {
  const lastRead = lastReadBy(workspace, user, conversation.id);
  const { messages } = conversation;
  const calls = callsFor(workspace, user);
  let [unread, mentions] = [0, 0];
  for (let at = messages.length - 1; at >= 0 && unread < mostCounted; at -= 1) {
    const message = messages[at];
    if (!message || message.ts <= lastRead) break;
    if (!counts(message, user, calls)) continue;
    unread += 1;
    if (isDirect(conversation) || calls(message)) mentions += 1;
  }
  return { lastRead, latest: newest(conversation, user, calls), unread, mentions };
}

/** A person has read up to a message, or, where that is an older one, wants all after it to be unread again. */
export function markRead(workspace: Workspace, user: string, channel: string, ts: string): void {
  if (lastReadBy(workspace, user, channel) === ts) return;
  workspace.reads.set(keyOf(user, channel), ts);
  workspace.changes.tell({ type: 'read', user, channel, ts });
}
