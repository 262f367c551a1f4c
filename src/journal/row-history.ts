import type { Database } from './database.ts';
import type { TrackedTable } from './tracked.ts';

/** A row as its entries tell of it. */
export interface History {
  /** Undefined where it ought to be gone. */
  row: Record<string, unknown> | undefined;
  /** The last entry that has all of it. */
  whole: number | undefined;
  /** Its last entry. */
  sequence: number;
}

interface Change {
  sequence: number;
  facts: string;
}

interface Facts {
  row?: Record<string, unknown>;
  changed?: Record<string, unknown>;
  gone?: true;
}

const changes = `
  SELECT sequence, facts FROM entries WHERE row_table = $table AND row_key = $key ORDER BY sequence`;

/** All that the chain says of a row; undefined where that is nothing. */
export function readHistory(reader: Database, table: TrackedTable, key: string): History | undefined {
  let history: History | undefined;
  for (const change of reader.all<Change>(changes, { table, key })) history = follow(history, change);
  return history;
}

export function follow(before: History | undefined, { sequence, facts }: Change): History {
  const { row, changed, gone } = readFacts(facts);
  const whole = before?.whole;
  if (row !== undefined) return { row, whole: sequence, sequence };
  if (gone === true) return { row: undefined, whole, sequence };
  return { row: { ...before?.row, ...changed }, whole, sequence };
}

/** Facts that do not parse were changed, which the chain shows. */
function readFacts(text: string): Facts {
  try {
    return JSON.parse(text) as Facts;
  } catch {
    return {};
  }
}
