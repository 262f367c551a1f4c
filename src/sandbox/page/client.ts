import type {
  Answers,
  EmojiTable,
  History,
  HistoryQuery,
  Refusal,
  Requests,
  Thread,
  ThreadQuery,
  Threads,
} from './protocol.ts';

/** What the server refused, in the words of Slack's API. */
export class Refused extends Error {}

async function read<Answer>(response: Response): Promise<Answer> {
  if (response.ok) return (await response.json()) as Answer;
  const { error } = (await response.json().catch(() => ({ error: `http_${response.status}` }))) as Refusal;
  throw new Refused(error);
}

const queryOf = (query: object): string =>
  new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString();

export const history = async (query: HistoryQuery): Promise<History> =>
  read(await fetch(`/page/history?${queryOf(query)}`));

export const thread = async (query: ThreadQuery): Promise<Thread> =>
  read(await fetch(`/page/thread?${queryOf(query)}`));

export const threads = async (as: string): Promise<Threads> => read(await fetch(`/page/threads?${queryOf({ as })}`));

export const emojiTable = async (): Promise<EmojiTable> => read(await fetch('/page/emoji'));

export async function upload(as: string, file: File): Promise<{ file: string }> {
  const address = `/page/upload?${queryOf({ as, name: file.name })}`;
  return read(
    await fetch(address, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: file }),
  );
}

/** Asks the server for one of the things that a person can do. */
export async function ask<Name extends keyof Requests>(name: Name, request: Requests[Name]): Promise<Answers[Name]> {
  const headers = { 'content-type': 'application/json' };
  return read(await fetch(`/page/${name}`, { method: 'POST', headers, body: JSON.stringify(request) }));
}
