import type { Known } from './source.ts';

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

const unescaped = (text: string): string =>
  text.replaceAll(/&(?:lt|gt|amp);/gu, (entity) => entities[entity] ?? entity);

/** The inside of `<…>`. */
function typedReference(reference: string, known: Known): string {
  const [target = '', label] = reference.split('|', 2);
  const id = target.slice(1);
  if (target.startsWith('@')) return `@${known.user(id) ?? label ?? id}`;
  if (target.startsWith('#')) return `#${known.channel(id) ?? label ?? id}`;
  if (target.startsWith('!')) return label ?? `@${id}`;
  return label === undefined || !target.endsWith(label) ? target : label;
}

/** A message's `text` as it would be typed: for one without blocks. */
export function typedText(text: string, known: Known): string {
  return text
    .split(/<([^<>\n]+)>/u)
    .map((piece, at) => unescaped(at % 2 === 1 ? typedReference(piece, known) : piece))
    .join('');
}
