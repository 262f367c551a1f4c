import { useEffect } from 'preact/hooks';
import { usePage } from '../page.ts';
import plain from './favicon.svg';
import badged from './favicon-badge.svg';
import { signedTitle } from './names.ts';
import { useShell } from './shell-context.ts';

function showIcon(address: string): void {
  const known = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  const link = known ?? document.createElement('link');
  link.rel = 'icon';
  link.type = 'image/svg+xml';
  link.href = address;
  if (!known) document.head.append(link);
}

/** `(2) #ops` in the browser's tab, and a dot on its picture. */
export function useTabBadge(): void {
  const page = usePage();
  const { route } = useShell();
  const { state } = page;
  const unread = state.conversations.reduce((sum, conversation) => sum + conversation.unread, 0);
  const conversation = route.room === undefined ? undefined : page.conversation(route.room);
  const place = conversation ? signedTitle(state, conversation) : state.team.name;
  const title = `${unread > 0 ? `(${unread > 99 ? '99+' : unread}) ` : ''}${place}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  const isBadged = unread > 0;
  useEffect(() => showIcon(isBadged ? badged : plain), [isBadged]);
}
