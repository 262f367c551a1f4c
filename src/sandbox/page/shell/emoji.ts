import { useEffect, useMemo, useState } from 'preact/hooks';
import { emojiTable } from '../client.ts';
import type { EmojiTable } from '../protocol.ts';

const tones = ['🏻', '🏼', '🏽', '🏾', '🏿'];

/** Looks up `wave` and `wave::skin-tone-3`. */
export function emojiNames(table: EmojiTable): (name: string) => string | undefined {
  const known = new Map<string, string>();
  for (const { emoji } of table) {
    for (const [character, ...names] of emoji) for (const name of names) known.set(name, character);
  }
  return (name) => {
    const [base = '', tone] = name.split('::skin-tone-');
    const character = known.get(base);
    return character === undefined || tone === undefined ? character : character + (tones[Number(tone) - 2] ?? '');
  };
}

/** Loaded once, beside all else: until then names stand for pictures. */
export function useEmoji(): { table: EmojiTable; find: (name: string) => string | undefined } {
  const [table, setTable] = useState<EmojiTable>([]);
  useEffect(() => {
    emojiTable().then(setTable, () => undefined);
  }, []);
  return useMemo(() => ({ table, find: emojiNames(table) }), [table]);
}
