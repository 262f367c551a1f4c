import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { expect, it } from 'vitest';
import { file, image, text } from '../../../src/context/blocks.ts';
import { createPictures } from '../../../src/host/pictures.ts';
import { terminalSink } from '../../../src/render/terminal.ts';
import { temporaryFolder } from '../../support/folder.ts';

it('shows the pictures of a result below its words, and leaves out what cannot be read', async () => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'a.png'), 'abc');
  const written: string[] = [];
  const stream = { write: (text: string) => written.push(text), on: () => {}, once: () => {} };
  const sink = terminalSink({
    ...{ stdout: stream, stderr: stream, color: false, live: false, hyperlinks: false, columns: () => 80 },
    pictures: createPictures('iterm2', cwd, () => 80),
  });
  await sink({
    type: 'result',
    data: {},
    blocks: [image('a.png', 'A'), image('none.png', 'B'), file('a.png', 'C'), text('end')],
  });
  expect(written.join('')).toBe(
    'A (a.png)\nB (none.png)\nC (a.png)\nend\n\x1b]1337;File=name=YS5wbmc=;size=3;inline=1:YWJj\x07\n',
  );
});

/** Blue above red. */
function paint(width: number): Buffer {
  const canvas = createCanvas(width, 2);
  const pen = canvas.getContext('2d');
  for (const [y, color] of ['#0000ff', '#ff0000'].entries()) {
    pen.fillStyle = color;
    pen.fillRect(0, y, width, 1);
  }
  return canvas.toBuffer('image/png');
}

it.each([
  ['true-color', '\x1b[0m\x1b[38;2;0;0;255;48;2;255;0;0m▀▀▀▀\x1b[0m\n'],
  ['256-colors', '\x1b[0m\x1b[38;5;21;48;5;196m▀▀▀▀\x1b[0m\n'],
  ['sixel', '\x1bP0;1q"1;1;4;2#0;2;0;0;99#1;2;99;0;0#0!4@$#1!4A-\x1b\\\n'],
] as const)(
  'takes the sketch where there is one, and draws it with %s before what comes next',
  async (protocol, drawn) => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.png'), paint(6));
    writeFileSync(join(cwd, 'sketch.png'), paint(4));
    const written: string[] = [];
    const stream = { write: (text: string) => written.push(text), on: () => {}, once: () => {} };
    const sink = terminalSink({
      ...{ stdout: stream, stderr: stream, color: false, live: false, hyperlinks: false, columns: () => 80 },
      pictures: createPictures(protocol, cwd, () => 80),
    });
    const path = protocol === 'sixel' ? 'sketch.png' : 'a.png';
    const shown = sink({
      type: 'result',
      data: {},
      blocks: [image({ path, sketch: 'sketch.png' }, 'A'), image('none.png', '')],
    });
    const next = sink({ type: 'note', level: 'info', blocks: [text('next')] });
    await Promise.all([shown, next]);
    expect(written.join('')).toBe(`A (${path})\nnone.png\n${drawn}next\n`);
  },
);
