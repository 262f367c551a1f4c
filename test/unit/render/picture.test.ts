import { describe, expect, it } from 'vitest';
import { drawPicture, pictureProtocol } from '../../../src/render/picture.ts';

const content = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=';
const picture = { name: 'load.png', alt: 'Load', content, layout: '' };

describe('a terminal', () => {
  it.each([
    [{ TERM_PROGRAM: 'iTerm.app', TERM: 'xterm-256color' }, 'iterm2'],
    [{ TERM_PROGRAM: 'WezTerm' }, 'iterm2'],
    [{ TERM: 'xterm-kitty' }, 'kitty'],
    [{ KITTY_WINDOW_ID: '1', TERM: 'xterm-256color' }, 'kitty'],
    [{ TERM_PROGRAM: 'iTerm.app', TMUX: '/tmp/tmux' }, undefined],
    [{ KITTY_WINDOW_ID: '1', TERM: 'screen-256color' }, undefined],
    [{ TERM_PROGRAM: 'vscode', TERM: 'xterm-256color' }, undefined],
    [{ TERM_PROGRAM: 'constructor' }, undefined],
    [{}, undefined],
  ])('with %j shows pictures as %s', (env, protocol) => {
    expect(pictureProtocol(env)).toBe(protocol);
  });

  it('gets the picture as its program printed it, in the codes of iTerm2', () => {
    expect(drawPicture({ ...picture, layout: 'width=40' }, 'iterm2')).toBe(
      `\x1b]1337;File=name=bG9hZC5wbmc=;size=68;inline=1;width=40:${content}\x07\n`,
    );
  });

  it('gets it in pieces of 4096 characters in the codes of kitty, and nothing that kitty cannot read', () => {
    const long = content.repeat(60).slice(0, 5000);
    expect(drawPicture({ ...picture, content: long }, 'kitty')).toBe(
      `\x1b_Gf=100,a=T,q=2,m=1;${long.slice(0, 4096)}\x1b\\\x1b_Gm=0;${long.slice(4096)}\x1b\\\n`,
    );
    expect(drawPicture({ ...picture, content: '/9j/4AAQ' }, 'kitty')).toBe('');
  });
});
