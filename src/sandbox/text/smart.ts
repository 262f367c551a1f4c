import type { InlineElement } from './inline.ts';
import type { RichTextPart } from './rich-text.ts';

const code = /(```[\s\S]*?```|`[^`\n]+`)/u;

const soften = (text: string): string =>
  text
    .replace(/(^|[\s([{=:—–-])"/gu, '$1“')
    .replaceAll('"', '”')
    .replace(/(^|[\s([{=:—–“-])'/gu, '$1‘')
    .replaceAll("'", '’')
    .replaceAll('...', '…')
    .replaceAll('--', '—');

/** What a Mac or a phone makes of typed text: curly quotes, dashes, an ellipsis. Code stays as it is. */
export function smartPunctuation(typed: string): string {
  return typed
    .split(code)
    .map((part, at) => (at % 2 === 1 ? part : soften(part)))
    .join('');
}

function hardenLine(elements: readonly InlineElement[]): InlineElement[] {
  return elements.map((element, at) => {
    if (element.type !== 'text' || element.style?.code) return element;
    const before = elements[at + 1]?.type === 'link' ? element.text.replace(/ $/u, '\u00A0') : element.text;
    return { ...element, text: elements[at - 1]?.type === 'link' ? before.replace(/^ /u, '\u00A0') : before };
  });
}

/** The spaces next to a link do not break, as Slack has it. */
export function hardSpaces(parts: readonly RichTextPart[]): RichTextPart[] {
  return parts.map((part): RichTextPart => {
    if (part.type === 'rich_text_preformatted') return part;
    if (part.type !== 'rich_text_list') return { ...part, elements: hardenLine(part.elements) };
    return { ...part, elements: part.elements.map((item) => ({ ...item, elements: hardenLine(item.elements) })) };
  });
}
