/** Groups in their usual order; each emoji with its names, the first the usual one. */
export type EmojiTable = readonly {
  group: string;
  emoji: readonly (readonly [character: string, ...names: string[]])[];
}[];
