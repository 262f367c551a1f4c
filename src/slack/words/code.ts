import { codeIn } from '../../context/codes.ts';
import { OpsError } from '../../context/errors.ts';
import { cutMention } from './reference.ts';
import { messageLine, type TypedText } from './words.ts';

/** A message that is nothing but a one-time code; `isAddressed`: said to the bot, as in `@ops code 123456`. */
export function loneCode(
  message: TypedText,
  { botUserId, word }: { botUserId: string; word: string },
): { code: string; isAddressed: boolean } | undefined {
  const line = shortLine(message)?.replace(/^`+|`+$/g, '') ?? '';
  const cut = cutMention(line);
  const unmentioned = cut?.id === botUserId ? cut.rest.trim() : line;
  const [first = '', ...rest] = unmentioned.split(/\s+/);
  const isWord = first.toLowerCase() === word.toLowerCase();
  const said = (isWord ? rest.join(' ') : unmentioned).replace(/^(?:code|t?otp)[:=]?\s+/i, '');
  const code = codeIn(said);
  return code === undefined ? undefined : { code, isAddressed: isWord || unmentioned !== line };
}

const longest = 100;

/** Undefined where it is none, or too long to be nothing but a code. */
function shortLine(message: TypedText): string | undefined {
  if (message.text.length > longest || !/\d/.test(message.text)) return undefined;
  try {
    return messageLine(message).trim();
  } catch (error) {
    if (error instanceof OpsError) return undefined;
    throw error;
  }
}
