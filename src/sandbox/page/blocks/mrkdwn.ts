import { type Atom, codeAtom, createEmphasisReader, createShelf, type Emphasis, withoutMarks } from './atoms.ts';
import { decodeEntities, type Inline, splitEmoji, styled } from './inline.ts';
import { readReference } from './references.ts';
import { linkUrl, trimAddress } from './urls.ts';

export type Passage =
  | { type: 'text'; elements: Inline[] }
  | { type: 'quote'; elements: Inline[] }
  | { type: 'code'; elements: Inline[] };

const between = (name: Emphasis['name'], mark: string): Emphasis => ({
  name,
  pattern: `(?<![\\p{L}\\p{N}${mark}])${mark}(?=[^\\s${mark}])[^${mark}\\n]*(?<=[^\\s${mark}])${mark}(?![\\p{L}\\p{N}${mark}])`,
  width: 1,
});

const readEmphasis = createEmphasisReader(
  [between('bold', '\\*'), between('italic', '_'), between('strike', '~')],
  decodeEntities,
);

const atomic = /`(?<code>[^`\n]+)`|(?<reference><[^<>\n]+>)|(?<![\p{L}\p{N}_])(?<url>https?:\/\/[^\s<>`|]+)/gu;
function referenceAtom(source: string): Atom {
  return (style) => {
    const read = readReference(source, style);
    if (read === undefined) return [{ type: 'text', text: decodeEntities(source), ...styled(style) }];
    return read.type === 'text' ? splitEmoji(read.text, style) : [read];
  };
}

/** A line of Slack's own markup. `verbatim`: addresses that nobody marked as links stay text. */
export function readInline(source: string, { verbatim = false } = {}): Inline[] {
  const shelf = createShelf();
  const marked = withoutMarks(source).replace(atomic, (whole: string, ...rest: unknown[]) => {
    const { code, reference, url } = rest.at(-1) as Record<string, string | undefined>;
    if (code !== undefined) return shelf.keep(codeAtom(decodeEntities(code)));
    if (reference !== undefined) return shelf.keep(referenceAtom(reference));
    const address = trimAddress(url ?? '');
    const link = decodeEntities(address);
    if (verbatim || linkUrl(link) === undefined) return whole;
    return `${shelf.keep((style) => [{ type: 'link', url: link, ...styled(style) }])}${whole.slice(address.length)}`;
  });
  return readEmphasis(marked, {}, shelf);
}

const quoted = /^(?:&gt;|>)(?!(?:&gt;|>){2}) ?/u;
const quotedOn = /^(?:&gt;|>){3}\s?/u;

/** Neighbouring lines of one kind, as one passage. */
function readLines(source: string, verbatim: boolean): Passage[] {
  const groups: { type: 'text' | 'quote'; lines: string[] }[] = [];
  let toTheEnd = false;
  for (const line of source.split('\n')) {
    const rest: string = toTheEnd ? line : line.replace(quotedOn, '');
    toTheEnd ||= rest !== line;
    const isQuote = toTheEnd || quoted.test(line);
    const last = groups.at(-1);
    const content = toTheEnd ? rest : line.replace(quoted, '');
    if (last?.type === (isQuote ? 'quote' : 'text')) last.lines.push(content);
    else groups.push({ type: isQuote ? 'quote' : 'text', lines: [content] });
  }
  return groups.map(({ type, lines }) => ({ type, elements: readInline(lines.join('\n'), { verbatim }) }));
}

const fence = /```\n?([\s\S]+?)\n?```\n?/u;

/** What is between fences is text, and whatever is linked in it. */
const readCode = (source: string): Inline[] =>
  withoutMarks(source)
    .split(/(<[^<>\n]+>)/u)
    .filter((part) => part !== '')
    .map(
      (part) =>
        (part.startsWith('<') ? readReference(part) : undefined) ?? { type: 'text', text: decodeEntities(part) },
    );

export function readMrkdwn(source: string, { verbatim = false } = {}): Passage[] {
  return source.split(fence).flatMap((part, at, all): Passage[] => {
    if (at % 2 === 1) return [{ type: 'code', elements: readCode(part) }];
    const before = at < all.length - 1 ? part.replace(/\n$/u, '') : part;
    return before === '' ? [] : readLines(before, verbatim);
  });
}
