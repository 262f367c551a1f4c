import { OpsError, splitLine } from '../../src/index.ts';

/** The words of a line, without `ops`. One word is a whole line in quotes. */
export function wordsOf(line: string | readonly string[]): string[] {
  const [first = '', ...more] = typeof line === 'string' ? [line] : line;
  const words = more.length === 0 ? splitLine(first) : [first, ...more];
  return words[0] === 'ops' ? words.slice(1) : words;
}

export function timeOf(text: string, from: string): Date {
  const at = new Date(text);
  if (/^\d{4}-\d\d-\d\d/.test(text) && !Number.isNaN(at.getTime())) return at;
  throw new OpsError('usage', `${from} takes a time, not "${text}"`, { hint: '2026-11-21T14:00Z' });
}
