/** An escape sequence: what it asks for, and where the text goes on after it. */
export interface Escape {
  type: 'csi' | 'osc' | 'other';
  /** Parameters and final byte of a CSI, the content of an OSC. */
  body: string;
  end: number;
}

const stringTypes: Readonly<Record<string, Escape['type']>> = {
  ']': 'osc',
  P: 'other',
  X: 'other',
  '^': 'other',
  _: 'other',
  '\x9d': 'osc',
  '\x90': 'other',
  '\x98': 'other',
  '\x9e': 'other',
  '\x9f': 'other',
};

const escapeCode = '\x1b';
const complete = new Set(['\x07', '\x9c']);
const abort = new Set(['\x18', '\x1a']);

/** Reads the sequence that begins at `start`, with ESC or a C1 control. One without an end reaches to the line's end. */
export function readEscape(line: string, start: number): Escape {
  const long = line[start] === escapeCode;
  const introducer = (long ? line[start + 1] : line[start]) ?? '';
  const bodyStart = long ? start + 2 : start + 1;
  if (introducer === (long ? '[' : '\x9b')) return readCsi(line, bodyStart);
  const type = stringTypes[introducer];
  if (type !== undefined) return readString(line, bodyStart, type);
  return { type: 'other', body: introducer, end: long ? skipShort(line, start + 1) : bodyStart };
}

function readCsi(line: string, start: number): Escape {
  let end = start;
  while (isBetween(line, end, 0x20, 0x3f)) end += 1;
  if (!isBetween(line, end, 0x40, 0x7e)) return { type: 'other', body: '', end };
  return { type: 'csi', body: line.slice(start, end + 1), end: end + 1 };
}

function readString(line: string, start: number, type: Escape['type']): Escape {
  const everyControl = /\p{Cc}/gu;
  everyControl.lastIndex = start;
  for (let found = everyControl.exec(line); found !== null; found = everyControl.exec(line)) {
    const { 0: control, index } = found;
    const body = line.slice(start, index);
    if (complete.has(control)) return { type, body, end: index + 1 };
    if (abort.has(control)) return { type: 'other', body: '', end: index + 1 };
    if (control !== escapeCode) continue;
    // An ESC that does not end the string begins the next sequence.
    return line[index + 1] === '\\' ? { type, body, end: index + 2 } : { type: 'other', body: '', end: index };
  }
  return { type: 'other', body: '', end: line.length };
}

function skipShort(line: string, start: number): number {
  let end = start;
  while (isBetween(line, end, 0x20, 0x2f)) end += 1;
  return isBetween(line, end, 0x30, 0x7e) ? end + 1 : end;
}

function isBetween(line: string, index: number, first: number, last: number): boolean {
  const code = line.charCodeAt(index);
  return code >= first && code <= last;
}
