import { OpsError } from '../../context/errors.ts';
import { quoteWord } from '../../context/line.ts';
import { refuseOperator } from './operator.ts';
import { dollar, doubleQuoted, escaped, match, type Part, singleQuoted } from './quotes.ts';
import { showReferences } from './reference.ts';

const plain = /[^ \t\n'"\\;&|<>()`$]+/y;
const blanks = /[ \t]+/y;

/**
 * A line's words, as a POSIX shell would split and unquote them. Nothing is expanded and nothing is handed to a shell:
 * what a shell would expand or take as an operator is refused unless it is quoted. `*`, `?`, `~`, `!`, `#` and braces
 * are ordinary characters.
 *
 * One line a message: a line break ends the line, and anything but blanks after it is refused. Within quotes a line
 * break is part of the word; after a backslash it joins two lines.
 */
export function splitWords(line: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let at = 0;
  while (at < line.length) {
    const { end, piece, blank } = nextPart(line, at, words.length > 0 || word !== undefined);
    if (piece !== undefined) word = (word ?? '') + piece;
    if (blank && word !== undefined) {
      words.push(word);
      word = undefined;
    }
    at = end;
  }
  if (word !== undefined) words.push(word);
  return words.map(showReferences);
}

function nextPart(line: string, at: number, begun: boolean): Part {
  const piece = match(plain, line, at);
  if (piece !== '') return { end: at + piece.length, piece };
  switch (line.charAt(at)) {
    case ' ':
    case '\t':
      return { end: at + match(blanks, line, at).length, blank: true };
    case '\n':
      return lineBreak(line, at, begun);
    case "'":
      return singleQuoted(line, at);
    case '"':
      return doubleQuoted(line, at);
    case '\\':
      return escaped(line, at);
    case '$':
      return dollar(line, at, false);
    default:
      return refuseOperator(line, at, false);
  }
}

function lineBreak(line: string, at: number, begun: boolean): Part {
  const rest = line.slice(at).trimStart();
  if (!begun || rest === '') return { end: line.length - rest.length, blank: true };
  const [next = ''] = rest.split('\n', 1);
  const shown = next.length > 40 ? `${next.slice(0, 40).toWellFormed()}…` : next;
  throw new OpsError('usage', `one line a message: ${quoteWord(showReferences(shown))} is on a line of its own`, {
    hint: 'send each line as a message, or quote the line break',
  });
}
