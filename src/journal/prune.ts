import { passingKinds } from '../context/facts.ts';
import type { Retention } from '../context/journal.ts';
import { addEntry } from './chain.ts';
import { type Cut, findCut, isIntact } from './cut.ts';
import type { Database } from './database.ts';
import { lastPolicy } from './policies.ts';
import { dropRow, keyOf, keyOfText, readRow, type StoredRow, type TrackedTable, tellWhole } from './tracked.ts';

/**
 * Removes old entries, and the runs that had ended by then. Rows that stay are written down anew, and an entry tells
 * where the chain was cut: it can be verified from there. Where anything was tampered with, all stays as it is.
 */
export function prune(database: Database, { keep, now, most = 5000 }: Retention): number {
  return database.transaction(() => {
    const cut = findCut(database, now.getTime() - keep, most);
    if (cut === undefined || !isIntact(database, cut)) return 0;
    const dropped = dropRuns(database, cut);
    const policies = dropPolicies(database, cut);
    const carried = carryRows(database, cut);
    const { sequence: through, hash, entries } = cut;
    const facts = { through, hash, entries, keep, ...dropped, policies, carried };
    addEntry(database, { kind: 'journal-pruned', subject: `${through}:${hash}`, facts, actor: null });
    database.run('DELETE FROM entries WHERE sequence <= $through', { through });
    return entries;
  });
}

interface RowName {
  table: TrackedTable;
  key: string;
}

const named = `
  SELECT DISTINCT row_table AS "table", row_key AS "key" FROM entries
  WHERE row_table IS NOT NULL AND sequence <= $through`;

const rowsBefore = (database: Database, { sequence }: Cut): RowName[] =>
  database.all<RowName>(named, { through: sequence });

function carryRows(database: Database, cut: Cut): number {
  let carried = 0;
  for (const { table, key } of rowsBefore(database, cut)) {
    const row = readRow(database, table, keyOfText(table, key));
    if (row === undefined) continue;
    tellWhole(database, { table, key: keyOf(table, row), kind: 'row-carried', actor: null }, row);
    carried += 1;
  }
  return carried;
}

interface FactName {
  sequence: number;
  kind: string;
}

function dropRuns(database: Database, cut: Cut): { runs: number; facts: number } {
  const count = { runs: 0, facts: 0 };
  for (const { table, key } of rowsBefore(database, cut)) {
    if (table !== 'runs' || !isOver(database, key, cut)) continue;
    const facts = database.all<FactName>('SELECT sequence, kind FROM facts WHERE run = $key', { key });
    if (facts.some((fact) => isNeeded(database, fact, cut))) continue;
    for (const { sequence } of facts) dropRow(database, 'facts', [sequence]);
    dropRow(database, 'runs', [key]);
    count.runs += 1;
    count.facts += facts.length;
  }
  return count;
}

const later = 'SELECT 1 FROM entries WHERE row_table = $table AND row_key = $key AND sequence > $through LIMIT 1';
const held = 'SELECT 1 FROM locks WHERE run = $key UNION ALL SELECT 1 FROM groups WHERE run = $key LIMIT 1';

const isToldLater = (database: Database, table: TrackedTable, key: string, { sequence: through }: Cut): boolean =>
  database.get(later, { table, key, through }) !== undefined;

/** It had ended, and nothing was heard of it since. */
function isOver(database: Database, key: string, cut: Cut): boolean {
  const row = readRow(database, 'runs', [key]);
  if (row === undefined || row['finished_at'] === null) return false;
  return !isToldLater(database, 'runs', key, cut) && database.get(held, { key }) === undefined;
}

/** What a run found out is of use for longer than the run: who deployed a version, say, or gave a role. */
function isNeeded(database: Database, { sequence, kind }: FactName, cut: Cut): boolean {
  return !passingKinds.has(kind) || isToldLater(database, 'facts', String(sequence), cut);
}

const usedLater = `SELECT 1 FROM entries WHERE kind = 'policy-changed' AND subject = $digest AND sequence > $through`;
const inForce = lastPolicy.replace('ORDER BY', 'AND sequence <= $through ORDER BY');

/** No entry that stays names them. */
function dropPolicies(database: Database, cut: Cut): number {
  const through = cut.sequence;
  const last = database.get<{ subject: string }>(inForce, { through })?.subject;
  const all = database.all<StoredRow>('SELECT digest FROM policies').map((row) => String(row['digest']));
  const unused = all.filter((digest) => digest !== last && database.get(usedLater, { digest, through }) === undefined);
  for (const digest of unused) dropRow(database, 'policies', [digest]);
  return unused.length;
}
