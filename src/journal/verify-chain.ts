import { hash } from 'node:crypto';
import type { Pruned } from '../context/evidence.ts';
import { beginning, type EntryRow, hashedText } from './chain.ts';
import type { Database } from './database.ts';
import type { Problems } from './problems.ts';

export interface Chain {
  count: number;
  first: EntryRow | undefined;
  last: EntryRow | undefined;
  /** As the last entry that tells of it has it. */
  pruned: Pruned | undefined;
}

export interface ChainCheck {
  follow(entry: EntryRow): void;
  end(reader: Database): Chain;
}

/** Each entry gives its own hash, and follows the one before. */
export function createChainCheck(problems: Problems): ChainCheck {
  const chain: Chain = { count: 0, first: undefined, last: undefined, pruned: undefined };
  return {
    follow: (entry) => {
      if (chain.last !== undefined) verifyLink(chain.last, entry, problems);
      verifyEntry(entry, problems);
      if (entry.kind === 'journal-pruned') chain.pruned = prunedOf(entry) ?? chain.pruned;
      chain.count += 1;
      chain.first ??= entry;
      chain.last = entry;
    },
    end: (reader) => {
      verifyBeginning(chain, problems);
      verifyEnd(reader, chain, problems);
      return chain;
    },
  };
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

function verifyBeginning({ first, pruned }: Chain, problems: Problems): undefined {
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

function verifyEnd(reader: Database, { last }: Chain, problems: Problems): undefined {
  const head = reader.get<{ sequence: number; hash: string }>('SELECT sequence, hash FROM head');
  if (head === undefined) return problems.add('head', 'missing');
  if (last === undefined) return;
  if (head.sequence > last.sequence) {
    return problems.add(rangeOf(last.sequence + 1, head.sequence), 'missing at the end');
  }
  if (head.sequence < last.sequence) return problems.add('head', `is ${head.sequence}, and entries follow it`);
  if (head.hash !== last.hash) problems.add(nameOf(last), 'is not the one that the head of the journal names');
}
