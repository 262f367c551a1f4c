import { addressPattern, withoutEnding } from './addresses.ts';
import { withAddress } from './adf-inline.ts';

/** Stands for what is no markup any more. */
const done = '\ufffc';

const tokens = [
  done,
  String.raw`(?<sign>\\(?:\\|[^\p{L}\p{N}\s]))`,
  String.raw`(?<entity>&(?:#\d{1,7}|amp|lt|gt|quot|nbsp);)`,
  String.raw`\{\{(?<mono>[^\n]{1,2000}?)\}\}`,
  String.raw`\[(?<bracket>[^\][\n]{1,2000})\]`,
  String.raw`(?<![\p{L}\p{N}])!(?<picture>[^!|\s][^!|\n]{0,300}\.[^!|\n]{1,300})(?:\|[^!\n]{0,300})?!`,
  `(?<address>${addressPattern})`,
  String.raw`\{(?:color|anchor)(?::[^}\n]{0,100})?\}`,
];
const token = new RegExp(tokens.join('|'), 'gu');

/** A line of markup as text. */
export function wikiLine(line: string): string {
  const literals: string[] = [];
  const keep = (text: string): string => {
    literals.push(text);
    return done;
  };
  const plain = line.replace(token, (...found) => {
    const { sign, entity, mono, bracket, picture, address } = found.at(-1) as Record<string, string | undefined>;
    const whole = String(found[0]);
    if (whole === done) return keep(done);
    if (sign !== undefined) return keep(sign === '\\\\' ? '\n' : sign.slice(1));
    if (entity !== undefined) return keep(characterOf(entity));
    if (mono !== undefined) return keep(mono);
    if (bracket !== undefined) return keep(linkText(bracket));
    if (picture !== undefined) return keep(`[attachment: ${picture}]`);
    if (address === undefined) return '';
    const kept = withoutEnding(address);
    return `${keep(kept)}${address.slice(kept.length)}`;
  });
  return withoutMarks(plain).replaceAll(done, () => literals.shift() ?? '');
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

function characterOf(entity: string): string {
  const name = entity.slice(1, -1);
  if (!name.startsWith('#')) return entities[name] ?? entity;
  const point = Number(name.slice(1));
  return point >= 32 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
    ? String.fromCodePoint(point)
    : entity;
}

const target = /^(?:[a-z][a-z\d+.-]*:|\/|#|www\.)/i;

/** `text|address`, an address alone, a person or a file; else it is no link. */
function linkText(content: string): string {
  const [, account] = /^~(?:accountid:)?(.+)$/.exec(content) ?? [];
  if (account !== undefined) return `@${account}`;
  if (content.startsWith('^')) return `[attachment: ${content.slice(1)}]`;
  const [first = '', second] = content.split('|');
  if (second !== undefined && target.test(second)) return withAddress(first, second.replace(/^mailto:/, ''));
  return second === undefined && target.test(first) ? first.replace(/^(?:mailto:|#)/, '') : `[${content}]`;
}

const pair = (mark: string, not: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])${mark}(?![\\s${not}])([^${not}\\n]{0,2000}?[^\\s${not}])${mark}(?![\\p{L}\\p{N}])`,
    'gu',
  );

const marks: readonly (readonly [RegExp, string])[] = [
  [pair('\\*', '*'), '$1'],
  [pair('_', '_'), '$1'],
  [pair('\\?\\?', '?'), '$1'],
  [pair('\\+', '+'), '$1'],
  [pair('-', '-'), '$1'],
  [pair('\\^', '\\^'), '^$1'],
  [pair('~', '~'), '_$1'],
];

/** Bold, italic and the like are told by nothing. */
const withoutMarks = (text: string): string =>
  marks.reduce((said, [mark, instead]) => said.replace(mark, instead), text);
