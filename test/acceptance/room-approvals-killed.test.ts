import { Console } from 'node:console';
import { expect, it } from 'vitest';
import { type Fate, isWrong, type KillPoint, killApproved, killPoints } from '../support/approval-kills.ts';
import { killTerminals, terminalPoints } from '../support/terminal-kills.ts';

const few: readonly KillPoint[] = [
  { victim: 'listener', after: 'waiting', ms: 0 },
  { victim: 'listener', after: 'approved', ms: 160 },
  { victim: 'both', after: 'running', ms: 50 },
];
const fewTerminals: readonly KillPoint[] = [
  { victim: 'terminal', after: 'typed', ms: 200 },
  { victim: 'terminal', after: 'approved', ms: 160 },
  { victim: 'terminal', after: 'running', ms: 50 },
];

/** `npm run survive:approvals` does it at all points, and prints what became of each. */
const isWhole = process.env['KILL_POINTS'] === 'all';

function check(fates: readonly Fate[], points: readonly KillPoint[]): void {
  if (isWhole) new Console(process.stdout).table(fates);
  expect(fates).toHaveLength(points.length);
  expect(fates.filter(isWrong)).toEqual([]);
}

it('an approved deploy is run at most once, and never unapproved, whoever is killed; the room is told', async () => {
  const points = isWhole ? killPoints : few;
  check(await killApproved(points), points);
}, 240_000);

it('so is one whose terminal is killed; it goes on, or says what became of it, when it is typed again', async () => {
  const points = isWhole ? terminalPoints : fewTerminals;
  check(await killTerminals(points), points);
}, 240_000);
