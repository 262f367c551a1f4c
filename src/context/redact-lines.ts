import type { Event, Sink } from './events.ts';
import { lastRewrite } from './rewrite.ts';
import { createKeyReader, type KeyReader, keyWords } from './secrets/key-blocks.ts';
import type { Secrets } from './secrets/secrets.ts';
import { withoutUnseen } from './secrets/unseen.ts';

type LineEvent = Extract<Event, { type: 'line' }>;
type Redact = (value: string) => string;

/** What is shown of a program's line: escape codes and moves of the cursor obeyed. */
export type ReadLine = (line: string) => string;

/** Masks what a program prints, whose lines may hold escape codes. */
export interface LineRedactor {
  whole(lines: string): string;
  /** One after the other: lines wait that may become a secret with those that follow, until `end`. */
  stream(): LineStream;
}

interface LineStream {
  /** What of them can be told by now; undefined where that is nothing. */
  push(lines: string): string | undefined;
  /** What can be shown of a line that is not whole yet: its words, without what may become a secret. */
  unfinished(line: string): string;
  end(): string | undefined;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes are what it looks for
const anyControl = /[\0-\x08\x0b-\x1f\x7f-\x9f]/;
/** But for the line breaks of Windows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes are what it looks for
const control = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\r(?!\n|$)/;
const isCoded = (lines: string): boolean => anyControl.test(lines) && control.test(lines);
/** They hold digits and a letter, which a secret may be. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes are what it looks for
const colorsAndMoves = /((?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~])/;

/** Lines, and what is shown of them where they hold escape codes. */
interface Lines {
  text: string;
  shown: string | undefined;
}

export function createLineRedactor(
  { open, unfinished }: Pick<Secrets, 'open' | 'unfinished'>,
  text: Redact,
  readLine: ReadLine,
): LineRedactor {
  const read = (lines: string): Lines => ({
    text: lines,
    shown: isCoded(lines) ? eachLine(lines, (line) => (isCoded(line) ? readLine(line) : line)) : undefined,
  });
  const masked = (lines: Lines): string => {
    const told = text(lines.text);
    if (lines.shown === undefined) return told;
    const coded = told === lines.text ? lines : read(redactCoded(lines.text, text));
    return redactShown(coded, text);
  };
  return {
    whole: (lines) => masked(withoutKeys(read(lines), createKeyReader(), read)),
    stream: () => {
      const keys = createKeyReader();
      let held: string | undefined;
      return {
        push: (added) => {
          const lines = withoutKeys(read(added), keys, read);
          const all = held === undefined ? lines : read(`${held}\n${lines.text}`);
          const count = open(all.shown ?? all.text);
          held = count === 0 ? undefined : all.text.split('\n').slice(-count).join('\n');
          if (count === 0) return masked(all);
          const told = masked(all).split('\n').slice(0, -count);
          return told.length === 0 ? undefined : told.join('\n');
        },
        unfinished: (line) => {
          if (held !== undefined || keys.isOpen()) return '';
          const last = lastRewrite(line);
          const shown = readLine(last);
          // One that goes on over a return, or has an escape code in it.
          const isOutOfSight = lastRewrite(text(line)) !== last && text(shown) === shown;
          return isOutOfSight ? '' : readUnfinished(shown, unfinished, text);
        },
        end: () => {
          const last = held;
          held = undefined;
          return last === undefined ? undefined : masked(read(last));
        },
      };
    },
  };
}

/** Passes events on, those of a program's lines as a stream of each of its outputs. */
export function streamed(sink: Sink, lines: LineRedactor, redact: (event: Event) => Event): Sink {
  const streams = { stdout: lines.stream(), stderr: lines.stream() };
  const pictures: Record<keyof typeof streams, NonNullable<LineEvent['pictures']>> = { stdout: [], stderr: [] };
  const shown = { stdout: '', stderr: '' };
  const show = ({ stream, text }: Extract<Event, { type: 'progress' }>): undefined | Promise<void> => {
    const words = streams[stream].unfinished(text);
    if (words === shown[stream]) return undefined;
    shown[stream] = words;
    return sink({ type: 'progress', stream, text: words });
  };
  const tell = (stream: keyof typeof streams, text: string | undefined): undefined | Promise<void> => {
    if (text === undefined) return undefined;
    const [seen, event] = [pictures[stream], { type: 'line', stream, text } as const];
    pictures[stream] = [];
    shown[stream] = '';
    return sink(seen.length === 0 ? event : { ...event, pictures: seen });
  };
  const end = (): undefined | Promise<void> =>
    both(tell('stdout', streams.stdout.end()), tell('stderr', streams.stderr.end()));
  return (event) => {
    if (event.type === 'progress') return show(event);
    if (event.type !== 'line') return ends.has(event.type) ? both(end(), sink(redact(event))) : sink(redact(event));
    const { stream, pictures: added = [] } = redact({ ...event, text: '' }) as LineEvent;
    pictures[stream] = [...pictures[stream], ...added];
    return tell(stream, streams[stream].push(event.text));
  };
}

function readUnfinished(shown: string, unfinished: Secrets['unfinished'], text: Redact): string {
  const seen = withoutUnseen(shown);
  const end = unfinished(seen);
  return text(end === seen.length ? shown : seen.slice(0, end)).trimEnd();
}

/** After these nothing is expected of a program's output, or nobody can wait for it. */
const ends: ReadonlySet<Event['type']> = new Set(['ask', 'result', 'error', 'finished']);

const both = (one: undefined | Promise<void>, other: undefined | Promise<void>): undefined | Promise<void> =>
  one === undefined || other === undefined ? (one ?? other) : Promise.all([one, other]).then(() => {});

function withoutKeys(lines: Lines, keys: KeyReader, read: (lines: string) => Lines): Lines {
  const shown = lines.shown ?? lines.text;
  if (!keys.isOpen() && !shown.includes(keyWords)) return lines;
  const told = redactShown(lines, (value) => eachLine(value, keys.line));
  return told === lines.text ? lines : read(told);
}

const eachLine = (lines: string, change: (line: string) => string): string => lines.split('\n').map(change).join('\n');

/** A secret is masked where it stands, in an address too. */
const redactCoded = (lines: string, text: Redact): string =>
  lines
    .split(colorsAndMoves)
    .map((part, index) => (index % 2 === 1 ? part : text(part)))
    .join('');

/**
 * What stands in the way of a secret, such as a colour in its midst or a cursor that goes back, does not hide it: such a
 * line becomes what it shows, without its colours.
 */
function redactShown({ text: lines, shown = lines }: Lines, text: Redact): string {
  const told = text(shown);
  if (told === shown) return lines;
  const [before, after] = [shown.split('\n'), told.split('\n')];
  return lines
    .split('\n')
    .map((line, at) => (before[at] === after[at] ? line : after[at]))
    .join('\n');
}
