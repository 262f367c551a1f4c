import type { InlineElement, Rule, TextStyle } from './inline.ts';
import { withStyle } from './inline.ts';

/** Endings that make a bare `name.ending` look like a host: file names with these are linked too. */
const topLevel = new Set(
  'ai app biz cc co com de dev edu es eu fr gg gov info io it ly md me net nl org pl py rs sh so tech to tv uk us xyz zip'.split(
    ' ',
  ),
);

const closing = new Set('.,;:!?\'"*_~]}');

/** Without the punctuation of the sentence that the address stands in. */
function trimEnd(url: string): string {
  const paired = url.includes('(');
  let end = url.length;
  while (end > 0 && (closing.has(url.charAt(end - 1)) || (!paired && url.charAt(end - 1) === ')'))) end -= 1;
  return url.slice(0, end);
}

const linkTo = (url: string, text: string, style: TextStyle): InlineElement =>
  url === text ? { type: 'link', url, ...withStyle(style) } : { type: 'link', url, text, ...withStyle(style) };

export const urlRule: Rule = {
  name: 'url',
  pattern: '(?<![\\p{L}\\p{N}_])https?:\\/\\/[^\\s<>`|]+',
  read(match, style) {
    const url = trimEnd(match);
    return /^https?:\/\/[^/]/u.test(url) ? { elements: [linkTo(url, url, style)], taken: url.length } : undefined;
  },
};

export const emailRule: Rule = {
  name: 'email',
  pattern: '(?<![\\w@.+\\/:\\-])[\\w.+\\-]+@[\\w\\-]+(?:\\.[\\w\\-]+)+',
  read: (match, style) => ({ elements: [linkTo(`mailto:${match}`, match, style)] }),
};

export const hostRule: Rule = {
  name: 'host',
  pattern:
    '(?<![\\w@.+\\/:\\-])[A-Za-z0-9][A-Za-z0-9\\-]*(?:\\.[A-Za-z0-9][A-Za-z0-9\\-]*)+(?:[\\/?#][^\\s<>`|]*)?(?![\\w@])',
  read(match, style) {
    const text = trimEnd(match);
    const ending = text.split(/[/?#]/u, 1)[0]?.split('.').at(-1)?.toLowerCase() ?? '';
    if (!topLevel.has(ending)) return undefined;
    return { elements: [linkTo(`http://${text}`, text, style)], taken: text.length };
  },
};
