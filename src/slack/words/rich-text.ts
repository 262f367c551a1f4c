import { decodeEntities } from './decode.ts';
import { emoji, emojiOfCodes, withEmoji } from './emoji.ts';
import { listMark } from './list-mark.ts';
import { readable } from './readable.ts';
import { namedReference, namesIn, reference } from './reference.ts';
import { tidy } from './tidy.ts';

type Names = ReadonlyMap<string, string>;
type Fields = Readonly<Record<string, unknown>>;

// In the order in which Slack nests them in a message's source.
const marks = { bold: '*', italic: '_', strike: '~', code: '`' } as const;

const longestCount = 100_000;

/**
 * What the person typed, from the one `rich_text` block that the composer makes: the same line that `decode` finds in
 * the source. `source` tells the names of channels and user groups. Undefined where the blocks are anything else.
 */
export function wordsOfBlocks(blocks: unknown, source = ''): string | undefined {
  if (!Array.isArray(blocks) || blocks.length !== 1) return;
  const block = fieldsOf(blocks[0]);
  if (block.type !== 'rich_text') return;
  const names = namesIn(source);
  const paragraphs = all(block.elements, (element) => paragraph(fieldsOf(element), names));
  return paragraphs && withEmoji(tidy(belowEachOther(paragraphs)));
}

function belowEachOther(paragraphs: readonly string[]): string {
  let isNewLine = true;
  const parts = paragraphs.map((text) => {
    const part = isNewLine ? text : `\n${text}`;
    isNewLine = part === '' || part.endsWith('\n');
    return part;
  });
  return parts.join('');
}

function paragraph(element: Fields, names: Names): string | undefined {
  switch (element.type) {
    case 'rich_text_section':
      return styledText(element.elements, names);
    case 'rich_text_preformatted':
      return around('```', all(element.elements, (piece) => typed(fieldsOf(piece), names))?.join(''));
    case 'rich_text_quote':
      return styledText(element.elements, names)?.replace(/^/gm, '> ');
    case 'rich_text_list':
      return listed(element, names);
    default:
      return;
  }
}

function listed({ elements, style, indent, offset }: Fields, names: Names): string | undefined {
  const items = all(elements, (item) => styledText(fieldsOf(item).elements, names));
  const mark = (index: number): string => listMark(style === 'ordered', count(indent), count(offset) + index + 1);
  return items?.map((item, index) => mark(index) + item).join('\n');
}

function count(value: unknown): number {
  return typeof value === 'number' && value >= 0 && value <= longestCount ? Math.trunc(value) : 0;
}

/** Text with the marks that its styles were typed as. */
function styledText(elements: unknown, names: Names): string | undefined {
  let before = '';
  const pieces = all(elements, (element) => {
    const fields = fieldsOf(element);
    const after = marksOf(fieldsOf(fields.style));
    const text = typed(fields, names);
    if (text === undefined) return;
    const piece = `${change(before, after)}${text}`;
    before = after;
    return piece;
  });
  return pieces && pieces.join('') + change(before, '');
}

function marksOf(style: Fields): string {
  return Object.entries(marks)
    .filter(([name]) => style[name] === true)
    .map(([, mark]) => mark)
    .join('');
}

function change(before: string, after: string): string {
  let common = 0;
  while (common < before.length && before[common] === after[common]) common += 1;
  return [...before.slice(common)].reverse().join('') + after.slice(common);
}

function typed(fields: Fields, names: Names): string | undefined {
  switch (fields.type) {
    case 'text':
      return text(fields.text);
    case 'link':
      return text(fields.text) || text(fields.url);
    case 'user':
      return withId(fields.user_id, (id) => reference(`@${id}`));
    case 'channel':
      return withId(fields.channel_id, (id) => nameOf(`#${id}`, names));
    case 'usergroup':
      return withId(fields.usergroup_id, (id) => nameOf(`!subteam^${id}`, names));
    case 'broadcast':
      return around('@', text(fields.range), '');
    case 'emoji':
      return emojiOf(fields);
    case 'date':
      return text(fields.fallback) || text(`${fields.timestamp}`);
    case 'color':
      return text(fields.value);
    default:
      return;
  }
}

function emojiOf({ name, skin_tone: tone, unicode }: Fields): string | undefined {
  const base = text(name);
  if (base === undefined) return;
  return emoji(typeof tone === 'number' ? `${base}::skin-tone-${tone}` : base, emojiOfCodes(unicode));
}

function nameOf(id: string, names: Names): string {
  const name = names.get(id);
  return namedReference(id, name && decodeEntities(readable(name)));
}

function withId(id: unknown, build: (id: string) => string): string | undefined {
  return typeof id === 'string' && /^[A-Z0-9]+$/.test(id) ? build(id) : undefined;
}

function around(mark: string, inside: string | undefined, end = mark): string | undefined {
  return inside === undefined ? undefined : `${mark}${inside}${end}`;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? readable(value) : undefined;
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

/** Every element, converted; undefined where one could not be. */
function all(elements: unknown, convert: (element: unknown) => string | undefined): string[] | undefined {
  if (!Array.isArray(elements)) return;
  const converted: string[] = [];
  for (const element of elements) {
    const text = convert(element);
    if (text === undefined) return;
    converted.push(text);
  }
  return converted;
}
