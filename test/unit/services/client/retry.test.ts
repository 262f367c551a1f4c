import { describe, expect, it } from 'vitest';
import { pauseBefore, readRetryAfter } from '../../../../src/services/client/retry.ts';

const now = new Date('2026-11-21T12:00:00Z');
const said = (status: number, retryAfter: string | null = null) => ({ status, retryAfter });

describe('a request', () => {
  it.each([
    ['that reads, of a gateway that is down', 1, true, said(502), 500],
    ['that reads, the third time', 3, true, said(503), 2000],
    ['that reads, the fourth time', 4, true, said(503), undefined],
    ['that reads, without an answer', 2, true, 'no answer', 1000],
    ['that changes, without an answer', 1, false, 'no answer', undefined],
    ['that changes, of a gateway that is down', 1, false, said(502), undefined],
    ['that changes, and was turned away unread', 1, false, said(429, '3'), 3000],
    ['that is to wait for long', 1, true, said(429, '3600'), undefined],
    ['that went well', 1, true, said(200), undefined],
    ['that found nothing', 1, true, said(404), undefined],
    ['that broke the system', 1, true, said(500), undefined],
  ] as const)('%s is asked again %# as it should be', (_, attempt, isSafe, answer, expected) => {
    expect(pauseBefore(attempt, isSafe, answer, now)).toBe(expected);
  });
});

describe('Retry-After', () => {
  it.each([
    ['120', 120_000],
    ['Sat, 21 Nov 2026 12:00:05 GMT', 5000],
    ['Sat, 21 Nov 2026 11:00:00 GMT', 0],
    ['soon', undefined],
    [null, undefined],
  ])('%j is %j ms', (value, expected) => {
    expect(readRetryAfter(value, now)).toBe(expected);
  });
});
