import { spawn } from 'node:child_process';
import { hostname } from 'node:os';
import { describe, expect, it, onTestFinished } from 'vitest';
import { identify, isAlive, killGroup, killRun } from '../../../src/system/process.ts';
import { until } from '../../support/waiting.ts';

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
    await until(child.ended, 'it has ended');
    expect(isAlive(id)).toBe(false);
  });

  it('is false of an earlier process with the same number', () => {
    expect(isAlive({ ...identify(), started: 'before the machine started anew' })).toBe(false);
  });

  it.runIf(process.platform === 'linux')('is true of a process that an earlier version identified', () => {
    const { started, ...self } = identify();
    const [boot, , ticks] = started.split(':');
    expect(isAlive({ ...self, started: `${boot}:${ticks}` })).toBe(true);
    expect(isAlive({ ...self, started: `${boot}:1` })).toBe(false);
  });

  describe.runIf(process.platform === 'linux')('where numbers mean something else', () => {
    const { host, pid, started } = identify();
    const [boot, namespace, ticks] = started.split(':');
    it.each([
      ['is not known of another machine', 'elsewhere', `${boot}x:${namespace}:${ticks}`, undefined],
      ['is not known of another container', 'elsewhere', `${boot}:1:${ticks}`, undefined],
      ['is not known of another container of the same name', host, `${boot}:1:${ticks}`, undefined],
      ['is true though the machine has another name by now', 'elsewhere', started, true],
      ['is false of what ran before the machine was started anew', host, `${boot}x:${namespace}:${ticks}`, false],
    ])('%s', (_, of, since, answer) => {
      expect(isAlive({ host: of, pid, started: since })).toBe(answer);
    });
  });

  it('is not known of another machine of which only the name is known', () => {
    expect(isAlive({ host: 'elsewhere', pid: 1, started: '' })).toBeUndefined();
  });
});

describe('killGroup', () => {
  it('ends the processes of the group', async () => {
    const child = startSleep();
    await killGroup(identify(child.pid));
    await until(child.ended, 'it has ended');
  });

  it.each([
    ['of another machine', { host: 'elsewhere', started: 'another boot:1:1' }],
    ['of another container', { started: identify().started.replace(/:[^:]*:/, ':1:') }],
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
    await until(mine.ended, 'it has ended');
    expect(isAlive(identify(other.pid))).toBe(true);
  });
});
