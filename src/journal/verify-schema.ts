import type { Database } from './database.ts';
import type { Problems } from './problems.ts';

interface SchemaObject {
  type: string;
  name: string;
  sql: string;
}

const objects = `SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`;

/** A trigger could change what is written, and without its index a line could be claimed twice. */
export function verifySchema(reader: Database, empty: Database, problems: Problems): void {
  const expected = new Map(empty.all<SchemaObject>(objects).map((object) => [object.name, object]));
  for (const { type, name, sql } of reader.all<SchemaObject>(objects)) {
    const own = expected.get(name);
    if (own === undefined) problems.add(`${type} ${name}`, 'is not one of the journal');
    else if (own.sql !== sql || own.type !== type) problems.add(`${type} ${name}`, 'was made anew, not as it was');
    expected.delete(name);
  }
  for (const { type, name } of expected.values()) problems.add(`${type} ${name}`, 'is missing');
}
