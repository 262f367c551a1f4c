import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFlush } from '../../../src/journal/flush.ts';
import { openSqliteJournal } from '../../../src/journal/sqlite.ts';
import { temporaryFolder } from '../../support/folder.ts';

describe('a flush', () => {
  it('is shared by those who ask while another one is under way', async () => {
    const path = join(temporaryFolder(), 'journal.db');
    writeFileSync(`${path}-wal`, 'x');
    const { flush, close } = createFlush(path);
    onTestFinished(close);
    const [first, second, third] = [flush(), flush(), flush()];
    expect([second === first, third === second]).toEqual([false, true]);
    await Promise.all([first, second]);
    const later = flush();
    expect(later).not.toBe(second);
    await later;
  });

  it('says so where there is no file any more, and goes on', async () => {
    const path = join(temporaryFolder(), 'journal.db');
    const { flush, close } = createFlush(path);
    onTestFinished(close);
    const [first, second] = [flush(), flush()];
    await expect(first).rejects.toThrow('ENOENT');
    await expect(second).rejects.toThrow('ENOENT');
    writeFileSync(`${path}-wal`, 'x');
    await flush();
  });

  it('takes no lock from a journal that is open', async () => {
    const path = join(temporaryFolder(), 'journal.db');
    const [one, other] = [await openSqliteJournal(path), await openSqliteJournal(path, { busyTimeout: 1 })];
    await one.flush();
    await one.close();
    await other.flush();
    expect(await other.runs()).toEqual([]);
    await other.close();
  });
});
