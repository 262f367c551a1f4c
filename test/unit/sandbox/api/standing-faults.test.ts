import { afterEach, describe, expect, it } from 'vitest';
import { createFaults } from '../../../../src/sandbox/api/faults.ts';
import { type Sandbox, startSandbox } from '../../../../src/sandbox/server.ts';
import { randomFor } from '../../../../src/sandbox/state/random.ts';
import { call } from '../client.ts';

const met = (seed: string, calls: readonly string[], rate = 0.3): boolean[] => {
  const faults = createFaults(randomFor(seed));
  faults.always('*', { error: 'fatal_error', rate });
  return calls.map((method) => faults.take(method) !== undefined);
};
const posts = Array.from({ length: 300 }, () => 'chat.postMessage');

describe('a standing fault', () => {
  let sandbox: Sandbox | undefined;
  afterEach(() => sandbox?.close());

  it('meets every call of its method until it is cleared', async () => {
    sandbox = await startSandbox();
    sandbox.faults.always('auth.test', { error: 'fatal_error' });
    sandbox.faults.next('auth.test', { error: 'first' });
    const errors = [];
    for (let count = 0; count < 3; count += 1) errors.push((await call(sandbox, 'auth.test')).error);
    expect(errors).toEqual(['first', 'fatal_error', 'fatal_error']);
    expect((await call(sandbox, 'team.info')).ok).toBe(true);
    sandbox.faults.clear('team.info');
    expect((await call(sandbox, 'auth.test')).ok).toBe(false);
    sandbox.faults.clear('auth.test');
    expect((await call(sandbox, 'auth.test')).ok).toBe(true);
  });

  it('keeps answers back until the clock is moved', async () => {
    sandbox = await startSandbox({ time: 1_700_000_000_000 });
    sandbox.faults.always('chat.postMessage', { delayMs: 5000 });
    const answer = call(sandbox, 'chat.postMessage', { channel: '#ops', text: 'slow' });
    await call(sandbox, 'auth.test');
    sandbox.clock.advance(4999);
    expect(sandbox.messages('#ops')).toEqual([]);
    sandbox.clock.advance(1);
    expect((await answer).ok).toBe(true);
  });

  it('meets about its share of the calls', () => {
    expect(met('a', posts).filter(Boolean).length).toBeGreaterThan(60);
    expect(met('a', posts).filter(Boolean).length).toBeLessThan(120);
    expect(met('a', posts, 0)).not.toContain(true);
    expect(met('a', posts, 1)).not.toContain(false);
  });

  it('meets the same calls with the same seed, whatever else is called in between', () => {
    const mixed = posts.flatMap((method) => [method, 'users.info']);
    expect(met('a', mixed).filter((_, at) => at % 2 === 0)).toEqual(met('a', posts));
    expect(met('b', posts)).not.toEqual(met('a', posts));
  });

  it.each<[object, string]>([
    [{ rate: 2 }, 'a standing fault of auth.test: rate is a number from 0 to 1, not 2'],
    [{ times: 2 }, 'a standing fault of auth.test: there is no times (known: '],
    [{ status: 42 }, 'a standing fault of auth.test: status is an HTTP status from 200 to 599, not 42'],
    [{ when: 'later' }, 'a standing fault of auth.test: when is one of before, after, not "later"'],
    [{ hang: 'yes' }, 'a standing fault of auth.test: hang is true or false, not "yes"'],
  ])('of %j is refused', (fault, sentence) => {
    expect(() => createFaults(randomFor('a')).always('auth.test', fault)).toThrow(sentence);
  });
});
