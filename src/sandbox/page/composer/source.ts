import type { Json, Message } from '../../state/model.ts';
import { typedLine } from './source-line.ts';
import { typedText } from './source-text.ts';

/** What ids and names stand for. */
export interface Known {
  /** What follows the @ of a person. */
  user(id: string): string | undefined;
  /** What follows the # of a channel. */
  channel(id: string): string | undefined;
  /** What follows the @ of a group. */
  group(id: string): string | undefined;
  emoji(name: string): string | undefined;
}

const string = (value: unknown): string => (typeof value === 'string' ? value : '');
const records = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);

const quoted = (text: string): string => text.replaceAll(/^(?=(.?))/gmu, (_, first) => (first === '' ? '>' : '> '));

/** Its own lines; what begins with a fence of its own begins right after this one. */
function fenced(text: string): string {
  return text.startsWith('```') ? `\`\`\`${text}\n\`\`\`` : `\`\`\`\n${text}\n\`\`\``;
}

function typedList(part: Json, known: Known): string {
  const items = records(part['elements']).map((item, at) => {
    const bullet = part['style'] === 'ordered' ? `${at + 1 + Number(part['offset'] ?? 0)}.` : '•';
    return `${'    '.repeat(Number(part['indent'] ?? 0))}${bullet} ${typedLine(records(item['elements']), known)}`;
  });
  return items.join('\n');
}

function typedPart(part: Json, known: Known): string {
  const elements = records(part['elements']);
  if (part['type'] === 'rich_text_preformatted')
    return fenced(elements.map(({ text, url }) => string(text ?? url)).join(''));
  if (part['type'] === 'rich_text_quote') return quoted(typedLine(elements, known));
  return part['type'] === 'rich_text_list' ? typedList(part, known) : typedLine(elements, known);
}

/** A section ends with the line break before what follows it; the other parts do not have theirs. */
function typedParts(parts: readonly Json[], known: Known): string {
  return parts
    .map((part, at) => {
      const text = typedPart(part, known);
      const isLast = at === parts.length - 1;
      return isLast || (part['type'] === 'rich_text_section' && text.endsWith('\n')) ? text : `${text}\n`;
    })
    .join('');
}

/** What somebody typed to say this: the composer makes the same blocks of it. */
export function sourceOf(message: Pick<Message, 'text' | 'blocks'>, known: Known): string {
  const parts = (message.blocks ?? [])
    .filter(({ type }) => type === 'rich_text')
    .flatMap(({ elements }) => records(elements));
  return parts.length > 0 ? typedParts(parts, known) : typedText(message.text, known);
}
