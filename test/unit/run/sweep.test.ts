import { existsSync, readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../src/context/host.ts';
import { keepSwept, sweepWhenDue } from '../../../src/run/output.ts';
import { sweepOutputs } from '../../../src/run/sweep.ts';
import { temporaryFolder, writeProgram } from '../../support/folder.ts';
import { manualClock } from '../../support/manual-clock.ts';

const now = new Date('2026-11-21T12:00:00Z');
const hour = 3_600_000;

/** The output of a run, so many bytes and hours old. */
function output(folder: string, run: string, { bytes = 10, age = 0 } = {}): void {
  const at = new Date(now.getTime() - age * hour);
  for (const name of ['head', 'newer']) {
    utimesSync(writeProgram(folder, `${run}/${name}`, 'x'.repeat(bytes / 2)), at, at);
  }
  utimesSync(join(folder, run), at, at);
}

const left = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name !== '.swept')
    .sort();

describe('sweeping the outputs of runs', () => {
  it('removes what is too old, what was brought to no room too, and nothing else', async () => {
    const folder = temporaryFolder();
    output(folder, 'aaaaaaaa', { age: 23 });
    output(folder, 'bbbbbbbb', { age: 25 });
    output(folder, 'passing/cccccccc', { age: 25 });
    output(folder, 'passing/said-dddddddd', { age: 25 });
    output(folder, 'notes', { age: 25 });
    await sweepOutputs(folder, { keep: 24 * hour, total: 1e9 }, now);
    expect(left(folder)).toEqual(['aaaaaaaa', 'notes', 'passing']);
    expect(left(join(folder, 'passing'))).toEqual([]);
  });

  it('leaves a run alone that has said something since', async () => {
    const folder = temporaryFolder();
    output(folder, 'aaaaaaaa', { age: 25 });
    utimesSync(join(folder, 'aaaaaaaa', 'newer'), now, now);
    await sweepOutputs(folder, { keep: 24 * hour, total: 1e9 }, now);
    expect(left(folder)).toEqual(['aaaaaaaa']);
  });

  it('removes the oldest where all of it is too much', async () => {
    const folder = temporaryFolder();
    for (const [age, run] of ['aaaaaaaa', 'bbbbbbbb', 'cccccccc', 'dddddddd'].entries()) output(folder, run, { age });
    await sweepOutputs(folder, { keep: 24 * hour, total: 25 }, now);
    expect(left(folder)).toEqual(['aaaaaaaa', 'bbbbbbbb']);
  });

  it('leaves the newest alone, which may be too much by itself', async () => {
    const folder = temporaryFolder();
    output(folder, 'aaaaaaaa', { bytes: 30 });
    output(folder, 'bbbbbbbb', { age: 1 });
    await sweepOutputs(folder, { keep: 24 * hour, total: 25 }, now);
    expect(left(folder)).toEqual(['aaaaaaaa']);
  });

  it('happens at most once an hour, whoever ends a run', async () => {
    const folder = temporaryFolder();
    const clock = { ...manualClock(), now: () => now };
    const sweep = (later: number): Promise<void> =>
      sweepWhenDue(
        folder,
        { keep: 24 * hour, size: 1e6, total: 1e9 },
        { ...clock, now: () => new Date(now.getTime() + later) },
      );
    output(folder, 'aaaaaaaa', { age: 25 });
    await sweep(0);
    expect(left(folder)).toEqual([]);
    output(folder, 'bbbbbbbb', { age: 25 });
    await sweep(hour - 1);
    expect(left(folder)).toEqual(['bbbbbbbb']);
    await sweep(hour);
    expect(left(folder)).toEqual([]);
  });

  it('happens every hour beside a listener, until that is stopped', async () => {
    const folder = temporaryFolder();
    const stop = new AbortController();
    let time = now.getTime();
    let waits = 0;
    const clock: Clock = {
      now: () => new Date(time),
      sleep: async (ms) => {
        time += ms;
        output(folder, 'aaaaaaaa', { age: 25 });
        if (++waits === 3) stop.abort();
      },
    };
    await keepSwept(folder, { keep: 24 * hour, size: 1e6, total: 1e9 }, { clock, signal: stop.signal });
    expect(waits).toBe(3);
    expect(left(folder)).toEqual(['aaaaaaaa']);
    output(folder, 'bbbbbbbb');
    await sweepWhenDue(folder, { keep: 24 * hour, size: 1e6, total: 1e9 }, clock);
    expect(left(folder)).toEqual(['bbbbbbbb']);
  });

  it('costs nothing but itself where the folder cannot be made', async () => {
    const file = writeProgram(temporaryFolder(), 'file', '');
    const limits = { keep: hour, size: 1e6, total: 1e9 };
    await expect(sweepWhenDue(join(file, 'output'), limits, manualClock())).resolves.toBeUndefined();
    expect(existsSync(file)).toBe(true);
  });
});
