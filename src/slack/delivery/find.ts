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
}

/** Looks for our own message about a run, where it would stand. */
export async function findMessage(
  call: Call,
  sought: Sought & { run: string },
  botId: string,
): Promise<Posted | undefined> {
  for await (const message of ownMessages(call, sought, botId)) {
    if (isAbout(message, sought.run)) {
      return { ts: message.ts, isFinal: isFinal(message), blocks: blocksOf(message) };
    }
  }
  return undefined;
}

/** Messages that say by their metadata that they are one of those known, by run, and are not. */
export async function findTwins(
  call: Call,
  sought: Sought,
  botId: string,
  known: ReadonlyMap<string, string>,
): Promise<string[]> {
  const twins: string[] = [];
  for await (const { ts, metadata } of ownMessages(call, sought, botId)) {
    const one = known.get(metadata?.event_payload?.run ?? '');
    if (one !== undefined && one !== ts) twins.push(ts);
  }
  return twins;
}

/** Of messages about the same run all but one: the newest that tells its end, else the newest. */
export async function findDoubles(call: Call, sought: Sought, botId: string): Promise<string[]> {
  const byRun = new Map<string, Shown[]>();
  for await (const message of ownMessages(call, sought, botId)) {
    const run = message.metadata?.event_payload?.run;
    if (run !== undefined) byRun.set(run, [...(byRun.get(run) ?? []), message]);
  }
  return [...byRun.values()].flatMap((messages) => {
    const [newest] = [...messages].sort((one, other) => (one.ts < other.ts ? 1 : -1)).sort(endsFirst);
    return messages.filter((message) => message !== newest).map(({ ts }) => ts);
  });
}

const endsFirst = (one: Shown, other: Shown): number => Number(isFinal(other)) - Number(isFinal(one));

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
