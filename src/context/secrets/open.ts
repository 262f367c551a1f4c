import { base64Of } from './forms.ts';
import { createSearch } from './search.ts';
import { openBlock } from './wrapped.ts';

/** Lines that are held back at the most. */
const mostHeld = 200;
/** Characters of a beginning that are looked up at once. */
const head = 6;

/** How many lines at the end of a text may still become a secret with the lines that follow. */
export type Open = (text: string) => number;

export function createOpen(values: readonly string[], forms: readonly string[], mask: (text: string) => string): Open {
  if (values.length === 0) return () => 0;
  const beginnings = [...new Set(forms.flatMap(firstLinesOf))];
  let isBeginning: ((text: string) => boolean) | undefined;
  const heldFrom = (text: string): number => {
    const starts = beginnings.filter((one) => text.endsWith(one)).map((one) => text.length - one.length);
    const wrapped = openBlock(text);
    if (wrapped === undefined) return Math.min(...starts);
    isBeginning ??= createBeginnings(values.flatMap(base64Of));
    return Math.min(...starts, ...(isBeginning(wrapped.joined) ? [wrapped.start] : []));
  };
  return (text) => {
    const start = heldFrom(`${text}\n`);
    if (start === Number.POSITIVE_INFINITY) return 0;
    const lines = text.split('\n');
    let first = lineAt(lines, start);
    const masked = mask(text).split('\n');
    // A secret that is whole already may reach into those that are held.
    while (first > 0 && mask(lines.slice(first).join('\n')) !== masked.slice(first).join('\n')) first -= 1;
    return Math.min(lines.length - first, mostHeld);
  };
}

/** How a form that stands on several lines begins, up to each of its line breaks. */
function firstLinesOf(form: string): string[] {
  const lines = form.split('\n');
  return lines.slice(1).map((_, index) => `${lines.slice(0, index + 1).join('\n')}\n`);
}

/** Whether a text ends in what one of the forms begins with. */
function createBeginnings(forms: readonly string[]): (text: string) => boolean {
  const longest = Math.max(...forms.map(({ length }) => length));
  const short = new Set(forms.flatMap((form) => [1, 2, 3, 4, 5].map((length) => form.slice(0, length))));
  const search = createSearch([...new Set(forms.map((form) => form.slice(0, head)))], []);
  return (text) => {
    const tail = text.slice(-longest);
    if ([1, 2, 3, 4, 5].some((length) => short.has(tail.slice(-length)))) return true;
    return search(tail).some(([start]) => forms.some((form) => form.startsWith(tail.slice(start))));
  };
}

function lineAt(lines: readonly string[], start: number): number {
  let at = 0;
  return lines.findIndex((line) => {
    at += line.length + 1;
    return at > start;
  });
}
