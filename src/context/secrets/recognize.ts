import { findKeys } from './key-blocks.ts';
import { privateKey, secretPatterns } from './patterns.ts';

/** What a text looks like, as in "this looks like a Slack token"; undefined where it holds nothing of a secret's shape. */
export function recognize(text: string): string | undefined {
  const { ranges, isOpen } = findKeys(text);
  if (ranges.length > 0 || isOpen) return privateKey;
  return shapes().find(({ anywhere }) => anywhere.test(text))?.what;
}

let known: readonly { what: string; anywhere: RegExp }[] | undefined;

/** They are written to hold at one place. Only lines of rooms need these. */
function shapes(): NonNullable<typeof known> {
  known ??= secretPatterns.map(({ what, shape }) => {
    return { what, anywhere: new RegExp(shape, shape.flags.replaceAll(/[gy]/g, '')) };
  });
  return known;
}
