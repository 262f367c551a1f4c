/** How wide a text is. */
export type Measure = (text: string) => number;

/** What cannot be drawn is left out, and what would turn the rest around. */
export const printable = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\p{Cc}+/gu, ' ')
    .replaceAll(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');

/** As much of a text as there is room for. */
export function fitText(given: string, room: number, measure: Measure): string {
  const text = printable(given);
  if (measure(text) <= room) return text;
  const letters = [...segments.segment(text)].map(({ segment }) => segment);
  let [least, most] = [0, letters.length];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (measure(`${letters.slice(0, middle).join('')}…`) <= room) least = middle;
    else most = middle - 1;
  }
  return least === 0 ? '' : `${letters.slice(0, least).join('').trimEnd()}…`;
}

/** The same, with what is at both of its ends: names begin alike more often than they end alike. */
export function fitEnds(given: string, room: number, measure: Measure): string {
  const text = printable(given);
  if (measure(text) <= room) return text;
  const letters = [...segments.segment(text)].map(({ segment }) => segment);
  for (let kept = Math.min(letters.length - 1, longestKept); kept > 1; kept--) {
    const shown = `${letters.slice(0, Math.ceil(kept / 2)).join('')}…${letters.slice(-Math.floor(kept / 2)).join('')}`;
    if (measure(shown) <= room) return shown;
  }
  return fitText(text, room, measure);
}

/** So many letters are never drawn beside each other. */
const longestKept = 120;

const segments = new Intl.Segmenter('en', { granularity: 'grapheme' });

export interface Placed<Item> {
  item: Item;
  text: string;
  x: number;
  row: number;
}

export interface Flowed<Item> {
  placed: Placed<Item>[];
  leftOut: number;
}

/** Puts words beside each other, and into a new row where one is full. What would take more rows is left out, and counted. */
export function flow<Item extends { text: string; width: number }>(
  items: readonly Item[],
  { room, between, gap, rows, measure, share = 0.6 }: Flow,
): Flowed<Item> {
  const placed: Placed<Item>[] = [];
  let [x, row] = [0, 0];
  for (const item of items) {
    const before = item.width + between;
    const text = fitEnds(item.text, room * share - before, measure);
    const width = before + measure(text);
    if (x > 0 && x + width > room) [x, row] = [0, row + 1];
    if (row >= rows) return { placed, leftOut: items.length - placed.length };
    placed.push({ item, text, x, row });
    x += width + gap;
  }
  return { placed, leftOut: 0 };
}

interface Flow {
  room: number;
  /** From what stands before each word to the word. */
  between: number;
  gap: number;
  rows: number;
  measure: Measure;
  /** Of a row, for one word. @default 0.6 */
  share?: number;
}
