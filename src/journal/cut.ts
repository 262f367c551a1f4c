import type { EntryRow } from './chain.ts';
import type { Database } from './database.ts';
import { createProblems } from './problems.ts';
import { isTracked } from './tracked.ts';
import { verifyEntry, verifyLink } from './verify-chain.ts';
import { verifyRow } from './verify-rows.ts';

/** Where a chain is cut off: after this entry. */
export interface Cut {
  sequence: number;
  hash: string;
  /** How many entries there are before it, and itself. */
  entries: number;
}

const first = 'SELECT sequence FROM entries ORDER BY sequence LIMIT 1';
const young = 'SELECT sequence FROM entries WHERE at >= $before ORDER BY sequence LIMIT 1';
const upTo = 'SELECT * FROM entries WHERE sequence <= $through ORDER BY sequence';

/** Undefined where there is nothing to cut off; the last entry always stays. */
export function findCut(database: Database, before: number, most: number): Cut | undefined {
  const from = database.get<{ sequence: number }>(first)?.sequence ?? 0;
  const to = database.get<{ sequence: number }>(young, { before })?.sequence ?? Number.POSITIVE_INFINITY;
  const { sequence: last = 0 } = database.get<{ sequence: number }>('SELECT sequence FROM head') ?? {};
  const sequence = Math.min(to - 1, from + most - 1, last - 1);
  const found = database.get<{ hash: string }>('SELECT hash FROM entries WHERE sequence = $sequence', { sequence });
  return found && { sequence, hash: found.hash, entries: sequence - from + 1 };
}

const rows = `
  SELECT DISTINCT row_table, row_key FROM entries WHERE row_table IS NOT NULL AND sequence <= $through`;

interface RowName {
  row_table: string;
  row_key: string;
}

/** What is removed, or written down anew, is first held against the chain: else its traces would be gone. */
export function isIntact(database: Database, { sequence: through }: Cut): boolean {
  const problems = createProblems(1);
  let last: EntryRow | undefined;
  for (const row of database.iterate<EntryRow>(upTo, { through })) {
    if (last !== undefined) verifyLink(last, row, problems);
    verifyEntry(row, problems);
    last = row;
  }
  for (const { row_table: table, row_key: key } of database.all<RowName>(rows, { through })) {
    if (!isTracked(table)) return false;
    verifyRow(database, table, key, problems);
  }
  return problems.count === 0;
}
