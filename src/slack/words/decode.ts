import { emoji, emojiNamed, withEmoji } from './emoji.ts';
import { readable } from './readable.ts';
import { namedReference, reference } from './reference.ts';
import { tidy } from './tidy.ts';

const bracketed = /<([^<>]*)>/g;
/** Code, in which no colons make an emoji; a reference; an emoji. */
const piece = /(```[\s\S]*?```|`[^`\n]+`)|<[^<>]*>|:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):/g;
const entity = /&(amp|lt|gt);/g;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' };

const named = /^#[A-Z0-9]+$|^!subteam\^[A-Z0-9]+$/;
const person = /^@[A-Z0-9]+$/;
const date = /^!date\^(\d+)\b/;
const special = /^!(\w+)$/;
const link = /^[a-z][a-z0-9+.-]*:/i;

/** What the person typed, from a message's source: `&lt;` and `<http://x.com|x.com>` become `<` and `x.com`. */
export function decode(source: string): string {
  return withEmoji(tidy(decodeEntities(readable(source).replace(piece, read))));
}

/** Undoes the three escapes that Slack makes. */
export function decodeEntities(source: string): string {
  return source.replace(entity, (whole, name: string) => entities[name] ?? whole);
}

function read(whole: string, code: string | undefined, name: string | undefined): string {
  return name === undefined || code !== undefined ? whole.replace(bracketed, typed) : emoji(name, emojiNamed(name));
}

function typed(whole: string, inside: string): string {
  const bar = inside.indexOf('|');
  const target = bar === -1 ? inside : inside.slice(0, bar);
  const label = bar === -1 ? '' : inside.slice(bar + 1);
  if (person.test(target)) return reference(target);
  if (named.test(target)) return namedReference(target, label);
  const [, broadcast] = special.exec(target) ?? [];
  if (broadcast !== undefined) return `@${broadcast}`;
  const [, seconds] = date.exec(target) ?? [];
  if (seconds !== undefined) return label || seconds;
  return link.test(target) ? label || target : whole;
}
