import { describe, expect, it } from 'vitest';
import { drawPicture, pictureProtocol, terminalTheme } from '../../../src/render/picture.ts';

const content = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=';
const picture = { name: 'load.png', alt: 'Load', content, layout: '' };

describe('a terminal', () => {
  it.each([
    [{ TERM_PROGRAM: 'iTerm.app', TERM: 'xterm-256color' }, 'iterm2'],
    [{ TERM_PROGRAM: 'WezTerm' }, 'iterm2'],
    [{ TERM: 'xterm-kitty' }, 'kitty'],
    [{ KITTY_WINDOW_ID: '1', TERM: 'xterm-256color' }, 'kitty'],
    [{ TERM: 'xterm-ghostty', COLORTERM: 'truecolor' }, 'kitty'],
    [{ TERM: 'foot', COLORTERM: 'truecolor' }, 'sixel'],
    [{ TERM: 'mlterm-256color' }, 'sixel'],
    [{ TERM_PROGRAM: 'iTerm.app', TMUX: '/tmp/tmux' }, undefined],
    [{ TERM: 'foot', TMUX: '/tmp/tmux', COLORTERM: 'truecolor' }, 'true-color'],
    [{ KITTY_WINDOW_ID: '1', TERM: 'screen-256color' }, '256-colors'],
    [{ TERM_PROGRAM: 'iTerm.app', TERM: 'xterm-256color', STY: '1.pts' }, '256-colors'],
    [{ TERM_PROGRAM: 'vscode', TERM: 'xterm-256color' }, '256-colors'],
    [{ TERM: 'xterm-256color', COLORTERM: '24bit' }, 'true-color'],
    [{ TERM: 'xterm-direct' }, 'true-color'],
    [{ TERM: 'xterm' }, undefined],
    [{ TERM: 'linux', COLORTERM: 'truecolor' }, undefined],
    [{ TERM: 'constructor' }, undefined],
    [{ TERM_PROGRAM: 'constructor' }, undefined],
    [{}, undefined],
  ])('with %j shows pictures as %s', (env, protocol) => {
    expect(pictureProtocol(env)).toBe(protocol);
  });

  it('gets the picture as its program printed it, in the codes of iTerm2', () => {
    expect(drawPicture({ ...picture, layout: 'width=40' }, 'iterm2', 80)).toBe(
      `\x1b]1337;File=name=bG9hZC5wbmc=;size=68;inline=1;width=40:${content}\x07\n`,
    );
  });

  it('gets it in pieces of 4096 characters in the codes of kitty, and nothing that kitty cannot read', () => {
    const long = content.repeat(60).slice(0, 5000);
    expect(drawPicture({ ...picture, content: long }, 'kitty', 80)).toBe(
      `\x1b_Gf=100,a=T,q=2,m=1;${long.slice(0, 4096)}\x1b\\\x1b_Gm=0;${long.slice(4096)}\x1b\\\n`,
    );
    expect(drawPicture({ ...picture, content: '/9j/4AAQ' }, 'kitty', 80)).toBe('');
  });

  it('gets a wide one no wider than the terminal in the codes of kitty', () => {
    const wide = Buffer.from(content, 'base64');
    wide.writeUInt32BE(641, 16);
    const codes = (columns: number) =>
      drawPicture({ ...picture, content: wide.toString('base64') }, 'kitty', columns).split(';', 1)[0];
    expect(codes(80)).toBe('\x1b_Gf=100,a=T,q=2,c=80,m=0');
    expect(codes(81)).toBe('\x1b_Gf=100,a=T,q=2,m=0');
  });

  it.each([
    [{}, 'dark'],
    [{ COLORFGBG: '15;0' }, 'dark'],
    [{ COLORFGBG: '12;8' }, 'dark'],
    [{ COLORFGBG: '0;15' }, 'light'],
    [{ COLORFGBG: '0;default;7' }, 'light'],
    [{ COLORFGBG: 'default;default' }, 'dark'],
  ])('with %j gets pictures that are %s', (env, theme) => {
    expect(terminalTheme(env)).toBe(theme);
  });
});
