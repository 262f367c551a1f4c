export interface Wanted {
  /** Only lines that hold this text, in capitals or not. */
  grep: string | undefined;
  /** Only so many, of those that were there first. */
  tail: number | undefined;
}

export interface Pick {
  /** Takes some whole lines; gives back those to print now. */
  add(text: string): string[];
  /** What was there first is read: gives back the last lines of it, and holds nothing back from now on. */
  release(): string[];
}

/** Picks lines as they come, in memory that does not grow with them. */
export function createPick({ grep, tail }: Wanted): Pick {
  const sought = grep?.toLowerCase();
  let held: string[] | undefined = tail === undefined ? undefined : [];
  return {
    add: (text) => {
      const lines = text.replace(/\n$/, '').split('\n');
      const found = sought === undefined ? lines : lines.filter((line) => line.toLowerCase().includes(sought));
      if (held === undefined || tail === undefined) return found;
      held = [...held, ...found].slice(-tail);
      return [];
    },
    release: () => {
      const last = held ?? [];
      held = undefined;
      return last;
    },
  };
}
