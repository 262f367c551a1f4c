import type { Call } from './client.ts';

export interface Posted {
  ts: string;
  /** It tells how the run ended. */
  isFinal: boolean;
}

interface Shown {
  ts: string;
  bot_id?: string;
  blocks?: unknown;
  metadata?: { event_payload?: { run?: string; final?: boolean } };
}

/** Looks for the message about a run, where it would stand. */
export async function findMessage(
  call: Call,
  { channel, thread, asked, run }: { channel: string; thread: string | undefined; asked: string; run: string },
): Promise<Posted | undefined> {
  const [method, where] =
    thread === undefined
      ? (['conversations.history', {}] as const)
      : (['conversations.replies', { ts: thread }] as const);
  const range = { oldest: asked, limit: 200, include_all_metadata: true };
  const { messages = [] } = (await call(method, { channel, ...where, ...range })) as { messages?: Shown[] };
  const found = messages.find((message) => isAbout(message, run));
  return found && { ts: found.ts, isFinal: found.metadata?.event_payload?.final === true };
}

/** The run's id stands in the message too, for apps that may not read metadata. */
function isAbout({ metadata, bot_id, blocks }: Shown, run: string): boolean {
  if (metadata !== undefined) return metadata.event_payload?.run === run;
  return bot_id !== undefined && Array.isArray(blocks) && JSON.stringify(blocks.at(-1)).includes(`run ${run}`);
}
