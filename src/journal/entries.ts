import type { Entry, EntryFilter, EntryKind, Head, NewEntry } from '../context/evidence.ts';
import { addEntry, type EntryRow } from './chain.ts';
import type { Database } from './database.ts';

export function appendEntry(database: Database, { kind, subject, facts = {}, actor }: NewEntry): void {
  database.transaction(() => addEntry(database, { kind, subject, facts, actor: actor ?? null }));
}

const lastEntry = `
  SELECT sequence, hash, at, (SELECT count(*) FROM entries) AS count FROM entries ORDER BY sequence DESC LIMIT 1`;

export function findHead(database: Pick<Database, 'get'>): Head | undefined {
  const found = database.get<{ sequence: number; hash: string; at: number; count: number }>(lastEntry);
  return found && { ...found, at: new Date(found.at) };
}

const acceptance = `
  SELECT min(sequence) AS sequence FROM entries WHERE row_table = 'runs' AND row_key = $run`;
const page = `
  SELECT * FROM entries WHERE sequence > $after AND at >= $since ORDER BY sequence LIMIT 100`;

/** A page at a time, so that nobody has to wait for it. */
export async function* readEntries(database: Database, { since, sinceRun }: EntryFilter): AsyncIterable<Entry> {
  const began = sinceRun && database.get<{ sequence: number | null }>(acceptance, { run: sinceRun })?.sequence;
  let after = (began || 1) - 1;
  for (;;) {
    const rows = database.all<EntryRow>(page, { after, since: since?.getTime() ?? Number.MIN_SAFE_INTEGER });
    for (const row of rows) yield entryOf(row);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.sequence;
  }
}

function entryOf(row: EntryRow): Entry {
  const { actor_id: id, actor_name: name, row_table: table, row_key: key } = row;
  return {
    sequence: row.sequence,
    at: new Date(row.at),
    kind: row.kind as EntryKind,
    subject: row.subject,
    actor: id === '' && name === '' ? undefined : { id, name },
    row: table === null || key === null ? undefined : { table, key },
    facts: readFacts(row.facts),
    previous: row.previous,
    hash: row.hash,
  };
}

/** What was tampered with can be shown too. */
function readFacts(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return { unreadable: text };
  }
}
