import type { Picture } from '../context/events.ts';

/** How a terminal is told to show a picture. */
export type PictureProtocol = 'iterm2' | 'kitty';

type Environment = Readonly<Record<string, string | undefined>>;

/** Programs by the name that they give themselves: those that are known to show pictures, and no others. */
const programs: Readonly<Record<string, PictureProtocol>> = {
  'iTerm.app': 'iterm2',
  WezTerm: 'iterm2',
  mintty: 'iterm2',
  ghostty: 'kitty',
};

/** What the terminal understands. A multiplexer in between would show the codes as text. */
export function pictureProtocol(env: Environment): PictureProtocol | undefined {
  const { TERM = '', TERM_PROGRAM = '', TMUX, STY, KITTY_WINDOW_ID } = env;
  if (TMUX || STY || /^(?:screen|tmux|dumb|linux)/.test(TERM)) return undefined;
  if (TERM === 'xterm-kitty' || KITTY_WINDOW_ID) return 'kitty';
  return Object.hasOwn(programs, TERM_PROGRAM) ? programs[TERM_PROGRAM] : undefined;
}

const kittyChunk = 4096;
const pngStart = 'iVBORw0KGgo';

/** The escape codes that show a picture on lines of its own; empty where the terminal knows no such picture. */
export function drawPicture({ name, content, layout }: Picture, protocol: PictureProtocol): string {
  if (protocol === 'iterm2') {
    const size = Buffer.byteLength(content, 'base64');
    const options = [`name=${Buffer.from(name).toString('base64')}`, `size=${size}`, 'inline=1', layout];
    return `\x1b]1337;File=${options.filter((option) => option !== '').join(';')}:${content}\x07\n`;
  }
  // kitty reads PNG and no other format.
  return content.startsWith(pngStart) ? `${kittyCodes(content)}\n` : '';
}

function kittyCodes(content: string): string {
  let codes = '';
  for (let at = 0; at < content.length; at += kittyChunk) {
    const more = at + kittyChunk < content.length ? 1 : 0;
    const keys = at === 0 ? `f=100,a=T,q=2,m=${more}` : `m=${more}`;
    codes += `\x1b_G${keys};${content.slice(at, at + kittyChunk)}\x1b\\`;
  }
  return codes;
}
