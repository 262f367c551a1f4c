import type { Event } from '../context/events.ts';
import { sizeOf } from './protocol.ts';

export interface Batch {
  add(event: Event): void;
  isEmpty(): boolean;
  /** Characters, as they are counted on the way. */
  size(): number;
  /** Of these, the characters of lines. */
  lines(): number;
  /** What is to be sent, in order; nothing is left. */
  take(): Event[];
}

type Lines = Extract<Event, { type: 'line' }>;

/**
 * Characters of lines that travel as one event; that may wait to be sent; of these the newest, which always stay; and
 * the first of all, which do too.
 */
const [piece, most, least, beginning] = [2 ** 13, 2 ** 16, 2 ** 14, 2 ** 11];

/**
 * Events on their way to a room. It shows the beginning and the end of what a program prints: where more waits than it
 * could show, what is between is left out here, and only counted. What came first of all always stays.
 */
export function createBatch(): Batch {
  let events: Event[] = [];
  let size = 0;
  let lines = 0;
  let sent = 0;
  const count = (event: Event, sign: 1 | -1): void => {
    size += sign * sizeOf(event);
    if (event.type === 'line') lines += sign * event.text.length;
  };
  const drop = (index: number, next: number): void => {
    const [dropped, heir] = [events[index] as Lines, events[next] as Lines];
    events[next] = { ...heir, omitted: leftOut(dropped, heir) };
    events.splice(index, 1);
    count(dropped, -1);
  };
  const thin = (): void => {
    while (lines > most) {
      const found = laterLines(events, sent);
      const [index, next] = found;
      if (index === undefined || next === undefined) return;
      const rest = found.slice(1).reduce((sum, at) => sum + (events[at] as Lines).text.length, 0);
      if (rest < least) return;
      drop(index, next);
    }
  };
  return {
    add: (event) => {
      for (const old of takeOutdated(events, event)) count(old, -1);
      const last = events.at(-1);
      const joined = join(last, event);
      if (last !== undefined && joined !== undefined) {
        events[events.length - 1] = joined;
        count(last, -1);
        count(joined, 1);
      } else {
        events.push(event);
        count(event, 1);
      }
      thin();
    },
    size: () => size,
    isEmpty: () => events.length === 0,
    lines: () => lines,
    take: () => {
      const taken = events;
      sent += lines;
      [events, size, lines] = [[], 0, 0];
      return taken;
    },
  };
}

/** Takes out what nobody wants any more of an unfinished line. */
function takeOutdated(events: Event[], event: Event): Event[] {
  if (event.type !== 'line' && event.type !== 'progress') return [];
  const at = events.findLastIndex((old) => old.type === 'progress' && old.stream === event.stream);
  return at === -1 ? [] : events.splice(at, 1);
}

/** Where the lines stand that are no longer of the beginning, of which so many characters were sent. */
function laterLines(events: readonly Event[], sent: number): number[] {
  let before = sent;
  return events.flatMap((event, at) => {
    if (event.type !== 'line') return [];
    const isFirst = before < beginning;
    before += event.text.length;
    return isFirst ? [] : [at];
  });
}

/** Lines of one stream that follow each other, and are not many yet. */
function join(last: Event | undefined, event: Event): Event | undefined {
  if (last?.type !== 'line' || event.type !== 'line' || last.stream !== event.stream) return undefined;
  return last.text.length < piece ? { ...last, text: `${last.text}\n${event.text}` } : undefined;
}

/** What is left out before the lines that stay. */
function leftOut({ text, omitted }: Lines, heir: Lines): { lines: number; characters: number } {
  const all = [omitted, { lines: countLines(text), characters: text.length + 1 }, heir.omitted];
  const sum = (of: 'lines' | 'characters'): number => all.reduce((total, one) => total + (one?.[of] ?? 0), 0);
  return { lines: sum('lines'), characters: sum('characters') };
}

function countLines(text: string): number {
  let count = 1;
  for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) count += 1;
  return count;
}
