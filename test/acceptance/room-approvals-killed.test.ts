import { expect, it } from 'vitest';
import { isWrong, type KillPoint, killApproved, killPoints } from '../support/approval-kills.ts';

const few: readonly KillPoint[] = [
  { victim: 'listener', after: 'waiting', ms: 0 },
  { victim: 'listener', after: 'approved', ms: 160 },
  { victim: 'both', after: 'running', ms: 50 },
];

/** `npm run survive:approvals` does it at all twenty points. */
const points = process.env['KILL_POINTS'] === 'all' ? killPoints : few;

it('an approved deploy is run at most once, and never unapproved, whoever is killed; the room is told', async () => {
  const fates = await killApproved(points);
  expect(fates).toHaveLength(points.length);
  expect(fates.filter(isWrong)).toEqual([]);
}, 240_000);
