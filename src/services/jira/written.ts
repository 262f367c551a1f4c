import type { Written } from '../../context/tickets.ts';
import { linesOf } from './lines.ts';

export type Part = Written['parts'][number];

/** A line of what somebody typed. */
export type WrittenLine = readonly Part[];

export type Passage =
  | { type: 'code'; text: string; language: string }
  | { type: 'list'; items: readonly WrittenLine[] }
  | { type: 'paragraph'; lines: readonly WrittenLine[] };

/** What was typed, as paragraphs, lists and code between fences. */
export function passagesOf({ parts }: Written): Passage[] {
  const lines = splitParts(parts);
  const passages: Passage[] = [];
  let at = 0;
  while (at < lines.length) {
    const [taken, passage] = codeFrom(lines, at) ?? listFrom(lines, at) ?? paragraphFrom(lines, at);
    if (passage !== undefined) passages.push(passage);
    at += taken;
  }
  return passages;
}

type Taken = [taken: number, passage: Passage | undefined];

function splitParts(parts: readonly Part[]): Part[][] {
  const lines: Part[][] = [[]];
  for (const part of parts) {
    if (typeof part !== 'string') {
      lines.at(-1)?.push(part);
      continue;
    }
    for (const [index, line] of linesOf(part).entries()) {
      if (index > 0) lines.push([]);
      if (line !== '') lines.at(-1)?.push(line);
    }
  }
  return lines;
}

const lineText = (line: WrittenLine): string =>
  line.map((part) => (typeof part === 'string' ? part : `@${part.name}`)).join('');

const isBlank = (line: WrittenLine | undefined): boolean => line === undefined || lineText(line).trim() === '';

const inOneLine = /^\s*```([^`].*?)```\s*$/;
const opening = /^\s*(`{3,})([\w+#.-]*)\s*$/;

/** From a fence to the next one that is as long; a fence that nothing closes is text. */
function codeFrom(lines: readonly WrittenLine[], at: number): Taken | undefined {
  const first = lineText(lines[at] ?? []);
  const [, whole] = inOneLine.exec(first) ?? [];
  if (whole !== undefined) return [1, { type: 'code', text: whole, language: '' }];
  const [, fence, language = ''] = opening.exec(first) ?? [];
  if (fence === undefined) return undefined;
  const length = lines.slice(at + 1).findIndex((line) => lineText(line).trim() === fence);
  if (length < 1) return undefined;
  const code = lines.slice(at + 1, at + 1 + length).map(lineText);
  return [length + 2, { type: 'code', text: code.join('\n'), language }];
}

const bullet = /^\s*[-*•]\s+(?=\S)/;

const isItem = (line: WrittenLine | undefined): boolean =>
  line !== undefined && bullet.test(lineText(line)) && typeof line[0] === 'string';

function listFrom(lines: readonly WrittenLine[], at: number): Taken | undefined {
  const items: WrittenLine[] = [];
  for (let line = lines[at]; line !== undefined && isItem(line); line = lines[at + items.length]) {
    const [mark = '', ...others] = line;
    items.push([String(mark).replace(/^\s*[-*•]\s+/, ''), ...others].filter((part) => part !== ''));
  }
  return items.length === 0 ? undefined : [items.length, { type: 'list', items }];
}

function paragraphFrom(lines: readonly WrittenLine[], at: number): Taken {
  let end = at;
  while (end < lines.length && !isBlank(lines[end])) {
    if (end > at && (isItem(lines[end]) || codeFrom(lines, end) !== undefined)) break;
    end += 1;
  }
  return end === at ? [1, undefined] : [end - at, { type: 'paragraph', lines: lines.slice(at, end) }];
}
