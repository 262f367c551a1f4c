import { mask, maskRanges, type Range } from './ranges.ts';

/** Lines in, the same lines out without what stands between the first and the last line of a private key. */
export interface KeyReader {
  line(line: string): string;
  /** The next line may be one of a key's. */
  isOpen(): boolean;
}

/** In every key's first line; whatever has none of it needs no look. */
export const keyWords = 'PRIVATE KEY';

const label = '(?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----';
const end = new RegExp(`-----END ${label}`);
/** A key, as far as it stands on one line. */
const block = new RegExp(`-----BEGIN ${label}(?<inside>.*?)(?<over>-----END ${label}|$)`, 'gs');
/** Such lines may stand between its first and its last one, before them what a log writes before each line. */
const full = /^(?:.*[\s"'|>:])?[A-Za-z0-9+/]{16,}={0,2}[\s"',]*$/;
const last = /^(?:.*[\s"'|>:])?=?[A-Za-z0-9+/]+={0,2}[\s"',]*$/;
const heading = /^[\s|>]*(?:(?:Proc-Type|DEK-Info|Version|Comment|Hash|Charset|MessageID):.*)?$/;
/** A key of 16384 bits has fewer lines. */
const most = 250;

/** Where the keys are that begin on this line: https://www.rfc-editor.org/rfc/rfc7468#section-2 */
export function findKeys(line: string): { ranges: Range[]; isOpen: boolean } {
  const keys = [...line.matchAll(block)].map(({ 0: whole, index, groups }) => {
    const { inside = '', over = '' } = groups ?? {};
    const stop = index + whole.length - over.length;
    return { range: [stop - inside.length, stop] as const, isEmpty: inside.trim() === '', isOpen: over === '' };
  });
  const ranges = keys.filter(({ isEmpty }) => !isEmpty).map(({ range }) => range);
  return { ranges, isOpen: keys.at(-1)?.isOpen ?? false };
}

export function createKeyReader(): KeyReader {
  let left = 0;
  let next: readonly RegExp[] = [];
  const outside = (line: string): string => {
    if (!line.includes(keyWords)) return line;
    const { ranges, isOpen } = findKeys(line);
    left = isOpen ? most : 0;
    next = [full];
    return maskRanges(line, ranges);
  };
  const inside = (line: string): string => {
    const over = end.exec(line);
    if (over !== null) {
      left = 0;
      return `${line.slice(0, over.index).trim() === '' ? '' : mask}${outside(line.slice(over.index))}`;
    }
    left -= 1;
    if (heading.test(line)) return line;
    if (!next.some((shape) => shape.test(line))) {
      left = 0;
      return outside(line);
    }
    // A line that is not full is the last one, but for a checksum.
    next = full.test(line) ? [full, last] : [last];
    return mask;
  };
  return { line: (line) => (left > 0 ? inside(line) : outside(line)), isOpen: () => left > 0 };
}

export function maskKeys(text: string): string {
  if (!text.includes(keyWords)) return text;
  const reader = createKeyReader();
  return text.split('\n').map(reader.line).join('\n');
}
