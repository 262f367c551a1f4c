import { OpsError } from '../../context/errors.ts';
import { quoteWord } from '../../context/line.ts';

const longest = 40_000;

const control = /(?!\n|\t|\r\n)\p{Cc}/u;
const loneSurrogate = /\p{Surrogate}/u;
const resend = 'delete it and send the line again';

/** The text itself, or a usage error where it holds what no line may: controls and halves of characters. */
export function readable(text: string): string {
  const broken = loneSurrogate.exec(text);
  if (broken !== null) {
    throw new OpsError('usage', `the line holds half a character, the lone surrogate ${place(text, broken)}`, {
      hint: resend,
    });
  }
  const invisible = control.exec(text);
  if (invisible !== null) {
    throw new OpsError('usage', `the line holds a control character, ${place(text, invisible)}`, { hint: resend });
  }
  return text;
}

/** The line itself, or a usage error where it is longer than Slack keeps whole. */
export function shortEnough(line: string): string {
  const length = line.length > longest ? Array.from(line).length : line.length;
  if (length <= longest) return line;
  throw new OpsError('usage', `the line is ${length} characters long; ${longest} is the most`, {
    hint: 'put the long part in a file, and name the file',
  });
}

function place(text: string, { 0: character, index }: RegExpExecArray): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const [before = ''] = text.slice(Math.max(0, index - 40), index).match(/[^\p{C}]{0,20}$/u) ?? [];
  return before.trim() === '' ? `U+${code}` : `U+${code}, after ${quoteWord(before)}`;
}
