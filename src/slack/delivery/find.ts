import type { Call } from '../connection/client.ts';

export interface Posted {
  ts: string;
  /** It tells how the run ended. */
  isFinal: boolean;
  blocks: readonly unknown[];
}

interface Shown {
  ts: string;
  bot_id?: string;
  blocks?: unknown;
  metadata?: { event_payload?: { run?: string; final?: boolean } };
}

interface Page {
  messages?: Shown[];
  response_metadata?: { next_cursor?: string };
}

/** Of a room where more was said since, the message is not looked for any further. */
const mostPages = 20;

/** Looks for the message about a run, where it would stand. */
export async function findMessage(
  call: Call,
  {
    channel,
    thread,
    asked,
    run,
  }: { channel: string; thread: string | undefined; asked: string | undefined; run: string },
): Promise<Posted | undefined> {
  const [method, where] =
    thread === undefined
      ? (['conversations.history', {}] as const)
      : (['conversations.replies', { ts: thread }] as const);
  const range = { ...(asked === undefined ? {} : { oldest: asked }), limit: 200, include_all_metadata: true };
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const from = cursor === undefined ? {} : { cursor };
    const { messages = [], response_metadata } = (await call(method, { channel, ...where, ...range, ...from })) as Page;
    const found = messages.find((message) => isAbout(message, run));
    if (found !== undefined) return { ts: found.ts, isFinal: isFinal(found), blocks: blocksOf(found) };
    cursor = response_metadata?.next_cursor || undefined;
    if (cursor === undefined) return undefined;
  }
  return undefined;
}

/** The run's id stands in the message too, for apps that may not read metadata. */
function isAbout(message: Shown, run: string): boolean {
  const { metadata, bot_id } = message;
  if (metadata !== undefined) return metadata.event_payload?.run === run;
  return bot_id !== undefined && footOf(message).includes(`run ${run}`);
}

function isFinal(message: Shown): boolean {
  const { metadata } = message;
  return metadata === undefined ? /exit \d/.test(footOf(message)) : metadata.event_payload?.final === true;
}

function footOf(message: Shown): string {
  const last = blocksOf(message).at(-1);
  return (last as { type?: unknown } | undefined)?.type === 'context' ? JSON.stringify(last) : '';
}

function blocksOf({ blocks }: Shown): readonly unknown[] {
  return Array.isArray(blocks) ? blocks : [];
}
