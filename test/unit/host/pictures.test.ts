import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
    pictures: createPictures('iterm2', cwd),
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
