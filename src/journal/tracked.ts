import { canonical } from '../context/canonical.ts';
import type { EntryKind } from '../context/evidence.ts';
import type { Actor } from '../context/host.ts';
import { addEntry } from './chain.ts';
import type { Database, Values } from './database.ts';

interface Tracked {
  key: readonly string[];
  /** Columns that hold canonical JSON. */
  json: readonly string[];
  /** Its rows go again. */
  goes?: true;
}

/**
 * The tables of which every row is accounted for by the chain. They are written through this file alone: see `change`.
 * A migration that adds a column gives it no default, or restates the rows.
 */
export const trackedTables = {
  runs: { key: ['id'], json: ['argv', 'origin'] },
  locks: { key: ['key'], json: [], goes: true },
  groups: { key: ['run', 'host', 'pid', 'started'], json: [], goes: true },
  facts: { key: ['sequence'], json: ['data'] },
  policies: { key: ['digest'], json: ['text'] },
} as const satisfies Record<string, Tracked>;

export type TrackedTable = keyof typeof trackedTables;
export type StoredRow = Record<string, string | number | null>;
export type Key = readonly (string | number)[];

export const isTracked = (table: string): table is TrackedTable => Object.hasOwn(trackedTables, table);

export const definitionOf = (table: TrackedTable): Tracked => trackedTables[table];

export function keyOf(table: TrackedTable, row: StoredRow): Key {
  return definitionOf(table).key.map((column) => row[column] ?? '');
}

/** How an entry names the row. */
export const keyText = (key: Key): string => (key.length === 1 ? String(key[0]) : JSON.stringify(key));

export function keyOfText(table: TrackedTable, text: string): Key {
  return definitionOf(table).key.length === 1 ? [text] : (JSON.parse(text) as Key);
}

export const whereKey = (table: TrackedTable): string =>
  definitionOf(table)
    .key.map((column, at) => `${column} = $key${at}`)
    .join(' AND ');

export const keyValues = (key: Key): Values => Object.fromEntries(key.map((value, at) => [`key${at}`, value]));

/** The same in SQL, of the rows of a table. */
export function keyTextIn(table: TrackedTable): string {
  const columns = definitionOf(table).key.map((column) => `${table}.${column}`);
  return columns.length === 1 ? `CAST(${columns[0]} AS TEXT)` : `json_array(${columns.join(', ')})`;
}

export function readRow(database: Pick<Database, 'get'>, table: TrackedTable, key: Key): StoredRow | undefined {
  return database.get<StoredRow>(`SELECT * FROM ${table} WHERE ${whereKey(table)}`, keyValues(key));
}

/** A column as the chain tells of it: what is JSON stands there as such. */
function toldValue(table: TrackedTable, column: string, value: string | number | null | undefined): unknown {
  return typeof value === 'string' && isJson(table, column) ? JSON.parse(value) : (value ?? null);
}

/** What is empty is left out. */
function toldRow(table: TrackedTable, row: StoredRow): Record<string, unknown> {
  const full = Object.entries(row).filter(([, value]) => value !== null);
  return Object.fromEntries(full.map(([column, value]) => [column, toldValue(table, column, value)]));
}

/** What a column holds of which the chain says `told`. */
export function storedValue(table: TrackedTable, column: string, told: unknown): unknown {
  if (told === undefined || told === null) return null;
  return isJson(table, column) ? canonical(told) : told;
}

export const isJson = (table: TrackedTable, column: string): boolean => definitionOf(table).json.includes(column);

/** Of a row that the chain does not tell of yet. */
export function setColumn(database: Database, table: TrackedTable, key: Key, [column, value]: [string, string]): void {
  database.run(`UPDATE ${table} SET ${column} = $value WHERE ${whereKey(table)}`, { value, ...keyValues(key) });
}

/** Of a row whose entries are removed with it. */
export function dropRow(database: Database, table: TrackedTable, key: Key): void {
  database.run(`DELETE FROM ${table} WHERE ${whereKey(table)}`, keyValues(key));
}

export interface Change {
  table: TrackedTable;
  key: Key;
  kind: EntryKind;
  /** @default the key */
  subject?: string;
  /** Who did it, null for nobody. @default whom the row names */
  actor?: Actor | null;
  /** What is to be known besides the row. */
  also?: object;
}

/** Adds a row, and writes it down. The row as it is then; undefined where it was not added. Within a transaction. */
export function add(database: Database, told: Change, sql: string, values: Values): StoredRow | undefined {
  const [row] = returned(database, sql, values);
  if (row !== undefined) tellWhole(database, told, row);
  return row;
}

/** Changes one row, and writes down what of it changed. False where nothing did. Within a transaction. */
export function change(database: Database, told: Change, sql: string, values: Values): boolean {
  const { table, key } = told;
  const before = readRow(database, table, key);
  const [after] = returned(database, sql, values);
  if (before === undefined || after === undefined) return false;
  const facts = difference(table, before, after);
  if (facts !== undefined) tellOf(database, told, facts, after);
  return true;
}

/** Removes rows, each with an entry of its own. */
export function removeRows(
  database: Database,
  { table, ...told }: Omit<Change, 'key'>,
  where: string,
  values: Values,
): void {
  for (const row of returned(database, `DELETE FROM ${table} WHERE ${where}`, values)) {
    tellOf(database, { ...told, table, key: keyOf(table, row) }, { gone: true }, row);
  }
}

/** The rows that a statement adds, changes or removes, all at once: within a transaction nothing is committed yet. */
function returned(database: Database, sql: string, values: Values): StoredRow[] {
  return database.all<StoredRow>(`${sql} RETURNING *`, values);
}

/** Writes down a row as it is. */
export function tellWhole(database: Database, told: Change, row: StoredRow): void {
  tellOf(database, told, { row: toldRow(told.table, row) }, row);
}

function tellOf(database: Database, told: Change, facts: object, row: StoredRow): void {
  const { table, key, kind, also } = told;
  const name = keyText(key);
  const actor = told.actor === undefined ? actorOf(row) : told.actor;
  addEntry(database, {
    ...{ kind, subject: told.subject ?? name, actor },
    ...{ facts: { ...also, ...facts }, row: { table, key: name } },
  });
}

function difference(table: TrackedTable, before: StoredRow, after: StoredRow) {
  const columns = Object.keys(after).filter((column) => after[column] !== before[column]);
  if (columns.length === 0) return undefined;
  return { changed: Object.fromEntries(columns.map((column) => [column, toldValue(table, column, after[column])])) };
}

function actorOf({ actor_id: id, actor_name: name }: StoredRow): Actor | null {
  return typeof id === 'string' && typeof name === 'string' ? { id, name } : null;
}
