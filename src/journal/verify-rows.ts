import type { Database } from './database.ts';
import type { Problems } from './problems.ts';
import {
  keyOf,
  keyOfText,
  keyText,
  readRow,
  type StoredRow,
  storedValue,
  type TrackedTable,
  trackedTables,
} from './tracked.ts';
import type { Pause } from './verify.ts';

interface Change {
  sequence: number;
  row_table: string;
  row_key: string;
  facts: string;
}

/** A row as its entries tell of it; undefined where it ought to be gone. */
interface History {
  table: string;
  key: string;
  row: Record<string, unknown> | undefined;
  /** Some entry has all of it. */
  isWhole: boolean;
  /** Its last entry. */
  sequence: number;
}

interface Facts {
  row?: Record<string, unknown>;
  changed?: Record<string, unknown>;
  gone?: true;
}

const changes = `
  SELECT sequence, row_table, row_key, facts FROM entries
  WHERE row_table IS NOT NULL ORDER BY row_table, row_key, sequence`;

/** Each row is what its entries come to, and there are no others. Gives back how many are. */
export async function verifyRows(reader: Database, problems: Problems, pause: Pause): Promise<number> {
  const found = new Map<string, number>(Object.keys(trackedTables).map((table) => [table, 0]));
  const close = (history: History): void => {
    if (verifyRow(reader, history, problems)) found.set(history.table, (found.get(history.table) ?? 0) + 1);
  };
  let history: History | undefined;
  for (const entry of reader.iterate<Change>(changes)) {
    if (history?.key === entry.row_key && history.table === entry.row_table) follow(history, entry);
    else {
      if (history !== undefined) close(history);
      history = follow(beginOf(entry), entry);
    }
    const paused = pause();
    if (paused !== undefined) await paused;
  }
  if (history !== undefined) close(history);
  for (const [table, count] of found) if (isTracked(table)) findOthers(reader, table, count, problems);
  return [...found.values()].reduce((sum, count) => sum + count, 0);
}

/** Of entries that tell of the same row, oldest first. */
export function historyOf(entries: readonly Change[]): History | undefined {
  const [first] = entries;
  return first && entries.reduce(follow, beginOf(first));
}

const beginOf = ({ row_table: table, row_key: key }: Change): History => ({
  ...{ table, key, row: undefined },
  ...{ isWhole: false, sequence: 0 },
});

const isTracked = (table: string): table is TrackedTable => Object.hasOwn(trackedTables, table);

function follow(history: History, { sequence, facts }: Change): History {
  const { row, changed, gone } = readFacts(facts);
  history.sequence = sequence;
  if (row !== undefined) [history.row, history.isWhole] = [row, true];
  else if (gone === true) history.row = undefined;
  else if (changed !== undefined) history.row = { ...history.row, ...changed };
  return history;
}

/** Facts that do not parse were changed, which the chain shows. */
function readFacts(text: string): Facts {
  try {
    return JSON.parse(text) as Facts;
  } catch {
    return {};
  }
}

/** Whether there is such a row, as it should be or not. */
export function verifyRow(reader: Database, history: History, problems: Problems): boolean {
  const { table, key, row: told, sequence, isWhole } = history;
  if (!isTracked(table)) {
    problems.add(`entry ${sequence}`, `tells of a table ${table}, which there is not`);
    return false;
  }
  const name = `${table} ${key}`;
  const row = readRow(reader, table, keyOfText(table, key));
  if (told === undefined) {
    if (row !== undefined) problems.add(name, `is there, and entry ${sequence} says that it is gone`);
    return row !== undefined;
  }
  if (row === undefined) {
    problems.add(name, `is missing, and entry ${sequence} is the last that tells of it`);
    return false;
  }
  if (!isWhole) problems.add(name, 'no entry tells how it began');
  else for (const column of Object.keys(row)) verifyColumn({ table, column, row, told, sequence, name }, problems);
  return true;
}

interface Column {
  table: TrackedTable;
  column: string;
  row: StoredRow;
  told: Record<string, unknown>;
  sequence: number;
  name: string;
}

function verifyColumn({ table, column, row, told, sequence, name }: Column, problems: Problems): void {
  const expected = storedValue(table, column, told[column]);
  if (row[column] === expected) return;
  problems.add(name, `${column} is ${shown(row[column])}; as of entry ${sequence} it is ${shown(expected)}`);
}

const longest = 80;

function shown(value: unknown): string {
  const text = value === null ? 'empty' : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest).toWellFormed()}…` : text;
}

function findOthers(reader: Database, table: TrackedTable, told: number, problems: Problems): void {
  const { count = 0 } = reader.get<{ count: number }>(`SELECT count(*) AS count FROM ${table}`) ?? {};
  if (count === told) return;
  const entry = 'SELECT 1 FROM entries WHERE row_table = $table AND row_key = $key';
  for (const row of reader.iterate<StoredRow>(`SELECT * FROM ${table}`)) {
    const key = keyText(keyOf(table, row));
    if (reader.get(entry, { table, key }) === undefined) problems.add(`${table} ${key}`, 'no entry tells of it');
  }
}
