import { expect, it } from 'vitest';
import type { RunRecord } from '../../../src/context/journal.ts';
import { describeInterrupted } from '../../../src/run/record.ts';

const at = new Date('2026-11-21T10:00:00Z');
const run = { id: 'k3f9x2ab', argv: ['deploy', 'uat'], actor: { id: 'slack:T1:U1', name: 'mary' }, acceptedAt: at };

it.each([
  ['had begun', at, 'was interrupted: its process was killed. It was not run again'],
  ['had left no trace', undefined, 'was interrupted before it changed anything: type it again'],
])('a line that %s when its process was killed is told so', (_, startedAt, words) => {
  expect(describeInterrupted({ ...run, startedAt } as RunRecord)).toBe(
    `ops deploy uat (run k3f9x2ab of mary, 2026-11-21 10:00 UTC) ${words}`,
  );
});
