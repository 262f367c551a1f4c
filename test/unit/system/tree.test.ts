import { type ChildProcess, spawn } from 'node:child_process';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type ProcessEntry, parseStat, readEntry } from '../../../src/system/proc.ts';
import { descendants, endTree, parsePs } from '../../../src/system/tree.ts';
import { until } from '../../support/waiting.ts';

function entry(pid: number, parent: number, group = pid, session = group): ProcessEntry {
  return { pid, parent, group, session, started: 1, ended: false };
}

describe('descendants', () => {
  it.each<[string, ProcessEntry[], number[]]>([
    ['the root', [entry(10, 1)], [10]],
    ['children and theirs', [entry(10, 1), entry(11, 10, 10), entry(12, 11, 10)], [10, 11, 12]],
    ['children listed before their parents', [entry(12, 11), entry(11, 10), entry(10, 1)], [12, 11, 10]],
    ['a child in a session of its own', [entry(10, 1), entry(11, 10, 11, 11)], [10, 11]],
    ['a member of the group whose parent has ended', [entry(10, 1), entry(12, 1, 10, 10)], [10, 12]],
    ['a member of the session in another group', [entry(10, 1), entry(12, 1, 12, 10)], [10, 12]],
    ['what is left when the root is gone', [entry(11, 1, 10, 10), entry(12, 11, 12, 12)], [11, 12]],
    ['nobody else', [entry(1, 0), entry(5, 1), entry(6, 5, 5, 5), entry(10, 5)], [10]],
    ['nothing where there is nothing', [entry(1, 0), entry(5, 1)], []],
    ['each process once in a ring', [entry(10, 11), entry(11, 10)], [10, 11]],
  ])('finds %s', (_, processes, pids) => {
    expect(descendants(processes, [10]).map(({ pid }) => pid)).toEqual(pids);
  });
});

describe('the process list', () => {
  it('reads a stat line whose name holds brackets and spaces', () => {
    const rest = 'S 1 20 30 0 -1 4194560 1 0 0 0 0 0 0 0 20 0 1 0 98765 0 0';
    expect(parseStat(`40 (odd ) R 9 name) ${rest}`)).toEqual({
      pid: 40,
      parent: 1,
      group: 20,
      session: 30,
      started: 98765,
      ended: false,
    });
  });

  it.each([
    ['  10     1    10 Ss', { pid: 10, parent: 1, group: 10, session: 10, started: 0, ended: false }],
    ['11 10 10 Z+', { pid: 11, parent: 10, group: 10, session: 10, started: 0, ended: true }],
    ['', undefined],
  ])('reads "%s" of ps', (line, expected) => {
    expect(parsePs(line)).toEqual(expected);
  });
});

describe('endTree', () => {
  it('ends a process that heeds SIGTERM with SIGTERM alone', async () => {
    const child = start('exec sleep 300');
    const ended = endOf(child);
    await endTree({ root: pidOf(child) }, 60_000);
    expect(await ended).toBe('SIGTERM');
  });

  it('kills a process that ignores SIGTERM once the grace is over', async () => {
    const child = start('trap "" TERM; echo ready; while true; do sleep 300; done');
    await new Promise((resolve) => child.stdout?.once('data', resolve));
    const ended = endOf(child);
    await endTree({ root: pidOf(child) }, 50);
    expect(await ended).toBe('SIGKILL');
  });

  it('ends members of the group after their leader has gone', async () => {
    const child = start('sleep 300 >&- & echo $!');
    const pid = Number(await new Promise((resolve) => child.stdout?.once('data', resolve)));
    await until(() => child.exitCode !== null, 'the leader has gone');
    expect(readEntry(pid)).toBeDefined();
    await endTree({ root: pidOf(child) }, 60_000);
    expect(readEntry(pid)?.ended ?? true).toBe(true);
  });

  // 0 is refused with them, and not tried here: were it taken, everything on this machine would end.
  it.each([-1, Number.NaN])('refuses %s, which is the number of no process', async (root) => {
    await expect(endTree({ root })).rejects.toThrow(`no process can be ended that has the number ${root}`);
  });

  it('does nothing where there is nothing left', async () => {
    const child = start('true');
    await endOf(child);
    await expect(endTree({ root: pidOf(child) }, 60_000)).resolves.toBe(true);
  });
});

function start(line: string): ChildProcess {
  const child = spawn('bash', ['-c', line], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
  onTestFinished(async () => void (await endTree({ root: pidOf(child) }, 0)));
  return child;
}

function endOf(child: ChildProcess): Promise<string | null> {
  return new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
}

function pidOf({ pid }: ChildProcess): number {
  if (pid === undefined) throw new Error('bash did not start');
  return pid;
}
