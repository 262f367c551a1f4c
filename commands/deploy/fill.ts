import type { Brought } from './driver.ts';

/** Each of them, filled in. */
export const fillAll = (words: Readonly<Record<string, string>>, brought: Brought): Record<string, string> =>
  Object.fromEntries(Object.entries(words).map(([name, value]) => [name, fill(value, brought)]));

/** `{commit}` → the commit that is deployed. */
export function fill(word: string, brought: Brought): string {
  const values: Readonly<Record<string, string>> = { ...brought };
  return word.replaceAll(/\{([a-z]+)\}/g, (whole, name: string) => values[name] ?? whole);
}
