import type { Item, Markdown, Taken } from './markdown.ts';

interface Marker {
  ordered: boolean;
  number: number;
  /** The character that ends or makes it: lists with other ones are other lists. */
  kind: string;
  indent: number;
  width: number;
  rest: string;
}

function markerOf(line: string): Marker | undefined {
  const found = /^( *)([-*+]|(\d{1,9})([.)]))(?: +(.*)|)$/u.exec(line);
  if (!found) return undefined;
  const [, indent = '', mark = '', number, ending, rest = ''] = found;
  return {
    ordered: number !== undefined,
    number: Number(number ?? 1),
    kind: ending ?? mark,
    indent: indent.length,
    width: mark.length + 1,
    rest,
  };
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** The lines of an item after its first: those that stand further in, and blank ones between them. */
function following(lines: readonly string[], at: number, marker: Marker): string[] {
  const inside = marker.indent + Math.min(marker.width, 2);
  let end = at;
  for (let next = at; next < lines.length; next += 1) {
    const line = lines[next] ?? '';
    if (line.trim() === '') continue;
    const isLazy = end === next && !markerOf(line) && !/^ {0,3}(?:[#>]|```|~~~)/u.test(line);
    if (indentOf(line) < inside && !isLazy) break;
    end = next + 1;
  }
  const depth = Math.min(
    marker.indent + marker.width,
    ...lines
      .slice(at, end)
      .filter((line) => line.trim() !== '' && indentOf(line) >= inside)
      .map(indentOf),
  );
  return lines.slice(at, end).map((line) => line.slice(Math.min(indentOf(line), depth)));
}

function itemOf(first: string, rest: readonly string[], depth: number, read: Reader): Item {
  const task = /^\[([ xX])\] +/u.exec(first);
  const content = read([task ? first.slice(task[0].length) : first, ...rest], depth + 1);
  return task ? { done: task[1] !== ' ', content } : { content };
}

type Reader = (lines: readonly string[], depth: number) => Markdown[];

export function readList(lines: readonly string[], at: number, depth: number, read: Reader): Taken | undefined {
  const first = markerOf(lines[at] ?? '');
  if (!first || first.indent > 3) return undefined;
  const items: Item[] = [];
  let next = at;
  for (let end = at; end < lines.length; ) {
    const marker = markerOf(lines[end] ?? '');
    const isSame = marker?.kind === first.kind && marker.ordered === first.ordered && marker.indent <= first.indent + 1;
    if (marker && isSame) {
      const rest = following(lines, end + 1, marker);
      items.push(itemOf(marker.rest, rest, depth, read));
      end += rest.length + 1;
      next = end;
    } else if (lines[end]?.trim() === '') end += 1;
    else break;
  }
  return { block: { type: 'list', ordered: first.ordered, start: first.number, items }, lines: next - at };
}
