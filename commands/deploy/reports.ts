import type { Version } from '../../src/index.ts';

/**
 * Whether a text tells of that version or of its commit, and of no other one that begins or ends alike: `v1` does not
 * stand in `v10`, `v1.2` or `v1-rc2`.
 */
export function reports(text: string, { name, commit }: Version): boolean {
  if (text.includes(commit)) return true;
  // A commit in short may be told with more of its digits.
  const more = commit.startsWith(name) ? '' : String.raw`(?!\w|\.\d|-(?:\d|(?:alpha|beta|rc|pre)))`;
  return new RegExp(String.raw`(?<!\w|\d\.)${literal(name)}${more}`, 'i').test(text);
}

const literal = (words: string): string => words.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
