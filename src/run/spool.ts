import type { Event, Sink } from '../context/events.ts';
import { createLayout } from '../render/layout.ts';
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
const largestPiece = 2 ** 18;
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
  let isNew = true;
  let waiting = '';
  let writing: Promise<void> | undefined;
  let fault: unknown;
  const fail = (error: unknown): void => {
    // The run itself is worth more than its file.
    fault = error;
    waiting = '';
  };
  const take = (): Uint8Array => {
    const text = firstLines(waiting, Math.min(largestPiece, part / 4));
    waiting = waiting.slice(text.length);
    isNew = false;
    return Buffer.from(text);
  };
  const write = async (): Promise<void> => {
    while (waiting !== '') await parts.append(take()).catch(fail);
    writing = undefined;
  };
  return {
    add: (text) => {
      waiting += text;
      return waiting.length;
    },
    flush: () => {
      if (waiting !== '') writing ??= write();
      return writing;
    },
    writeFirst: () => {
      if (!isNew || waiting === '' || waiting.length > small) return;
      try {
        parts.writeWhole(take());
      } catch (error) {
        fail(error);
      }
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
    if (event.type === 'step' && event.state === 'running') return '';
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
