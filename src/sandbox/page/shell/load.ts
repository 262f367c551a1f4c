import { history, Refused, thread as threadOf } from '../client.ts';
import { type Store, threadKey } from '../store.ts';
import type { Edge } from './room-messages.ts';

const pageSize = 100;
/** What is on its way already, so that nothing is asked for twice. */
const asked = new Set<string>();

async function once(key: string, work: () => Promise<void>): Promise<void> {
  if (asked.has(key)) return;
  asked.add(key);
  try {
    await work();
  } finally {
    asked.delete(key);
  }
}

/** A page of a room; `at` is the message that it begins, ends or surrounds. */
export function loadHistory(store: Store, as: string, channel: string, edge: Edge, at = ''): Promise<void> {
  return once(`${as} ${channel} ${edge} ${at}`, async () => {
    const place = edge === 'newest' ? {} : { [edge]: at };
    const found = await history({ as, channel, limit: pageSize, ...place });
    store.dispatch({ type: 'history', as, channel, edge, history: found });
  });
}

export function loadThread(store: Store, as: string, channel: string, thread: string): Promise<void> {
  return once(`${as} ${threadKey(channel, thread)}`, async () => {
    const { messages } = await threadOf({ as, channel, thread });
    store.dispatch({ type: 'thread', as, channel, thread, messages });
  });
}

const sentences: Readonly<Record<string, string>> = {
  channel_not_found: 'There is no such conversation.',
  thread_not_found: 'There is no such thread.',
  not_in_channel: 'You are not in this channel.',
  message_not_found: 'This message is gone.',
  cant_update_message: 'Only your own messages can be edited.',
  cant_delete_message: 'Only your own messages can be deleted.',
  msg_too_long: 'This message is too long.',
  user_not_found: 'There is no such person.',
};

/** What went wrong, as a person reads it. */
export function sentenceFor(error: unknown): string {
  if (!(error instanceof Refused)) return 'The sandbox cannot be reached.';
  return sentences[error.message] ?? `That did not work: ${error.message}.`;
}
