import { canonical } from '../context/canonical.ts';
import type { EntryRow } from './chain.ts';
import type { Database } from './database.ts';
import type { Problems } from './problems.ts';
import { follow, type History, readHistory } from './row-history.ts';
import {
  definitionOf,
  isJson,
  isTracked,
  keyOf,
  keyOfText,
  keyText,
  keyTextIn,
  keyValues,
  readRow,
  type StoredRow,
  storedValue,
  type TrackedTable,
  trackedTables,
  whereKey,
} from './tracked.ts';

export interface RowsCheck {
  follow(entry: EntryRow): void;
  /** Gives back how many rows there are. */
  end(): number;
}

/** Each row is what its entries come to, and there are no others. Only what may change yet is kept in mind. */
export function createRowsCheck(reader: Database, problems: Problems): RowsCheck {
  const tables = new Map(tableNames.map((table) => [table, openTable(reader, table)]));
  return {
    follow: ({ kind, row_table: name, row_key: key, sequence, facts }) => {
      if (name === null || key === null) return;
      const table = tables.get(name as TrackedTable);
      if (table === undefined) {
        return problems.add(`entry ${sequence}`, `tells of a table ${name}, which there is not`);
      }
      const history = follow(table.open.get(key), { sequence, facts });
      table.open.delete(key);
      if (history.row === undefined) return;
      // What was told of before, and held then, is told of again.
      if (history.whole === undefined) return verifyRow(reader, table.name, key, problems);
      // A row that is told of again would count twice.
      if (history.whole === sequence) table.count += kind === 'row-carried' ? Number.NaN : 1;
      if (!isLast(table.name, history.row)) table.open.set(key, history);
      else if (!table.isAsTold(key, history)) verifyRow(reader, table.name, key, problems);
    },
    end: () => {
      let rows = 0;
      for (const { name, open, count, isAsTold } of tables.values()) {
        for (const [key, history] of open) if (!isAsTold(key, history)) verifyRow(reader, name, key, problems);
        const found = countRows(reader, name);
        const isSure = definitionOf(name).goes !== true && found === count && problems.count === 0;
        if (!isSure) for (const key of others(reader, name, open)) verifyRow(reader, name, key, problems);
        rows += found;
      }
      return rows;
    },
  };
}

interface Table {
  name: TrackedTable;
  /** Rows of which more may be told. */
  open: Map<string, History>;
  /** How many rows were told of. */
  count: number;
  isAsTold: IsAsTold;
}

const tableNames = Object.keys(trackedTables).filter(isTracked);

const openTable = (reader: Database, name: TrackedTable): Table => ({
  ...{ name, open: new Map(), count: 0 },
  isAsTold: createComparison(reader, name),
});

/** Nothing more is expected to change: facts stay as they are, and runs once they have ended. */
function isLast(table: TrackedTable, row: Record<string, unknown>): boolean {
  return table === 'facts' || (table === 'runs' && row['finished_at'] !== undefined);
}

type IsAsTold = (key: string, history: History) => boolean;

/** To go by places takes half the time of going by names, and most rows are as they should be. */
function createComparison(reader: Database, table: TrackedTable): IsAsTold {
  const columns = reader
    .all<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`)
    .map(({ name }) => name);
  const kinds = columns.map((name) => ({ name, json: isJson(table, name) }));
  const select = `SELECT ${columns.join(', ')} FROM ${table} WHERE`;
  // Those that follow each other lie beside each other.
  const isInOrder = columns.includes('sequence');
  const sql = isInOrder ? `${select} sequence = $sequence` : `${select} ${whereKey(table)}`;
  return (key, { row: told = {} }) => {
    const values = isInOrder ? { sequence: Number(told['sequence']) } : keyValues(keyOfText(table, key));
    const [row] = reader.tuples<(string | number | null)[]>(sql, values);
    return row !== undefined && kinds.every(({ name, json }, at) => isSame(row[at], told[name] ?? null, json));
  };
}

/** What was parsed has its keys in order: seldom more is needed. */
function isSame(stored: unknown, told: unknown, json: boolean): boolean {
  return stored === told || (json && (stored === JSON.stringify(told) || stored === canonical(told)));
}

/** Holds a row against all that the chain says of it. */
export function verifyRow(reader: Database, table: TrackedTable, key: string, problems: Problems): undefined {
  const name = `${table} ${key}`;
  const row = readRow(reader, table, keyOfText(table, key));
  const history = readHistory(reader, table, key);
  if (history === undefined) return problems.add(name, 'no entry tells of it');
  const { row: told, sequence, whole } = history;
  if (told === undefined) {
    return row && problems.add(name, `is there, and entry ${sequence} says that it is gone`);
  }
  if (row === undefined) return problems.add(name, `is missing, and entry ${sequence} is the last that tells of it`);
  if (whole === undefined) return problems.add(name, 'no entry tells how it began');
  for (const column of Object.keys(row)) {
    const expected = storedValue(table, column, told[column]);
    if (row[column] === expected) continue;
    problems.add(name, `${column} is ${shown(row[column])}; as of entry ${sequence} it is ${shown(expected)}`);
  }
}

const longest = 80;

function shown(value: unknown): string {
  const text = value === null ? 'empty' : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest).toWellFormed()}…` : text;
}

/** The keys of rows that no entry tells of, or that ought to be gone. */
function* others(reader: Database, table: TrackedTable, open: ReadonlyMap<string, History>): Iterable<string> {
  const key = keyTextIn(table);
  const untold = `NOT EXISTS (SELECT 1 FROM entries WHERE row_table = '${table}' AND row_key = ${key})`;
  const goes = definitionOf(table).goes === true;
  for (const row of reader.all<StoredRow>(`SELECT * FROM ${table} WHERE ${goes ? 'true' : untold}`)) {
    const name = keyText(keyOf(table, row));
    if (!open.has(name)) yield name;
  }
}

function countRows(reader: Database, table: TrackedTable): number {
  return reader.get<{ count: number }>(`SELECT count(*) AS count FROM ${table}`)?.count ?? 0;
}
