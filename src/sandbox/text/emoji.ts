import shortNames from 'emojibase-data/en/shortcodes/iamcal.json' with { type: 'json' };
import type { EmojiTable } from './emoji-table.ts';

const presentation = '\uFE0F';
const lightestTone = 0x1f3fb;
const toned = /^(.+)::skin-tone-([2-6])$/u;

const bare = (character: string): string => character.replaceAll(presentation, '');

/** `2764` → ❤️: what is drawn as text when it stands alone is asked to be a picture. */
function spell(code: string): string {
  const character = String.fromCodePoint(...code.split('-').map((point) => Number.parseInt(point, 16)));
  return code.includes('-') || /\p{Emoji_Presentation}/u.test(character) ? character : character + presentation;
}

const tone = (number: number): string => String.fromCodePoint(lightestTone + number - 2);

/** The tone follows the first person of a sequence. */
const withTone = (character: string, number: number): string =>
  character.replace(/^\p{Emoji_Modifier_Base}\uFE0F?/u, (first) => bare(first) + tone(number));

interface EmojiElement {
  type: 'emoji';
  name: string;
  unicode?: string;
  skin_tone?: number;
}

interface Names {
  characters: ReadonlyMap<string, string>;
  names: ReadonlyMap<string, string>;
}

let known: Names | undefined;

function index(): Names {
  const characters = new Map<string, string>();
  const names = new Map<string, string>();
  for (const [code, found] of Object.entries(shortNames)) {
    const character = spell(code);
    const [usual = '', ...others] = [found].flat();
    for (const name of [usual, ...others]) characters.set(name, character);
    names.set(bare(character), usual);
  }
  return { characters, names };
}

function everyName(): Names {
  known ??= index();
  return known;
}

/** `tada` → 🎉, `wave::skin-tone-3` → 👋🏼; undefined for a name that Slack does not have. */
export function emojiCharacter(name: string): string | undefined {
  const { characters } = everyName();
  const [, base = name, number] = toned.exec(name) ?? [];
  const character = characters.get(base);
  if (character === undefined || number === undefined) return character;
  const tinted = withTone(character, Number(number));
  return tinted === character ? undefined : tinted;
}

/** 🎉 → `tada`, 👋🏼 → `wave::skin-tone-3`: the usual one of its names. */
export function emojiName(character: string): string | undefined {
  const { names } = everyName();
  const found = names.get(bare(character));
  if (found !== undefined) return found;
  const modifier = /\p{Emoji_Modifier}/u.exec(character)?.[0];
  const base = modifier === undefined ? undefined : names.get(bare(character.replace(modifier, '')));
  return base === undefined ? undefined : `${base}::skin-tone-${(modifier?.codePointAt(0) ?? 0) - lightestTone + 2}`;
}

/** The usual name of an emoji that has this one, with its tone: `thumbsup::skin-tone-3` → `+1::skin-tone-3`. */
export function usualName(name: string): string | undefined {
  const character = emojiCharacter(name);
  const [, base = name, number] = toned.exec(name) ?? [];
  const untoned = number === undefined ? character : emojiCharacter(base);
  const usual = untoned === undefined ? undefined : emojiName(untoned);
  if (character === undefined || usual === undefined) return undefined;
  return number === undefined ? usual : `${usual}::skin-tone-${number}`;
}

/** `1f389`, as the `unicode` of a rich_text emoji has it. */
export const emojiCodes = (character: string): string =>
  Array.from(character, (point) => (point.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('-');

/** The emoji as a rich_text element; its tone stands beside its name. */
export function emojiElement(name: string): EmojiElement {
  const [, base = name, number] = toned.exec(name) ?? [];
  const character = emojiCharacter(name);
  return {
    type: 'emoji',
    name: base,
    ...(character === undefined ? {} : { unicode: emojiCodes(character) }),
    ...(number === undefined ? {} : { skin_tone: Number(number) }),
  };
}

/** The name with its tone, as it stands between colons. */
export const tonedName = ({ name, skin_tone: number }: Pick<EmojiElement, 'name' | 'skin_tone'>): string =>
  number === undefined ? name : `${name}::skin-tone-${number}`;

const groups: readonly (readonly [number: number, group: string])[] = [
  [0, 'Smileys'],
  [1, 'People'],
  [3, 'Animals & nature'],
  [4, 'Food & drink'],
  [5, 'Travel & places'],
  [6, 'Activities'],
  [7, 'Objects'],
  [8, 'Symbols'],
  [9, 'Flags'],
];

/** Every emoji that has a name, for a picker. The order is in a large file, which nothing else needs. */
export async function emojiTable(): Promise<EmojiTable> {
  const { default: all } = await import('emojibase-data/en/compact.json', { with: { type: 'json' } });
  const named: Readonly<Record<string, string | readonly string[]>> = shortNames;
  return groups.map(([number, group]) => ({
    group,
    emoji: all
      .filter((emoji) => emoji.group === number && Object.hasOwn(named, emoji.hexcode))
      .sort((one, other) => (one.order ?? 0) - (other.order ?? 0))
      .map(({ hexcode }) => [spell(hexcode), ...[named[hexcode] ?? []].flat()] as const),
  }));
}
