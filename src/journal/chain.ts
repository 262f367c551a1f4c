import { canonical } from '../context/canonical.ts';
import type { EntryKind } from '../context/evidence.ts';
import type { Actor } from '../context/host.ts';
import type { Database } from './database.ts';
import { sha256 } from './sha256.ts';

/** What the first entry follows. */
export const beginning = '0'.repeat(64);

/** So that no other text of ops can be taken for an entry. */
const domain = 'ops journal entry 1';

export interface EntryRow {
  sequence: number;
  at: number;
  kind: string;
  subject: string;
  actor_id: string;
  actor_name: string;
  row_table: string | null;
  row_key: string | null;
  /** Canonical JSON. */
  facts: string;
  previous: string;
  hash: string;
}

export const entryColumns = [
  ...['sequence', 'at', 'kind', 'subject', 'actor_id', 'actor_name'],
  ...['row_table', 'row_key', 'facts', 'previous', 'hash'],
] as const;

/** What the hash of an entry is made of: all of it, and the hash of the entry before, as canonical JSON. */
export function hashedText(row: Omit<EntryRow, 'hash'>): string {
  const { sequence, at, kind, subject, actor_id, actor_name, row_table, row_key, facts, previous } = row;
  const words = JSON.stringify([domain, sequence, at, kind, subject, actor_id, actor_name, row_table, row_key]);
  return `${words.slice(0, -1)},${facts},"${previous}"]`;
}

export interface Told {
  kind: EntryKind;
  subject: string;
  facts: object;
  /** Null where nobody did it. */
  actor: Actor | null;
  row?: { table: string; key: string };
}

/** SQLite's own clock: what a caller calls now stands in the facts. Where the head was tampered with, the chain breaks there for all to see, and goes on. */
const end = `
  SELECT
    max(ifnull((SELECT sequence FROM head), 0), ifnull((SELECT max(sequence) FROM entries), 0)) AS sequence,
    ifnull((SELECT hash FROM head), '${beginning}') AS hash,
    CAST(unixepoch('subsec') * 1000 AS INTEGER) AS at`;

const insert = `
  INSERT INTO entries (${entryColumns.join(', ')}) VALUES (${entryColumns.map((name) => `$${name}`).join(', ')})`;

const move = 'INSERT OR REPLACE INTO head (one, sequence, hash) VALUES (1, $sequence, $hash)';

/** Adds a link to the chain, within the transaction of what it tells of. */
export function addEntry(database: Database, { kind, subject, facts, actor, row }: Told): void {
  const last = database.get<{ sequence: number; hash: string; at: number }>(end);
  if (last === undefined) throw new Error('SQLite says nothing of the end of the chain');
  // As SQLite keeps it.
  const [id, name] = [actor?.id ?? '', actor?.name ?? ''];
  const entry = {
    sequence: last.sequence + 1,
    at: last.at,
    kind,
    subject: subject.toWellFormed(),
    actor_id: id.toWellFormed(),
    actor_name: name.toWellFormed(),
    row_table: row?.table ?? null,
    row_key: row?.key ?? null,
    facts: canonical(facts),
    previous: last.hash,
  };
  const hash = sha256(hashedText(entry));
  database.run(insert, { ...entry, hash });
  database.run(move, { sequence: entry.sequence, hash });
}
