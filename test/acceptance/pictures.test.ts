import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jenkinsConfig, openFarm } from '../support/farm.ts';
import { root } from '../support/ops.ts';
import { configuration, createProject } from '../support/project.ts';
import { hasPython, withoutPython } from '../support/python.ts';
import { decodeSixel } from '../support/sixel.ts';
import { printsInTerminal } from '../support/terminal.ts';

const words = '8 builds of shop: 6 ok, 2 failed; median 4 min 18 s, last 2 min 12 s';

/** What stands below the words of a chart in a terminal. */
async function drawnIn(env: NodeJS.ProcessEnv, columns = 80): Promise<string> {
  const { folder } = createProject(configuration + jenkinsConfig(await openFarm()));
  const line = [`${root.pathname}bin/ops`, 'builds-trend', 'shop'];
  const printed = await printsInTerminal(line, { folder, columns, env });
  const [said = '', path = ''] = /^[^(]* \((\/\S+\.png)\)\nThe slowest is #3: 5 min\n/.exec(printed) ?? [];
  expect(said.startsWith(words), printed.slice(0, 300)).toBe(true);
  rmSync(dirname(path), { recursive: true });
  return printed.slice(said.length);
}

const lines = (text: string): string[] => text.split('\n').slice(0, -1);
const escapeCode = '\x1b';

describe.skipIf(!hasPython)(`a chart in a terminal${withoutPython}`, () => {
  it('is a picture as wide as the terminal where that knows the codes of kitty', async () => {
    const drawn = await drawnIn({ TERM: 'xterm-kitty', COLORTERM: 'truecolor' });
    expect(drawn.startsWith(`${escapeCode}_Gf=100,a=T,q=2,c=80,m=1;iVBORw0KGgo`)).toBe(true);
  });

  it('is a picture where the terminal knows the codes of iTerm2', async () => {
    const drawn = await drawnIn({ TERM_PROGRAM: 'iTerm.app', TERM: 'xterm-256color' });
    expect(drawn.startsWith(`${escapeCode}]1337;File=name=`)).toBe(true);
  });

  it('is a picture in sixels, dark where the terminal is, that fits into it', async () => {
    const { width, height, points } = decodeSixel((await drawnIn({ TERM: 'foot' })).trimEnd());
    expect([width, height, points[0]]).toEqual([640, 384, '9;11;13']);
    const onWhite = decodeSixel((await drawnIn({ TERM: 'foot', COLORFGBG: '0;15' })).trimEnd());
    expect(onWhite.points[0]).toBe('99;99;99');
  });

  it.each([
    [{ TERM: 'xterm-256color' }, '[48;5;'],
    [{ TERM: 'tmux-256color', TMUX: '/tmp/tmux', COLORTERM: 'truecolor' }, '[48;2;'],
  ])('is made of characters where there are colours alone: %j', async (env, code) => {
    const rows = lines(await drawnIn(env, 40));
    expect(rows).toHaveLength(12);
    expect(rows[0]).toContain(escapeCode + code);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes of colours begin with one
    expect(rows.map((row) => row.replaceAll(/\x1b\[[\d;]*m/g, '').length)).toEqual(Array(12).fill(40));
  });

  it.each([[{ TERM: 'xterm-kitty', NO_COLOR: '1' }], [{ TERM: 'xterm' }]])(
    'is its words and the path of a file elsewhere: %j',
    async (env) => {
      expect(await drawnIn(env)).toBe('');
    },
  );

  it('is drawn as for 80 columns where the terminal does not know how many it has', async () => {
    expect(lines(await drawnIn({ TERM: 'xterm-256color' }, 0))).toHaveLength(24);
  });
});
