import { OpsError } from '../../context/errors.ts';
import { refuseOperator } from './operator.ts';

/** What was read up to `end`: a piece of a word, the blank between words, or nothing, as where two lines are joined. */
export interface Part {
  end: number;
  piece?: string;
  blank?: true;
}

const plain = /[^"\\`$]+/y;
const expansion = /\$[A-Za-z_({]/y;

/** What a sticky pattern matches at a place; empty where it does not. */
export function match(pattern: RegExp, line: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(line)?.[0] ?? '';
}

export function singleQuoted(line: string, at: number): Part {
  const end = line.indexOf("'", at + 1);
  if (end === -1) unbalanced("'", at);
  return { end: end + 1, piece: line.slice(at + 1, end) };
}

export function doubleQuoted(line: string, start: number): Part {
  let piece = '';
  let at = start + 1;
  while (line.charAt(at) !== '"') {
    if (at >= line.length) unbalanced('"', start);
    const part = partInQuotes(line, at);
    piece += part.piece ?? '';
    at = part.end;
  }
  return { end: at + 1, piece };
}

function partInQuotes(line: string, at: number): Part {
  const run = match(plain, line, at);
  if (run !== '') return { end: at + run.length, piece: run };
  const character = line.charAt(at);
  if (character === '`') refuseOperator(line, at, true);
  if (character === '$') return dollar(line, at, true);
  const next = line.charAt(at + 1);
  if (next === '\n') return { end: at + 2 };
  return '"\\$`'.includes(next) && next !== '' ? { end: at + 2, piece: next } : { end: at + 1, piece: '\\' };
}

export function dollar(line: string, at: number, inQuotes: boolean): Part {
  if (match(expansion, line, at) !== '') refuseOperator(line, at, inQuotes);
  return { end: at + 1, piece: '$' };
}

export function escaped(line: string, at: number): Part {
  const next = line.codePointAt(at + 1);
  if (next === undefined) {
    throw new OpsError('usage', `nothing follows the "\\" at position ${at + 1}`, { hint: "quote it: '\\'" });
  }
  const piece = String.fromCodePoint(next);
  return piece === '\n' ? { end: at + 2 } : { end: at + 1 + piece.length, piece };
}

function unbalanced(quote: string, at: number): never {
  const kind = quote === '"' ? 'double' : 'single';
  throw new OpsError('usage', `the ${kind} quote ${quote} at position ${at + 1} is never closed`, {
    hint: `close it, or put a "\\" before it`,
  });
}
