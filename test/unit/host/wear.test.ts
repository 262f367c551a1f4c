import { describe, expect, it } from 'vitest';
import { createWear } from '../../../src/host/wear.ts';

function fakeProcess(state: { open: string[]; heapUsed: number; uptime: number }) {
  return {
    getActiveResourcesInfo: () => [...state.open],
    uptime: () => state.uptime,
  } as unknown as NodeJS.Process;
}

describe('a child that has carried out a run', () => {
  it.each([
    ['ended well', 0, {}, false],
    ['was refused for its words', 64, {}, false],
    ['failed', 1, {}, true],
    ['was stopped', 130, {}, true],
    ['left a timer behind', 0, { open: ['PipeWrap', 'Timeout'] }, true],
    ['grew by 30 MB', 0, { heapUsed: 40 * 2 ** 20 }, false],
    ['grew by 50 MB', 0, { heapUsed: 60 * 2 ** 20 }, true],
    ['is an hour old', 0, { uptime: 3600 }, false],
  ])('that %s (%i) is worn: %o %s', (_what, exitCode, change, worn) => {
    const state = { open: ['PipeWrap'], heapUsed: 10 * 2 ** 20, uptime: 1 };
    const wear = createWear(fakeProcess(state), () => state.heapUsed);
    Object.assign(state, change);
    expect(wear.isWorn(exitCode)).toBe(worn);
  });

  it.each([
    ['grew by 20 MB', { heapUsed: 30 * 2 ** 20 }, false],
    ['grew by 30 MB', { heapUsed: 40 * 2 ** 20 }, true],
    ['is nine minutes old', { uptime: 541 }, false],
    ['is an hour old', { uptime: 3600 }, true],
  ])('that %s is old: %o %s', (_what, change, old) => {
    const state = { open: [], heapUsed: 10 * 2 ** 20, uptime: 1 };
    const wear = createWear(fakeProcess(state), () => state.heapUsed);
    Object.assign(state, change);
    expect(wear.isOld()).toBe(old);
  });

  it('is old after a thousand runs, and not worn', () => {
    const wear = createWear(fakeProcess({ open: [], heapUsed: 0, uptime: 1 }), () => 0);
    const found = Array.from({ length: 1200 }, () => [wear.isWorn(0), wear.isOld()]);
    expect(found.findIndex(([isWorn]) => isWorn)).toBe(-1);
    expect(found.findIndex(([, isOld]) => isOld)).toBe(999);
  });
});
