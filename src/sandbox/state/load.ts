import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { SandboxOptions } from '../sandbox.ts';
import { mustDiffer } from './check-options.ts';
import { isDirect } from './conversations.ts';
import { SandboxError } from './errors.ts';
import { createReader, format, type Saved, version } from './saved.ts';
import type { Workspace } from './workspace.ts';

const broken = (path: string, why: string, cause?: unknown): SandboxError =>
  new SandboxError('state_broken', `${path} ${why}; it is left as it is`, { cause });

function checkHead(path: string, text: string): void {
  let head: { format?: unknown; version?: unknown } | null = null;
  try {
    head = JSON.parse(text);
  } catch {}
  if (head?.format !== format) throw broken(path, 'is not the state of a sandbox');
  if (typeof head.version === 'number' && head.version > version) {
    throw broken(path, `was written by a newer sandbox (version ${head.version}, this one knows ${version})`);
  }
  if (head.version !== version) throw broken(path, `has an unknown version, ${JSON.stringify(head.version)}`);
}

/** What the file says, or undefined when there is no file, or an empty one. */
async function read(path: string, fresh: Workspace): Promise<Saved | undefined> {
  const reader = createReader(fresh);
  let number = 0;
  try {
    for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
      number += 1;
      if (number === 1) checkHead(path, line);
      else reader.line(line);
    }
    return number === 0 ? undefined : reader.end();
  } catch (error) {
    if (error instanceof SandboxError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    if (code !== undefined)
      throw new SandboxError('state_failed', `${path} cannot be read: ${message}`, { cause: error });
    throw broken(path, `is broken at line ${number}: ${message}`, error);
  }
}

/** People and channels that the options name and the file does not have yet. */
function addNew(saved: Saved, fresh: Workspace, { people, channels }: SandboxOptions): void {
  const added = people === undefined ? [] : fresh.people.filter(({ id }) => !saved.users.has(id));
  mustDiffer('people', added, saved.users.values());
  for (const person of added) {
    saved.callers.set(person.token, { kind: 'person', userId: person.id });
    for (const room of saved.conversations.values()) if (room.kind === 'channel') room.members.add(person.id);
  }
  saved.people = [...saved.people, ...added];
  if (people !== undefined) for (const [id, user] of fresh.users) if (!saved.users.has(id)) saved.users.set(id, user);
  for (const [id, room] of fresh.conversations) {
    const isWanted = isDirect(room) ? added.some((person) => room.members.has(person.id)) : channels !== undefined;
    if (isWanted && !saved.conversations.has(id)) saved.conversations.set(id, room);
  }
}

function latestOf({ conversations }: Saved): string {
  const latest = [...conversations.values()].map(({ messages }) => messages.at(-1)?.ts ?? '0');
  return latest.sort().at(-1) ?? '0';
}

/** The workspace as it was when it was saved. */
export async function loadState(path: string, workspace: Workspace, options: SandboxOptions): Promise<void> {
  const saved = await read(path, workspace);
  if (!saved) return;
  addNew(saved, workspace, options);
  workspace.clock.passed(latestOf(saved));
  const { positions, ...rest } = saved;
  for (const [name, position] of positions) if (Array.isArray(position)) workspace.positions.set(name, position);
  Object.assign(workspace, rest);
}
