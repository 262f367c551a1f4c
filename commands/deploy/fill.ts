import type { Brought } from './driver.ts';

/** Each of them, filled in. */
export const fillAll = (words: Readonly<Record<string, string>>, brought: Brought): Record<string, string> =>
  Object.fromEntries(Object.entries(words).map(([name, value]) => [name, fill(value, brought)]));

/** Lines of a preview that have a meaning of their own. */
const taken = ['commit', 'builds', 'of branch', 'deployment'];

/** What it is told, as lines of a preview. */
export const asFields = (words: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(words).map(([name, value]) => [taken.includes(name) ? `parameter ${name}` : name, value]),
  );

/** `{commit}` → the commit that is deployed. */
export function fill(word: string, brought: Brought): string {
  const values: Readonly<Record<string, string>> = { ...brought };
  return word.replaceAll(/\{([a-z]+)\}/g, (whole, name: string) => values[name] ?? whole);
}
