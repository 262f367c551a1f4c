import { describe, expect, it } from 'vitest';
import { type Binding, boundTo, canonical, markOf } from '../../../../src/run/approval/digest.ts';

const asIs = (text: string): string => text;
const binding: Binding = {
  ...{
    command: 'deploy',
    input: { environment: 'prod', ref: undefined },
    plan: { commit: 'c1', from: { a: 1, b: 2 } },
  },
  ...{ redact: asIs, policy: '{}' },
};

describe('what an approval is for', () => {
  it('is the same whatever the order of keys, and whether a value is missing or undefined', () => {
    const other = { ...binding, input: { environment: 'prod' }, plan: { from: { b: 2, a: 1 }, commit: 'c1' } };
    expect(boundTo(other)).toEqual(boundTo(binding));
    expect(markOf(boundTo(other))).toMatch(/^[0-9a-f]{16}$/);
  });

  it.each<[string, Partial<Binding>]>([
    ['line', { command: 'rollback' }],
    ['line', { input: { environment: 'prod', ref: 'v1' } }],
    ['line', { override: 'the shop is down' }],
    ['plan', { plan: { commit: 'c2', from: { a: 1, b: 2 } } }],
    ['plan', { plan: { commit: 'c1', from: [1, 2] } }],
    ['plan', { content: { programs: ['another one'] } }],
    ['policy', { policy: '{"roles":{}}' }],
  ])('is another %s where that has changed, and nothing else', (part, change) => {
    const [before, after] = [boundTo(binding), boundTo({ ...binding, ...change })];
    const moved = (['line', 'plan', 'policy'] as const).filter((one) => before[one] !== after[one]);
    expect(moved).toEqual([part]);
    expect(markOf(after)).not.toBe(markOf(before));
  });

  it('keeps no secret, not as a hash either', () => {
    const redact = (text: string): string => text.replaceAll(/hunter\d/g, '••••');
    const withSecret = (token: string) => boundTo({ ...binding, input: { token }, plan: { token }, redact });
    expect(withSecret('hunter1')).toEqual(withSecret('hunter2'));
  });

  it('tells nothing from something, and numbers from their words', () => {
    const values = [undefined, null, '', 0, '0', 0n, [], {}, false, new Date(0), ['a', 'b'], ['a,b']];
    expect(new Set(values.map(canonical)).size).toBe(values.length);
  });
});
