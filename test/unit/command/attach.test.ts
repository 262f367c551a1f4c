import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attachFiles } from '../../../src/command/attach.ts';
import { defineCommand } from '../../../src/command/define.ts';
import { type AttachedFile, type FileInput, isFileInput } from '../../../src/context/file-input.ts';
import { systemFiles } from '../../../src/system/files.ts';
import { temporaryFolder } from '../../support/folder.ts';

const command = defineCommand({
  name: 'load',
  summary: 'Load a file',
  args: { report: { summary: 'What to load', type: 'file', required: true, accept: ['.csv', 'image/*'], size: '1kB' } },
  options: { rules: { summary: 'How', type: 'file' }, more: { summary: 'More', type: 'file', repeat: true } },
  examples: [{ line: 'ops load report.csv', says: 'loads it' }],
  effect: 'read',
  run: async ({ report, rules, more }) => ({ names: [report.name, rules?.name, ...more.map((one) => one.name)] }),
  show: () => [],
});

const mask = (text: string): string => text.replaceAll('hunter2', '••••');
const attached = (name: string, size = 3, type = ''): AttachedFile => ({ id: `F-${name}`, name, type, size });

/** The names of the files that a line gets, in a room with these files attached. */
async function inRoom(files: readonly AttachedFile[], input: Record<string, string | string[]> = {}) {
  const attached = { files, fetch: async () => '/' };
  const world = { cwd: '/', files: systemFiles, attached, largest: 2000, masked: mask };
  const got = await attachFiles(command, { more: [], ...input }, world);
  const nameOf = (value: unknown): unknown => (isFileInput(value) ? value.name : value);
  return [nameOf(got['report']), nameOf(got['rules']), ...(got['more'] as FileInput[]).map(nameOf)];
}

const [csv, png, ini] = [attached('a.csv'), attached('b.PNG', 3, 'image/png'), attached('c.ini', 1500)];

describe('a file that is attached to the message', () => {
  it.each<[string, AttachedFile[], Record<string, string | string[]>, unknown[]]>([
    ['is named', [csv, png], { report: 'a.csv' }, ['a.csv', 'b.PNG']],
    ['is named in other letters', [csv, png], { report: 'B.png' }, ['b.PNG', 'a.csv']],
    ['need not be there', [csv, png, ini], { report: 'a.csv' }, ['a.csv', undefined]],
    ['is named by a secret', [attached('of-••••.csv'), csv], { report: 'of-hunter2.csv' }, ['of-••••.csv', 'a.csv']],
    ['is the only one', [csv], {}, ['a.csv', undefined]],
    ['is the only one that is left', [csv, ini], { rules: 'c.ini' }, ['a.csv', 'c.ini']],
    [
      'is one of several',
      [csv, png, ini],
      { report: 'a.csv', rules: 'c.ini', more: ['b.png', 'c.ini'] },
      ['a.csv', 'c.ini', 'b.PNG', 'c.ini'],
    ],
  ])('%s', async (_, files, input, names) => {
    expect(await inRoom(files, input)).toEqual(names);
  });

  it.each<[string, AttachedFile[], Record<string, string>, string]>([
    ['is there', [], {}, 'load needs <report>: What to load'],
    [
      'has that name',
      [csv],
      { report: 'x.csv' },
      '<report> names x.csv, and there is no such file: attached are a.csv',
    ],
    ['is meant of two', [csv, png], {}, 'load needs <report>, and 2 files are attached: a.csv, b.PNG'],
    ['is meant of two of one name', [csv, csv], { report: 'a.csv' }, '2 files called a.csv are attached'],
    ['is of the kind', [ini], {}, '<report> takes .csv, image/*, not c.ini (application/octet-stream)'],
    ['is small enough', [attached('a.csv', 1001)], {}, 'a.csv has 1 kB, and 1 kB is the most here'],
    [
      'is small enough for the configuration',
      [csv, attached('l.ini', 1e9)],
      { report: 'a.csv', rules: 'l.ini' },
      'l.ini has 1 GB, and 2 kB is the most here',
    ],
  ])('is refused where none %s', async (_, files, input, words) => {
    await expect(inRoom(files, input)).rejects.toMatchObject({ outcome: 'usage', message: words });
  });
});

describe('a file that is named in a terminal', () => {
  const inTerminal = async (cwd: string, report: string): Promise<FileInput> => {
    const world = { cwd, files: systemFiles, attached: undefined, largest: 2000, masked: mask };
    return (await attachFiles(command, { report, more: [] }, world))['report'] as FileInput;
  };

  it('is the file at that path', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.csv'), 'a,b');
    const file = await inTerminal(cwd, './a.csv');
    expect(file).toMatchObject({ name: 'a.csv', type: 'text/csv', size: 3 });
    expect(await file.path()).toBe(join(cwd, 'a.csv'));
    expect(Buffer.from(await file.read()).toString()).toBe('a,b');
  });

  it.each([
    ['a.csv', 'a\0b', 'a.csv is not what its name says: it is not text/csv: it holds zero bytes'],
    ['a.png', 'abc', 'a.png is not what its name says: it does not begin as image/png does'],
    ['a.png', '\x1f\x8b', 'a.png is not what its name says: it is application/gzip'],
  ])('%s is refused when it is read where it is something else', async (name, content, words) => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, name), Buffer.from(content, 'latin1'));
    const file = await inTerminal(cwd, name);
    await expect(file.read()).rejects.toMatchObject({ outcome: 'usage', message: words });
  });

  it('is refused where there is none', async () => {
    await expect(inTerminal('/', 'tmp')).rejects.toThrow('<report> names tmp, and there is no such file');
  });
});
