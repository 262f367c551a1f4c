import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createGroupMemory } from '../../../src/system/group-memory.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { manualClock } from '../../support/manual-clock.ts';

const age = 60_000;

function open(folder = join(temporaryFolder(), 'groups')) {
  const clock = manualClock();
  const memory = createGroupMemory(folder, clock);
  let asked = 0;
  let next: readonly string[] | Error = ['T1/U1'];
  const find = async () => {
    asked++;
    if (next instanceof Error) throw next;
    return next;
  };
  return {
    ...{ folder, clock },
    ask: (other = memory) => other.ask('key', age, find),
    renew: () => memory.renew('key', find),
    /** Another process. */
    another: () => createGroupMemory(folder, clock),
    says: (answer: readonly string[] | Error) => {
      next = answer;
    },
    asked: () => asked,
    file: () => join(folder, readdirSync(folder)[0] ?? ''),
  };
}

it('asks once in an age, for all processes', async () => {
  const { ask, another, clock, asked, says } = open();
  expect(await ask()).toEqual({ value: ['T1/U1'] });
  says([]);
  await clock.advance(age - 1);
  expect(await ask(another())).toEqual({ value: ['T1/U1'] });
  expect(asked()).toBe(1);
  await clock.advance(1);
  expect(await ask(another())).toEqual({ value: [] });
});

it('asks once for several who wait at the same time', async () => {
  const { ask, asked } = open();
  await Promise.all([ask(), ask(), ask()]);
  expect(asked()).toBe(1);
});

it('believes a source that fails for an age and no longer, and says since when it does', async () => {
  const { ask, renew, clock, says } = open();
  await ask();
  await clock.advance(30_000);
  says(new Error('missing_scope\nand more'));
  const since = clock.now();
  expect(await renew()).toEqual({ since, reason: 'missing_scope' });
  expect(await ask()).toEqual({ value: ['T1/U1'] });
  await clock.advance(30_000);
  expect(await ask()).toEqual({ since, reason: 'missing_scope' });
  await clock.advance(1000);
  expect(await ask()).toEqual({ since, reason: 'missing_scope' });
  says(['T1/U2']);
  await clock.advance(5000);
  expect(await ask()).toEqual({ value: ['T1/U2'] });
  says(new Error('again'));
  await clock.advance(age);
  expect(await ask()).toEqual({ since: clock.now(), reason: 'again' });
});

it('asks a source that did not answer at most every other second', async () => {
  const { ask, clock, asked, says } = open();
  says(new Error('no'));
  await ask();
  await clock.advance(1999);
  await ask();
  expect(asked()).toBe(1);
  await clock.advance(1);
  await ask();
  expect(asked()).toBe(2);
});

it('is read by its owner alone', async () => {
  const { ask, folder, file } = open();
  await ask();
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(file()).mode & 0o777).toBe(0o600);
});

it.each<[string, (file: string, content: string) => void]>([
  ['that others may write', (file) => chmodSync(file, 0o666)],
  ['of another key', (file, content) => writeFileSync(file, content.replace('"key":"key"', '"key":"other"'))],
  ['that is no JSON', (file) => writeFileSync(file, 'x')],
  ['of tomorrow', (file, content) => writeFileSync(file, content.replace(/"at":\d+/, '"at":9999999999999'))],
  ['in a folder that others may write', (file) => chmodSync(join(file, '..'), 0o777)],
])('takes no word of a file %s', async (_, harm) => {
  const { ask, file, says, asked } = open();
  await ask();
  harm(file(), readFileSync(file(), 'utf8'));
  says(['T1/U9']);
  expect(await ask()).toEqual({ value: ['T1/U9'] });
  expect(asked()).toBe(2);
});

it('takes no word of a link', async () => {
  const { ask, file, folder, says, asked } = open();
  await ask();
  const elsewhere = join(folder, '..', 'elsewhere');
  const path = file();
  writeFileSync(elsewhere, readFileSync(path), { mode: 0o600 });
  const { unlinkSync } = await import('node:fs');
  unlinkSync(path);
  symlinkSync(elsewhere, path);
  says([]);
  expect(await ask()).toEqual({ value: [] });
  expect(asked()).toBe(2);
});

it('asks each time where nothing can be kept', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'groups'), 'a file');
  const { ask, asked } = open(join(folder, 'groups'));
  expect(await ask()).toEqual({ value: ['T1/U1'] });
  expect(await ask()).toEqual({ value: ['T1/U1'] });
  expect(asked()).toBe(2);
});
