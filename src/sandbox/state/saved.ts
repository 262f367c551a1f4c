import type { Message } from './model.ts';
import { fromPlain, toPlain } from './plain.ts';
import { isRecord } from './record.ts';
import type { Workspace } from './workspace.ts';

/*
 * The lines of a state file, each of them JSON:
 *   {"format":"ops-sandbox","version":1}
 *   {"workspace":{…}}                    all but messages and the bytes of files
 *   {"channel":"C…","messages":[…]}      oldest first, as many lines as it takes
 *   {"file":"F…","bytes":"…"}            base64, as many lines as it takes
 *   {"end":true}
 */

export const format = 'ops-sandbox';
export const version = 1;

/** What a start gives and its options decide: not the state's to say. */
const given = [
  ...['team', 'bot', 'origin', 'clock', 'changes', 'delivery', 'ids', 'smart', 'commands', 'shortcuts', 'scopes'],
  ...['triggers'],
] as const;

export type Saved = Omit<Workspace, (typeof given)[number]>;

/** Characters of a line, about. */
const lineLength = 64 * 1024;
/** Bytes of a file in a line: a multiple of three, so that the pieces of base64 join. */
const pieceLength = 48 * 1024;

function savedOf(workspace: Workspace): Saved {
  const names = new Set<string>(given);
  return Object.fromEntries(Object.entries(workspace).filter(([name]) => !names.has(name))) as Saved;
}

function* messageLines(channel: string, messages: readonly Message[]): Generator<string> {
  let texts: string[] = [];
  let length = 0;
  const line = (): string => `{"channel":${JSON.stringify(channel)},"messages":[${texts.join(',')}]}`;
  for (const message of messages) {
    const text = JSON.stringify(message);
    texts.push(text);
    length += text.length;
    if (length < lineLength) continue;
    yield line();
    texts = [];
    length = 0;
  }
  if (texts.length > 0) yield line();
}

function* fileLines(file: string, data: Buffer): Generator<string> {
  for (let at = 0; at < data.length || at === 0; at += pieceLength) {
    yield JSON.stringify({ file, bytes: data.subarray(at, at + pieceLength).toString('base64') });
  }
}

function* linesOf(
  head: string,
  rooms: readonly (readonly [string, readonly Message[]])[],
  files: readonly (readonly [string, Buffer])[],
): Generator<string> {
  yield JSON.stringify({ format, version });
  yield head;
  for (const [channel, messages] of rooms) yield* messageLines(channel, messages);
  for (const [file, data] of files) yield* fileLines(file, data);
  yield JSON.stringify({ end: true });
}

/** The lines for the workspace as it is now, each made only when it is asked for. */
export function savedLines(workspace: Workspace): Generator<string> {
  const { conversations, files, ...rest } = savedOf(workspace);
  const head = {
    ...rest,
    conversations: new Map([...conversations].map(([id, room]) => [id, { ...room, messages: [] }])),
    files: new Map([...files].map(([id, { data: _, ...file }]) => [id, file])),
  };
  return linesOf(
    JSON.stringify({ workspace: toPlain(head) }),
    [...conversations].map(([id, { messages }]) => [id, [...messages]] as const),
    [...files].flatMap(([id, { data }]) => (data ? [[id, data] as const] : [])),
  );
}

export interface Reader {
  line(text: string): void;
  /** What the lines said. Throws when they were not all. */
  end(): Saved;
}

const isMessage = (value: unknown): value is Message =>
  isRecord(value) && typeof value['ts'] === 'string' && typeof value['text'] === 'string';

function sameKind(one: unknown, other: unknown): boolean {
  return typeof one === typeof other && (one as object)?.constructor === (other as object)?.constructor;
}

/** What was saved, on top of a fresh workspace. Throws a sentence for what is none of it. */
function readWorkspace(value: unknown, fresh: Workspace): Saved {
  if (!isRecord(value)) throw new TypeError('there is no workspace in it');
  const read = fromPlain(value) as Partial<Saved>;
  const saved = savedOf(fresh);
  for (const name of Object.keys(saved) as (keyof Saved)[]) {
    if (read[name] === undefined) continue;
    if (!sameKind(read[name], saved[name])) throw new TypeError(`its ${name} are none`);
    Object.assign(saved, { [name]: read[name] });
  }
  return saved;
}

/** Takes the lines of a state file after the first one. `fresh` says what a workspace has in it. */
export function createReader(fresh: Workspace): Reader {
  let saved: Saved | undefined;
  let ended = false;
  const pieces = new Map<string, Buffer[]>();
  const take = (value: unknown): void => {
    if (!isRecord(value) || ended) throw new TypeError('it is nothing that is known');
    if (value['end'] === true) ended = true;
    else if (!saved) saved = readWorkspace(value['workspace'], fresh);
    else if (typeof value['channel'] === 'string') {
      const room = saved.conversations.get(value['channel']);
      const { messages } = value;
      if (!room || !Array.isArray(messages) || !messages.every(isMessage)) throw new TypeError('its messages are none');
      for (const message of messages) room.messages.push(message);
    } else {
      const [file, bytes] = [String(value['file']), String(value['bytes'])];
      if (!saved.files.has(file)) throw new TypeError('its file is none');
      pieces.set(file, [...(pieces.get(file) ?? []), Buffer.from(bytes, 'base64')]);
    }
  };
  return {
    line: (text) => take(JSON.parse(text)),
    end() {
      if (!saved || !ended) throw new TypeError('it breaks off');
      for (const [id, parts] of pieces) Object.assign(saved.files.get(id) ?? {}, { data: Buffer.concat(parts) });
      return saved;
    },
  };
}
