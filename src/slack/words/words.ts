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

export function parseMessage(message: TypedText): string[] {
  return splitWords(messageLine(message));
}
