import { type AdfNode, attribute, isRecord, readNodes } from './adf-node.ts';

/** An inline node as text; undefined where the type is none of an inline node. */
export function inlineText(node: AdfNode): string | undefined {
  return Object.hasOwn(inlines, node.type) ? inlines[node.type]?.(node) : undefined;
}

const inlines: Readonly<Record<string, (node: AdfNode) => string>> = {
  text: ({ text, marks }) => (text === '' ? '' : markedText(text, marks)),
  hardBreak: () => '\n',
  mention: mentionWord,
  emoji: (node) => attribute(node, 'text', 'shortName') ?? '',
  date: (node) => dateWord(node.attrs['timestamp']),
  status: (node) => bracketed(attribute(node, 'text')),
  inlineCard: cardText,
  placeholder: (node) => attribute(node, 'text') ?? '',
  inlineExtension: extensionText,
  mediaInline: mediaText,
  media: mediaText,
  image: mediaText,
};

/** Of marks, what text can say: where a link leads, and what is above the line or below it. */
function markedText(text: string, marks: readonly unknown[]): string {
  let said = text;
  let address: string | undefined;
  for (const mark of readNodes(marks)) {
    if (mark.type === 'link') address = attribute(mark, 'href');
    if (mark.type === 'subsup') said = attribute(mark, 'type') === 'sub' ? `_${said}` : `^${said}`;
  }
  return withAddress(said, address);
}

/** Text that leads somewhere, with where, unless it says so itself: `the log (https://…)`. */
export function withAddress(text: string, address: string | undefined): string {
  if (address === undefined || address.startsWith('#')) return text;
  const isTold = text.includes(address) || [`${text}/`, `mailto:${text}`].includes(address);
  const [, before = '', said = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (said === '') return `${before}${address}${after}`;
  return isTold ? text : `${before}${said} (${address})${after}`;
}

function mentionWord(node: AdfNode): string {
  const name = attribute(node, 'text') ?? attribute(node, 'id') ?? 'somebody';
  return name.startsWith('@') ? name : `@${name}`;
}

/** Milliseconds as a text: the day, in UTC. */
function dateWord(timestamp: unknown): string {
  if (typeof timestamp !== 'string' && typeof timestamp !== 'number') return '';
  const date = new Date(Number(timestamp));
  return Number.isNaN(date.getTime()) ? String(timestamp) : date.toISOString().slice(0, 10);
}

/** A link that Jira draws as a card: what is known of what is there, and its address. */
export function cardText(node: AdfNode): string {
  const data = isRecord(node.attrs['data']) ? node.attrs['data'] : {};
  const known = { ...node, attrs: { ...data, ...node.attrs } };
  const address = attribute(known, 'url', '@id');
  return withAddress(attribute(known, 'name', 'title') ?? address ?? '', address);
}

/** A file or a picture: what it is called, with its address where it is of another place. */
function mediaText(node: AdfNode): string {
  const address = attribute(node, 'url');
  const name = attribute(node, 'alt', '__fileName', 'name') ?? address;
  const linked = readNodes(node.marks).find(({ type }) => type === 'link');
  return withAddress(
    name === undefined ? '[attachment]' : `[attachment: ${name}]`,
    address ?? (linked && attribute(linked, 'href')),
  );
}

/** What an app or a macro puts there is not in the document: what it is called is. */
export function extensionText(node: AdfNode): string {
  const text = attribute(node, 'text');
  if (text !== undefined) return text;
  const parameters = isRecord(node.attrs['parameters']) ? node.attrs['parameters'] : {};
  const title = attribute({ ...node, attrs: parameters }, 'extensionTitle', 'title');
  return bracketed(title ?? attribute(node, 'extensionKey') ?? node.type);
}

const bracketed = (text: string | undefined): string => (text === undefined ? '' : `[${text}]`);
