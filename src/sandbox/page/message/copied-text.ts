import type { Json, Message } from '../../state/model.ts';
import { decodeEntities, emojiCharacter } from '../blocks/inline.ts';
import { readReference } from '../blocks/references.ts';

interface Names {
  user(id: string): string | undefined;
  channel(id: string): string | undefined;
  emoji(name: string): string | undefined;
}

function nameOf(source: string, names: Names): string {
  const read = readReference(source);
  if (read === undefined) return source;
  switch (read.type) {
    case 'user':
      return `@${names.user(read.user_id) ?? read.label ?? read.user_id}`;
    case 'channel':
      return `#${names.channel(read.channel_id) ?? read.label ?? read.channel_id}`;
    case 'broadcast':
      return `@${read.range}`;
    case 'link':
      return read.text === undefined || read.text === read.url ? read.url : `${read.text} (${read.url})`;
    case 'usergroup':
      return read.label ?? read.usergroup_id;
    case 'date':
      return read.fallback ?? '';
    case 'text':
      return read.text;
    default:
      return source;
  }
}

const texts = (message: Message): string[] => [
  message.text,
  ...(message.attachments ?? []).map((one: Json) => String(one['text'] ?? one['fallback'] ?? '')),
];

/** A message's words for the clipboard: names for ids, characters for emoji. */
export const copiedText = (message: Message, names: Names): string =>
  texts(message)
    .filter((text) => text !== '')
    .join('\n')
    .split(/(<[^<>\n]+>)/u)
    .map((part) => (part.startsWith('<') ? nameOf(part, names) : decodeEntities(part)))
    .join('')
    .replaceAll(
      /:([\p{L}\p{N}_+'-]+(?:::skin-tone-[2-6])?):/gu,
      (whole, name) => emojiCharacter(name, names.emoji) ?? whole,
    );
