import type { ChartTheme } from '../context/chart.ts';
import type { Picture } from '../context/events.ts';
import type { Colors } from './half-blocks.ts';

/** How a terminal is told to show a picture; the last two are characters in colours. */
export type PictureProtocol = 'iterm2' | 'kitty' | 'sixel' | Colors;

type Environment = Readonly<Record<string, string | undefined>>;

/** Programs by the name that they give themselves: those that are known to show pictures, and no others. */
const programs: Readonly<Record<string, PictureProtocol>> = {
  'iTerm.app': 'iterm2',
  WezTerm: 'iterm2',
  mintty: 'iterm2',
  ghostty: 'kitty',
};

/** By the kind that they say they are. */
const kinds: Readonly<Record<string, PictureProtocol>> = {
  'xterm-kitty': 'kitty',
  'xterm-ghostty': 'kitty',
  foot: 'sixel',
  'foot-extra': 'sixel',
  mlterm: 'sixel',
  'mlterm-256color': 'sixel',
  'yaft-256color': 'sixel',
};

/** What the terminal understands. A multiplexer in between would show the codes of pictures as text; colours it passes on. */
export function pictureProtocol(env: Environment): PictureProtocol | undefined {
  const { TERM = '', TERM_PROGRAM = '', TMUX, STY, KITTY_WINDOW_ID } = env;
  if (/^(?:dumb|linux)/.test(TERM)) return undefined;
  if (TMUX || STY || /^(?:screen|tmux)/.test(TERM)) return colorsOf(env);
  if (Object.hasOwn(kinds, TERM)) return kinds[TERM];
  if (KITTY_WINDOW_ID) return 'kitty';
  return Object.hasOwn(programs, TERM_PROGRAM) ? programs[TERM_PROGRAM] : colorsOf(env);
}

function colorsOf({ TERM = '', COLORTERM }: Environment): Colors | undefined {
  if (COLORTERM === 'truecolor' || COLORTERM === '24bit' || /-direct$/.test(TERM)) return 'true-color';
  return /-256color$/.test(TERM) ? '256-colors' : undefined;
}

export const hasCharactersOnly = (protocol: PictureProtocol | undefined): protocol is Colors =>
  protocol === 'true-color' || protocol === '256-colors';

/** The colours that a picture in a terminal suits, as far as it says so: most are dark. */
export function terminalTheme({ COLORFGBG = '' }: Environment): ChartTheme {
  const background = Number(/;(\d+)$/.exec(COLORFGBG)?.[1] ?? 0);
  return background === 7 || background > 8 ? 'light' : 'dark';
}

/** Pixels of a column, at least. */
export const narrowest = 8;
const kittyChunk = 4096;
const pngStart = 'iVBORw0KGgo';

/** The escape codes that show a picture on lines of its own; empty where the terminal knows no such picture. */
export function drawPicture({ name, content, layout }: Picture, protocol: 'iterm2' | 'kitty', columns: number): string {
  if (protocol === 'iterm2') {
    const size = Buffer.byteLength(content, 'base64');
    const options = [`name=${Buffer.from(name).toString('base64')}`, `size=${size}`, 'inline=1', layout];
    return `\x1b]1337;File=${options.filter((option) => option !== '').join(';')}:${content}\x07\n`;
  }
  // kitty reads PNG and no other format.
  return content.startsWith(pngStart) ? `${kittyCodes(content, columns)}\n` : '';
}

function kittyCodes(content: string, columns: number): string {
  // Left alone, it cuts off what does not fit; elsewhere a wide picture is made smaller.
  const fit = pngWidth(content) > columns * narrowest ? `,c=${columns}` : '';
  let codes = '';
  for (let at = 0; at < content.length; at += kittyChunk) {
    const more = at + kittyChunk < content.length ? 1 : 0;
    const keys = at === 0 ? `f=100,a=T,q=2${fit},m=${more}` : `m=${more}`;
    codes += `\x1b_G${keys};${content.slice(at, at + kittyChunk)}\x1b\\`;
  }
  return codes;
}

/** Pixels. */
function pngWidth(content: string): number {
  const start = Buffer.from(content.slice(0, 32), 'base64');
  return start.length < 20 ? 0 : start.readUInt32BE(16);
}
