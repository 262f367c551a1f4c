import { useEffect, useLayoutEffect } from 'preact/hooks';
import { usePage } from '../page.ts';
import { Modals } from '../views/modals.tsx';
import { Dialogs } from './dialogs.tsx';
import { LinkNotice } from './link-notice.tsx';
import { firstRoom } from './people.ts';
import { Rail } from './rail.tsx';
import { RoomPane } from './room.tsx';
import { useShell } from './shell-context.ts';
import { Sidebar } from './sidebar.tsx';
import { ThreadPane } from './thread.tsx';
import { useKeys } from './use-keys.ts';
import { useLinks } from './use-links.ts';
import { useTabBadge } from './use-tab-badge.ts';

const narrow = '(max-width: 720px)';

/** Milliseconds in which a conversation that was just made is heard of. */
const patience = 1500;

/** On a wide window an address without a room leads to where a person begins; on a phone to the list. */
function useFirstRoom(): void {
  const { state } = usePage();
  const { route, go } = useShell();
  const room = firstRoom(state);
  const isUnknown = route.room !== undefined && !state.conversations.some(({ id }) => id === route.room);
  const isNowhere = isUnknown || route.room === undefined;
  useEffect(() => {
    if (!isNowhere || room === undefined || route.as !== state.me.id) return;
    const leave = (): void => {
      const as = state.me.id;
      if (!matchMedia(narrow).matches) go({ as, room }, true);
      else if (isUnknown) go({ as }, true);
    };
    if (!isUnknown) {
      leave();
      return;
    }
    const timer = setTimeout(leave, patience);
    return () => clearTimeout(timer);
  }, [isNowhere, isUnknown, room, route, go, state.me.id]);
}

/** On a phone one of them is seen at a time. */
function useShown(thread: string | undefined, room: string | undefined): string {
  const shown = thread === undefined ? (room === undefined ? 'sidebar' : 'room') : 'thread';
  useLayoutEffect(() => {
    document.documentElement.dataset['shown'] = shown;
  }, [shown]);
  return shown;
}

export function Shell() {
  const page = usePage();
  const { route } = useShell();
  useFirstRoom();
  useKeys();
  useTabBadge();
  const follow = useLinks();
  const conversation = route.room === undefined ? undefined : page.conversation(route.room);
  const thread = conversation ? route.thread : undefined;
  const shown = useShown(thread, conversation?.id);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what is pressed; here they are only kept in the window.
    // biome-ignore lint/a11y/useKeyWithClickEvents: a key on a link is a click.
    <div class="shell" data-shown={shown} onClick={follow}>
      <Rail />
      <Sidebar />
      <div class="panes">
        <LinkNotice />
        {conversation ? (
          <RoomPane key={`${page.me.id}/${conversation.id}`} conversation={conversation} />
        ) : (
          <main class="pane room" aria-label="No conversation" />
        )}
        {conversation && thread !== undefined && (
          <ThreadPane key={`${page.me.id}/${thread}`} conversation={conversation} thread={thread} />
        )}
      </div>
      <Dialogs conversation={conversation} />
      <Modals />
    </div>
  );
}
