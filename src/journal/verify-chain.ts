import { hash } from 'node:crypto';
import type { Pruned } from '../context/evidence.ts';
import { beginning, type EntryRow, hashedText } from './chain.ts';
import type { Database } from './database.ts';
import type { Problems } from './problems.ts';
import type { Pause } from './verify.ts';

export interface Chain {
  count: number;
  first: EntryRow | undefined;
  last: EntryRow | undefined;
  /** As the last entry that tells of it has it. */
  pruned: Pruned | undefined;
}

/** Each entry gives its own hash, and follows the one before. */
export async function verifyChain(reader: Database, problems: Problems, pause: Pause): Promise<Chain> {
  let count = 0;
  let [first, last, pruned]: [Chain['first'], Chain['last'], Chain['pruned']] = [undefined, undefined, undefined];
  for (const row of reader.iterate<EntryRow>('SELECT * FROM entries ORDER BY sequence')) {
    count += 1;
    first ??= row;
    if (last !== undefined) verifyLink(last, row, problems);
    verifyEntry(row, problems);
    if (row.kind === 'journal-pruned') pruned = prunedOf(row) ?? pruned;
    last = row;
    const paused = pause();
    if (paused !== undefined) await paused;
  }
  verifyBeginning(first, pruned, problems);
  verifyEnd(reader, last, problems);
  return { count, first, last, pruned };
}

const nameOf = ({ sequence, kind, subject }: EntryRow): string => `entry ${sequence} (${kind} ${subject})`;

export function verifyEntry(row: EntryRow, problems: Problems): void {
  if (hash('sha256', hashedText(row)) === row.hash) return;
  problems.add(nameOf(row), 'was changed: what it says does not give its hash');
}

export function verifyLink(last: EntryRow, row: EntryRow, problems: Problems): undefined {
  const next = last.sequence + 1;
  if (row.sequence !== next) return problems.add(rangeOf(next, row.sequence - 1), 'missing');
  if (row.previous === last.hash) return;
  problems.add(nameOf(row), `does not follow entry ${last.sequence} as it stands there: one of them was changed`);
}

function rangeOf(from: number, through: number): string {
  return from === through ? `entry ${from}` : `entries ${from} to ${through}`;
}

function prunedOf({ facts, at }: EntryRow): Pruned | undefined {
  try {
    const { through, hash: digest } = JSON.parse(facts) as Partial<Pruned>;
    return through === undefined || digest === undefined ? undefined : { through, hash: digest, at: new Date(at) };
  } catch {
    return undefined;
  }
}

function verifyBeginning(first: EntryRow | undefined, pruned: Pruned | undefined, problems: Problems): undefined {
  if (first === undefined) return problems.add('entries', 'all are missing');
  if (first.sequence === 1) {
    if (first.previous !== beginning) problems.add(nameOf(first), 'is no beginning: it follows another entry');
    return;
  }
  const missing = rangeOf(1, first.sequence - 1);
  if (pruned === undefined) return problems.add(missing, 'missing, and no entry says that they were pruned');
  if (pruned.through !== first.sequence - 1) {
    return problems.add(missing, `missing, and only those through ${pruned.through} were pruned`);
  }
  if (pruned.hash !== first.previous) {
    problems.add(nameOf(first), `does not follow entry ${pruned.through} as it was when it was pruned`);
  }
}

function verifyEnd(reader: Database, last: EntryRow | undefined, problems: Problems): undefined {
  const head = reader.get<{ sequence: number; hash: string }>('SELECT sequence, hash FROM head');
  if (head === undefined) return problems.add('head', 'missing');
  if (last === undefined) return;
  if (head.sequence > last.sequence) {
    return problems.add(rangeOf(last.sequence + 1, head.sequence), 'missing at the end');
  }
  if (head.sequence < last.sequence) return problems.add('head', `is ${head.sequence}, and entries follow it`);
  if (head.hash !== last.hash) problems.add(nameOf(last), 'is not the one that the head of the journal names');
}
