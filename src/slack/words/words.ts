import { decode } from './decode.ts';
import { wordsOfBlocks } from './rich-text.ts';
import { splitWords } from './split.ts';

/** What is typed in a message, as Slack hands it over. */
export interface TypedText {
  text: string;
  blocks?: unknown;
}

/** The line that a message is. What its blocks show is what counts, since that is what everybody in the room saw. */
export function messageLine({ text, blocks }: TypedText): string {
  return wordsOfBlocks(blocks, text) ?? decode(text);
}

/** Whether it can have been typed: the composer makes one `rich_text` block. Other blocks hide the text beneath. */
export function isTyped({ blocks }: Pick<TypedText, 'blocks'>): boolean {
  if (!Array.isArray(blocks) || blocks.length === 0) return true;
  return blocks.length === 1 && Object(blocks[0]).type === 'rich_text';
}

/** Whether that line is all that everybody in the room saw. */
export function isAllShown({ text, blocks }: TypedText): boolean {
  const isPlain = !Array.isArray(blocks) || blocks.length === 0;
  return isPlain || wordsOfBlocks(blocks, text) !== undefined;
}

export function parseMessage(message: TypedText): string[] {
  return splitWords(messageLine(message));
}
