import { expect, it } from 'vitest';
import type { TimeWindow } from '../../../src/context/config-policy.ts';
import { describeWindow, isWithin } from '../../../src/policy/window.ts';

const zone = 'Europe/Zurich';
const weekend: TimeWindow = { days: ['fri'], from: '16:00', until: '24:00', zone };
const night: TimeWindow = { days: ['fri'], from: '22:00', until: '06:00', zone };

// 2026-11-20 is a Friday; Zurich is an hour ahead of UTC in winter, two in summer.
it.each<[TimeWindow, string, boolean]>([
  [weekend, '2026-11-20T14:59:59Z', false],
  [weekend, '2026-11-20T15:00:00Z', true],
  [weekend, '2026-11-20T22:59:59Z', true],
  [weekend, '2026-11-20T23:00:00Z', false],
  [weekend, '2026-11-19T16:00:00Z', false],
  [weekend, '2026-07-03T14:00:00Z', true],
  [weekend, '2026-07-03T13:59:00Z', false],
  [night, '2026-11-20T21:00:00Z', true],
  [night, '2026-11-21T04:59:00Z', true],
  [night, '2026-11-21T05:00:00Z', false],
  [night, '2026-11-20T04:00:00Z', false],
  [{ zone }, '2026-11-21T05:00:00Z', true],
  [{ days: ['sun'], zone }, '2026-11-22T05:00:00Z', true],
  [{ days: ['sat'], zone: 'Pacific/Auckland' }, '2026-11-20T12:00:00Z', true],
])('%j holds at %s: %s', (window, at, expected) => {
  expect(isWithin(window, new Date(at))).toBe(expected);
});

it('is told in the words of the rule', () => {
  expect(describeWindow(night)).toBe('on fri from 22:00 until 06:00 (Europe/Zurich)');
});
