import shortNames from 'emojibase-data/en/shortcodes/iamcal.json' with { type: 'json' };

// No line may hold a control character (see readable.ts), so nobody can type these.
const [open, between, close] = ['\u0004', '\u0005', '\u0006'];
const marked = new RegExp(`${open}([^${between}]*)${between}([^${close}]*)${close}`, 'g');
/** Nothing else is taken for one, so that nobody can smuggle words into a line. */
const picture =
  /^(?:[#*0-9]\uFE0F?\u20E3|[\p{Extended_Pictographic}\p{Regional_Indicator}](?:[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\u{E0020}-\u{E007F}]|\uFE0F|\u200D)*)$/u;
const word = /[\p{L}\p{N}]/u;

const toned = /^(.+)::skin-tone-([2-6])$/;
const lightestTone = 0x1f3fb;

/** An emoji by its name, with the character that it is: `withEmoji` takes one of them once all of the line is there. */
export function emoji(name: string, character: string | undefined): string {
  if (character === undefined) return `:${name}:`;
  // As numbers, since what joins two characters into one is invisible, and tidied away.
  const points = Array.from(character, (one) => one.codePointAt(0)).join('-');
  return `${open}${name}${between}${points}${close}`;
}

/** The character of a rich_text emoji, from its code points: `1f44b-1f3fc`. One of a workspace's own has none. */
export function emojiOfCodes(codes: unknown): string | undefined {
  if (typeof codes !== 'string' || !/^(?:10|[0-9a-f])?[0-9a-f]{4}(?:-(?:10|[0-9a-f])?[0-9a-f]{4})*$/i.test(codes))
    return;
  const character = String.fromCodePoint(...codes.split('-').map((code) => Number.parseInt(code, 16)));
  return picture.test(character) ? character : undefined;
}

let known: ReadonlyMap<string, string> | undefined;

/** 👋🏼 of `wave::skin-tone-3`, as a message's source has it. */
export function emojiNamed(name: string): string | undefined {
  known ??= new Map(
    Object.entries(shortNames).flatMap(([codes, names]) => [names].flat().map((one) => [one, spelled(codes)] as const)),
  );
  const [, base = name, tone] = toned.exec(name) ?? [];
  const character = known.get(base);
  if (character === undefined || tone === undefined) return character;
  const tint = String.fromCodePoint(lightestTone + Number(tone) - 2);
  const tinted = character.replace(/^(\p{Emoji_Modifier_Base})\uFE0F?/u, `$1${tint}`);
  return tinted === character ? undefined : tinted;
}

/** What is drawn as text when it stands alone is asked to be a picture, as Slack does. */
function spelled(codes: string): string {
  const character = emojiOfCodes(codes) ?? '';
  return codes.includes('-') || /\p{Emoji_Presentation}/u.test(character) ? character : `${character}\uFE0F`;
}

/** The same line with emoji as they are. In the midst of a word somebody typed colons: `a:b:c`. */
export function withEmoji(line: string): string {
  return line.replace(marked, (whole, name: string, points: string, at: number) => {
    const isWithin = word.test(line.charAt(at - 1)) && word.test(line.charAt(at + whole.length));
    return isWithin ? `:${name}:` : String.fromCodePoint(...points.split('-').map(Number));
  });
}
