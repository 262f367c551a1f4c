import type { Event, Sink } from '../context/events.ts';
import { createLayout } from '../render/layout.ts';
import { createPlainLines } from '../render/plain.ts';
import { lineWords } from '../render/words.ts';
import { createParts } from './parts.ts';

export interface Spool {
  sink: Sink;
  /** Resolves when all is written that will be. More may follow. */
  end(): Promise<void>;
  /** Why the files hold no more than the output's beginning, where it is so. */
  fault(): unknown;
}

export interface SpoolLimits {
  /** Characters of output that need no file: those of a run of which nothing is to be kept. @default 0 */
  quiet?: number;
  /** Bytes of a file. Head and tail together hold three. @default 5 MB */
  part?: number;
}

/** Characters that may wait to be written before the run does. */
const mostWaiting = 2 ** 20;
const largestPiece = 2 ** 17;
/** Characters that wait for more, and for how many milliseconds: who follows the run sees them no later. */
const small = 2 ** 16;
const patience = 250;

/** Keeps a run's output in a folder, word for word as a terminal would have printed it: of much, its head and its tail. */
export function createSpool(folder: string, { quiet = 0, part = 5 * 2 ** 20 }: SpoolLimits = {}): Spool {
  const wordsOf = createWords();
  const writer = createWriter(folder, part);
  let total = 0;
  let timer: NodeJS.Timeout | undefined;
  const flush = (): Promise<void> | undefined => {
    clearTimeout(timer);
    timer = undefined;
    return writer.flush();
  };
  return {
    sink: (event) => {
      if (writer.fault() !== undefined) return undefined;
      const text = wordsOf(event);
      total += text.length;
      const waiting = writer.add(text);
      if (total <= quiet || waiting === 0) return undefined;
      if (waiting < small) {
        timer ??= setTimeout(flush, patience).unref();
        return undefined;
      }
      const done = flush();
      return waiting > mostWaiting ? done : undefined;
    },
    end: async () => {
      if (total <= quiet) return;
      writer.writeFirst();
      await flush();
    },
    fault: writer.fault,
  };
}

interface Writer {
  /** Gives back how many characters wait. */
  add(text: string): number;
  /** Resolves when nothing waits any more. */
  flush(): Promise<void> | undefined;
  /** At once, where it is little and nothing was written yet. */
  writeFirst(): void;
  fault(): unknown;
}

function createWriter(folder: string, part: number): Writer {
  const parts = createParts(folder, part);
  const waiting = createWaiting(Math.min(largestPiece, part / 4));
  let isNew = true;
  let writing: Promise<void> | undefined;
  let fault: unknown;
  const fail = (error: unknown): void => {
    // The run itself is worth more than its file.
    fault = error;
    waiting.clear();
  };
  const write = async (): Promise<void> => {
    isNew = false;
    while (waiting.size() > 0) await parts.append(waiting.take()).catch(fail);
    writing = undefined;
  };
  return {
    add: (text) => {
      waiting.add(text);
      return waiting.size();
    },
    flush: () => {
      if (waiting.size() > 0) writing ??= write();
      return writing;
    },
    writeFirst: () => {
      if (!isNew || waiting.size() === 0 || waiting.size() > small) return;
      isNew = false;
      try {
        parts.writeWhole(waiting.take());
      } catch (error) {
        fail(error);
      }
    },
    fault: () => fault,
  };
}

interface Waiting {
  add(text: string): void;
  /** In characters. */
  size(): number;
  /** The bytes of the first lines that fit into a piece, or of the beginning of a longer one: until the next are taken. */
  take(): Uint8Array;
  clear(): void;
}

function createWaiting(piece: number): Waiting {
  // Each no longer than a piece, but for a text that came so.
  let texts: string[] = [];
  let size = 0;
  let bytes: Buffer | undefined;
  const next = (): string => {
    const text = texts.shift() ?? '';
    const lines = firstLines(text, piece);
    if (lines.length < text.length) texts.unshift(text.slice(lines.length));
    return lines;
  };
  return {
    add: (text) => {
      const last = texts.at(-1);
      if (last !== undefined && last.length + text.length <= piece) texts[texts.length - 1] = last + text;
      else texts.push(text);
      size += text.length;
    },
    size: () => size,
    take: () => {
      const text = next();
      size -= text.length;
      if (text.length < small / 4) return Buffer.from(text);
      // One for all: what is thrown away is collected late.
      bytes ??= Buffer.allocUnsafe(piece * 3);
      return bytes.subarray(0, bytes.write(text));
    },
    clear: () => {
      texts = [];
      size = 0;
    },
  };
}

/** What a terminal without colour prints of each event. */
function createWords(): (event: Event) => string {
  const layout = createLayout();
  const plainLines = createPlainLines();
  return (event) => {
    if (event.type === 'ask' || (event.type === 'step' && event.state === 'running')) return '';
    const asItIs = plainLines(event);
    if (asItIs !== undefined) return asItIs;
    return layout(event)
      .map((line) => `${lineWords(line)}\n`)
      .join('');
  };
}

/** The whole lines at the start of a text that so many characters hold; of a longer line, so much of it. */
function firstLines(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, text.lastIndexOf('\n', most - 1) + 1 || most);
}
