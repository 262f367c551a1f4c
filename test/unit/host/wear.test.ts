import { describe, expect, it } from 'vitest';
import { createWear } from '../../../src/host/wear.ts';

function fakeProcess(state: { open: string[]; heapUsed: number; uptime: number }) {
  return {
    getActiveResourcesInfo: () => [...state.open],
    memoryUsage: () => ({ heapUsed: state.heapUsed }),
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
    ['grew by 50 MB', 0, { heapUsed: 60 * 2 ** 20 }, true],
    ['is an hour old', 0, { uptime: 3600 }, true],
  ])('that %s (%i) is worn: %o %s', (_what, exitCode, change, worn) => {
    const state = { open: ['PipeWrap'], heapUsed: 10 * 2 ** 20, uptime: 1 };
    const wear = createWear(fakeProcess(state));
    Object.assign(state, change);
    expect(wear.isWorn(exitCode)).toBe(worn);
  });

  it('is worn after a hundred runs', () => {
    const wear = createWear(fakeProcess({ open: [], heapUsed: 0, uptime: 1 }));
    const worn = Array.from({ length: 100 }, () => wear.isWorn(0));
    expect(worn.indexOf(true)).toBe(99);
  });

  it('is old some runs before that', () => {
    const wear = createWear(fakeProcess({ open: [], heapUsed: 0, uptime: 1 }));
    const old = Array.from({ length: 100 }, () => wear.isWorn(0) || wear.isOld());
    expect(old.indexOf(true)).toBe(79);
  });
});
