import type { Json } from '../../state/model.ts';
import type { Inline } from './inline.ts';
import { records, string } from './json.ts';
import { readMrkdwn } from './mrkdwn.ts';
import { richElements } from './rich-text.ts';

const kinds = { text: 'rich_text_section', quote: 'rich_text_quote', code: 'rich_text_preformatted' } as const;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What was typed, with Slack's marks for bold and so on → rich_text. */
export function richTextOf(text: string): Json {
  const elements = readMrkdwn(escaped(text)).map((passage) => ({
    type: kinds[passage.type],
    elements: passage.elements,
  }));
  return { type: 'rich_text', elements };
}

const marks = { code: '`', strike: '~', italic: '_', bold: '*' } as const;

function typed(element: Inline): string {
  const text = plain(element);
  return (Object.keys(marks) as (keyof typeof marks)[])
    .filter((name) => element.style?.[name])
    .reduce((inner, name) => `${marks[name]}${inner}${marks[name]}`, text);
}

function plain(element: Inline): string {
  switch (element.type) {
    case 'text':
      return element.text;
    case 'link':
      return element.text ?? element.url;
    case 'emoji':
      return `:${element.name}:`;
    case 'user':
      return `@${element.user_id}`;
    case 'channel':
      return `#${element.channel_id}`;
    case 'broadcast':
      return `@${element.range}`;
    default:
      return '';
  }
}

/** And back, as a person would have typed it. */
export const textOfRichText = (block: Json): string =>
  records(block['elements'])
    .map((part) => {
      const line = richElements(part).map(typed).join('');
      if (string(part['type']) === 'rich_text_preformatted') return `\`\`\`${line}\`\`\``;
      return string(part['type']) === 'rich_text_quote' ? line.replaceAll(/^/gmu, '> ') : line;
    })
    .join('\n');
