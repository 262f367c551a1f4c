import { basename } from 'node:path';
import type { LoadedConfig } from '../context/config.ts';
import type { Files } from '../context/system.ts';

/** Bytes. */
const longest = 10_000_000;

/** Where a key stands in the configuration: `.chatopsrc:98 (roles.admin)`. */
export async function placeIn(
  { file }: Pick<LoadedConfig, 'file'>,
  key: readonly string[],
  files: Pick<Files, 'read'>,
): Promise<string> {
  const dotted = key.join('.');
  if (file === undefined) return dotted;
  const content = await files.read(file, { most: longest }).catch(() => new Uint8Array());
  const line = lineOf(Buffer.from(content).toString(), key);
  return line === undefined ? `${dotted} in ${basename(file)}` : `${basename(file)}:${line} (${dotted})`;
}

/** The line that a key begins in, of YAML, JSON or an object of JavaScript as people indent them. */
export function lineOf(text: string, key: readonly string[]): number | undefined {
  const lines = text.split('\n');
  let [from, to] = [0, lines.length];
  let found: number | undefined;
  for (const name of key) {
    const pattern = new RegExp(`^(?!\\s*(?:#|//))(?:\\s*|.*[{,]\\s*)["']?${escaped(name)}["']?\\s*:`);
    const at = lines.findIndex((line, index) => index >= from && index < to && pattern.test(line));
    if (at === -1) return found;
    const depth = indentOf(lines[at]);
    const end = lines.findIndex((line, index) => index > at && line.trim() !== '' && indentOf(line) <= depth);
    [from, to, found] = [at, end === -1 ? to : Math.min(end, to), at + 1];
  }
  return found;
}

const escaped = (name: string): string => name.replaceAll(/[^\w-]/g, '\\$&');
const indentOf = (line = ''): number => line.search(/\S/);
