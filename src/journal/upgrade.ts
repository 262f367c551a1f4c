import { beginChain } from './begin.ts';
import type { Database } from './database.ts';
import { foreignError, newerError } from './errors.ts';
import type { Patiently } from './patience.ts';
import { applicationId, migrations, type SchemaFound, schemaState } from './schema.ts';

/** Brings a new or older journal to the schema that this program knows, whoever else is about to do the same. */
export async function upgrade(database: Database, path: string, inTurn: Patiently): Promise<void> {
  if ((await inTurn(() => find(database, path))).state === 'current') return;
  await inTurn(() => database.script('PRAGMA journal_mode = WAL'));
  await inTurn(() => database.transaction(() => bringUp(database, path)));
}

function bringUp(database: Database, path: string): void {
  // Another process may have been faster: then nothing is left to do.
  const { version } = find(database, path);
  for (const migration of migrations.slice(version)) database.script(migration);
  beginChain(database);
  database.script(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${migrations.length}`);
}

/** One statement, so that a journal is seen either before or after another process made it. */
const schemaFound = `
  SELECT application_id AS application, user_version AS version, (SELECT count(*) FROM sqlite_schema) AS objects
  FROM pragma_application_id, pragma_user_version`;

function find(database: Database, path: string): { state: 'current' | 'older'; version: number } {
  const found = database.get<SchemaFound>(schemaFound);
  if (found === undefined) throw new Error(`SQLite says nothing of ${path}`);
  const state = schemaState(found);
  if (state === 'foreign') throw foreignError(path);
  if (state === 'newer') throw newerError(path, found.version, migrations.length);
  return { state, version: found.version };
}
