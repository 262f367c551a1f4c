import type { Mark } from './keys.ts';

/** A text with what is selected of it. */
export interface Selected {
  text: string;
  start: number;
  end: number;
}

/** `insert` takes the place of from…to; then start…end is selected. */
export interface Change {
  from: number;
  to: number;
  insert: string;
  start: number;
  end: number;
}

const marks = { bold: '*', italic: '_', strike: '~', code: '`' } as const;

/** `*bold *` would not be bold: blanks at the ends stay outside. */
function withoutBlanks({ text, start, end }: Selected): Selected {
  const inner = text.slice(start, end);
  if (inner.trim() === '') return { text, start, end };
  const left = inner.length - inner.trimStart().length;
  const right = inner.length - inner.trimEnd().length;
  return { text, start: start + left, end: end - right };
}

/** Marks do not reach over lines: each line has its own. */
const wrapLines = (lines: string, mark: string): string =>
  lines.replace(/^([^\S\n]*)(\S(?:.*\S)?)/gmu, `$1${mark}$2${mark}`);

function wrap(selected: Selected, mark: string): Change {
  const { text, start, end } = withoutBlanks(selected);
  const inner = text.slice(start, end);
  const length = mark.length;
  if (text.slice(start - length, start) === mark && text.slice(end, end + length) === mark && start >= length) {
    return { from: start - length, to: end + length, insert: inner, start: start - length, end: end - length };
  }
  if (inner.length > 2 * length && inner.startsWith(mark) && inner.endsWith(mark) && !inner.includes('\n')) {
    const bare = inner.slice(length, -length);
    return { from: start, to: end, insert: bare, start, end: start + bare.length };
  }
  const insert = inner.includes('\n') ? wrapLines(inner, mark) : mark + inner + mark;
  if (inner.includes('\n')) return { from: start, to: end, insert, start, end: start + insert.length };
  return { from: start, to: end, insert, start: start + length, end: end + length };
}

function fence({ text, start, end }: Selected): Change {
  const inner = text.slice(start, end);
  const before = start > 0 && text[start - 1] !== '\n' ? '\n```\n' : '```\n';
  const after = end < text.length && text[end] !== '\n' ? '\n```\n' : '\n```';
  const from = start + before.length;
  return { from: start, to: end, insert: before + inner + after, start: from, end: from + inner.length };
}

/** The whole lines that the selection touches, quoted; not any more where all of them were. */
function quote({ text, start, end }: Selected): Change {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const to = next < 0 ? text.length : next;
  const lines = text.slice(from, to).split('\n');
  const isQuoted = lines.every((line) => line.startsWith('> '));
  const insert = lines.map((line) => (isQuoted ? line.slice(2) : `> ${line}`)).join('\n');
  const moved = isQuoted ? -2 : 2;
  if (start === end)
    return { from, to, insert, start: Math.max(from, start + moved), end: Math.max(from, start + moved) };
  return { from, to, insert, start: from, end: from + insert.length };
}

/** Puts a mark around what is selected, or takes it away. */
export function formatted(selected: Selected, mark: Mark): Change {
  if (mark === 'fence') return fence(selected);
  if (mark === 'quote') return quote(selected);
  const lines = selected.text.slice(selected.start, selected.end).trim().includes('\n');
  return mark === 'code' && lines ? fence(withoutBlanks(selected)) : wrap(selected, marks[mark]);
}
