import type { EmojiTable } from '../protocol.ts';

export type Emoji = readonly [character: string, ...names: string[]];

export interface FoundEmoji {
  character: string;
  /** The name that was found. */
  name: string;
}

/** 0 is the name itself; undefined does not match. */
function rankOf(name: string, query: string): number | undefined {
  if (name === query) return 0;
  const at = name.indexOf(query);
  if (at < 0) return undefined;
  if (at === 0) return 1;
  return /[_-]/u.test(name.charAt(at - 1)) ? 2 : 3;
}

interface Ranked {
  emoji: Emoji;
  name: string;
  rank: number;
  recent: number;
}

function bestName(emoji: Emoji, query: string, recent: readonly string[]): Ranked | undefined {
  const [, ...names] = emoji;
  const ranked = names.flatMap((name): Ranked[] => {
    const rank = rankOf(name, query);
    const used = recent.indexOf(name);
    return rank === undefined ? [] : [{ emoji, name, rank, recent: used < 0 ? recent.length : used }];
  });
  return ranked.sort(byRank)[0];
}

const byRank = (one: Ranked, other: Ranked): number =>
  one.rank - other.rank || one.recent - other.recent || one.name.length - other.name.length;

/** Emoji whose names have the words typed: the name itself, names that start so, then others; recently used ones first. */
export function findEmoji(
  table: EmojiTable,
  typed: string,
  recent: readonly string[],
  limit = Number.POSITIVE_INFINITY,
): FoundEmoji[] {
  const query = typed.trim().toLowerCase().replaceAll(/^:|:$/gu, '').replaceAll(/\s+/gu, '_');
  if (query === '') return [];
  const found = table.flatMap(({ emoji }) => emoji.flatMap((one) => bestName(one, query, recent) ?? []));
  return found
    .sort(byRank)
    .slice(0, limit)
    .map(({ emoji, name }) => ({ character: emoji[0], name }));
}

/** Emoji by name, in the order of the names; unknown names are left out. */
export function emojiCalled(table: EmojiTable, names: readonly string[]): FoundEmoji[] {
  const known = new Map(
    table.flatMap(({ emoji }) => emoji.flatMap(([character, ...all]) => all.map((name) => [name, character] as const))),
  );
  return names.flatMap((name) => {
    const character = known.get(name);
    return character === undefined ? [] : [{ character, name }];
  });
}
