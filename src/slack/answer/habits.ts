/** How long lines take, by the first of their words: as far as this listener has seen. */
export interface Habits {
  /** Whether such a line will be over in a moment; undefined where that cannot be told. */
  isQuick(argv: readonly string[]): boolean | undefined;
  learn(argv: readonly string[], ms: number): void;
}

/** Milliseconds. A run that ends sooner costs one call, where that is known of its command. */
export const quick = 300;
const remembered = 3;
const mostCommands = 500;

export function createHabits(): Habits {
  const seen = new Map<string, boolean[]>();
  return {
    isQuick: (argv) => {
      const [first, ...others] = seen.get(commandOf(argv)) ?? [];
      return others.every((other) => other === first) ? first : undefined;
    },
    learn: (argv, ms) => {
      const command = commandOf(argv);
      const latest = [...(seen.get(command) ?? []), ms <= quick].slice(-remembered);
      seen.delete(command);
      seen.set(command, latest);
      const [oldest] = seen.keys();
      if (seen.size > mostCommands && oldest !== undefined) seen.delete(oldest);
    },
  };
}

function commandOf(argv: readonly string[]): string {
  return argv.find((word) => !word.startsWith('-')) ?? '';
}
