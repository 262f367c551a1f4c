import type { Event } from '../context/events.ts';
import { createTail, cutEnd, cutStart, detach, type Entry, layoutEntries, settle, sizeOf } from './entries.ts';
import { createLayout, layoutEvent } from './layout.ts';
import type { Line, Stream } from './line.ts';
import { createProgressLines } from './progress.ts';

/** How many characters are kept of the output's beginning and of its end. */
export interface WindowLimits {
  head: number;
  tail: number;
}

export interface WindowLines {
  head: Line[];
  /** How many whole lines are left out between the two. */
  omitted: number;
  /** How many characters these hold, where they are so long that their number says nothing: pieces of one, perhaps. */
  bulk?: number;
  tail: Line[];
}

/** What a room shows of a run's output, in memory that does not grow with it. */
export interface OutputWindow {
  add(event: Event): void;
  /** What a terminal that shows steps when they end would have printed by now. */
  lines(): WindowLines;
  /** The steps that run now, and the question that is open. */
  live(): Line[];
  /** What a program has written of a line that is not whole yet. */
  progress(): Line[];
  /** All that was added, shown or not, escape codes and all. */
  total(): { lines: number; characters: number };
  /** Whether nothing was left out or cut. */
  isWhole(): boolean;
}

const lineFeed = 10;
/** Characters of a line that nobody reads. */
const long = 2 ** 16;

export function createWindow(limits: WindowLimits): OutputWindow {
  const running = new Map<string, Event>();
  const kept = createEntries(limits);
  const progress = createProgressLines();

  const add = (event: Event): void => {
    progress.follow(event);
    if (event.type === 'finished') running.clear();
    if (event.type === 'line') {
      if (event.omitted !== undefined) kept.skip(event.omitted);
      kept.addText(event.stream, event.text);
    } else if (event.type === 'ask' || (event.type === 'step' && event.state === 'running')) {
      running.set(keyOf(event), event);
    } else {
      if (event.type === 'step' || event.type === 'answer') running.delete(keyOf(event));
      for (const line of layoutEvent(event)) kept.addLine(line);
    }
  };
  return {
    add,
    lines: kept.lines,
    live: () => [...running.values()].flatMap(layoutEvent),
    progress: progress.lines,
    total: kept.total,
    isWhole: kept.isWhole,
  };
}

const keyOf = ({ type, id }: Extract<Event, { id: number }>): string =>
  `${type === 'step' ? 'step' : 'question'} ${id}`;

interface Left {
  lines: number;
  characters: number;
}

interface Entries {
  /** That much is not shown: what came before it is the head, what comes now the tail. */
  skip(left: Left): void;
  addText(stream: Stream, text: string): void;
  addLine(line: Line): void;
  lines(): WindowLines;
  total(): { lines: number; characters: number };
  isWhole(): boolean;
}

function createEntries(limits: WindowLimits): Entries {
  const head: Entry[] = [];
  const tail = createTail(limits.tail);
  const total = { lines: 0, characters: 0 };
  let [room, isCut] = [limits.head, false];
  // A first line too long for either shows its beginning in one and its end in the other.
  let isFirstInBoth = false;

  const put = (entry: Entry): void => {
    const size = sizeOf(entry);
    if (size <= room) {
      head.push(detach(entry));
      room -= size;
      return;
    }
    room = -1;
    if (size > limits.tail) {
      isCut = true;
      isFirstInBoth ||= head.length === 0;
      if (head.length === 0) head.push(detach(cutEnd(entry, limits.head)));
    }
    tail.push(size > limits.tail ? cutStart(entry, limits.tail) : entry);
  };
  const count = (lines: number, characters: number): void => {
    total.lines += lines;
    total.characters += characters;
  };
  const addText = (stream: Stream, text: string): void => {
    count(countLines(text), text.length + 1);
    for (let start = 0; start <= text.length; ) {
      const wanted = room < 0 ? lastLines(text, start, limits.tail) : start;
      if (wanted > start) tail.clear();
      const end = endOfLine(text, wanted);
      put(settle(stream, text.slice(wanted, end), limits.tail));
      start = end + 1;
    }
  };
  const skip = ({ lines, characters }: Left): void => {
    count(lines, characters);
    room = -1;
    tail.clear();
  };
  const addLine = (line: Line): void => {
    count(1, sizeOf(line));
    put(line);
  };
  const lines = (): WindowLines => {
    const last = tail.entries();
    const inBoth = isFirstInBoth && tail.isWhole() ? 1 : 0;
    return linesOf(head, total.lines - head.length - last.length + inBoth, last, total.characters);
  };
  return { skip, addText, addLine, lines, total: () => ({ ...total }), isWhole: () => !isCut && tail.isWhole() };
}

const sum = (entries: readonly Entry[]): number => entries.reduce((size, entry) => size + sizeOf(entry), 0);

function linesOf(head: readonly Entry[], omitted: number, tail: readonly Entry[], characters: number): WindowLines {
  const layout = createLayout();
  const headLines = layoutEntries(head, layout);
  const tailLines = layoutEntries(tail, omitted === 0 ? layout : createLayout());
  const bulk = characters - sum(head) - sum(tail);
  const isBulky = omitted > 0 && bulk > omitted * long;
  return { head: headLines, omitted, ...(isBulky ? { bulk } : {}), tail: tailLines };
}

/** Where the last lines begin that hold so many characters: the lines before them cannot stay. */
function lastLines(text: string, start: number, characters: number): number {
  if (text.length - start <= characters) return start;
  return Math.max(start, text.lastIndexOf('\n', text.length - characters - 1) + 1);
}

const endOfLine = (text: string, start: number): number => {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
};

function countLines(text: string): number {
  let count = 1;
  for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) {
    count += 1;
    // A search a line is quick, but for empty lines.
    for (; text.charCodeAt(index + 1) === lineFeed; index += 1) count += 1;
  }
  return count;
}
