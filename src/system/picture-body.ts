export type SequenceKind = 'File' | 'MultipartFile' | 'FilePart' | 'FileEnd';

/** What stands between the start of a sequence and its end, as it comes. */
export interface Body {
  kind: SequenceKind;
  readonly header: string;
  /** Reads on from there: how far it came, and whether the sequence is over. The rest is to be read again with more. */
  read(text: string, from: number): { at: number; isOver: boolean };
  content(): string | undefined;
  isBroken(): boolean;
}

const longestHeader = 4096;
const notHeader = /[^ -9;-~]/g;
/** Some programs break base64 into lines. */
const notBase64 = /[^A-Za-z0-9+/=_\-\s]/g;
const blanks = /\s+/g;

export function createBody(kind: SequenceKind, longest: number): Body {
  const parts: string[] = [];
  let header = '';
  let length = 0;
  let isBroken = false;
  let isInHeader = kind !== 'FilePart';

  const take = (text: string): void => {
    if (isInHeader) header += text.slice(0, longestHeader + 1 - header.length);
    else {
      const kept = text.replace(blanks, '');
      length += kept.length;
      if (length > longest) parts.length = 0;
      else parts.push(kept);
    }
  };
  const read = (text: string, from: number): { at: number; isOver: boolean } => {
    for (let start = from; ; ) {
      const at = nextOf(isInHeader ? notHeader : notBase64, text, start);
      take(text.slice(start, at));
      isBroken ||= header.length > longestHeader;
      const character = text.charAt(at);
      if (isBroken || character === '') return { at, isOver: isBroken };
      if (character === ':' && isInHeader && kind === 'File') {
        isInHeader = false;
        start = at + 1;
        continue;
      }
      if (character === '\x07') return { at: at + 1, isOver: true };
      if (isEnd(text.slice(at, at + 2))) return { at: at + 2, isOver: true };
      if (isHalfAnEnd(character) && at + 1 === text.length) return { at, isOver: false };
      isBroken = true;
      return { at, isOver: true };
    }
  };
  return {
    kind,
    get header() {
      return header;
    },
    read,
    content: () => (length > longest ? undefined : parts.join('')),
    isBroken: () => isBroken || (kind === 'File' && isInHeader),
  };
}

const isEnd = (characters: string): boolean => characters === '\x1b\\' || characters === '\xc2\x9c';

const isHalfAnEnd = (character: string): boolean => character === '\x1b' || character === '\xc2';

function nextOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}
