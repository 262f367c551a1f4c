import type { Page } from '../page.ts';
import type { PageConversation, PageState, PageUser } from '../protocol.ts';
import type { Names } from './plain.ts';

export const nameOf = (user: PageUser | undefined): string => user?.realName || user?.name || 'Somebody';

/** The other people of a conversation among several. */
export const othersIn = ({ me }: PageState, { members }: PageConversation): readonly string[] =>
  members.filter((id) => id !== me.id);

/** What a conversation is called by the person who looks at it, without its sign. */
export function titleOf(state: PageState, conversation: PageConversation): string {
  const called = (id: string): string => nameOf(state.users.find((user) => user.id === id));
  if (conversation.kind === 'im') return called(conversation.name);
  if (conversation.kind === 'mpim') return othersIn(state, conversation).map(called).join(', ');
  return conversation.name;
}

export const isDirect = ({ kind }: PageConversation): boolean => kind === 'im' || kind === 'mpim';

/** `#ops`, or a person's name. */
export const signedTitle = (state: PageState, conversation: PageConversation): string =>
  isDirect(conversation) ? titleOf(state, conversation) : `#${conversation.name}`;

export const namesOf = (page: Page): Names => ({
  user: (id) => page.user(id)?.name,
  channel: (id) => page.conversation(id)?.name,
});
