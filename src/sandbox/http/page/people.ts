import type { PageConversation, PageUser } from '../../page/protocol.ts';
import { conversationFor, isMember, mustBeMember } from '../../state/conversations.ts';
import { SlackError } from '../../state/errors.ts';
import type { Conversation, Person, Speaker, User } from '../../state/model.ts';
import { unreadOf } from '../../state/reads.ts';
import type { Workspace } from '../../state/workspace.ts';
import { unescapeText } from '../../text/wire.ts';

export const speakerOf = ({ id }: Person): Speaker => ({ kind: 'person', userId: id });

/** Whom the page acts as. */
export function personWith(workspace: Workspace, id: unknown): Person {
  const found = workspace.people.find((person) => person.id === id);
  if (!found) throw new SlackError('user_not_found');
  return found;
}

/** A room that the person is in. */
export const roomFor = (workspace: Workspace, person: Person, channel: string): Conversation =>
  mustBeMember(conversationFor(workspace, speakerOf(person), channel), speakerOf(person));

export const pageUser = ({ id, name, realName, isBot }: User): PageUser => ({ id, name, realName, isBot });

/** Whether the person may know that there is such a room. */
export const isKnown = (conversation: Conversation, { id }: Person): boolean =>
  conversation.kind === 'channel' || conversation.members.has(id);

const other = ({ members }: Conversation, { id }: Person): string => [...members].find((member) => member !== id) ?? id;

/** A room as its list shows it to the person. */
export function pageConversation(workspace: Workspace, conversation: Conversation, person: Person): PageConversation {
  const { id, kind, name, members, creator, topic } = conversation;
  const mine = isMember(conversation, speakerOf(person));
  const nothing = { lastRead: '0', latest: '0', unread: 0, mentions: 0 };
  return {
    ...{ id, kind, name: kind === 'im' ? other(conversation, person) : name, members: [...members] },
    ...{ creator, topic: unescapeText(topic?.value ?? ''), isMember: mine },
    ...(mine ? unreadOf(workspace, person.id, conversation) : nothing),
  };
}
