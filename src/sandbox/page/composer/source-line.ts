import type { Json } from '../../state/model.ts';
import type { Known } from './source.ts';
import {
  hangsOnLink,
  marksOf,
  opensMark,
  sharedMarks,
  string,
  styleOf,
  textAfter,
  textBefore,
} from './source-beside.ts';

interface Place {
  known: Known;
  elements: readonly Json[];
  at: number;
  /** What was written so far, without marks that open right here. */
  before: string;
  isItalic: boolean;
}

/** A name that is typed ends where its letters end; one that would not, or would hang on others, is written as `<@U…>`. */
function named(sign: '@' | '#', name: string | undefined, picked: string, place: Place): string {
  const { elements, at, before, isItalic } = place;
  if (name === undefined || (isItalic && name.includes('_')) || hangsOnLink(elements, at)) return picked;
  const after = textAfter(elements, at);
  const goesOn = sign === '@' ? /^[.-]*[\p{L}\p{N}_]/u.test(after) : /^[\p{L}\p{N}_-]/u.test(after);
  const hangsOn = sign === '@' ? /[\p{L}\p{N}_.]$/u.test(before) : /[\p{L}\p{N}_&]$/u.test(before);
  const isHost = sign === '@' && /[a-z\d]\.[a-z\d-]*-$/iu.test(textBefore(elements, at));
  const isMail = /(?<![\w@.+/:-])[\w.+-]+$/u.test(before) && name.includes('.');
  if (goesOn || hangsOn || isMail || isHost || opensMark(elements, at)) return picked;
  // These would be more than text, had a letter not stood before them.
  if (/^[@#*~]/u.test(after)) return sign + name;
  const next = elements[at + 1];
  const isClear = next === undefined || next['type'] === 'text' || next['type'] === 'emoji';
  return isClear ? sign + name : picked;
}

/** `:tada:`, or the picture where the name would run into what stands beside it. */
function typedEmoji({ known, elements, at, before, isItalic }: Place): string {
  const tone = elements[at]?.['skin_tone'];
  const name = string(elements[at]?.['name']) + (tone === undefined ? '' : `::skin-tone-${tone}`);
  const next = elements[at + 1];
  const picture = known.emoji(name);
  const open = /:([a-z0-9_+'-]+)$/u.exec(textBefore(elements, at))?.[1];
  const joins = open !== undefined && before.endsWith(open) && known.emoji(open) !== undefined;
  const isHost = next?.['type'] === 'link' && next['text'] !== undefined && !opensMark(elements, at);
  const isCut = isItalic && name.includes('_');
  return picture !== undefined && (joins || isHost || isCut) ? picture : `:${name}:`;
}

function typedLink(element: Json): string {
  const [url, text] = [string(element['url']), string(element['text'])];
  return text !== '' && url.endsWith(text) ? text : url;
}

function typedElement(element: Json, place: Place): string {
  const { known } = place;
  switch (element['type']) {
    case 'user':
      return named('@', known.user(string(element['user_id'])), `<@${string(element['user_id'])}>`, place);
    case 'channel':
      return named('#', known.channel(string(element['channel_id'])), `<#${string(element['channel_id'])}>`, place);
    case 'usergroup':
      return named(
        '@',
        known.group(string(element['usergroup_id'])),
        `<!subteam^${string(element['usergroup_id'])}>`,
        place,
      );
    case 'broadcast':
      return named('@', string(element['range']), `<!${string(element['range'])}>`, place);
    case 'emoji':
      return typedEmoji(place);
    case 'link':
      return typedLink(element);
    default:
      return string(element['text'] ?? element['fallback']);
  }
}

/** Elements → the line as it would be typed, with `*…*` around what is bold and so on. */
export function typedLine(elements: readonly Json[], known: Known): string {
  let line = '';
  let open: string[] = [];
  for (const [at, element] of elements.entries()) {
    const wanted = marksOf(element);
    const shared = sharedMarks(open, wanted);
    const before = line + open.slice(shared).reverse().join('');
    const typed = typedElement(element, { known, elements, at, before, isItalic: wanted.includes('_') });
    const code = styleOf(element)['code'] === true ? '`' : '';
    line = before + wanted.slice(shared).join('') + code + typed + code;
    open = wanted;
  }
  return line + open.reverse().join('');
}
