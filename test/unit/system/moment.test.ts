import { uptime } from 'node:os';
import { expect, it } from 'vitest';
import { moment } from '../../../src/system/moment.ts';
import { hostName } from '../../../src/system/process.ts';

it('says how long this machine has run, and which start of it that was', () => {
  const before = moment();
  expect(before).toMatchObject({ host: hostName(), boot: expect.stringMatching(/^[0-9a-fA-F-]{36}$/) });
  expect(Math.abs(before.uptime - uptime() * 1000)).toBeLessThan(60_000);
  const after = moment();
  expect(after.boot).toBe(before.boot);
  expect(after.uptime).toBeGreaterThanOrEqual(before.uptime);
});
