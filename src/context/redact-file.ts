import type { Redactor } from './redact.ts';

/** Bytes at a file's beginning that tell whether it is text. */
const looked = 8000;

/** What is brought to a room of a file: of text, without its secrets. What a picture or an archive holds, nobody can mask. */
export function redactFile(content: Uint8Array, { lines }: Pick<Redactor, 'lines'>): Uint8Array {
  if (content.subarray(0, looked).includes(0)) return content;
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const isUtf8 = isUnicode(bytes);
  const text = bytes.toString(isUtf8 ? 'utf8' : 'latin1');
  const masked = lines(text);
  if (masked === text) return content;
  return isUtf8 ? Buffer.from(masked) : Buffer.from(masked.replaceAll('•', '*'), 'latin1');
}

function isUnicode(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
