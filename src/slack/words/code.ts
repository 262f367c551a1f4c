import { codeIn } from '../../context/codes.ts';
import { cutMention } from './reference.ts';
import { messageLine, type TypedText } from './words.ts';

/** A message that is nothing but a one-time code; `isAddressed`: said to the bot, as in `@ops code 123456`. */
export function loneCode(
  message: TypedText,
  { botUserId, word }: { botUserId: string; word: string },
): { code: string; isAddressed: boolean } | undefined {
  // Nothing but a few words can be one.
  if (message.text.length > longest) return undefined;
  const line = messageLine(message)
    .trim()
    .replace(/^`+|`+$/g, '');
  const cut = cutMention(line);
  const unmentioned = cut?.id === botUserId ? cut.rest.trim() : line;
  const [first = '', ...rest] = unmentioned.split(/\s+/);
  const isWord = first.toLowerCase() === word.toLowerCase();
  const said = (isWord ? rest.join(' ') : unmentioned).replace(/^(?:code|t?otp)[:=]?\s+/i, '');
  const code = codeIn(said);
  return code === undefined ? undefined : { code, isAddressed: isWord || unmentioned !== line };
}

const longest = 100;
