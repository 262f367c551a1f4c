/** Text that moves as one, and how many terminal cells it takes. */
export interface Cell {
  text: string;
  width: number;
}

const notPrintableAscii = /[^ -~]/;
const emojiPresentation = /^\p{Emoji_Presentation}/u;
const emoji = /^\p{Emoji}/u;
const pictograph = /\p{Extended_Pictographic}/u;

const joiner = '\u200d';
const emojiSelector = '\ufe0f';

// No real emoji is longer; without a bound, a hostile chain of joiners takes quadratic time.
const longestJoined = 64;

// East Asian Width W and F of Unicode 17 but for emoji, which the engine knows; the unassigned in between counts too.
const wideRanges = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2630, 0x2637],
  [0x268a, 0x268f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6b],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x191ff],
  [0x1aff0, 0x1b2ff],
  [0x1d300, 0x1d376],
  [0x1f200, 0x1f265],
  [0x20000, 0x3fffd],
] as const;

// Dashes, quotation marks, dots and arrows, and the marks of an outcome: ops itself writes these, and to collect what a
// property such as \p{L} names takes a process some of a millisecond, also where an expression is only made.
const narrowRanges = [
  [0x2010, 0x2027],
  [0x2190, 0x2319],
  [0x2713, 0x2718],
] as const;

const isIn = (ranges: readonly (readonly [number, number])[], code: number): boolean =>
  ranges.some(([first, last]) => code >= first && code <= last);

const isZeroWidth = (character: string): boolean =>
  /^[\p{Cc}\p{Cf}\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}]/u.test(character);

function codePointWidth(character: string, code: number): number {
  if (code < 0x300) return code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0xad ? 0 : 1;
  if (isIn(narrowRanges, code)) return 1;
  if (isZeroWidth(character) || isJamoTail(code)) return 0;
  if (code < 0x1100) return 1;
  return isIn(wideRanges, code) || emojiPresentation.test(character) ? 2 : 1;
}

/** Vowels and final consonants that a terminal draws into the syllable before them. */
const isJamoTail = (code: number): boolean => (code >= 0x1160 && code <= 0x11ff) || (code >= 0xd7b0 && code <= 0xd7fb);

const isRegional = (code: number): boolean => code >= 0x1f1e6 && code <= 0x1f1ff;
const isSkinTone = (code: number): boolean => code >= 0x1f3fb && code <= 0x1f3ff;

const isTextEmoji = ({ text, width }: Cell): boolean => width === 1 && text.length < longestJoined && emoji.test(text);

function joins(cell: Cell, character: string, code: number): boolean {
  if (code < 0x2000 || cell.text.length >= longestJoined) return false;
  if (isSkinTone(code)) return pictograph.test(cell.text);
  if (isRegional(code)) return cell.text.length === 2 && isRegional(cell.text.codePointAt(0) ?? 0);
  return cell.text.endsWith(joiner) && pictograph.test(character) && pictograph.test(cell.text);
}

/** Splits text at the places where a terminal may put its cursor. */
export function splitCells(text: string): Cell[] {
  const cells: Cell[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const last = cells.at(-1);
    const width = isRegional(code) ? 2 : codePointWidth(character, code);
    if (last !== undefined && (width === 0 || joins(last, character, code))) {
      if (width > 0 || (character === emojiSelector && isTextEmoji(last))) last.width = 2;
      last.text += character;
    } else {
      cells.push({ text: character, width });
    }
  }
  return cells;
}

/** How many terminal cells the text takes: 2 for CJK and emoji, 0 for what combines. */
export function displayWidth(text: string): number {
  if (!notPrintableAscii.test(text)) return text.length;
  let width = 0;
  for (const cell of splitCells(text)) width += cell.width;
  return width;
}
