import { execFileSync } from 'node:child_process';
import { readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { childFlags } from '../../../src/run/child-flags.ts';
import { temporaryFolder, writeProgram } from '../../support/folder.ts';

const code = JSON.stringify(join(import.meta.dirname, '../../../src/host/code.ts'));

/** A built program of two files: one says what the other answers. */
function program(answer: string): string {
  const folder = temporaryFolder();
  writeProgram(folder, 'parts/answer.js', `exports.answer = () => ${answer};`);
  writeProgram(folder, 'ask.js', `const parts = require('./parts/answer.js'); console.log(parts.answer());`);
  return folder;
}

function run(folder: string, how: 'recordCode' | 'loadKeptCode', of = 'line'): string {
  const root = `new URL(${JSON.stringify(pathToFileURL(`${folder}/`))})`;
  const script = `
    const keep = require(${code}).${how}(${root}, '${of}');
    require(${JSON.stringify(join(folder, 'ask.js'))});
    keep?.();`;
  const flags = of === 'child' ? childFlags : [];
  const args = [...flags, '--input-type=commonjs', '-e', script];
  return execFileSync(process.execPath, args, { encoding: 'utf8' }).trim();
}

const keptFolder = (folder: string): string => join(folder, 'code', readdirSync(join(folder, 'code'))[0] ?? '');

describe('the code that is kept', () => {
  it('is that of every file that was loaded', () => {
    const folder = program('41');
    expect(run(folder, 'recordCode')).toBe('41');
    expect(readdirSync(keptFolder(folder), { recursive: true }).sort()).toEqual([
      'ask.js.code',
      'parts',
      'parts/answer.js.code',
    ]);
  });

  it('is run in place of the text, functions that were called included', () => {
    const folder = program('41');
    run(folder, 'recordCode');
    // V8 knows a text by its length.
    writeProgram(folder, 'parts/answer.js', 'exports.answer = () => 42;');
    expect(run(folder, 'loadKeptCode')).toBe('41');
  });

  it.each([
    ['a child of the listener', 'child', '41'],
    ['a line, in a child of the listener', 'line', '42'],
  ])('is taken under the flags with which it was made: that of %s', (_, of, answer) => {
    const folder = program('41');
    run(folder, 'recordCode', of);
    writeProgram(folder, 'parts/answer.js', 'exports.answer = () => 42;');
    expect(run(folder, 'loadKeptCode', 'child')).toBe(answer);
  });

  it('is left alone where it does not belong to the text', () => {
    const folder = program('41');
    run(folder, 'recordCode');
    writeProgram(folder, 'parts/answer.js', 'exports.answer = () => 4200;');
    expect(run(folder, 'loadKeptCode')).toBe('4200');
  });

  it('is left alone where another Node made it', () => {
    const folder = program('41');
    run(folder, 'recordCode');
    renameSync(keptFolder(folder), join(folder, 'code/v24.0.0-linux-x64'));
    writeProgram(folder, 'parts/answer.js', 'exports.answer = () => 42;');
    expect(run(folder, 'loadKeptCode')).toBe('42');
  });

  it('is of the same files that those see of which none is kept', () => {
    const folder = program('41');
    run(folder, 'recordCode');
    writeProgram(folder, 'more.js', `exports.same = require('./parts/answer.js').answer;`);
    const ask = `const { answer } = require('./parts/answer.js'); console.log(answer === require('./more.js').same);`;
    writeProgram(folder, 'ask.js', ask);
    expect(run(folder, 'loadKeptCode')).toBe('true');
  });

  it('is not needed', () => {
    expect(run(program('41'), 'loadKeptCode')).toBe('41');
  });
});
