import type { Clock } from '../../context/host.ts';
import type { Journal, RunRecord } from '../../context/journal.ts';
import { isParked } from '../../context/process.ts';
import { type Status, statusOf } from '../../run/approval/facts.ts';
import { whyOver } from '../../run/approval/parked.ts';
import type { Homes } from './keep.ts';

export interface AskedParts {
  journal: Pick<Journal, 'runs' | 'facts'>;
  homes: Pick<Homes, 'changed'>;
  clock: Clock;
  team: string;
}

interface Open {
  /** Changes with all that a Home tab tells of it. */
  mark: string;
  /** Whose answer is wanted; undefined where it may be anybody's. */
  of: readonly string[] | undefined;
}

const mostLookedAt = 1000;

/** Looks at what waits for approvals, wherever it was asked; whose Home tab tells of what is new or over is up to date again. */
export function watchAsked(parts: AskedParts): () => Promise<void> {
  const { journal, homes } = parts;
  let before: ReadonlyMap<string, Open> = new Map();
  return async () => {
    const rows = await journal.runs({ states: ['waiting'], limit: mostLookedAt });
    const found = await Promise.all(rows.filter(isParked).map((row) => openOf(row, parts)));
    const now = new Map(found.flatMap((one) => one ?? []));
    const changed = changedBetween(before, now);
    before = now;
    if (changed.some(({ of }) => of === undefined)) return homes.changed();
    for (const user of new Set(changed.flatMap(({ of = [] }) => of))) homes.changed(user);
  };
}

async function openOf(
  { id }: RunRecord,
  { journal, clock, team }: AskedParts,
): Promise<readonly [string, Open][] | undefined> {
  const status = await statusOf(journal, id);
  if (status === undefined || whyOver(status, clock.now()) !== undefined) return undefined;
  const mark = [status.request.mark, ...status.approvals.map(({ person }) => person)].join(' ');
  return [[id, { mark, of: askedOf(status, team) }]];
}

function askedOf({ request: { needs, approvers } }: Status, team: string): readonly string[] | undefined {
  if (needs.some(({ from }) => from.includes('everyone'))) return undefined;
  const mine = `slack:${team}:`;
  return approvers.flatMap((id) => (id.startsWith(mine) ? [id.slice(mine.length)] : []));
}

function changedBetween(before: ReadonlyMap<string, Open>, now: ReadonlyMap<string, Open>): Open[] {
  const news = [...now].filter(([run, { mark }]) => before.get(run)?.mark !== mark);
  const gone = [...before].filter(([run]) => !now.has(run));
  return [...news, ...gone].map(([, open]) => open);
}
