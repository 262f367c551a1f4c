import { fromRewrite } from '../context/rewrite.ts';

const [newline, space] = [10, 32];
const longestWord = 2 ** 16;
/** Bytes of a last line that are looked at while it is not whole. */
const longestUnfinished = 2 ** 12;

/** Bytes in, whole lines out: several at once where they came at once, joined by line breaks. */
export interface LineSplitter {
  /** The whole lines that are there now, or undefined where there is none yet. */
  push(chunk: Buffer): string | undefined;
  /** The end of a last line that nothing has ended yet, from where it was begun or written anew; empty where there is none. */
  unfinished(): string;
  /** What came after the last line break, or undefined where nothing did. */
  end(): string | undefined;
}

/** A longer line is cut into pieces, so that memory stays flat. Bytes that are not UTF-8 become U+FFFD. */
export function createLineSplitter(longest = 2 ** 20): LineSplitter {
  let rest: Buffer[] = [];
  let length = 0;
  let isPart = false;
  const keep = (bytes: Buffer): void => {
    if (bytes.length === 0) return;
    rest.push(bytes);
    length += bytes.length;
  };
  const takeAll = (): Buffer => {
    const bytes = Buffer.concat(rest, length);
    rest = [];
    length = 0;
    return bytes;
  };
  const takeWith = (last: Buffer): string => {
    if (length === 0) return last.toString('utf8');
    keep(last);
    return takeAll().toString('utf8');
  };
  return {
    push: (chunk) => {
      const last = chunk.lastIndexOf(newline);
      if (last !== -1) {
        const text = takeWith(chunk.subarray(0, last));
        keep(chunk.subarray(last + 1));
        isPart = false;
        return text;
      }
      keep(chunk);
      if (length < longest) return undefined;
      const bytes = takeAll();
      const end = endOfWord(bytes) ?? endOfCharacters(bytes);
      keep(bytes.subarray(end));
      isPart ||= end > 0;
      return end === 0 ? undefined : bytes.toString('utf8', 0, end);
    },
    unfinished: () => {
      const bytes = lastBytes(rest, longestUnfinished);
      const text = bytes.toString('utf8', 0, endOfCharacters(bytes));
      return isPart || bytes.length < length ? fromRewrite(text) : text;
    },
    end: () => (length === 0 ? undefined : takeAll().toString('utf8')),
  };
}

function lastBytes(chunks: readonly Buffer[], most: number): Buffer {
  const last: Buffer[] = [];
  let left = most;
  for (let at = chunks.length - 1; at >= 0 && left > 0; at--) {
    const bytes = (chunks[at] as Buffer).subarray(-left);
    last.unshift(bytes);
    left -= bytes.length;
  }
  return Buffer.concat(last);
}

/** Behind a blank near the end, so that no word is split that could be a secret. */
function endOfWord(bytes: Buffer): number | undefined {
  const blank = bytes.lastIndexOf(space);
  return blank < bytes.length - longestWord || blank === -1 ? undefined : blank + 1;
}

/** Where a cut does not split a character: before the start of one whose bytes are not all there. */
function endOfCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
