import { describe, expect, it } from 'vitest';
import { createIds } from '../../../../src/sandbox/state/ids.ts';
import { seededRandom } from '../../../../src/sandbox/state/random.ts';

const several = (seed?: string) => {
  const ids = createIds(seed);
  return [ids.fresh('Ev'), ids.fresh('F'), ids.fresh('Ev'), ids.short(), ids.uuid(), ids.uuid()];
};

describe('ids', () => {
  it('repeat with a seed, differ with another one and without', () => {
    expect(several('a')).toEqual(several('a'));
    expect(several('a')).not.toEqual(several('b'));
    expect(several()).not.toEqual(several());
  });

  it.each(['a', undefined])('look like those of Slack and never repeat within a sandbox (seed %s)', (seed) => {
    const ids = createIds(seed);
    expect(ids.fresh('Ev')).toMatch(/^Ev0[0-9A-Z]{9}$/u);
    expect(ids.short()).toMatch(/^[0-9A-Z]{5}$/u);
    expect(ids.uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
    expect(new Set(Array.from({ length: 1000 }, () => ids.fresh('Ev'))).size).toBe(1000);
  });

  it('of one kind do not depend on how many there are of another', () => {
    const [one, other] = [createIds('a'), createIds('a')];
    for (let count = 0; count < 5; count += 1) other.fresh('F');
    expect(one.fresh('Ev')).toBe(other.fresh('Ev'));
  });
});

describe('a seeded random', () => {
  it('is spread evenly from 0 to 1', () => {
    const random = seededRandom('seed', 'test');
    const drawn = Array.from({ length: 10_000 }, random);
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...drawn)).toBeLessThan(1);
    const tenths = Array.from({ length: 10 }, (_, at) => drawn.filter((value) => Math.floor(value * 10) === at).length);
    for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
