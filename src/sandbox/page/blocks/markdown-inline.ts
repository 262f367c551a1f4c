import {
  type Atom,
  codeAtom,
  createEmphasisReader,
  createShelf,
  type Emphasis,
  type Shelf,
  withoutMarks,
} from './atoms.ts';
import { decodeEntities, type Inline, styled } from './inline.ts';
import { readReference } from './references.ts';
import { linkUrl, trimAddress } from './urls.ts';

const starred = (name: Emphasis['name'], mark: string, width: number): Emphasis => ({
  name,
  pattern: `${mark}(?=\\S)(?:(?!${mark})[\\s\\S])*\\S${mark}`,
  width,
});

const underlined = (name: Emphasis['name'], mark: string): Emphasis => ({
  name,
  pattern: `(?<![\\p{L}\\p{N}_])${mark}(?=\\S)(?:(?!${mark})[\\s\\S])*\\S${mark}(?![\\p{L}\\p{N}_])`,
  width: mark.length,
});

const readEmphasis = createEmphasisReader(
  [
    starred('bold', '\\*\\*', 2),
    underlined('bold', '__'),
    {
      ...starred('italic', '\\*', 1),
      pattern: '\\*(?=[^\\s*])(?:\\*\\*(?:(?!\\*\\*)[\\s\\S])+\\*\\*|[^*])*?(?<=[^\\s])\\*(?!\\*)',
    },
    underlined('italic', '_'),
    starred('strike', '~~', 2),
  ],
  decodeEntities,
);

const atomic = new RegExp(
  [
    '\\\\(?<escaped>[!-/:-@[-`{-~])',
    '(?<!`)(?<ticks>`+)(?!`)(?<code>[^`](?:.*?[^`])?)\\k<ticks>(?!`)',
    '!?\\[(?<label>(?:[^\\[\\]\\\\]|\\\\.)*)\\]\\(\\s*<?(?<target>[^\\s<>()]*(?:\\([^\\s()]*\\)[^\\s<>()]*)*)>?(?:\\s+"[^"]*")?\\s*\\)',
    '<(?<auto>[^<>\\s][^<>\\n]*)>',
    '(?<![\\p{L}\\p{N}_])(?<bare>https?:\\/\\/[^\\s<>`|]+)',
  ].join('|'),
  'gsu',
);

const verbatim =
  (text: string): Atom =>
  (style) => [{ type: 'text', text, ...styled(style) }];

/** A label may be styled, so a link can be several, one after the other. */
function linkAtom(label: string, target: string, source: string): Atom {
  const url = decodeEntities(target);
  if (linkUrl(url) === undefined) return verbatim(source);
  return (style) =>
    label.trim() === ''
      ? [{ type: 'link', url, ...styled(style) }]
      : readMarkdownInline(label, false).map((part) => ({
          type: 'link',
          url,
          text: part.type === 'text' ? part.text : part.type === 'emoji' ? `:${part.name}:` : url,
          ...styled({ ...style, ...part.style }),
        }));
}

function keepAtom(shelf: Shelf, whole: string, found: Record<string, string | undefined>): string {
  const { escaped, code, label, target, auto, bare } = found;
  if (escaped !== undefined) return shelf.keep(verbatim(escaped));
  if (code !== undefined) return shelf.keep(codeAtom(code.replaceAll('\n', ' ').replace(/^ (.*\S.*) $/su, '$1')));
  if (label !== undefined && target !== undefined) return shelf.keep(linkAtom(label, target, whole));
  if (auto !== undefined) {
    const read = readReference(whole) ?? readReference(`<mailto:${auto}|${auto}>`);
    const isAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(auto) || readReference(whole) !== undefined;
    return shelf.keep((style) =>
      read && isAddress
        ? [{ ...read, ...styled(style) }]
        : [{ type: 'text', text: decodeEntities(whole), ...styled(style) }],
    );
  }
  const address = trimAddress(bare ?? '');
  return `${shelf.keep(linkAtom('', address, address))}${whole.slice(address.length)}`;
}

/** One paragraph of Markdown. HTML is text. */
export function readMarkdownInline(source: string, links = true): Inline[] {
  const shelf = createShelf();
  const marked = withoutMarks(source)
    .replace(/(?: {2,}|\\)\n/gu, '\n')
    .replace(atomic, (whole, ...rest) => {
      const found = rest.at(-1) as Record<string, string | undefined>;
      const isLink = found['label'] !== undefined || found['bare'] !== undefined || found['auto'] !== undefined;
      return !links && isLink ? whole : keepAtom(shelf, whole, found);
    });
  return readEmphasis(marked, {}, shelf);
}
