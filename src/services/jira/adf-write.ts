import type { Written } from '../../context/tickets.ts';
import { splitAddresses } from './addresses.ts';
import { type Passage, passagesOf, type WrittenLine } from './written.ts';

/** What somebody typed, as a document of Jira Cloud. */
export function writeAdf(written: Written): object {
  return { type: 'doc', version: 1, content: passagesOf(written).map(node) };
}

function node(passage: Passage): object {
  switch (passage.type) {
    case 'code':
      return {
        type: 'codeBlock',
        ...(passage.language === '' ? {} : { attrs: { language: passage.language } }),
        content: textNodes(passage.text),
      };
    case 'list':
      return {
        type: 'bulletList',
        content: passage.items.map((item) => ({ type: 'listItem', content: [line(item)] })),
      };
    case 'paragraph':
      return {
        type: 'paragraph',
        content: passage.lines.flatMap((one, index) => [
          ...(index === 0 ? [] : [{ type: 'hardBreak' }]),
          ...inline(one),
        ]),
      };
  }
}

const line = (parts: WrittenLine): object => ({ type: 'paragraph', content: inline(parts) });

/** A text is never empty. */
const textNodes = (text: string): object[] => (text === '' ? [] : [{ type: 'text', text }]);

function inline(parts: WrittenLine): object[] {
  return parts.flatMap((part): object[] => {
    if (typeof part !== 'string') return [{ type: 'mention', attrs: { id: part.id, text: `@${part.name}` } }];
    return splitAddresses(part).map(({ text, isAddress }) => ({
      type: 'text',
      text,
      ...(isAddress ? { marks: [{ type: 'link', attrs: { href: text } }] } : {}),
    }));
  });
}
