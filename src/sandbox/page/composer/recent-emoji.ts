import type { Keep } from './drafts.ts';

const key = 'recent-emoji';
const most = 18;
const usual = ['white_check_mark', 'eyes', 'raised_hands', 'tada', '+1', 'heart', 'joy', 'rocket', 'thinking_face'];

/** Names of emoji, the one used last first; a usual few for who has used none. */
export function recentEmoji(keep: Pick<Keep, 'getItem'>): string[] {
  try {
    const kept: unknown = JSON.parse(keep.getItem(key) ?? '[]');
    const names = Array.isArray(kept) ? kept.filter((name) => typeof name === 'string') : [];
    return [...new Set([...names, ...usual])].slice(0, most);
  } catch {
    return usual;
  }
}

export function rememberEmoji(keep: Pick<Keep, 'getItem' | 'setItem'>, name: string): void {
  const names = [name, ...recentEmoji(keep).filter((other) => other !== name)];
  try {
    keep.setItem(key, JSON.stringify(names.slice(0, most)));
  } catch {
    // Then it is not remembered.
  }
}
