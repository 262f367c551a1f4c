import { existsSync, readFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import type { RunRecord } from '../../src/context/journal.ts';
import { openSqliteJournal } from '../../src/journal/sqlite.ts';
import { statusOf } from '../../src/run/approval/facts.ts';
import { messageText } from '../../src/sandbox/text/text.ts';
import { openApprovalRoom } from './approval-room.ts';
import { labels, press } from './buttons.ts';
import { killListener, recorded, saidInRoom, startListener } from './listening.ts';
import { ops, type Started } from './ops.ts';
import type { Project } from './project.ts';
import type { Room } from './room.ts';

/** Who is killed, and so many milliseconds after what: the line, its wait, the press on Approve, the start of the deploy. */
export interface KillPoint {
  victim: 'listener' | 'process' | 'both' | 'terminal';
  after: 'typed' | 'waiting' | 'approved' | 'running';
  ms: number;
}

/** What became of one approved deploy. */
export interface Fate extends KillPoint {
  state: RunRecord['state'];
  /** How often the program was started, and ended. */
  started: number;
  ended: number;
  /** It was approved before it began. */
  isApproved: boolean;
  /** The room says what became of it. */
  isExplained: boolean;
}

export const killPoints: readonly KillPoint[] = [
  ...[0, 60, 150, 300].map((ms) => ({ victim: 'listener', after: 'typed', ms }) as const),
  ...[100, 250].map((ms) => ({ victim: 'both', after: 'typed', ms }) as const),
  ...[0, 200].map((ms) => ({ victim: 'listener', after: 'waiting', ms }) as const),
  ...[0, 40, 80, 120, 160, 240].map((ms) => ({ victim: 'listener', after: 'approved', ms }) as const),
  ...[80, 160].map((ms) => ({ victim: 'both', after: 'approved', ms }) as const),
  ...[0, 150].map((ms) => ({ victim: 'process', after: 'running', ms }) as const),
  { victim: 'listener', after: 'running', ms: 50 },
  { victim: 'both', after: 'running', ms: 100 },
];

export const deployProgram = `#!/usr/bin/env bash
echo "started $OPS_RUN" >> deploys
sleep 0.3
echo "ended $OPS_RUN" >> deploys
`;

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** One approved deploy for each point, with somebody who is killed there and a listener that comes afterwards. */
export async function killApproved(points: readonly KillPoint[]): Promise<Fate[]> {
  const room = await openApprovalRoom();
  room.project.write('deploy', deployProgram, 0o755);
  const fates: Fate[] = [];
  let { listener } = room;
  for (const [index, point] of points.entries()) {
    const { run, listener: next } = await survive(room, listener, point, index);
    listener = next;
    fates.push(await fateOf(room, run, point));
  }
  return fates;
}

async function survive(room: Room, first: Started, point: KillPoint, index: number) {
  const before = new Set((await recorded(room.project)).map(({ id }) => id));
  const row = async (): Promise<RunRecord | undefined> =>
    (await recorded(room.project)).find(({ id, argv }) => !before.has(id) && argv[0] === 'deploy');
  const seen = (holds: (found: RunRecord | undefined) => boolean) => untilRow(row, holds, `${JSON.stringify(point)}`);
  let listener = first;
  const strike = async (): Promise<void> => {
    await pause(point.ms);
    const victim = await row();
    if (point.victim !== 'listener' && victim !== undefined && victim.process.pid !== listener.child.pid)
      kill(victim.process.pid);
    if (point.victim === 'process') return;
    await killListener(listener);
    listener = await startListener(room);
  };
  await room.slack.say({ as: 'mary', channel: room.channel, text: `ops deploy prod --ref v${(index % 3) + 1}` });
  if (point.after === 'typed') await strike();
  let found = await seen((run) => run?.state === 'waiting' || run?.finishedAt !== undefined);
  if (point.after === 'waiting') await strike();
  if (found.finishedAt === undefined) {
    await approve(room, found);
    if (point.after === 'approved') await strike();
    if (point.after === 'running') {
      await seen((run) => run?.state === 'running' || run?.finishedAt !== undefined);
      await strike();
    }
    found = await seen((run) => run?.state === 'waiting' || run?.finishedAt !== undefined);
    // The press was lost with its listener: somebody approves it elsewhere.
    if (found.finishedAt === undefined) await approveInTerminal(room, found);
  }
  return { run: (await seen((run) => run?.finishedAt !== undefined)).id, listener };
}

function kill(pid: number): void {
  if (pid === 0) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

export async function untilRow(
  row: () => Promise<RunRecord | undefined>,
  holds: (found: RunRecord | undefined) => boolean,
  what: string,
): Promise<RunRecord> {
  for (const end = Date.now() + 60_000; Date.now() < end; await pause(10)) {
    const found = await row();
    if (found !== undefined && holds(found)) return found;
  }
  throw new Error(`${what}: ${JSON.stringify(await row())}`);
}

/** With the button, as soon as it is there. */
async function approve(room: Room, { id }: RunRecord): Promise<void> {
  const asked = await room.slack.waitFor(() =>
    saidInRoom(room).find((said) => messageText(said).includes(`run ${id}`) && labels(said).includes('Approve')),
  );
  await press(room, asked.ts, 'Approve', 'tom');
}

async function approveInTerminal({ project }: Room, { id }: RunRecord): Promise<void> {
  const actor = { id: `os:${hostname()}:${userInfo().uid}`, name: 'tom' };
  await ops(project.folder, ['approve', id, '--yes'], { actor });
}

/** How often the program of a run was started, and ended. */
export function countOf({ folder }: Project, run: string): Pick<Fate, 'started' | 'ended'> {
  const path = join(folder, 'deploys');
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  const count = (what: string): number => lines.filter((line) => line === `${what} ${run}`).length;
  return { started: count('started'), ended: count('ended') };
}

async function fateOf(room: Room, run: string, point: KillPoint): Promise<Fate> {
  const journal = await openSqliteJournal(join(room.project.folder, '.ops', 'journal.db'));
  try {
    const [row, status] = await Promise.all([journal.run(run), statusOf(journal, run)]);
    const from = row?.startedAt?.getTime() ?? Number.POSITIVE_INFINITY;
    const isSaid = (text: string): boolean => text.includes(run) && /exit \d+|interrupted|was not run/.test(text);
    const explained = await room.slack
      .waitFor(() => saidInRoom(room).find((said) => isSaid(messageText(said))))
      .catch(() => undefined);
    return {
      ...point,
      state: row?.state ?? 'accepted',
      ...countOf(room.project, run),
      isApproved: status?.approvals.some(({ at, person }) => person === 'tom' && at.getTime() <= from) ?? false,
      isExplained: explained !== undefined,
    };
  } finally {
    await journal.close();
  }
}

/** What must never be: twice, unapproved, unexplained, or a success that is none. */
export const isWrong = ({ state, started, ended, isApproved, isExplained }: Fate): boolean =>
  started > 1 || (started > 0 && !isApproved) || !isExplained || (state === 'succeeded' && ended !== 1);
