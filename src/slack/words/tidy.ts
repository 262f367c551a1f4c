import { shortEnough } from './readable.ts';
import { cutMention } from './reference.ts';

const lineBreak = /\r\n|[\u2028\u2029]/g;
const space = /\p{Zs}/gu;

// Zero-width, bidirectional and tag characters: what nobody in the room can see must not end up in a word.
const unseen = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

const wordStart = /(^|[\s"'])(\u2013+)/g;

/** A decoded message without what editors and Slack's composer did to it: what would have been typed in a shell. */
export function tidy(decoded: string): string {
  const visible = decoded.replace(lineBreak, '\n').replace(unseen, '').replace(space, ' ');
  return unwrap(shortEnough(trim(visible)));
}

/**
 * A message that stands in backticks as a whole is what its writer wants taken as it is: one layer is taken off, and
 * quotes and dashes stay. A mention may stand before the backticks, since it cannot stand within.
 */
function unwrap(line: string): string {
  const { mention = '', rest = line } = cutMention(line) ?? {};
  const inside = within('```', rest) ?? within('`', rest);
  if (inside === undefined) return straighten(line);
  return mention === '' ? trim(inside) : `${mention.trimEnd()} ${trim(inside)}`;
}

function within(fence: string, line: string): string | undefined {
  if (!line.startsWith(fence) || !line.endsWith(fence) || line.length <= 2 * fence.length) return;
  const inside = line.slice(fence.length, -fence.length);
  return inside.includes(fence) ? undefined : inside;
}

/** Undoes smart punctuation. An en dash within a word stays: `1–2` was meant. */
function straighten(line: string): string {
  return line
    .replace(/[\u201c-\u201f]/g, '"')
    .replace(/[\u2018-\u201b]/g, "'")
    .replace(/\u2014/g, '--')
    .replace(wordStart, (_, before: string, dashes: string) => `${before}${'-'.repeat(dashes.length)}`)
    .replace(/\u2026/g, '...');
}

// A backslash keeps the blank after it.
function trim(line: string): string {
  const trimmed = line.trim();
  return trimmed.endsWith('\\') ? line.trimStart() : trimmed;
}
