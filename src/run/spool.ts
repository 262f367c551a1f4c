import { appendFile, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Event, Sink } from '../context/events.ts';
import { createLayout } from '../render/layout.ts';
import { lineWords } from '../render/words.ts';

/** The files of a spool, in the order in which they are read. */
export const spoolFiles = ['head', 'gap', 'older', 'newer'] as const;

export interface Spool {
  sink: Sink;
  /** From now on even short output is kept. */
  keep(): Promise<void>;
  /** Resolves when all is written that will be. */
  end(): Promise<void>;
  /** Why the files hold no more than the output's beginning, where it is so. */
  fault(): unknown;
}

export interface SpoolLimits {
  /** Characters of output that need no file. @default 2000 */
  quiet?: number;
  /** Bytes of a file. Head and tail together hold three. @default 5 MB */
  part?: number;
}

/** Characters that may wait to be written before the run does. */
const mostWaiting = 2 ** 20;
const largestPiece = 2 ** 18;
const lineFeed = 10;

/** Keeps a run's output in a folder, word for word as a terminal would have printed it: of much, its head and its tail. */
export function createSpool(folder: string, { quiet = 2000, part = 5 * 2 ** 20 }: SpoolLimits = {}): Spool {
  const wordsOf = createWords();
  const append = createParts(folder, part);
  let total = 0;
  let waiting = '';
  let writing: Promise<void> | undefined;
  let enough = quiet;
  let fault: unknown;
  const write = async (): Promise<void> => {
    while (waiting !== '') {
      const text = firstLines(waiting, Math.min(largestPiece, part / 4));
      waiting = waiting.slice(text.length);
      // The run itself is worth more than its file.
      await append(Buffer.from(text)).catch((error: unknown) => {
        fault = error;
        waiting = '';
      });
    }
    writing = undefined;
  };
  const flush = async (): Promise<void> => {
    if (waiting !== '') writing ??= write();
    await writing;
  };
  return {
    sink: (event) => {
      if (fault !== undefined) return undefined;
      const text = wordsOf(event);
      total += text.length;
      waiting += text;
      if (total <= enough) return undefined;
      const written = flush();
      return waiting.length > mostWaiting ? written : undefined;
    },
    keep: () => {
      enough = -1;
      return flush();
    },
    end: async () => {
      if (total > enough) await flush();
    },
    fault: () => fault,
  };
}

const plain = /^[\n -~]*$/;
const control = /(?![\n\r\t])\p{Cc}/u;

/** What a terminal without colour prints of each event. Plain text is that already: looking at each line costs ten times as much. */
function createWords(): (event: Event) => string {
  const layout = createLayout();
  // What an escape code begins, such as a link, may last over the lines after it.
  let isPlain = true;
  return (event) => {
    if (event.type === 'ask' || (event.type === 'step' && event.state === 'running')) return '';
    if (event.type === 'line') {
      if (isPlain && plain.test(event.text)) return `${event.text}\n`;
      isPlain &&= !control.test(event.text);
    }
    return layout(event)
      .map((line) => `${lineWords(line)}\n`)
      .join('');
  };
}

/** The whole lines at the start of a text that so many characters hold; of a longer line, so much of it. */
function firstLines(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, text.lastIndexOf('\n', most - 1) + 1 || most);
}

/** Fills the head, then two files in turn; what falls out between is counted. */
function createParts(folder: string, part: number): (bytes: Uint8Array) => Promise<void> {
  const path = (name: (typeof spoolFiles)[number]): string => join(folder, name);
  let head: number | undefined;
  let isWithinLine = false;
  let older = 0;
  let newer = 0;
  let leftOut = 0;
  let isInHead = true;
  const turn = async (): Promise<void> => {
    leftOut += older;
    const gap = `${isWithinLine ? '\n' : ''}… ${(leftOut / 2 ** 20).toFixed(1)} MB left out …\n`;
    if (leftOut > 0) await writeFile(path('gap'), gap, { mode: 0o600 });
    await rename(path('newer'), path('older'));
    older = newer;
    newer = 0;
  };
  return async (bytes) => {
    if (head === undefined) await mkdir(folder, { recursive: true, mode: 0o700 });
    head ??= 0;
    isInHead &&= head + bytes.length <= part || head === 0;
    if (isInHead) {
      head += bytes.length;
      isWithinLine = bytes.at(-1) !== lineFeed;
      return appendFile(path('head'), bytes, { mode: 0o600 });
    }
    if (newer > 0 && newer + bytes.length > part) await turn();
    newer += bytes.length;
    return appendFile(path('newer'), bytes, { mode: 0o600 });
  };
}
