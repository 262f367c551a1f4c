import { cardText, extensionText, inlineText } from './adf-inline.ts';
import { type AdfNode, attribute, readNodes } from './adf-node.ts';
import { tableLines } from './adf-table.ts';
import { fenced, hang, linesOf, tidyLines } from './lines.ts';

/** Deeper down, three dots stand for what is there. */
const deepest = 40;

/** A document as text. Whatever it is: what is not known is shown by what it holds. Code stands between fences. */
export function adfText(document: unknown): string {
  if (typeof document === 'string') return document;
  return tidyLines(contentLines(readNodes(Array.isArray(document) ? document : [document]), 0));
}

/** What stands in a node: inline nodes in a row are a paragraph. */
function contentLines(nodes: readonly AdfNode[], depth: number): string[] {
  if (depth > deepest) return nodes.length === 0 ? [] : ['…'];
  const lines: string[] = [];
  let open: string[] = [];
  const close = (): void => {
    if (open.length > 0) lines.push(...linesOf(open.join('')));
    open = [];
  };
  for (const node of nodes) {
    const text = inlineText(node);
    if (text !== undefined) {
      open.push(text);
      continue;
    }
    close();
    for (const line of blockLines(node, depth)) lines.push(line);
  }
  close();
  return lines;
}

const within = (node: AdfNode, depth: number): string[] => contentLines(readNodes(node.content), depth + 1);

function blockLines(node: AdfNode, depth: number): string[] {
  const draw = Object.hasOwn(blocks, node.type) ? blocks[node.type] : undefined;
  const lines = (draw ?? unknownLines)(node, depth);
  const indent = '  '.repeat(indentation(node));
  return indent === '' ? lines : hang(indent, indent, lines);
}

type Draw = (node: AdfNode, depth: number) => string[];

const itemLines: Draw = (node, depth) => orEmpty(within(node, depth));
const taskLines: Draw = (node, depth) => hang(box(node), '    ', itemLines(node, depth));
const cardLines: Draw = (node) => [cardText(node)];

const blocks: Readonly<Record<string, Draw>> = {
  paragraph: itemLines,
  heading: (node, depth) => ['', ...within(node, depth)],
  bulletList: (node, depth) => listLines(node, depth, () => '• '),
  orderedList: (node, depth) => listLines(node, depth, (index) => `${startOf(node) + index}. `),
  taskList: tasks,
  taskItem: taskLines,
  blockTaskItem: taskLines,
  decisionItem: (node, depth) => hang('Decided: ', '  ', itemLines(node, depth)),
  codeBlock: (node) => fenced(readNodes(node.content).map(codeText).join(''), attribute(node, 'language')),
  blockquote: (node, depth) => hang('> ', '> ', within(node, depth)),
  panel: panelLines,
  rule: () => ['────────'],
  table: (node, depth) => tableLines(node, (cell) => within(cell, depth)),
  mediaGroup: apart,
  mediaSingle: apart,
  blockCard: cardLines,
  embedCard: cardLines,
  expand: expandLines,
  nestedExpand: expandLines,
  extension: (node) => linesOf(extensionText(node)),
  syncBlock: () => ['[synced block]'],
};

const orEmpty = (lines: string[]): string[] => (lines.length === 0 ? [''] : lines);

const codeText = (node: AdfNode): string => (node.type === 'hardBreak' ? '\n' : node.text);

/** What is in it, else what it says of itself. */
function unknownLines(node: AdfNode, depth: number): string[] {
  const lines = within(node, depth);
  if (lines.length > 0) return lines;
  const said = node.text === '' ? (attribute(node, 'text', 'title', 'alt') ?? cardText(node)) : node.text;
  return said === '' ? [] : linesOf(said);
}

function listLines(node: AdfNode, depth: number, markOf: (index: number) => string): string[] {
  return readNodes(node.content).flatMap((item, index) => {
    const mark = markOf(index);
    return hang(mark, ' '.repeat(mark.length), itemLines(item, depth + 1));
  });
}

function startOf({ attrs }: AdfNode): number {
  const order = attrs['order'];
  return typeof order === 'number' && Number.isSafeInteger(order) && order >= 0 ? order : 1;
}

/** A list within a list of tasks stands beside them, and not in one. */
function tasks(node: AdfNode, depth: number): string[] {
  return readNodes(node.content).flatMap((item) => {
    const lines = contentLines([item], depth + 1);
    return item.type === 'taskList' ? hang('  ', '  ', lines) : lines;
  });
}

const box = (node: AdfNode): string => (attribute(node, 'state') === 'DONE' ? '[x] ' : '[ ] ');

const panels: Readonly<Record<string, string>> = {
  info: 'Info: ',
  note: 'Note: ',
  tip: 'Tip: ',
  warning: 'Warning: ',
  error: 'Error: ',
  success: 'Success: ',
};

function panelLines(node: AdfNode, depth: number): string[] {
  const kind = attribute(node, 'panelType') ?? '';
  const icon = attribute(node, 'panelIconText');
  const own = icon === undefined ? '' : `${icon} `;
  const label = Object.hasOwn(panels, kind) ? (panels[kind] ?? '') : own;
  const lines = within(node, depth);
  const first = Math.max(
    0,
    lines.findIndex((line) => line !== ''),
  );
  return hang('> ', '> ', hang(label, '', lines.slice(first)));
}

function expandLines(node: AdfNode, depth: number): string[] {
  const title = attribute(node, 'title');
  const lines = within(node, depth);
  return title === undefined ? lines : [`▸ ${title}`, ...hang('  ', '  ', lines)];
}

/** Each in a line of its own: files, pictures and what is written below them. */
function apart(node: AdfNode, depth: number): string[] {
  return readNodes(node.content).flatMap((one) => contentLines([one], depth + 1));
}

const mostIndented = 6;

function indentation({ marks }: AdfNode): number {
  const level = readNodes(marks).find(({ type }) => type === 'indentation')?.attrs['level'];
  return typeof level === 'number' && level >= 1 ? Math.min(Math.floor(level), mostIndented) : 0;
}
