import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import type { RunRecord } from '../../src/context/journal.ts';
import { openSqliteJournal } from '../../src/journal/sqlite.ts';
import { statusOf } from '../../src/run/approval/facts.ts';
import { countOf, deployProgram, type Fate, type KillPoint, pause, untilRow } from './approval-kills.ts';
import { as, onThisMachine } from './approved.ts';
import { recorded } from './listening.ts';
import { ops, type Said, startOps } from './ops.ts';
import { createProject, type Project } from './project.ts';

export const terminalPoints: readonly KillPoint[] = [
  ...[0, 120, 180, 240, 300].map((ms) => ({ victim: 'terminal', after: 'typed', ms }) as const),
  ...[0, 250].map((ms) => ({ victim: 'terminal', after: 'waiting', ms }) as const),
  ...[0, 80, 160, 240, 320, 400].map((ms) => ({ victim: 'terminal', after: 'approved', ms }) as const),
  ...[0, 200].map((ms) => ({ victim: 'terminal', after: 'running', ms }) as const),
];

/** One deploy for each point, whose terminal is killed there; its line is typed again afterwards. */
export async function killTerminals(points: readonly KillPoint[]): Promise<Fate[]> {
  const project = createProject(onThisMachine());
  project.write('deploy', deployProgram, 0o755);
  const fates: Fate[] = [];
  for (const [index, point] of points.entries()) fates.push(await survive(project, point, index));
  return fates;
}

async function survive(project: Project, point: KillPoint, index: number): Promise<Fate> {
  // A line of its own: it has nothing to do with what another one has asked for.
  const line = ['deploy', 'prod', '--override', `${index}`];
  const before = new Set((await recorded(project)).map(({ id }) => id));
  const row = async (): Promise<RunRecord | undefined> =>
    (await recorded(project)).find(({ id, argv }) => !before.has(id) && argv[0] === 'deploy');
  const seen = (...states: RunRecord['state'][]) =>
    untilRow(row, (found) => found !== undefined && states.includes(found.state), JSON.stringify(point));
  const { child, ended } = startOps(project.folder, [...line, '--wait']);
  const strike = async (): Promise<void> => {
    await pause(point.ms);
    child.kill('SIGKILL');
    await ended;
  };
  if (point.after === 'typed') await strike();
  else await seen('waiting');
  if (point.after === 'waiting') await strike();
  const found = await row();
  if (found?.state === 'waiting') await ops(project.folder, ['approve', found.id, '--yes'], as('tom'));
  if (point.after === 'approved') await strike();
  if (point.after === 'running') {
    await seen('running', 'succeeded');
    await strike();
  }
  const actor = { id: `os:${hostname()}:${userInfo().uid}`, name: 'mary' };
  const again = await ops(project.folder, line, { actor });
  return fateOf(project, await row(), again, point);
}

/** Nothing is known of a line that was not taken yet: the same line asks then. */
async function fateOf(project: Project, row: RunRecord | undefined, again: Said, point: KillPoint): Promise<Fate> {
  const journal = await openSqliteJournal(join(project.folder, '.ops', 'journal.db'));
  try {
    const id = row?.id ?? '';
    const status = await statusOf(journal, id);
    const from = row?.startedAt?.getTime() ?? Number.POSITIVE_INFINITY;
    const isSaid =
      row === undefined || again.words.includes(id) || row.state === 'succeeded' || row.message !== undefined;
    return {
      ...point,
      state: row?.state ?? 'accepted',
      ...countOf(project, id),
      isApproved: status?.approvals.some(({ at, person }) => person === 'tom' && at.getTime() <= from) ?? false,
      isExplained: isSaid && again.words !== '',
    };
  } finally {
    await journal.close();
  }
}
