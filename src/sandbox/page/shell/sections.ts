import type { PageConversation, PageState } from '../protocol.ts';
import { titleOf } from './names.ts';

export interface Section {
  name: 'Channels' | 'Direct messages' | 'Apps';
  conversations: readonly PageConversation[];
}

const isApp = (state: PageState, { kind, name }: PageConversation): boolean =>
  kind === 'im' && (state.users.find(({ id }) => id === name)?.isBot ?? false);

/** The conversations of the sidebar, in its order. */
export function sectionsOf(state: PageState): readonly Section[] {
  const mine = state.conversations.filter(({ isMember }) => isMember);
  const sorted = (keep: (conversation: PageConversation) => boolean): readonly PageConversation[] =>
    mine.filter(keep).sort((one, other) => titleOf(state, one).localeCompare(titleOf(state, other), 'en'));
  return [
    { name: 'Channels', conversations: sorted(({ kind }) => kind === 'channel' || kind === 'group') },
    {
      name: 'Direct messages',
      conversations: sorted((one) => (one.kind === 'im' || one.kind === 'mpim') && !isApp(state, one)),
    },
    { name: 'Apps', conversations: sorted((one) => isApp(state, one)) },
  ];
}
