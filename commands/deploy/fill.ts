import type { Brought } from './driver.ts';

/** `{commit}` → the commit that is deployed. */
export function fill(word: string, brought: Brought): string {
  const values: Readonly<Record<string, string>> = { ...brought };
  return word.replaceAll(/\{([a-z]+)\}/g, (whole, name: string) => values[name] ?? whole);
}
