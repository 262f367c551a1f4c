import type { Span } from '../context/blocks.ts';
import type { Event } from '../context/events.ts';
import { firstOf, lastOf, splitSpans } from './cut.ts';
import { layoutEvent } from './layout.ts';
import { type Line, type Stream, spansText } from './line.ts';

/** A program's line stays raw until somebody looks; most are gone by then. */
export type Entry = { stream: Stream; raw: string } | Line;

const ellipsis = '…';

/** The newest entries that fit; one always does. */
export interface Tail {
  push(entry: Entry): void;
  clear(): void;
  entries(): Entry[];
  /** Whether it holds all that it was given. */
  isWhole(): boolean;
}

export function createTail(limit: number): Tail {
  let entries: Entry[] = [];
  let first = 0;
  let size = 0;
  let isWhole = true;
  return {
    push(entry) {
      entries.push(detach(entry));
      size += sizeOf(entry);
      for (; size > limit && first < entries.length - 1; first += 1) {
        size -= sizeOf(entries[first] as Entry);
        isWhole = false;
      }
      if (first > 1000 && first > entries.length / 2) {
        entries = entries.slice(first);
        first = 0;
      }
    },
    clear() {
      entries = [];
      first = 0;
      size = 0;
      isWhole = false;
    },
    entries: () => entries.slice(first),
    isWhole: () => isWhole,
  };
}

export const layoutEntries = (entries: readonly Entry[], layout: (event: Event) => Line[]): Line[] =>
  entries.flatMap((entry) =>
    'raw' in entry ? layout({ type: 'line', stream: entry.stream, text: entry.raw }) : entry,
  );

export const sizeOf = (entry: Entry): number =>
  1 +
  ('raw' in entry
    ? entry.raw.length
    : entry.spans.reduce((sum, { text, link = '' }) => sum + text.length + link.length, 0));

const escapesOrMoves = (text: string): boolean => ['\x1b', '\r', '\b'].some((control) => text.includes(control));

/** A line too long to keep is laid out at once where that may shorten it: a picture, a progress bar. */
export function settle(stream: Stream, raw: string, limit: number): Entry {
  if (raw.length < limit || !escapesOrMoves(raw)) return { stream, raw };
  return layoutEvent({ type: 'line', stream, text: raw })[0] as Line;
}

export function cutEnd(entry: Entry, limit: number): Entry {
  const length = Math.max(0, limit - 1 - ellipsis.length);
  if ('raw' in entry) return { ...entry, raw: firstOf(entry.raw, length) + ellipsis };
  return { ...entry, spans: [...fewLinks(splitSpans(entry.spans, length)[0], limit), { text: ellipsis }] };
}

export function cutStart(entry: Entry, limit: number): Entry {
  const length = Math.max(0, limit - 1 - ellipsis.length);
  if ('raw' in entry) return { ...entry, raw: ellipsis + lastOf(entry.raw, length) };
  const text = spansText(entry.spans);
  const rest = splitSpans(entry.spans, text.length - lastOf(text, length).length)[1];
  return { ...entry, spans: [{ text: ellipsis }, ...fewLinks(rest, limit)] };
}

/** An address that nobody sees takes room in a message all the same: those too many are left out, their words stay. */
function fewLinks(spans: readonly Span[], limit: number): Span[] {
  let room = limit;
  return spans.map((span) => {
    const { link = '', ...plain } = span;
    room -= link.length;
    return room < 0 ? plain : span;
  });
}

/** A slice keeps the text that it was cut from alive; a copy does not. */
const copy = (text: string): string => ` ${text}`.slice(1);

export const detach = (entry: Entry): Entry =>
  'raw' in entry
    ? { ...entry, raw: copy(entry.raw) }
    : { ...entry, spans: entry.spans.map((span) => ({ ...span, text: copy(span.text) })) };
