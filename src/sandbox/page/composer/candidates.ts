import type { EmojiTable, PageCommand, PageConversation, PageGroup, PageUser } from '../protocol.ts';
import { findEmoji } from './emoji-search.ts';
import type { Trigger } from './trigger.ts';

export type Candidate =
  | { kind: 'user'; insert: string; user: PageUser; isMe: boolean; isMember: boolean }
  | { kind: 'group'; insert: string; group: PageGroup }
  | { kind: 'broadcast'; insert: string; name: string; says: string }
  | { kind: 'channel'; insert: string; channel: PageConversation }
  | { kind: 'emoji'; insert: string; character: string; name: string }
  | { kind: 'command'; insert: string; command: PageCommand };

export interface Sources {
  me: string;
  users: readonly PageUser[];
  groups: readonly PageGroup[];
  /** Who is in the room. */
  members: readonly string[];
  isDirect: boolean;
  conversations: readonly PageConversation[];
  commands: readonly PageCommand[];
  emoji: EmojiTable;
  recentEmoji: readonly string[];
}

const most = 12;

const broadcasts = [
  { name: 'here', says: 'Notify every online member in this channel.' },
  { name: 'channel', says: 'Notify everyone in this channel.' },
  { name: 'everyone', says: 'Notify everyone in your workspace.' },
] as const;

const startsSo = (name: string, query: string): boolean => name.toLowerCase().startsWith(query);

/** 0 by name, 1 by full name, 2 by a later word of either; undefined does not match. */
function rankOf({ name, realName }: PageUser, query: string): number | undefined {
  if (startsSo(name, query)) return 0;
  if (startsSo(realName, query)) return 1;
  const words = `${name} ${realName}`.split(/[\s._-]+/u);
  return words.some((word) => startsSo(word, query)) ? 2 : undefined;
}

function mentions(query: string, { users, groups, members, me, isDirect }: Sources): Candidate[] {
  const inRoom = new Set(members);
  const ranked = users.flatMap((user) => {
    const rank = rankOf(user, query);
    return rank === undefined ? [] : [{ user, rank, isMember: inRoom.has(user.id), isMe: user.id === me }];
  });
  ranked.sort(
    (one, other) =>
      Number(other.isMember) - Number(one.isMember) ||
      one.rank - other.rank ||
      Number(one.isMe) - Number(other.isMe) ||
      one.user.name.localeCompare(other.user.name),
  );
  const people = ranked.map(
    ({ user, isMe, isMember }): Candidate => ({ kind: 'user', insert: `@${user.name} `, user, isMe, isMember }),
  );
  const all = isDirect ? [] : broadcasts.filter(({ name }) => name.startsWith(query));
  const calls = all.map(({ name, says }): Candidate => ({ kind: 'broadcast', insert: `@${name} `, name, says }));
  const together = groups
    .filter(({ handle, name }) => startsSo(handle, query) || startsSo(name, query))
    .map((group): Candidate => ({ kind: 'group', insert: `@${group.handle} `, group }));
  const others = [...together, ...calls];
  return [...people.slice(0, Math.max(1, most - others.length)), ...others];
}

function channels(query: string, { conversations }: Sources): Candidate[] {
  const known = conversations.filter(
    ({ kind, name }) => (kind === 'channel' || kind === 'group') && name.includes(query),
  );
  known.sort(
    (one, other) =>
      Number(startsSo(other.name, query)) - Number(startsSo(one.name, query)) ||
      Number(other.isMember) - Number(one.isMember) ||
      one.name.localeCompare(other.name),
  );
  return known.slice(0, most).map((channel) => ({ kind: 'channel', insert: `#${channel.name} `, channel }));
}

const emoji = (query: string, { emoji: table, recentEmoji }: Sources): Candidate[] =>
  findEmoji(table, query, recentEmoji, most).map((found) => ({ kind: 'emoji', insert: `:${found.name}: `, ...found }));

const commands = (query: string, sources: Sources): Candidate[] =>
  sources.commands
    .filter(({ command }) => startsSo(command.slice(1), query))
    .sort((one, other) => one.command.localeCompare(other.command))
    .map((command) => ({ kind: 'command', insert: `${command.command} `, command }));

/** What the typed can become, the likeliest first. */
export function candidatesFor({ kind, query }: Trigger, sources: Sources): Candidate[] {
  const wanted = query.toLowerCase();
  if (kind === 'mention') return wanted.endsWith(' ') ? [] : mentions(wanted, sources);
  if (kind === 'channel') return channels(wanted, sources);
  return kind === 'emoji' ? emoji(wanted, sources) : commands(wanted, sources);
}
