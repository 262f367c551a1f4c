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

/** `(2) #ops` in the browser's tab: how often the person is mentioned or written to. A dot for anything else. */
export function useTabBadge(): void {
  const page = usePage();
  const { route } = useShell();
  const { state } = page;
  const isUnread = state.conversations.some(({ unread }) => unread > 0);
  const calls = state.conversations.reduce((sum, { mentions }) => sum + mentions, 0);
  const conversation = route.room === undefined ? undefined : page.conversation(route.room);
  const place = conversation ? signedTitle(state, conversation) : state.team.name;
  const mark = calls > 0 ? `(${calls > 99 ? '99+' : calls}) ` : isUnread ? '• ' : '';
  const title = `${mark}${place}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => showIcon(isUnread ? badged : plain), [isUnread]);
}
