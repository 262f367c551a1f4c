import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Block, file, image } from '../../../src/context/blocks.ts';
import type { Event } from '../../../src/context/events.ts';
import { createRedactor, type Redactor } from '../../../src/context/redact.ts';
import { keepFiles } from '../../../src/run/keep-files.ts';
import { temporaryFolder } from '../../support/folder.ts';

const result = (...blocks: Block[]): Event => ({ type: 'result', data: {}, blocks });

/** What the room is told, and what is kept for it: a name of the file with all that is known of it. */
async function keep(
  cwd: string,
  events: readonly Event[],
  limits = { largest: 100, redactor: (): Redactor | undefined => undefined },
) {
  const output = join(temporaryFolder(), 'run');
  const told: string[] = [];
  const sink = keepFiles(output, cwd, limits, (event) => {
    if (event.type === 'note')
      told.push(...event.blocks.map((block) => (block.type === 'text' ? String(block.text) : '')));
    return undefined;
  });
  for (const event of events) await sink(event);
  const folder = join(output, 'files');
  const numbers = existsSync(folder) ? readdirSync(folder).filter((name) => /^\d+$/.test(name)) : [];
  const kept = numbers.map((number) => ({
    ...(JSON.parse(readFileSync(join(folder, `${number}.json`), 'utf8')) as object),
    content: readFileSync(join(folder, number), 'utf8'),
  }));
  return { told, kept };
}

it('keeps the files that a result shows, though they are removed at once', async () => {
  const cwd = temporaryFolder();
  for (const name of ['load.png', 'report.csv']) writeFileSync(join(cwd, name), name);
  const kept = keep(cwd, [
    result(image('load.png', 'Load of web'), file(join(cwd, 'report.csv'), '')),
    { type: 'line', stream: 'stdout', text: '', pictures: [{ name: 'a.gif', alt: 'A', content: 'YQ==', layout: '' }] },
  ]);
  rmSync(join(cwd, 'load.png'));
  expect(await kept).toEqual({
    told: [],
    kept: [
      { name: 'load.png', title: 'Load of web', alt: 'Load of web', content: 'load.png' },
      { name: 'report.csv', title: 'report.csv', content: 'report.csv' },
      { name: 'a.gif', title: 'A', alt: 'A', content: 'a' },
    ],
  });
});

it('masks secrets in the names', async () => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'of-hunter2.csv'), 'a');
  const limits = { largest: 100, redactor: () => createRedactor(['hunter2']) };
  const { told, kept } = await keep(cwd, [result(file('of-hunter2.csv', ''), file('hunter2.txt', ''))], limits);
  expect(kept).toEqual([{ name: 'of-••••.csv', title: 'of-••••.csv', content: 'a' }]);
  expect(told).toEqual(['••••.txt is not brought to the room: it does not exist']);
});

it('says of each that it cannot keep why it is not in the room', async () => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'large.csv'), 'x'.repeat(101));
  writeFileSync(join(cwd, 'empty.csv'), '');
  execFileSync('/usr/bin/mkfifo', [join(cwd, 'pipe')]);
  const blocks = ['large.csv', 'empty.csv', 'none.csv', '.', 'pipe'].map((path) => file(path, ''));
  const { told, kept } = await keep(cwd, [result(...blocks)]);
  expect(kept).toEqual([]);
  expect(told.map((words) => words.replace(/^\S+ is not brought to the room: /, ''))).toEqual([
    'it has 101 B, and 100 B is the most (files.largest in .chatopsrc)',
    'it is empty',
    'it does not exist',
    'it is not a file',
    'it is not a file',
  ]);
});

it('keeps no more than twenty of a run', async () => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'a.csv'), 'a');
  const { told, kept } = await keep(cwd, [result(...Array.from({ length: 21 }, () => file('a.csv', 'A')))]);
  expect(kept).toHaveLength(20);
  expect(told).toEqual(['a.csv is not brought to the room: 20 files of a run are the most']);
});

it('keeps text without its secrets, and no secret in a name', async () => {
  const cwd = temporaryFolder();
  for (const name of ['hunter2-hunter2.csv', 'b.csv']) writeFileSync(join(cwd, name), 'login,hunter2-hunter2\n');
  const redactor = createRedactor(['hunter2-hunter2']);
  const shown = redactor.event(result(file('hunter2-hunter2.csv', ''), image('b.csv', 'of hunter2-hunter2')));
  expect(await keep(cwd, [shown], { largest: 100, redactor: () => redactor })).toEqual({
    told: [],
    kept: [
      { name: '••••.csv', title: '••••.csv', content: 'login,••••\n' },
      { name: 'b.csv', title: 'of ••••', alt: 'of ••••', content: 'login,••••\n' },
    ],
  });
});
