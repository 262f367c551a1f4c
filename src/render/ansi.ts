import type { Span, Style } from '../context/blocks.ts';
import { clean, isLinkable } from './clean.ts';
import { type Escape, readEscape } from './escapes.ts';
import { createSpan, spansText } from './line.ts';
import { honestLinks } from './links.ts';
import { createRow, type Pen, type Row } from './row.ts';
import { applySgr } from './sgr.ts';

export interface AnsiParser {
  /** The line as a terminal would show it in the end. Styles and links last until the program ends them. */
  parse(line: string): Span[];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: \p{Cc} says the same, and costs every process the time to collect it
const anyControl = /[\0-\x1f\x7f-\x9f]/;
const everyControl = new RegExp(anyControl, 'g');
const longestName = 255;
const allowedLink = (url: string): string | undefined => (isLinkable(url) ? url : undefined);

export function createAnsiParser(): AnsiParser {
  let pen: Pen = {};

  const obey = (sequence: Escape, row: Row): void => {
    if (sequence.type === 'osc') {
      const [, link] = /^8;[^;]*;(.*)$/s.exec(sequence.body) ?? [];
      if (link !== undefined) pen = createPen(pen.style, allowedLink(link));
      else row.write(imageName(sequence.body), pen);
    } else if (sequence.type === 'csi') {
      if (/^[\d;:]*m$/.test(sequence.body))
        pen = createPen(applySgr(pen.style ?? {}, sequence.body.slice(0, -1)), pen.link);
      else moveCursor(sequence.body, row);
    } else if (sequence.body === 'c') {
      pen = {};
    }
  };

  return {
    parse(line) {
      if (!anyControl.test(line)) return line === '' ? [] : honestLinks([createSpan(clean(line), pen.style, pen.link)]);
      const row = createRow();
      readLine(line, row, () => pen, obey);
      return honestLinks(row.spans());
    },
  };
}

/** The words that are shown of a line. */
export const shownOf = (line: string): string => spansText(createAnsiParser().parse(line));

function readLine(line: string, row: Row, pen: () => Pen, obey: (sequence: Escape, row: Row) => void): void {
  let index = 0;
  while (index < line.length) {
    everyControl.lastIndex = index;
    const control = everyControl.exec(line);
    const end = control?.index ?? line.length;
    if (end > index) row.write(clean(line.slice(index, end)), pen());
    if (control === null) return;
    index = end + 1;
    if (isIntroducer(control[0])) {
      const sequence = readEscape(line, end);
      obey(sequence, row);
      index = sequence.end;
    } else {
      moveByControl(control[0], row, pen());
    }
  }
}

const isIntroducer = (control: string): boolean => control === '\x1b' || control >= '\x80';

/** What is no movement is dropped, as a terminal would. */
function moveByControl(control: string, row: Row, pen: Pen): void {
  if (control === '\r') row.moveTo(0);
  else if (control === '\b') row.moveBy(-1);
  else if (control === '\t') row.tab(pen);
}

function moveCursor(body: string, row: Row): void {
  const [, digits, action] = /^(\d*)([CDGK])$/.exec(body) ?? [];
  const count = Math.max(1, Number(digits));
  if (action === 'C') row.moveBy(count);
  else if (action === 'D') row.moveBy(-count);
  else if (action === 'G') row.moveTo(count - 1);
  else if (action === 'K' && Number(digits) !== 1) row.erase(Number(digits) === 2 ? 'all' : 'rest');
}

function createPen(style: Style | undefined, link: string | undefined): Pen {
  const pen: Pen = {};
  if (style !== undefined && Object.keys(style).length > 0) pen.style = style;
  if (link !== undefined) pen.link = link;
  return pen;
}

/** The words that stand for an inline image (OSC 1337), else nothing. */
function imageName(body: string): string {
  if (!body.startsWith('1337;File=')) return '';
  const options = body.slice('1337;File='.length, body.indexOf(':')).split(';');
  if (!options.includes('inline=1')) return '';
  const name = options.find((option) => option.startsWith('name='))?.slice('name='.length);
  return name ? `[image ${decodeName(name)}]` : '[image]';
}

function decodeName(base64: string): string {
  try {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    return clean(new TextDecoder().decode(bytes)).replaceAll('\t', ' ').slice(0, longestName).toWellFormed();
  } catch {
    return base64.slice(0, longestName);
  }
}
