import { usePage } from '../page.ts';
import { Icon } from '../parts/icon.tsx';
import type { PageConversation } from '../protocol.ts';
import { formatRoute } from '../route.ts';
import { Avatar } from './avatar.tsx';
import { nameOf, othersIn, titleOf } from './names.ts';
import { useShell } from './shell-context.ts';

/** What stands before a conversation's name: a sign, or who it is with. */
export function ConversationIcon({ conversation, size = 20 }: { conversation: PageConversation; size?: number }) {
  const { state, user } = usePage();
  const { kind, name } = conversation;
  if (kind === 'channel') return <Icon name="hash" size={size - 2} />;
  if (kind === 'group') return <Icon name="lock" size={size - 2} />;
  if (kind === 'mpim')
    return (
      <span class="several" style={{ width: size, height: size }}>
        {othersIn(state, conversation).length}
      </span>
    );
  const other = user(name);
  const isHere = other?.isBot ? state.app.userId === name && state.app.connections > 0 : true;
  return <Avatar id={name} name={nameOf(other)} isBot={other?.isBot} size={size} isHere={isHere} />;
}

function said({ unread, mentions }: PageConversation): string {
  if (unread === 0) return '';
  return mentions > 0 ? `, ${mentions} for you` : ', unread';
}

export function SidebarRow({ conversation }: { conversation: PageConversation }) {
  const { state, me } = usePage();
  const { route } = useShell();
  const { id, unread, mentions, kind, name } = conversation;
  const isOpen = route.room === id;
  const isAway = kind === 'im' && name === state.app.userId && state.app.connections === 0;
  const unreadClass = unread > 0 && !isOpen ? ' row-unread' : '';
  return (
    <li>
      <a
        class={`row${unreadClass}`}
        href={formatRoute({ as: me.id, room: id })}
        aria-current={isOpen ? 'page' : undefined}
        draggable={false}
      >
        <span class="row-icon">
          <ConversationIcon conversation={conversation} />
        </span>
        <span class="row-name">{titleOf(state, conversation)}</span>
        {kind === 'im' && name === me.id && <span class="row-hint">you</span>}
        {isAway && <span class="row-hint">not connected</span>}
        <span class="sr-only">{said(conversation)}</span>
        {mentions > 0 && (
          <span class="badge" aria-hidden="true">
            {mentions > 99 ? '99+' : mentions}
          </span>
        )}
      </a>
    </li>
  );
}
