import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keptCodeSecrets } from '../../../src/system/code-folder.ts';
import { openCodeKeys } from '../../../src/system/code-keys.ts';
import { codeOf } from '../../support/codes.ts';
import { temporaryFolder } from '../../support/folder.ts';

/** `12345678901234567890`, as RFC 6238 has it. */
const key = { id: '', secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' };
const keys = openCodeKeys('/nowhere/journal.db');

describe('a code', () => {
  /** https://www.rfc-editor.org/rfc/rfc6238#appendix-B: the last six of its eight digits, with SHA-1. */
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('of the second %i is %s', (second, code) => {
    expect(keys.stepOf(key, code, new Date(second * 1000))).toBe(Math.floor(second / 30));
    expect(codeOf(key.secret, 0, second * 1000)).toBe(code);
  });

  it.each([
    [-2, false],
    [-1, true],
    [0, true],
    [1, true],
    [2, false],
  ])('of %i half minutes from now is taken: %s', (steps, isTaken) => {
    const now = 1_700_000_000_000;
    const step = keys.stepOf(key, codeOf(key.secret, steps, now), new Date(now));
    expect(step).toBe(isTaken ? Math.floor(now / 30_000) + steps : undefined);
  });
});

describe('a secret', () => {
  it('has 160 bits, and is another one each time', () => {
    const made = [keys.create(), keys.create()];
    expect(new Set(made.map(({ secret }) => secret)).size).toBe(2);
    for (const { secret } of made) expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  });

  it('is read by an app as the usual kind', () => {
    expect(keys.address(key, { issuer: 'ops shop', person: 'ann o’x' })).toBe(
      `otpauth://totp/ops%20shop:ann%20o%E2%80%99x?secret=${key.secret}&issuer=ops%20shop`,
    );
  });

  it('is kept for its owner alone, and found, masked and dropped by its name', async () => {
    const journal = join(temporaryFolder(), 'deep', 'journal.db');
    mkdirSync(join(journal, '..', 'codes'), { recursive: true });
    chmodSync(join(journal, '..', 'codes'), 0o755);
    const mine = openCodeKeys(journal);
    const made = mine.create();
    await mine.keep(made);
    expect(statSync(join(journal, '..', 'codes')).mode & 0o777).toBe(0o700);
    expect(await mine.find({ id: made.id, person: 'ann' })).toEqual(made);
    expect(keptCodeSecrets(journal)).toContain(made.secret);
    await mine.drop(made.id);
    expect(readdirSync(join(journal, '..', 'codes'))).toEqual([]);
    await expect(mine.find({ id: made.id, person: 'ann' })).rejects.toMatchObject({ outcome: 'config' });
    expect(keptCodeSecrets(journal)).toEqual([]);
  });

  it('that cannot be kept is told of, without it', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'codes'), '');
    const made = keys.create();
    const keeping = openCodeKeys(join(folder, 'journal.db')).keep(made);
    await expect(keeping).rejects.toMatchObject({
      outcome: 'config',
      message: expect.not.stringContaining(made.secret),
    });
  });

  it('is looked for nowhere else, whatever it is called', async () => {
    await expect(keys.find({ id: '../../etc/passwd', person: 'ann' })).rejects.toMatchObject({ outcome: 'config' });
  });
});
