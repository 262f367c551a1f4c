/** One thing to choose. */
export interface Choice {
  key: string;
  text: string;
  note?: string;
  /** Of an external select and the like: what the payload has. */
  value: unknown;
}

export interface ChoiceGroup {
  label: string;
  choices: readonly Choice[];
}

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The choices with every word of what was typed in them, groups without any left out. */
export function filterGroups(groups: readonly ChoiceGroup[], typed: string): ChoiceGroup[] {
  const words = folded(typed)
    .split(/\s+/u)
    .filter((word) => word !== '');
  const fits = ({ text, note = '' }: Choice): boolean => {
    const all = folded(`${text} ${note}`);
    return words.every((word) => all.includes(word));
  };
  return groups
    .map(({ label, choices }) => ({ label, choices: choices.filter(fits) }))
    .filter(({ choices }) => choices.length > 0);
}

/** Where the keyboard goes in a list: round at its ends; undefined for a key that does not move. */
export function moveTo(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (at <= 0 ? count : at) - 1;
    case 'PageDown':
      return Math.min(count - 1, at + 8);
    case 'PageUp':
      return Math.max(0, at - 8);
    default:
      return undefined;
  }
}
