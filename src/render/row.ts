import type { Span, Style } from '../context/blocks.ts';
import { createSpan, tabSpaces } from './line.ts';
import { displayWidth, splitCells } from './width.ts';

/** What text is written with. Two pens are the same only when they are one object. */
export interface Pen {
  style?: Style;
  link?: string;
}

interface Run {
  text: string;
  pen: Pen;
}

const blank: Run = { text: ' ', pen: {} };
// The second cell of a wide character.
const rest: Run = { text: '', pen: {} };

// A program that means columns means a screen; further right is hostile.
const furthestMove = 500;

/** One line of a terminal: text goes where the cursor is, over what was there. */
export interface Row {
  write(text: string, pen: Pen): void;
  tab(pen: Pen): void;
  /** Moves the cursor to a column, counted from 0. */
  moveTo(column: number): void;
  moveBy(columns: number): void;
  /** Erases from the cursor to the end, or everything. */
  erase(what: 'rest' | 'all'): void;
  spans(): Span[];
}

export function createRow(): Row {
  const runs: Run[] = [];
  let cells: (Run | undefined)[] | undefined;
  let end = 0;
  let column = 0;

  const append = (text: string, pen: Pen): void => {
    if (column > end) runs.push({ text: ' '.repeat(column - end), pen: blank.pen });
    runs.push({ text, pen });
    column += displayWidth(text);
    end = column;
  };
  const replace = (text: string, pen: Pen): void => {
    // Only text over other text needs cells; all else stays a list of runs.
    cells ??= runs.flatMap((run) => runCells(run.text, run.pen));
    column = overwrite(cells, column, runCells(text, pen));
    end = Math.max(end, column);
  };
  const write = (text: string, pen: Pen): void => {
    if (cells === undefined && column >= end) append(text, pen);
    else replace(text, pen);
  };
  const moveTo = (target: number): void => {
    column = Math.max(0, Math.min(target, Math.max(end, column, furthestMove)));
  };

  return {
    write,
    moveTo,
    moveBy: (columns) => moveTo(column + columns),
    tab(pen) {
      if (column === end) write(tabSpaces(column), pen);
      else column += tabSpaces(column).length;
    },
    erase(what) {
      const kept = what === 'all' ? 0 : column;
      if (kept >= end) return;
      if (kept === 0) runs.length = 0;
      else cells ??= runs.flatMap((run) => runCells(run.text, run.pen));
      if (cells !== undefined) cells.length = kept;
      end = kept;
    },
    spans: () => joinRuns(cells === undefined ? runs : trimBlank(cells)),
  };
}

const runCells = (text: string, pen: Pen): Run[] =>
  splitCells(text).flatMap((cell) =>
    cell.width === 2 ? [{ text: cell.text, pen }, rest] : [{ text: cell.text, pen }],
  );

function overwrite(cells: (Run | undefined)[], start: number, written: readonly Run[]): number {
  if (cells[start] === rest) cells[start - 1] = blank;
  let column = start;
  for (const cell of written) {
    cells[column] = cell;
    column += 1;
  }
  if (cells[column] === rest) cells[column] = blank;
  return column;
}

function trimBlank(cells: readonly (Run | undefined)[]): Run[] {
  const runs = Array.from(cells, (cell) => cell ?? blank);
  while (runs.at(-1) === blank) runs.pop();
  return runs;
}

function joinRuns(runs: readonly Run[]): Span[] {
  const spans: Span[] = [];
  for (let index = 0; index < runs.length; ) {
    const pen = (runs[index] as Run).pen;
    let text = '';
    for (; index < runs.length && (runs[index]?.pen === pen || runs[index] === rest); index += 1) {
      text += (runs[index] as Run).text;
    }
    if (text !== '') spans.push(createSpan(text, pen.style, pen.link));
  }
  return spans;
}
