import { emojiCharacter, emojiElement } from './emoji.ts';
import type { InlineElement, Rule, TextStyle } from './inline.ts';
import { codeRule, createReader, emphasisRules, withStyle } from './inline.ts';

export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const unescapeText = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

export const emojiRule: Rule = {
  name: 'emoji',
  pattern: ":[a-z0-9_+'\\-]+:(?::skin-tone-[2-6]:)?",
  read(match, style) {
    const name = match.slice(1, -1);
    if (emojiCharacter(name) !== undefined) return { elements: [{ ...emojiElement(name), ...withStyle(style) }] };
    const base = name.replace(/::skin-tone-\d$/u, '');
    if (base === name || emojiCharacter(base) === undefined) return undefined;
    return { elements: [{ ...emojiElement(base), ...withStyle(style) }], taken: base.length + 2 };
  },
};

const referenceRule: Rule = {
  name: 'reference',
  pattern: '<[^<>\\n]+>',
  read: (match, style) => ({ elements: [readReference(match.slice(1, -1), style)] }),
};

/** The inside of `<…>`: a person, a channel, a group, a broadcast, a date, a link. */
function readReference(reference: string, style: TextStyle): InlineElement {
  const bar = reference.indexOf('|');
  const target = bar < 0 ? reference : reference.slice(0, bar);
  const label = bar < 0 ? '' : unescapeText(reference.slice(bar + 1));
  const labelled = label === '' ? {} : { label };
  if (target.startsWith('@')) return { type: 'user', user_id: target.slice(1), ...labelled, ...withStyle(style) };
  if (target.startsWith('#')) return { type: 'channel', channel_id: target.slice(1), ...labelled, ...withStyle(style) };
  if (target.startsWith('!subteam^')) {
    return { type: 'usergroup', usergroup_id: target.slice('!subteam^'.length), ...labelled, ...withStyle(style) };
  }
  if (target.startsWith('!date^')) return { type: 'text', text: label, ...withStyle(style) };
  if (target.startsWith('!')) return { type: 'broadcast', range: target.slice(1), ...withStyle(style) };
  return { type: 'link', url: unescapeText(target), ...(label === '' ? {} : { text: label }), ...withStyle(style) };
}

/** Reads text as it stands in a stored message: `<…>` references, entities, emphasis. */
export const readWire = createReader(
  [codeRule(unescapeText), referenceRule, emojiRule, ...emphasisRules],
  unescapeText,
);

const known = /<(?:@[A-Z0-9]+|#[A-Z0-9]+|![a-z][^<>\n]*|(?:https?:\/\/|mailto:|tel:)[^<>|\s]+)(?:\|[^<>\n]*)?>/u.source;
const entity = /&(?:amp|lt|gt);/u.source;
const fence = /```[\s\S]*?```|`[^`\n]+`/u.source;
const address = /(?<![\p{L}\p{N}_])https?:\/\/[^\s<>`|]+[^\s<>`|.,;:!?'")*_~\]}]/u.source;
const pieces = new RegExp(
  `(?<known>${known})|(?<entity>${entity})|(?<fence>${fence})|(?<address>${address})|[&<>]`,
  'gu',
);
const withoutLinks = new RegExp(`${known}|${entity}|[&<>]`, 'gu');

const escapeLone = (found: string): string => (found.length === 1 ? escapeText(found) : found);

/** What Slack stores of a text that a program sent: lone `&`, `<`, `>` escaped and, unless told not to, bare URLs linked. */
export function storeText(text: string, link = true): string {
  if (!link) return text.replace(withoutLinks, escapeLone);
  return text.replace(pieces, (...found) => {
    const whole = String(found[0]);
    const groups = found.at(-1) as Record<string, string | undefined>;
    if (groups['fence'] !== undefined) return whole.replace(withoutLinks, escapeLone);
    if (groups['address'] !== undefined) return `<${whole.replace(withoutLinks, escapeLone)}>`;
    return escapeLone(whole);
  });
}
