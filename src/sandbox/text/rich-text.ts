import { emojiCharacter, tonedName } from './emoji.ts';
import type { InlineElement, TextStyle } from './inline.ts';
import { itemMark } from './lines.ts';
import { escapeText } from './wire.ts';

export interface RichTextSection {
  type: 'rich_text_section';
  elements: InlineElement[];
}

export interface RichTextList {
  type: 'rich_text_list';
  style: 'bullet' | 'ordered';
  indent: number;
  border: 0;
  /** How many numbers the list leaves out: it goes on from another. */
  offset?: number;
  elements: RichTextSection[];
}

export type RichTextPart =
  | RichTextSection
  | RichTextList
  | { type: 'rich_text_quote'; elements: InlineElement[] }
  | { type: 'rich_text_preformatted'; elements: InlineElement[]; border?: number };

/** Names for ids, where they are known. */
export type Names = (id: string) => string | undefined;

export const noNames: Names = () => undefined;

const marks = { bold: '*', italic: '_', strike: '~', code: '`' } as const;

const marksOf = (style: TextStyle | undefined): string[] =>
  (Object.keys(marks) as (keyof typeof marks)[]).filter((name) => style?.[name]).map((name) => marks[name]);

function wireElement(element: InlineElement, names: Names): string {
  const bar = (label: string | undefined): string => (label === undefined ? '' : `|${escapeText(label)}`);
  switch (element.type) {
    case 'text':
      return escapeText(element.text);
    case 'link':
      return `<${escapeText(element.url)}${bar(element.text)}>`;
    case 'user':
      return `<@${element.user_id}>`;
    case 'channel':
      return `<#${element.channel_id}|${names(element.channel_id) ?? ''}>`;
    case 'usergroup':
      return `<!subteam^${element.usergroup_id}${bar(names(element.usergroup_id))}>`;
    case 'broadcast':
      return `<!${element.range}>`;
    case 'emoji':
      return `:${tonedName(element)}:`;
  }
}

/** Elements → the text of a message, with `*…*` around what is bold and so on. */
function wireLine(elements: readonly InlineElement[], names: Names): string {
  let line = '';
  let open: string[] = [];
  const change = (next: string[]): void => {
    const kept = open.findIndex((mark, at) => next[at] !== mark);
    const shared = kept < 0 ? open.length : kept;
    line += open.slice(shared).reverse().join('') + next.slice(shared).join('');
    open = next;
  };
  for (const element of elements) {
    const wanted = marksOf(element.style);
    const still = open.filter((mark) => wanted.includes(mark));
    change([...still, ...wanted.filter((mark) => !still.includes(mark))]);
    line += wireElement(element, names);
  }
  change([]);
  return line;
}

function wireList({ style, indent, offset = 0, elements }: RichTextList, names: Names): string {
  return elements
    .map((item, at) => {
      const mark = itemMark(style === 'ordered', indent, offset + at + 1);
      return `${'    '.repeat(indent)}${mark} ${wireLine(item.elements, names)}`;
    })
    .join('\n');
}

/** A composed message → its `text`, which says the same as its blocks. */
export function wireText(parts: readonly RichTextPart[], names: Names = noNames): string {
  return parts
    .map((part, at) => {
      if (part.type === 'rich_text_list') return wireList(part, names) + (at < parts.length - 1 ? '\n' : '');
      const line = wireLine(part.elements, names);
      const end = at < parts.length - 1 ? '\n' : '';
      if (part.type === 'rich_text_preformatted') return `\`\`\`${line}\`\`\`${end}`;
      if (part.type === 'rich_text_quote') return `&gt; ${line.replaceAll('\n', '\n&gt; ')}${end}`;
      return line;
    })
    .join('');
}

/** What a person reads of an element. */
export function plainElement(element: InlineElement, names: Names = noNames): string {
  switch (element.type) {
    case 'text':
      return element.text;
    case 'link':
      return element.text ?? element.url;
    case 'user':
      return `@${names(element.user_id) ?? element.label ?? element.user_id}`;
    case 'channel':
      return `#${names(element.channel_id) ?? element.label ?? element.channel_id}`;
    case 'usergroup':
      return names(element.usergroup_id) ?? element.label ?? `@${element.usergroup_id}`;
    case 'broadcast':
      return `@${element.range}`;
    case 'emoji':
      return emojiCharacter(tonedName(element)) ?? `:${tonedName(element)}:`;
  }
}
