import type { SecretPattern } from './patterns.ts';
import type { Range } from './ranges.ts';

export type Search = (text: string) => Range[];

interface Target {
  /** What is looked for. */
  form: string;
  /** From where in it the text was looked up. */
  offset: number;
  /** Where it only begins what is looked for. */
  shape?: RegExp;
}

/** Every form is looked up by three characters of it, in every second place of the text. */
const [step, bits] = [2, 15];
const size = 2 ** bits;
const shortest = step + 2;

const indexOf = (one: number, two: number, three: number): number => ((one << 10) ^ (two << 5) ^ three) & (size - 1);

/**
 * Finds many forms, and what only their beginnings are known of, in one pass. To look three characters up in a table
 * costs far less than to try hundreds of alternatives at each of them, and most text is in no row of it.
 */
export function createSearch(forms: readonly string[], patterns: readonly SecretPattern[]): Search {
  const rows = new Uint16Array(size);
  const targets: Target[][] = [[]];
  const add = (form: string, shape?: RegExp): void => {
    for (let offset = 0; offset < step; offset++) {
      const index = indexOf(...([0, 1, 2].map((at) => form.charCodeAt(offset + at)) as [number, number, number]));
      rows[index] ||= targets.push([]) - 1;
      targets[rows[index] ?? 0]?.push({ form, offset, ...(shape === undefined ? {} : { shape }) });
    }
  };
  for (const form of forms) if (form.length >= shortest) add(form);
  for (const { begins, shape } of patterns) for (const begin of begins) add(begin, shape);
  const short = forms.filter((form) => form !== '' && form.length < shortest);
  return (text) => {
    const found: Range[] = short.flatMap((form) => everywhere(text, form));
    const last = text.length - 1;
    for (let at = 1; at < last; at += step) {
      const row = rows[indexOf(text.charCodeAt(at - 1), text.charCodeAt(at), text.charCodeAt(at + 1))];
      if (row) compare(text, at - 1, targets[row] ?? [], found);
    }
    return found;
  };
}

function compare(text: string, at: number, targets: readonly Target[], found: Range[]): void {
  for (const { form, offset, shape } of targets) {
    const start = at - offset;
    if (start < 0 || !text.startsWith(form, start)) continue;
    if (shape === undefined) found.push([start, start + form.length]);
    else matchShape(text, start, shape, found);
  }
}

function matchShape(text: string, start: number, shape: RegExp, found: Range[]): void {
  shape.lastIndex = start;
  const match = shape.exec(text);
  if (match === null) return;
  const end = start + match[0].length;
  found.push([end - (match.groups?.['secret'] ?? match[0]).length, end]);
}

function everywhere(text: string, form: string): Range[] {
  const found: Range[] = [];
  for (let at = text.indexOf(form); at !== -1; at = text.indexOf(form, at + 1)) found.push([at, at + form.length]);
  return found;
}
