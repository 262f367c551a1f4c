import { ask } from '../client.ts';
import type { Requests } from '../protocol.ts';
import type { Pending, Store } from '../store.ts';
import { loadHistory, sentenceFor } from './load.ts';

let count = 0;

async function deliver(store: Store, pending: Pending): Promise<void> {
  const { key, request } = pending;
  store.dispatch({ type: 'sending', pending });
  try {
    await ask('say', request);
    store.dispatch({ type: 'sent', key });
  } catch (error) {
    store.dispatch({ type: 'failed', key, why: sentenceFor(error) });
  }
}

/** Shows a message at once and sends it. Where the newest messages are not shown they are fetched. */
export function sendMessage(store: Store, request: Requests['say']): void {
  const { as, channel, thread } = request;
  count += 1;
  void deliver(store, { key: `pending-${count}`, at: Date.now(), request, state: 'sending' });
  const room = store.get().rooms[channel];
  if (thread === undefined && room?.newer) loadHistory(store, as, channel, 'newest').catch(() => undefined);
}

export function retryMessage(store: Store, pending: Pending): void {
  void deliver(store, { ...pending, at: Date.now(), state: 'sending' });
}
