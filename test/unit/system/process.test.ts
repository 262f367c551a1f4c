import { spawn } from 'node:child_process';
import { hostname } from 'node:os';
import { describe, expect, it, onTestFinished } from 'vitest';
import { identify, isAlive, killGroup, killRun } from '../../../src/system/process.ts';
import { eventually } from '../../support/waiting.ts';

function startSleep(env: Record<string, string> = {}): { pid: number; ended: () => boolean } {
  const child = spawn('sleep', ['300'], { detached: true, stdio: 'ignore', env: { ...process.env, ...env } });
  onTestFinished(() => void child.kill('SIGKILL'));
  if (child.pid === undefined) throw new Error('sleep did not start');
  return { pid: child.pid, ended: () => child.exitCode !== null || child.signalCode !== null };
}

describe('identify', () => {
  it('names this machine and this process', () => {
    expect(identify()).toMatchObject({ host: hostname(), pid: process.pid });
  });

  it('says the same of the same process each time', () => {
    expect(identify()).toEqual(identify(process.pid));
  });

  it('tells processes apart by their start', async () => {
    const first = identify(startSleep().pid).started;
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(identify(startSleep().pid).started).not.toBe(first);
  });
});

describe('isAlive', () => {
  it('is true of this process', () => {
    expect(isAlive(identify())).toBe(true);
  });

  it('is false once the process has ended', async () => {
    const child = startSleep();
    const id = identify(child.pid);
    expect(isAlive(id)).toBe(true);
    process.kill(child.pid, 'SIGKILL');
    await eventually('it has ended', child.ended);
    expect(isAlive(id)).toBe(false);
  });

  it('is false of an earlier process with the same number', () => {
    expect(isAlive({ ...identify(), started: 'before the machine started anew' })).toBe(false);
  });

  it('is true of another machine, since nobody can tell', () => {
    expect(isAlive({ host: 'elsewhere', pid: 1, started: '' })).toBe(true);
  });
});

describe('killGroup', () => {
  it('ends the processes of the group', async () => {
    const child = startSleep();
    await killGroup(identify(child.pid));
    await eventually('it has ended', child.ended);
  });

  it.each([
    ['of another machine', { host: 'elsewhere' }],
    ['whose number has a new owner', { started: 'before the machine started anew' }],
    ['that nobody could identify', { started: '' }],
  ])('leaves a group alone %s', async (_, change) => {
    const child = startSleep();
    await killGroup({ ...identify(child.pid), ...change });
    expect(isAlive(identify(child.pid))).toBe(true);
  });
});

describe.runIf(process.platform === 'linux')('killRun', () => {
  it('ends what carries the id of the run, and nothing else', async () => {
    const mine = startSleep({ OPS_RUN: 'k3f9x2ab' });
    const other = startSleep({ OPS_RUN: 'k3f9x2a' });
    await killRun('k3f9x2ab', { ...identify(), pid: 2 ** 22 });
    await eventually('it has ended', mine.ended);
    expect(isAlive(identify(other.pid))).toBe(true);
  });
});
