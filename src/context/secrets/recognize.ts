import { findKeys } from './key-blocks.ts';
import { privateKey, secretPatterns } from './patterns.ts';

/** What a text looks like, as in "this looks like a Slack token"; undefined where it holds nothing of a secret's shape. */
export function recognize(text: string): string | undefined {
  const { ranges, isOpen } = findKeys(text);
  if (ranges.length > 0 || isOpen) return privateKey;
  return secretPatterns.find(({ shape }) => text.search(new RegExp(shape, shape.flags.replace('y', ''))) !== -1)?.what;
}
