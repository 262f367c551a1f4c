import type { SecretPattern } from './patterns.ts';
import type { Range } from './ranges.ts';

export type Search = (text: string) => Range[];

interface Target {
  /** What is looked for, or where there is a shape, the three characters of its beginning that were looked up. */
  form: string;
  /** How far from the beginning the text was looked up. */
  offset: number;
  shape?: RegExp;
}

/** Every form is looked up by three characters of it, in every second place of the text. */
const step = 2;
const shortest = step + 2;
/** The marks of all rows fit into the nearest memory of a processor; the rows themselves tell more apart. */
const [marksSize, rowsSize] = [2 ** 15, 2 ** 16];

/** Of each character the low byte alone: what is found is compared with the text itself. */
const rowOf = (one: number, two: number, three: number): number => (one << 10) ^ (two << 5) ^ three;

interface Table {
  /** Whether there is such a row, or another one with the same end. */
  marks: Uint8Array;
  /** Of three characters, where in `targets` it stands what they may be part of. */
  rows: Uint16Array;
  targets: readonly (readonly Target[])[];
}

/**
 * Finds many forms, and what only their beginnings are known of, in one pass. To look three characters up in a table
 * costs far less than to try hundreds of alternatives at each of them, and most text is in no row of it.
 */
export function createSearch(forms: readonly string[], patterns: readonly SecretPattern[]): Search {
  const short = forms.filter((form) => form !== '' && form.length < shortest);
  const table = withForms(tableOf(patterns), forms);
  return (text) => {
    const found: Range[] = short.length === 0 ? [] : short.flatMap((form) => everywhere(text, form));
    scan(text, bytesOf(text), table, found);
    return found;
  };
}

/** The one loop that all output goes through. */
function scan(text: string, bytes: Uint8Array, { marks, rows, targets }: Table, found: Range[]): void {
  const last = text.length - 1;
  let one = bytes[0] as number;
  for (let at = 1; at < last; at += step) {
    const three = bytes[at + 1] as number;
    const row = rowOf(one, bytes[at] as number, three);
    one = three;
    if (marks[row & (marksSize - 1)] === 0) continue;
    const target = rows[row & (rowsSize - 1)] as number;
    if (target !== 0) compare(text, at - 1, targets[target] as readonly Target[], found);
  }
}

const tables = new WeakMap<readonly SecretPattern[], Table>();

/** Made once: there are many of them, and a search is made for each line. */
function tableOf(patterns: readonly SecretPattern[]): Table {
  const known = tables.get(patterns);
  if (known !== undefined) return known;
  const table = { marks: new Uint8Array(marksSize), rows: new Uint16Array(rowsSize), targets: [[]] };
  for (const { begins, shape } of patterns) {
    for (let offset = 0; offset < step; offset++) {
      for (const form of new Set(begins.map((begin) => begin.slice(offset, offset + 3)))) {
        add(table, form, { form, offset, shape });
      }
    }
  }
  tables.set(patterns, table);
  return table;
}

function withForms(table: Table, forms: readonly string[]): Table {
  const copy = { marks: table.marks.slice(), rows: table.rows.slice(), targets: [...table.targets] };
  for (const form of forms) {
    if (form.length < shortest) continue;
    for (let offset = 0; offset < step; offset++) {
      add(copy, form.slice(offset, offset + 3), { form, offset });
    }
  }
  return copy;
}

function add(
  { marks, rows, targets }: Table & { targets: (readonly Target[])[] },
  looked: string,
  target: Target,
): void {
  const [one, two, three] = [0, 1, 2].map((at) => looked.charCodeAt(at) & 0xff) as [number, number, number];
  const row = rowOf(one, two, three);
  marks[row & (marksSize - 1)] = 1;
  rows[row & (rowsSize - 1)] ||= targets.push([]) - 1;
  const at = rows[row & (rowsSize - 1)] as number;
  targets[at] = [...(targets[at] ?? []), target];
}

/** To look into a string costs several times as much. */
let scratch = Buffer.alloc(0);

function bytesOf(text: string): Uint8Array {
  if (scratch.length < text.length) scratch = Buffer.alloc(Math.max(2 ** 16, text.length * 2));
  scratch.write(text, 'latin1');
  return scratch;
}

function compare(text: string, at: number, targets: readonly Target[], found: Range[]): void {
  for (const { form, offset, shape } of targets) {
    const start = at - offset;
    if (start < 0 || !text.startsWith(form, shape === undefined ? start : at)) continue;
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
