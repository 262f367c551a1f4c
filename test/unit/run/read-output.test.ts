import { appendFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOutput } from '../../../src/run/read-output.ts';
import { createSpool } from '../../../src/run/spool.ts';
import { systemClock } from '../../../src/system/clock.ts';
import { temporaryFolder, writeProgram } from '../../support/folder.ts';

const run = 'k3f9abcd';
const signal = new AbortController().signal;

async function all(outputs: string): Promise<string> {
  let text = '';
  for await (const lines of readOutput({ outputs, run })) text += lines;
  return text;
}

describe('the output of a run', () => {
  it('is read in its order, wherever it is', async () => {
    for (const where of ['', 'passing/']) {
      const outputs = temporaryFolder();
      for (const name of ['newer', 'older', 'gap', 'head'])
        writeProgram(outputs, `${where}${run}/${name}`, `${name}\n`);
      expect(await all(outputs)).toBe('head\ngap\nolder\nnewer\n');
    }
  });

  it('is nothing where nothing is kept', async () => {
    expect(await all(temporaryFolder())).toBe('');
  });

  it('comes in whole lines and characters, however long it is', async () => {
    const outputs = temporaryFolder();
    const text = `${'é€😀x\n'.repeat(40_000)}${'ü'.repeat(100_000)}`;
    writeProgram(outputs, `${run}/head`, text);
    const pieces: string[] = [];
    for await (const lines of readOutput({ outputs, run })) pieces.push(lines);
    expect(pieces.join('')).toBe(text);
    expect(pieces.slice(0, -1).every((piece) => piece.endsWith('\n'))).toBe(true);
    expect(pieces.length).toBeGreaterThan(3);
  });
});

/** Reads while `act` goes on: one step of it each time that all was read which was there. */
async function follow(outputs: string, acts: readonly (() => unknown)[]): Promise<string> {
  const left = [...acts];
  let text = '';
  const hasEnded = async (): Promise<boolean> => {
    await left.shift()?.();
    return left.length === 0;
  };
  for await (const lines of readOutput({ outputs, run, follow: { hasEnded, clock: systemClock, signal } }))
    text += lines;
  return text;
}

describe('the output of a run that goes on', () => {
  it('is read as it comes, until the run has ended', async () => {
    const outputs = temporaryFolder();
    const path = join(outputs, run, 'head');
    const text = await follow(outputs, [
      () => writeProgram(outputs, `${run}/head`, 'one\n'),
      () => appendFileSync(path, 'two\nth'),
      () => appendFileSync(path, 'ree\n'),
    ]);
    expect(text).toBe('one\ntwo\nthree\n');
  });

  it('says once where all is read that was there', async () => {
    const outputs = temporaryFolder();
    const path = writeProgram(outputs, `${run}/head`, 'one\n');
    const pieces: string[] = [];
    let looks = 0;
    const hasEnded = async (): Promise<boolean> => {
      appendFileSync(path, 'more\n');
      return ++looks === 2;
    };
    const reading = readOutput({ outputs, run, follow: { hasEnded, clock: systemClock, signal } });
    for await (const lines of reading) pieces.push(lines);
    expect(pieces).toEqual(['one\n', '', 'more\n', 'more\n']);
  });

  it('is read through the files that take turns', async () => {
    const outputs = temporaryFolder();
    const path = (name: string): string => join(outputs, run, name);
    const text = await follow(outputs, [
      () => writeProgram(outputs, `${run}/head`, '1\n'),
      () => appendFileSync(path('newer'), '2\n'),
      () => {
        appendFileSync(path('newer'), '3\n');
        renameSync(path('newer'), path('older'));
        appendFileSync(path('newer'), '4\n');
      },
      () => {
        for (const line of ['5\n', '6\n']) {
          renameSync(path('newer'), path('older'));
          appendFileSync(path('newer'), line);
        }
      },
    ]);
    expect(text).toBe('1\n2\n3\n4\n… what came too fast is left out …\n6\n');
  });

  it('is all there when it is written as a run does', async () => {
    const outputs = temporaryFolder();
    const spool = createSpool(join(outputs, run), { part: 20_000 });
    const lines = Array.from({ length: 50 }, (_, round) => `${`${round} `.repeat(200)}`.trim());
    const acts = lines.map((text) => async (): Promise<void> => {
      await spool.sink({ type: 'line', stream: 'stdout', text });
      await spool.end();
    });
    expect(await follow(outputs, acts)).toBe(`${lines.join('\n')}\n`);
  });

  it('is left when the reader is stopped', async () => {
    const stop = new AbortController();
    const hasEnded = async (): Promise<boolean> => {
      stop.abort(new Error('enough'));
      return false;
    };
    const follow = { hasEnded, clock: systemClock, signal: stop.signal };
    const reading = readOutput({ outputs: temporaryFolder(), run, follow });
    expect(await reading.next()).toEqual({ value: '', done: false });
    await expect(reading.next()).rejects.toThrow('enough');
  });
});
