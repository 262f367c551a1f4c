import { readFileSync, readlinkSync } from 'node:fs';

/** A line of the system's process list. */
export interface ProcessEntry {
  pid: number;
  parent: number;
  group: number;
  session: number;
  /** Clock ticks since the machine started; 0 where the system does not say. */
  started: number;
  /** It has ended, and only its parent's attention is missing. */
  ended: boolean;
}

/** Reads `/proc/<pid>/stat`. The name in its second field may hold anything, brackets and spaces included. */
export function parseStat(stat: string): ProcessEntry {
  const after = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const field = (number: number): number => Number(after[number - 3]);
  return {
    pid: Number.parseInt(stat, 10),
    parent: field(4),
    group: field(5),
    session: field(6),
    started: field(22),
    ended: after[0] === 'Z' || after[0] === 'X',
  };
}

export function readEntry(pid: number): ProcessEntry | undefined {
  const stat = readText(`/proc/${pid}/stat`);
  return stat === undefined ? undefined : parseStat(stat);
}

export function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

export function readLink(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}
