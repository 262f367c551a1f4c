import { DatabaseSync } from 'node:sqlite';
import type { Actor } from '../../src/context/host.ts';
import type { Journal } from '../../src/context/journal.ts';
import { type EntryRow, hashedText } from '../../src/journal/chain.ts';
import { sha256 } from '../../src/journal/sha256.ts';

const ana: Actor = { id: 'os:laptop:1000', name: 'Ana' };
const process = { host: 'laptop', pid: 1, started: 'now' };

/** A run that took a lock, wrote a fact and ended. */
export async function deployIn(journal: Journal, at = new Date(1_000)): Promise<string> {
  const origin = { type: 'terminal', host: 'laptop', directory: '/' } as const;
  const { id = '' } = (await journal.accept({ argv: ['deploy', 'uat'], actor: ana, origin, process, at })) ?? {};
  await journal.lock({ key: 'uat', run: id, actor: ana, reason: 'ops deploy uat', since: at });
  await journal.start(id, { command: 'deploy', effect: 'change', environment: 'uat', process, at });
  await journal.record({ run: id, kind: 'deployment', subject: 'web/uat', data: { version: 'v1' }, at, actor: ana });
  await journal.finish(id, { state: 'failed', outcome: 'failed', exitCode: 3, message: 'no room', at });
  return id;
}

/** What whoever has the file can do with any client of SQLite. */
export function editFile(path: string, work: (file: DatabaseSync) => void): void {
  const file = new DatabaseSync(path, { enableForeignKeyConstraints: false });
  work(file);
  file.close();
}

/** Writes the hashes anew from an entry on, as somebody would who knows how they are made. */
export function rechain(file: DatabaseSync, from: number): void {
  const rows = file.prepare('SELECT * FROM entries ORDER BY sequence').all() as unknown as EntryRow[];
  let previous: string | undefined;
  for (const row of rows) {
    if (row.sequence >= from) {
      row.previous = previous ?? row.previous;
      row.hash = sha256(hashedText(row));
      const values = { sequence: row.sequence, previous: row.previous, hash: row.hash };
      file.prepare('UPDATE entries SET previous = $previous, hash = $hash WHERE sequence = $sequence').run(values);
    }
    previous = row.hash;
  }
  file.exec('UPDATE head SET (sequence, hash) = (SELECT sequence, hash FROM entries ORDER BY sequence DESC LIMIT 1)');
}
