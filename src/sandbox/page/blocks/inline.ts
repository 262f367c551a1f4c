export interface Style {
  bold?: boolean;
  italic?: boolean;
  strike?: boolean;
  code?: boolean;
  underline?: boolean;
}

interface Styled {
  style?: Style;
}

/** A stretch of a line, shaped as the elements of rich_text are. */
export type Inline = Styled &
  (
    | { type: 'text'; text: string }
    | { type: 'link'; url: string; text?: string }
    | { type: 'user'; user_id: string; label?: string }
    | { type: 'channel'; channel_id: string; label?: string }
    | { type: 'usergroup'; usergroup_id: string; label?: string }
    | { type: 'team'; team_id: string }
    | { type: 'broadcast'; range: string }
    | { type: 'emoji'; name: string; unicode?: string }
    | { type: 'date'; timestamp: number; format: string; url?: string; fallback?: string }
    | { type: 'color'; value: string }
  );

export const styled = (style: Style): Styled => (Object.keys(style).length === 0 ? {} : { style });

export const decodeEntities = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const emoji = /:([\p{L}\p{N}_+'-]+(?:::skin-tone-[2-6])?):/u;

/** Text and the `:names:` in it, which are emoji where there are such. */
export function splitEmoji(text: string, style: Style = {}): Inline[] {
  return text
    .split(emoji)
    .map(
      (part, at): Inline =>
        at % 2 === 1 ? { type: 'emoji', name: part, ...styled(style) } : { type: 'text', text: part, ...styled(style) },
    )
    .filter((part) => part.type !== 'text' || part.text !== '');
}

/** `1f44b-1f3fd` → the character; nothing for what is no list of code points. */
export function characterOf(unicode: unknown): string | undefined {
  if (typeof unicode !== 'string' || !/^[\da-f]{2,6}(?:-[\da-f]{2,6})*$/iu.test(unicode)) return undefined;
  const points = unicode.split('-').map((code) => Number.parseInt(code, 16));
  return points.every((point) => point <= 0x10_ffff) ? String.fromCodePoint(...points) : undefined;
}

const tones = ['🏻', '🏼', '🏽', '🏾', '🏿'];

/** The character of `wave` or `wave::skin-tone-3`, looked up in the page's table. */
export function emojiCharacter(name: string, look: (name: string) => string | undefined): string | undefined {
  const [plain = '', tone] = name.split('::skin-tone-');
  const character = look(plain);
  return character === undefined || tone === undefined ? character : `${character}${tones[Number(tone) - 2] ?? ''}`;
}
