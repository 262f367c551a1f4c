import { useEffect } from 'preact/hooks';
import { forgetMessages } from '../blocks/surface.ts';
import { follow } from '../live.ts';
import type { Store } from '../store.ts';

const addressFor = (as: string | undefined): string => {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  return `${scheme}://${location.host}/page/live${as === undefined ? '' : `?as=${encodeURIComponent(as)}`}`;
};

/** Keeps the store up to date for one person, for as long as the page is open. */
export function useLive(store: Store, as: string | undefined, tell: (text: string) => void): void {
  useEffect(() => {
    const live = follow({
      address: addressFor(as),
      onFrame(frame) {
        store.dispatch({ type: 'frame', frame });
        if (frame.type === 'notice') tell(frame.text);
        if (frame.type === 'message_removed') forgetMessages(frame.channel, frame.ts);
        if (frame.type === 'conversation_removed') forgetMessages(frame.channel);
      },
      onLost: () => store.dispatch({ type: 'link', link: 'lost' }),
    });
    addEventListener('online', live.hurry);
    return () => {
      removeEventListener('online', live.hurry);
      live.close();
    };
  }, [store, as, tell]);
}
