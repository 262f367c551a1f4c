import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CodeKeys, ListenerMark } from '../../../src/context/codes.ts';
import { keptCodeSecrets } from '../../../src/system/code-folder.ts';
import { openCodeKeys } from '../../../src/system/code-keys.ts';
import { folderMode } from '../../../src/system/code-store.ts';
import { createSealPair } from '../../../src/system/seal.ts';
import { temporaryFolder } from '../../support/folder.ts';

interface Made {
  keys: CodeKeys;
  mark: ListenerMark;
  journal: string;
  folder: string;
}

async function made(): Promise<Made> {
  const above = temporaryFolder();
  const journal = join(above, 'journal.db');
  const keys = openCodeKeys(journal);
  return { keys, mark: await keys.listener.create(), journal, folder: join(above, 'codes') };
}

const modeOf = (path: string): number => statSync(path).mode & 0o777;

describe("a listener's key", () => {
  it('has a private part for its owner alone, which is masked, and a public one for all', async () => {
    const { keys, mark, journal, folder } = await made();
    expect(modeOf(join(folder, `listener-${mark.id}`))).toBe(0o600);
    expect(modeOf(join(folder, `listener-${mark.id}.pub`))).toBe(0o644);
    expect(keys.listener.isOwn(mark.id)).toBe(true);
    expect(await keys.listener.find(mark)).toMatchObject(mark);
    expect(keptCodeSecrets(journal)).toEqual([readFileSync(join(folder, `listener-${mark.id}`), 'utf8').trim()]);
    await keys.listener.drop(mark.id);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    [
      'swapped',
      (path: string) => writeFileSync(path, createSealPair().publicKey),
      'is not the one that the journal says',
    ],
    ['gone', (path: string) => unlinkSync(path), 'is gone'],
    [
      'a link',
      (path: string) => {
        writeFileSync(`${path}.there`, readFileSync(path));
        unlinkSync(path);
        symlinkSync(`${path}.there`, path);
      },
      'cannot be read',
    ],
  ])('is sealed to by nobody where its public part is %s', async (_, change, why) => {
    const { keys, mark, folder } = await made();
    change(join(folder, `listener-${mark.id}.pub`));
    await expect(keys.listener.find(mark)).rejects.toMatchObject({
      outcome: 'config',
      message: expect.stringContaining(why),
    });
  });

  it('is sealed to by nobody where its file is of another user than the journal says', async () => {
    const { keys, mark } = await made();
    const finding = keys.listener.find({ ...mark, uid: mark.uid + 1 });
    await expect(finding).rejects.toMatchObject({ message: expect.stringContaining('belongs to the user') });
  });

  it.each([
    ['others may read', (path: string) => chmodSync(path, 0o640)],
    ['is of another key', (path: string) => writeFileSync(path, createSealPair().privateKey)],
    ['is no key', (path: string) => writeFileSync(path, 'none')],
    ['is gone', (path: string) => unlinkSync(path)],
  ])('opens nothing where its private part %s', async (_, change) => {
    const { keys, mark, folder } = await made();
    change(join(folder, `listener-${mark.id}`));
    expect(keys.listener.isOwn(mark.id)).toBe(false);
  });
});

describe('a secret that is sealed for rooms', () => {
  async function sealed(): Promise<Made & { id: string; secret: string }> {
    const all = await made();
    const { keys, mark, folder } = all;
    const key = keys.create();
    await keys.keep(key, { person: 'ann', to: await keys.listener.find(mark) });
    expect(modeOf(join(folder, `${key.id}.sealed`))).toBe(0o644);
    // Another user's own copy is as far away.
    unlinkSync(join(folder, key.id));
    return { ...all, ...key };
  }

  it('is found by the listener that has no other copy', async () => {
    const { keys, mark, id, secret } = await sealed();
    expect(await keys.find({ id, person: 'ann', sealed: mark.id })).toEqual({ id, secret });
    expect(keys.doors({ id, person: 'ann', sealed: mark.id }, mark)).toEqual({ terminal: false, rooms: true });
  });

  it('is of no use as that of another person', async () => {
    const { keys, mark, id } = await sealed();
    const finding = keys.find({ id, person: 'bob', sealed: mark.id });
    await expect(finding).rejects.toMatchObject({
      message: expect.stringContaining('was changed since it was sealed'),
    });
  });

  it('is of no use where it is another one than the journal knows', async () => {
    const { keys, mark, id, folder } = await sealed();
    const other = keys.create();
    await keys.seal({ id, secret: other.secret }, { person: 'ann', to: await keys.listener.find(mark) });
    expect(readdirSync(folder)).toContain(`${id}.sealed`);
    const finding = keys.find({ id, person: 'ann', sealed: mark.id });
    await expect(finding).rejects.toMatchObject({
      message: expect.stringContaining('not the one that the journal knows'),
    });
  });

  it('is of no use to who has not the private part, or where it was sealed to another key', async () => {
    const { keys, mark, id, folder } = await sealed();
    await expect(keys.find({ id, person: 'ann' })).rejects.toMatchObject({ outcome: 'config' });
    unlinkSync(join(folder, `listener-${mark.id}`));
    await expect(keys.find({ id, person: 'ann', sealed: mark.id })).rejects.toMatchObject({ outcome: 'config' });
    const next = await keys.listener.create();
    expect(keys.doors({ id, person: 'ann', sealed: mark.id }, next)).toEqual({ terminal: false, rooms: false });
  });

  it('goes with the other copy', async () => {
    const { keys, id, folder } = await sealed();
    expect(await keys.drop(id)).toEqual([]);
    expect(readdirSync(folder).filter((name) => name.startsWith(id))).toEqual([]);
  });
});

describe('the folder of secrets', () => {
  it.each([
    ['is its owner’s alone', 0o700, 0o700],
    ['is its owner’s alone beside a journal that others can only read', 0o755, 0o700],
    ['is the group’s where the journal is, and each takes away their own', 0o2770, 0o3770],
    ['is everybody’s where the journal is', 0o777, 0o3777],
  ])('%s', (_, above, mode) => {
    expect(folderMode(above)).toBe(mode);
  });

  it('of one’s own is set right when somebody adds to it', async () => {
    const { keys, folder } = await made();
    chmodSync(join(folder, '..'), 0o2770);
    await keys.keep(keys.create());
    expect(statSync(folder).mode & 0o7777).toBe(0o3770);
  });

  it('that cannot be written is told of, with what to type', async () => {
    const above = temporaryFolder();
    mkdirSync(join(above, 'there'));
    writeFileSync(join(above, 'there', 'codes'), '');
    const making = openCodeKeys(join(above, 'there', 'journal.db')).listener.create();
    await expect(making).rejects.toMatchObject({ outcome: 'config', hint: expect.stringContaining('chmod 3770') });
  });
});
