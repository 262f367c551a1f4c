import { describe, expect, it } from 'vitest';
import { createClock } from '../../../../src/sandbox/state/clock.ts';

const start = 1_700_000_000_000;

describe('a clock', () => {
  it('gives timestamps that always increase, also when the clock stands or goes back', () => {
    const times = [start, start, start - 1e11, start + 1];
    const clock = createClock({ now: () => times.shift() ?? 0 });
    expect([clock.ts(), clock.ts(), clock.ts(), clock.ts()]).toEqual([
      '1700000000.000000',
      '1700000000.000001',
      '1700000000.000002',
      '1700000000.001000',
    ]);
  });

  it('can be moved, and its timestamps go with it', () => {
    const clock = createClock({ standing: start });
    clock.advance(3_600_000);
    expect([clock.now(), clock.ts()]).toEqual([start + 3_600_000, '1700003600.000000']);
  });

  it('gives timestamps after those that were passed', () => {
    const clock = createClock({ standing: start });
    clock.passed('1700000009.000005');
    expect(clock.ts()).toBe('1700000009.000006');
    clock.passed('1600000000.000000');
    expect(clock.ts()).toBe('1700000009.000007');
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 9e15])('is not moved by %s', (ms) => {
    expect(() => createClock().advance(ms)).toThrow(`by ${ms} ms`);
  });
});

describe('a timer', () => {
  it('fires when the clock is moved to it, in the order of time, each at its own', () => {
    const clock = createClock({ standing: start });
    const fired: [string, number][] = [];
    const note = (name: string) => () => void fired.push([name, clock.now() - start]);
    clock.timer(300, note('late'));
    clock.timer(100, note('early'));
    clock.timer(100, note('early too'));
    clock.advance(99);
    expect(fired).toEqual([]);
    clock.advance(1000);
    expect(fired).toEqual([
      ['early', 100],
      ['early too', 100],
      ['late', 300],
    ]);
    expect(clock.now()).toBe(start + 1099);
  });

  it('that another one sets falls due within the same move', () => {
    const clock = createClock({ standing: start });
    const fired: number[] = [];
    clock.timer(10, () => clock.timer(10, () => fired.push(clock.now() - start)));
    clock.advance(20);
    expect(fired).toEqual([20]);
  });

  it('does not fire once it is cancelled, or the clock is closed', () => {
    const clock = createClock({ standing: start });
    let fired = 0;
    const cancel = clock.timer(10, () => fired++);
    clock.timer(20, () => fired++);
    cancel();
    clock.advance(10);
    clock.close();
    clock.advance(100);
    expect(fired).toBe(0);
  });

  it('fires by itself, and sooner for a move', async () => {
    const clock = createClock();
    await new Promise<void>((resolve) => clock.timer(1, resolve));
    const moved = new Promise<void>((resolve) => clock.timer(60_005, resolve));
    const far = clock.timer(1e12, () => expect.unreachable());
    clock.advance(60_000);
    await moved;
    far();
  });
});
