import type { Range } from './ranges.ts';
import type { Search } from './search.ts';

/** So many characters of base64 before a line break, and it was made by whoever writes lines of 64 or 76. */
const narrowest = 60;

const runAtStart = /[ \t]*([A-Za-z0-9+/_-]+={0,2})/y;

/** Secrets in base64 that stand on several lines. What stands on one is found without it. */
export function findWrapped(text: string, search: Search): Range[] {
  return blocksOf(text).flatMap((pieces) => {
    const found = search(pieces.map(([start, end]) => text.slice(start, end)).join(''));
    return found.flatMap((range) => placesOf(range, pieces));
  });
}

/** The base64 that a text of whole lines ends in, joined, and where it starts; undefined where it ends in none. */
export function openBlock(text: string): { start: number; joined: string } | undefined {
  if (!isWide(text, endOfLine(text, text.length - 1))) return undefined;
  const last = blocksOf(`${text}A`).at(-1);
  const [first] = last ?? [];
  if (last === undefined || first === undefined || last.at(-1)?.[1] !== text.length + 1) return undefined;
  const joined = last.map(([start, end]) => text.slice(start, end)).join('');
  return { start: first[0], joined };
}

function placesOf([from, to]: Range, pieces: readonly Range[]): Range[] {
  let at = 0;
  return pieces.flatMap(([start, end]): Range[] => {
    const [first, last] = [Math.max(from - at, 0), Math.min(to - at, end - start)];
    at += end - start;
    return first < last ? [[start + first, start + last]] : [];
  });
}

/** Of each text that goes on over lines, its part on each of them. */
function blocksOf(text: string): Range[][] {
  const blocks: Range[][] = [];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    const end = endOfLine(text, at);
    if (!isWide(text, end)) continue;
    const next = runAt(text, at + 1);
    const start = startOf(text, end);
    if (next === undefined || end - start < narrowest) continue;
    const open = blocks.at(-1);
    if (open?.at(-1)?.[0] === start) open[open.length - 1] = [start, end];
    else blocks.push([[start, end]]);
    blocks.at(-1)?.push(next);
  }
  return blocks;
}

function runAt(text: string, at: number): Range | undefined {
  runAtStart.lastIndex = at;
  const run = runAtStart.exec(text)?.[1];
  return run === undefined ? undefined : [runAtStart.lastIndex - run.length, runAtStart.lastIndex];
}

function startOf(text: string, end: number): number {
  let start = end;
  while (isBase64(text, start - 1)) start -= 1;
  return start;
}

const endOfLine = (text: string, at: number): number => (text[at - 1] === '\r' ? at - 1 : at);

/** At a glance. */
const isWide = (text: string, end: number): boolean => isBase64(text, end - 1) && isBase64(text, end - narrowest);

const signs = new Set([...'+/_-'].map((sign) => sign.charCodeAt(0)));

function isBase64(text: string, at: number): boolean {
  const code = at < 0 ? 0 : text.charCodeAt(at);
  const letter = code | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || (code >= 0x30 && code <= 0x39) || signs.has(code);
}
