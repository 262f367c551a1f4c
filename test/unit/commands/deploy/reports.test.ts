import { describe, expect, it } from 'vitest';
import { reports } from '../../../../commands/deploy/reports.ts';

const commit = '3696d0ae0ac595272259ad1c0da03843776ec68f';

describe('what an address says of its version', () => {
  it.each([
    ['v1', 'v1'],
    ['v1', '{"version":"v1"}'],
    ['v1', 'web-v1\n'],
    ['v1.2', 'This is v1.2.'],
    ['v1.2', '<b>V1.2</b>'],
    ['2026.11+1', 'shop 2026.11+1 (main)'],
    ['v1', `built of ${commit}`],
    ['3696d0ae0a', 'commit 3696d0ae0ac5'],
  ])('is %s: %s', (name, text) => {
    expect(reports(text, { name, commit })).toBe(true);
  });

  it.each([
    ['v1', 'v10'],
    ['v1', 'v1.2'],
    ['v1.2', 'v1.2.1'],
    ['v1', 'v1-rc2'],
    ['1.2', '11.2'],
    ['2.0', '1.2.0'],
    ['v1', 'dev1'],
    ['v1.2', 'v1x2'],
    ['v1', ''],
  ])('is not %s: %s', (name, text) => {
    expect(reports(text, { name, commit })).toBe(false);
  });
});
