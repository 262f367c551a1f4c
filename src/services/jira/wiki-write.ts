import type { Written } from '../../context/tickets.ts';
import { splitAddresses } from './addresses.ts';
import { linesOf } from './lines.ts';
import { type Passage, passagesOf, type WrittenLine } from './written.ts';

/** What somebody typed, in the markup of Jira Server: nothing in it becomes markup that was not meant. */
export function writeWiki(written: Written): string {
  return passagesOf(written).map(passageText).join('\n\n');
}

function passageText(passage: Passage): string {
  switch (passage.type) {
    case 'code':
      return codeText(passage.text, passage.language);
    case 'list':
      return passage.items.map((item) => `* ${lineMarkup(item)}`).join('\n');
    case 'paragraph':
      return passage.lines.map(lineMarkup).join('\n');
  }
}

/** What ends one of the two is put into the other; with both in it, it is no code. */
function codeText(text: string, language: string): string {
  if (!text.includes('{code')) return `{code${language === '' ? '' : `:${language}`}}\n${text}\n{code}`;
  if (!text.includes('{noformat')) return `{noformat}\n${text}\n{noformat}`;
  return linesOf(text)
    .map((line) => lineMarkup([line]))
    .join('\n');
}

/** Beside what people mention and where they point no word goes on. */
const edge = '\ufffc';

function lineMarkup(parts: WrittenLine): string {
  const pieces = parts.flatMap((part) =>
    typeof part === 'string' ? splitAddresses(part) : [{ text: `[~${part.id}]`, isAddress: true }],
  );
  return pieces
    .map(({ text, isAddress }, index) => {
      if (isAddress) return text;
      return escaped(text, index === 0 ? '' : edge, index === pieces.length - 1 ? ' ' : edge);
    })
    .join('');
}

/** What begins a line with a meaning of its own: headings, quotes, numbered lists, tables, bullets. */
const lineStart = /^(\s*)(?:(h[1-6]|bq)\.|([#*-]+)(?=\s|$)|\|)/;
const special =
  /\\|&(?=#?\w+;)|[{}[\]]|[*_+^~?!-]|\((?=(?:[/x!?+*iyn-]|\*[rgby]|on|off|flag|flagoff)\))|:(?=[)(PD])|;(?=\))/g;

function escaped(text: string, before: string, after: string): string {
  const inLine = text.replace(special, (found, index: number) => {
    const previous = (index === 0 ? before : text.slice(0, index)).slice(-1);
    return escapedSign(found, previous, text[index + 1] ?? after);
  });
  return before === '' ? inLine.replace(lineStart, startMarkup) : inLine;
}

function escapedSign(sign: string, previous: string, next: string): string {
  if (sign === '\\') return '&#92;';
  if (sign === '&') return '&amp;';
  if (sign === ':') return '&#58;';
  if (sign === ';') return '&#59;';
  if ('{}[]('.includes(sign)) return `\\${sign}`;
  const isDash = sign === '-' && (previous === '-' || next === '-');
  const opens = !/[\p{L}\p{N}]/u.test(previous) && !/\s/.test(next);
  return isDash || opens ? `\\${sign}` : sign;
}

function startMarkup(start: string, space: string, named: string | undefined, marks: string | undefined): string {
  if (named !== undefined) return `${space}${named}&#46;`;
  if (marks !== undefined) return `${space}${marks.replace(/^./, '\\$&')}`;
  return `${start.slice(0, -1)}\\|`;
}
