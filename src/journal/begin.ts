import { canonical } from '../context/canonical.ts';
import { addEntry } from './chain.ts';
import type { Database } from './database.ts';
import { keyOf, type StoredRow, setColumn, type TrackedTable, tellWhole, trackedTables } from './tracked.ts';

const nonce = 'SELECT lower(hex(randomblob(16))) AS journal';

/** Begins the chain, with all that was there before it did. */
export function beginChain(database: Database): void {
  if (database.get('SELECT 1 FROM head') !== undefined) return;
  const tables = Object.keys(trackedTables) as TrackedTable[];
  const counts = tables.map((table) => [table, countOf(database, table)] as const).filter(([, count]) => count > 0);
  const { journal = '' } = database.get<{ journal: string }>(nonce) ?? {};
  const facts = { imported: Object.fromEntries(counts) };
  addEntry(database, { kind: 'journal-begun', subject: journal, facts, actor: null });
  for (const [table] of counts) importRows(database, table);
}

function importRows(database: Database, table: TrackedTable): void {
  for (const found of database.iterate<StoredRow>(`SELECT * FROM ${table}`)) {
    const told = { table, key: keyOf(table, found), kind: 'row-imported', actor: null } as const;
    tellWhole(database, told, inOneForm(database, table, found));
  }
}

/** JSON as it is written from now on, so that the chain can be held against it to the letter. */
function inOneForm(database: Database, table: TrackedTable, row: StoredRow): StoredRow {
  for (const column of trackedTables[table].json) {
    const text = canonical(JSON.parse(String(row[column])));
    if (text !== row[column]) setColumn(database, table, keyOf(table, row), [column, text]);
    row[column] = text;
  }
  return row;
}

function countOf(database: Database, table: TrackedTable): number {
  return database.get<{ count: number }>(`SELECT count(*) AS count FROM ${table}`)?.count ?? 0;
}
