import { parseRoute } from '../route.ts';
import { useShell } from './shell-context.ts';

const isPlain = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

const isOwn = ({ origin, pathname }: URL): boolean =>
  origin === location.origin && (pathname === '/' || pathname.startsWith('/archives/'));

/** Links to rooms and messages open in this window, for the person who looks. */
export function useLinks(): (event: MouseEvent) => void {
  const { route, go } = useShell();
  return (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link?.href || link.hasAttribute('download') || event.defaultPrevented || !isPlain(event)) return;
    const address = URL.parse(link.href);
    if (!address || !isOwn(address)) return;
    event.preventDefault();
    const next = parseRoute(address);
    if (next.room !== undefined) go({ as: route.as, ...next } as typeof next);
  };
}
