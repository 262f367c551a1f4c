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

export interface Sought {
  channel: string;
  thread: string | undefined;
  asked: string | undefined;
  run: string;
}

/** Looks for our own message about a run, where it would stand. */
export async function findMessage(call: Call, sought: Sought, botId: string): Promise<Posted | undefined> {
  for await (const message of ownMessages(call, sought, botId)) {
    if (isAbout(message, sought.run)) {
      return { ts: message.ts, isFinal: isFinal(message), blocks: blocksOf(message) };
    }
  }
  return undefined;
}

/** The other messages that say by their metadata that they are the same one. */
export async function findTwins(call: Call, sought: Sought, botId: string, ts: string): Promise<string[]> {
  const twins: string[] = [];
  for await (const { ts: other, metadata } of ownMessages(call, sought, botId)) {
    if (other !== ts && metadata?.event_payload?.run === sought.run) twins.push(other);
  }
  return twins;
}

async function* ownMessages(call: Call, { channel, thread, asked }: Sought, botId: string): AsyncGenerator<Shown> {
  const [method, where] =
    thread === undefined
      ? (['conversations.history', {}] as const)
      : (['conversations.replies', { ts: thread }] as const);
  const range = { ...(asked === undefined ? {} : { oldest: asked }), limit: 200, include_all_metadata: true };
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const from = cursor === undefined ? {} : { cursor };
    const { messages = [], response_metadata } = (await call(method, { channel, ...where, ...range, ...from })) as Page;
    yield* messages.filter(({ bot_id }) => bot_id === botId);
    cursor = response_metadata?.next_cursor || undefined;
    if (cursor === undefined) return;
  }
}

/** The run's id stands in the message too, for apps that may not read metadata. */
function isAbout(message: Shown, run: string): boolean {
  const { metadata } = message;
  return metadata === undefined ? footOf(message).includes(`run ${run}`) : metadata.event_payload?.run === run;
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
