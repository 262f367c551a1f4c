import { type Body, createBody, type SequenceKind } from './picture-body.ts';

/** An escape code of OSC 1337 that has to do with a picture. */
export interface Sequence {
  kind: SequenceKind;
  header: string;
  /** Base64 without blanks; undefined where it was longer than is kept. */
  content: string | undefined;
  /** It began as one, and did not end as one. */
  isBroken: boolean;
  /** What stands before it on its line. */
  before: string;
}

export interface SequenceReader {
  /** What is left without the sequences, with the words that `onSequence` gave for each. */
  push(chunk: Buffer): Buffer;
  end(): Buffer;
}

const starts = ['\x1b]', '\xc2\x9d'].flatMap((osc) =>
  ['File=', 'MultipartFile=', 'FilePart=', 'FileEnd'].map((word) => `${osc}1337;${word}`),
);
const longestStart = Math.max(...starts.map(({ length }) => length));
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes are what it looks for
const anyStart = /(?:\x1b\]|\xc2\x9d)1337;(?:(File|MultipartFile|FilePart)=|(FileEnd))/g;
const longestBefore = 200;

interface Current {
  body: Body;
  before: string;
}

/** Bytes in, bytes out. Sequences may be cut anywhere; nothing else is held back. */
export function createSequenceReader(longest: number, onSequence: (sequence: Sequence) => string): SequenceReader {
  const line = createLineMemory();
  let held: Buffer = Buffer.alloc(0);
  let current: Current | undefined;

  const say = (bytes: Buffer, out: Buffer[]): void => {
    out.push(bytes);
    line.add(bytes);
  };
  /** Where the body of the next sequence begins; all before it is said, but for what may be its beginning. */
  const passOver = (bytes: Buffer, text: string, from: number, out: Buffer[]): number => {
    anyStart.lastIndex = from;
    const match = anyStart.exec(text);
    const end = match?.index ?? text.length - partOfStart(text.slice(from));
    say(bytes.subarray(from, end), out);
    if (match === null) {
      held = bytes.subarray(end);
      return text.length;
    }
    current = { body: createBody((match[1] ?? 'FileEnd') as SequenceKind, longest), before: line.text() };
    return end + match[0].length;
  };
  const settle = ({ body: { kind, header, content }, before }: Current, isBroken: boolean): Buffer => {
    current = undefined;
    return Buffer.from(onSequence({ kind, header, content: content(), isBroken, before }));
  };
  const read = (bytes: Buffer, out: Buffer[]): void => {
    const text = bytes.toString('latin1');
    for (let at = 0; at < text.length; ) {
      if (current === undefined) {
        at = passOver(bytes, text, at, out);
        continue;
      }
      const { at: end, isOver } = current.body.read(text, at);
      if (isOver) say(settle(current, current.body.isBroken()), out);
      else held = bytes.subarray(end);
      at = isOver ? end : text.length;
    }
  };
  return {
    push: (chunk) => {
      if (current === undefined && held.length === 0 && isPlain(chunk)) {
        line.add(chunk);
        return chunk;
      }
      const bytes = Buffer.concat([held, chunk]);
      held = Buffer.alloc(0);
      const out: Buffer[] = [];
      read(bytes, out);
      return Buffer.concat(out);
    },
    end: () => (current === undefined ? held : settle(current, true)),
  };
}

/** The end of what was shown, as far as it stands on one line. */
function createLineMemory() {
  let shown: Buffer = Buffer.alloc(0);
  return {
    add(bytes: Buffer): void {
      shown = bytes.length >= longestBefore ? bytes : Buffer.concat([shown.subarray(-longestBefore), bytes]);
    },
    text(): string {
      const text = shown.subarray(-longestBefore).toString('utf8');
      return text.slice(text.lastIndexOf('\n') + 1);
    },
  };
}

/** Most of what programs print: two quick looks are enough. */
function isPlain(chunk: Buffer): boolean {
  return !chunk.includes('1337;') && partOfStart(chunk.subarray(-longestStart).toString('latin1')) === 0;
}

/** How many of the last characters may be the beginning of a sequence. */
function partOfStart(text: string): number {
  for (let length = Math.min(text.length, longestStart - 1); length > 0; length--) {
    const end = text.slice(text.length - length);
    if (starts.some((start) => start.length > length && start.startsWith(end))) return length;
  }
  return 0;
}
