import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Doubt } from '../context/groups.ts';
import type { Clock } from '../context/host.ts';

export type Answer = { value: readonly string[] } | Doubt;

export interface GroupMemory {
  /** What was found less than `age` milliseconds ago, by whichever process; otherwise it is looked for. */
  ask(key: string, age: number, find: () => Promise<readonly string[]>): Promise<Answer>;
  /** Looks for it now. */
  renew(key: string, find: () => Promise<readonly string[]>): Promise<Answer>;
}

interface Kept {
  at?: number;
  value?: readonly string[];
  /** Of a source that does not answer: since when, when it was last asked, and what it said. */
  failing?: { since: number; tried: number; reason: string };
}

/** Milliseconds in which a source that did not answer is not asked again. */
const pause = 2000;

/**
 * What other systems have said, in a folder that processes share: each line in a room is a process of its own, and Slack
 * limits how often it is asked. A file that somebody else could have written counts for nothing.
 */
export function createGroupMemory(folder: string, clock: Clock): GroupMemory {
  const asking = new Map<string, Promise<Answer>>();
  const look = async (key: string, find: () => Promise<readonly string[]>): Promise<Answer> => {
    const began = clock.now().getTime();
    try {
      const value = await find();
      keep(folder, key, { at: began, value });
      return { value };
    } catch (error) {
      const { failing, ...known } = read(folder, key);
      const reason = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
      const since = failing?.since ?? began;
      keep(folder, key, { ...known, failing: { since, tried: clock.now().getTime(), reason } });
      return { since: new Date(since), reason };
    }
  };
  const renew: GroupMemory['renew'] = (key, find) => {
    const under = asking.get(key) ?? look(key, find).finally(() => asking.delete(key));
    asking.set(key, under);
    return under;
  };
  return {
    renew,
    ask: async (key, age, find) => {
      const { at, value, failing } = read(folder, key);
      const now = clock.now().getTime();
      // What comes from the future would count for ever.
      if (value !== undefined && at !== undefined && at <= now && now - at < age) return { value };
      if (failing !== undefined && failing.tried <= now && now - failing.tried < pause) {
        return { since: new Date(failing.since), reason: failing.reason };
      }
      return renew(key, find);
    },
  };
}

const pathOf = (folder: string, key: string): string =>
  join(folder, `${createHash('sha256').update(key).digest('hex').slice(0, 32)}.json`);

function read(folder: string, key: string): Kept {
  try {
    const path = pathOf(folder, key);
    if (!isOwn(folder) || !isOwn(path)) return {};
    const kept: Kept & { key?: string } = JSON.parse(readFileSync(path, 'utf8'));
    return kept.key === key ? kept : {};
  } catch {
    return {};
  }
}

/** Of this user, and nobody else may write it. */
function isOwn(path: string): boolean {
  const { uid, mode } = lstatSync(path);
  return uid === process.getuid?.() && (mode & 0o022) === 0;
}

/** Where it cannot be kept, it is asked for each time. */
function keep(folder: string, key: string, kept: Kept): void {
  const path = pathOf(folder, key);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const passing = `${path}.${process.pid}`;
    writeFileSync(passing, JSON.stringify({ key, ...kept }), { mode: 0o600 });
    renameSync(passing, path);
  } catch {}
}
