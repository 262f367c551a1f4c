import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Event } from '../../../src/context/events.ts';
import { outputFiles } from '../../../src/run/output-folder.ts';
import { createSpool, type SpoolLimits } from '../../../src/run/spool.ts';
import { temporaryFolder, writeProgram } from '../../support/folder.ts';
import { until } from '../../support/waiting.ts';

const line = (text: string, stream: 'stdout' | 'stderr' = 'stdout'): Event => ({ type: 'line', stream, text });

/** What the files of a spool hold, one after the other, after so many events. */
async function spooled(events: readonly Event[], limits: SpoolLimits = {}): Promise<{ folder: string; text: string }> {
  const folder = join(temporaryFolder(), 'output', 'r1');
  const spool = createSpool(folder, limits);
  for (const event of events) await spool.sink(event);
  await spool.end();
  const files = outputFiles.map((name) => join(folder, name)).filter((path) => existsSync(path));
  return { folder, text: files.map((path) => readFileSync(path, 'utf8')).join('') };
}

describe('a run’s output', () => {
  it('needs no file where it is short and nothing is to be kept', async () => {
    const events: Event[] = [line('x'.repeat(1998)), { type: 'finished', outcome: 'ok', exitCode: 0, ms: 1 }];
    const { folder } = await spooled(events, { quiet: 2000 });
    expect(existsSync(folder)).toBe(false);
  });

  it('is kept word for word as a terminal prints it, for its owner alone', async () => {
    const { text, folder } = await spooled(
      [
        line('\u001b[1mbold\u001b[0m'),
        line('a\nb'),
        { type: 'progress', stream: 'stdout', text: 'not whole yet' },
        line('to stderr', 'stderr'),
        { type: 'step', id: 1, title: 'Look', state: 'running' },
        { type: 'step', id: 1, title: 'Look', state: 'done', ms: 1 },
        { type: 'result', data: {}, blocks: [{ type: 'text', text: 'done' }] },
        { type: 'error', outcome: 'failed', exitCode: 1, message: 'no', hint: 'try' },
      ],
      { quiet: 0 },
    );
    expect(text).toBe('bold\na\nb\nto stderr\n✓ Look\ndone\n✗ no\n  → try\n');
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'head')).mode & 0o777).toBe(0o600);
  });

  it('has the address of a link that lasts over several lines, as a terminal prints it', async () => {
    const { text } = await spooled(
      [
        line('plain'),
        line('\u001b]8;;https://example.com/\u001b\\one'),
        line('two'),
        line('no\ttab'),
        line('end\u001b]8;;\u001b\\'),
        line('plain'),
      ],
      { quiet: 0 },
    );
    const link = ' (https://example.com/)';
    expect(text).toBe(`plain\none${link}\ntwo${link}\nno      tab${link}\nend${link}\nplain\n`);
  });

  it('is kept whole up to its limit', async () => {
    const events = Array.from({ length: 28 }, (_, index) => line(`line ${`${index}`.padStart(4, '0')}`));
    const { text } = await spooled(events, { quiet: 0, part: 100 });
    expect(text.split('\n')).toHaveLength(29);
    expect(text).not.toContain('left out');
  });

  it('of much has its head and its tail, and says what is missing', async () => {
    const events = Array.from({ length: 100_000 }, (_, index) => line(`line ${`${index}`.padStart(6, '0')}`));
    const { text } = await spooled(events, { quiet: 0, part: 120_000 });
    const [head = '', gap = '', tail = ''] = text.split(/(… .* left out …\n)/);
    expect(head).toMatch(/^line 000000\n(line \d{6}\n)+$/);
    expect(tail).toMatch(/^(line \d{6}\n)+line 099999\n$/);
    expect(gap).toMatch(/^… 0\.\d MB left out …\n$/);
    const numbers = tail.split('\n').map((words) => Number(words.slice(5)));
    expect(numbers.slice(0, -1).every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1)).toBe(
      true,
    );
    const missing = 1_200_000 - head.length - tail.length;
    expect(gap).toContain((missing / 2 ** 20).toFixed(1));
    expect(text.length).toBeLessThanOrEqual(3 * 120_000 + 100);
  });

  it('is kept to the end, with pauses and events that say nothing in between', async () => {
    const folder = join(temporaryFolder(), 'r1');
    const spool = createSpool(folder, { quiet: 0 });
    for (let round = 0; round < 3; round++) {
      await spool.sink(line(`round ${round}`));
      await spool.end();
      await spool.sink({ type: 'step', id: 1, title: 'x', state: 'running' });
      await spool.sink({ type: 'ask', id: 1, question: 'x' });
    }
    await spool.end();
    expect(readFileSync(join(folder, 'head'), 'utf8')).toBe('round 0\nround 1\nround 2\n');
  });

  it('is lost where it cannot be written, and the run goes on', async () => {
    const file = writeProgram(temporaryFolder(), 'file', '');
    const spool = createSpool(join(file, 'r1'), { quiet: 0 });
    for (let number = 0; number < 100; number++) await spool.sink(line('x'.repeat(100_000)));
    await expect(spool.end()).resolves.toBeUndefined();
    expect(spool.fault()).toMatchObject({ code: 'ENOTDIR' });
  });

  it('is there for who follows it, before the run says more', async () => {
    const folder = join(temporaryFolder(), 'r1');
    const spool = createSpool(folder);
    await spool.sink(line('before'));
    const path = join(folder, 'head');
    // It is there a moment before its words are.
    await until(() => existsSync(path) && statSync(path).size > 0, 'the file is there');
    expect(readFileSync(path, 'utf8')).toBe('before\n');
    await spool.sink(line('after'));
    await spool.end();
    expect(readFileSync(path, 'utf8')).toBe('before\nafter\n');
    expect(spool.fault()).toBeUndefined();
  });

  it('is kept anew where what was kept is gone', async () => {
    const folder = join(temporaryFolder(), 'r1');
    const spool = createSpool(folder);
    await spool.sink(line('before'));
    await spool.end();
    rmSync(folder, { recursive: true });
    await spool.sink(line('after'));
    await spool.end();
    expect(readFileSync(join(folder, 'head'), 'utf8')).toBe('after\n');
    expect(spool.fault()).toBeUndefined();
  });

  it('holds the run back while the disk is slow', async () => {
    const folder = join(temporaryFolder(), 'r1');
    const spool = createSpool(folder);
    const pending = Array.from({ length: 8 }, () => spool.sink(line('x'.repeat(300_000))));
    expect(pending[0]).toBeUndefined();
    expect(pending.at(-1)).toBeInstanceOf(Promise);
    await Promise.all(pending);
    await spool.end();
    expect(statSync(join(folder, 'head')).size).toBe(8 * 300_001);
  });
});
