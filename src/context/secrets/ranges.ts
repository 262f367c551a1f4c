/** What stands where a secret stood. */
export const mask = '••••';

/** From a position in a text up to another one. */
export type Range = readonly [start: number, end: number];

/** In order; those that share a character are one. */
function mergeRanges(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const [start, end] of [...ranges].sort(([one], [other]) => one - other)) {
    const last = merged.at(-1);
    if (last !== undefined && start < last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], end)];
    else merged.push([start, end]);
  }
  return merged;
}

/** The text with its ranges masked. Its line breaks stay, so that it has as many lines as before. */
export function maskRanges(text: string, ranges: readonly Range[]): string {
  if (ranges.length === 0) return text;
  let masked = '';
  let at = 0;
  for (const [start, end] of mergeRanges(ranges)) {
    const inside = text.slice(start, end);
    masked += text.slice(at, start) + (inside.includes('\n') ? inside.replace(/[^\n]+/g, mask) : mask);
    at = end;
  }
  return masked + text.slice(at);
}

/** Masks in each part what is found in all of them together, joined by `between`. */
export function maskParts(parts: readonly string[], between: string, find: (text: string) => Range[]): string[] {
  const ranges = find(parts.join(between));
  let at = 0;
  return parts.map((part) => {
    const begin = at;
    at += part.length + between.length;
    const within = ranges.flatMap(([start, end]): Range[] => {
      const [from, to] = [Math.max(start - begin, 0), Math.min(end - begin, part.length)];
      return from < to ? [[from, to]] : [];
    });
    return maskRanges(part, within);
  });
}
