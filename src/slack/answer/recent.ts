export interface Recent {
  has(key: string): boolean;
  add(key: string): void;
  forget(key: string): void;
}

/** The newest so many keys. */
export function createRecent(most: number): Recent {
  const keys = new Set<string>();
  return {
    has: (key) => keys.has(key),
    forget: (key) => void keys.delete(key),
    add: (key) => {
      keys.delete(key);
      keys.add(key);
      const [oldest] = keys;
      if (keys.size > most && oldest !== undefined) keys.delete(oldest);
    },
  };
}
