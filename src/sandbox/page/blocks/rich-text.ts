import type { Json } from '../../state/model.ts';
import type { Inline } from './inline.ts';
import { own, record, records, string } from './json.ts';

const styles = ['bold', 'italic', 'strike', 'code', 'underline'] as const;

type Reader = (element: Json) => Inline | undefined;

const readers: Readonly<Record<string, Reader>> = {
  text: ({ text }) => ({ type: 'text', text: string(text) }),
  link: ({ url, text }) => ({ type: 'link', url: string(url), ...(string(text) === '' ? {} : { text: string(text) }) }),
  user: ({ user_id: id }) => ({ type: 'user', user_id: string(id) }),
  channel: ({ channel_id: id }) => ({ type: 'channel', channel_id: string(id) }),
  usergroup: ({ usergroup_id: id }) => ({ type: 'usergroup', usergroup_id: string(id) }),
  team: ({ team_id: id }) => ({ type: 'team', team_id: string(id) }),
  broadcast: ({ range }) => ({ type: 'broadcast', range: string(range) }),
  emoji: ({ name, unicode }) => ({ type: 'emoji', name: string(name), unicode: string(unicode) }),
  date: ({ timestamp, format, url, fallback }) => ({
    ...{ type: 'date', timestamp: Number(timestamp), format: string(format) },
    ...{ url: string(url), fallback: string(fallback) },
  }),
  color: ({ value }) => ({ type: 'color', value: string(value) }),
};

function readElement(element: Json): Inline[] {
  const read = own(readers, string(element['type']))?.(element);
  if (read === undefined) return [];
  const style = record(element['style']);
  const on = styles.filter((name) => style[name] === true);
  return [on.length === 0 ? read : { ...read, style: Object.fromEntries(on.map((name) => [name, true])) }];
}

/** The elements of a part of rich_text, whatever a program sent. A line break at the end is not shown. */
export function richElements(part: Json): Inline[] {
  const elements = records(part['elements']).flatMap(readElement);
  const last = elements.at(-1);
  if (last?.type === 'text' && last.text.endsWith('\n'))
    elements.splice(-1, 1, { ...last, text: last.text.slice(0, -1) });
  return elements;
}

/** What a copy of it is. */
export const plainElements = (elements: readonly Inline[]): string =>
  elements
    .map((element) => {
      if (element.type === 'text') return element.text;
      if (element.type === 'link') return element.text ?? element.url;
      return element.type === 'emoji' ? `:${element.name}:` : '';
    })
    .join('')
    .replaceAll('\u200b', '');

const mostJumbo = 23;

/** A few emoji and nothing else are shown large. */
export function isOnlyEmoji(elements: readonly Inline[]): boolean {
  const emoji = elements.filter(({ type }) => type === 'emoji').length;
  const rest = elements.filter((element) => element.type !== 'emoji');
  return (
    emoji > 0 && emoji <= mostJumbo && rest.every((element) => element.type === 'text' && element.text.trim() === '')
  );
}
