import type { Verification } from '../context/evidence.ts';
import type { VerifyOptions } from '../context/journal.ts';
import type { Database } from './database.ts';
import { createProblems } from './problems.ts';
import { verifyChain } from './verify-chain.ts';
import { verifyKnownHead } from './verify-head.ts';
import { verifyRows } from './verify-rows.ts';
import { verifySchema } from './verify-schema.ts';

/** `empty` has the schema that a journal ought to have. */
export async function verifyJournal(
  reader: Database,
  empty: Database,
  { head, signal }: VerifyOptions,
): Promise<Verification> {
  const problems = createProblems();
  const pause = createPause(signal);
  verifySchema(reader, empty, problems);
  const chain = await verifyChain(reader, problems, pause);
  if (head !== undefined) verifyKnownHead(reader, head, chain, problems);
  const rows = await verifyRows(reader, problems, pause);
  const { count, last, first, pruned } = chain;
  return {
    ...{ entries: count, rows, pruned },
    since: first && new Date(first.at),
    head: last && { sequence: last.sequence, hash: last.hash, at: new Date(last.at), count },
    ...{ problems: problems.list, problemCount: problems.count },
  };
}

/** Lets others have their turn now and then. */
export type Pause = () => undefined | Promise<void>;

const atOnce = 2000;

function createPause(signal: AbortSignal | undefined): Pause {
  let left = atOnce;
  return () => {
    left -= 1;
    if (left > 0) return undefined;
    left = atOnce;
    signal?.throwIfAborted();
    return new Promise((resolve) => setImmediate(resolve));
  };
}
