import type { Lock, LockAnswer } from '../context/journal.ts';
import { overlaps } from '../context/lock-key.ts';
import type { Database } from './database.ts';
import { firstAhead, listQueue } from './queue.ts';
import { actorValues, type LockRow, lockOf } from './rows.ts';
import { mustBeUnfinished, unfinished } from './runs.ts';
import { add, removeRows } from './tracked.ts';

/** A lock whose run has ended is free; one whose run cannot be found is not: nobody knows that it ended. */
const stale = `EXISTS (SELECT 1 FROM runs WHERE runs.id = locks.run AND NOT (${unfinished}))`;

const insert = `
  INSERT INTO locks (key, run, actor_id, actor_name, reason, since)
  VALUES ($key, $run, $actor_id, $actor_name, $reason, $since)
  ON CONFLICT DO NOTHING`;

export function takeLock(database: Database, lock: Lock, passes = false): LockAnswer {
  const { key, run, reason } = lock;
  return database.transaction((): LockAnswer => {
    // A run that was cancelled meanwhile would hold a lock that counts as free.
    mustBeUnfinished(database, run);
    const near = listLocks(database).filter((other) => overlaps(other.key, key));
    const held = near.find((other) => other.run !== run);
    if (held !== undefined) return { taken: false, held };
    if (near.some((mine) => mine.key === key)) return { taken: true };
    const ahead = passes ? undefined : firstAhead(listQueue(database), run, key);
    if (ahead !== undefined) return { taken: false, held: ahead, isWaiting: true };
    removeRows(database, { table: 'locks', kind: 'lock-freed' }, `key = $key AND ${stale}`, { key });
    const values = { key, run, reason, since: lock.since.getTime(), ...actorValues(lock.actor) };
    if (add(database, { table: 'locks', key: [key], kind: 'lock-taken' }, insert, values)) return { taken: true };
    throw new Error(`the lock ${key} is neither free nor held`);
  });
}

export function freeLocks(database: Database, run: string): void {
  database.transaction(() => removeRows(database, { table: 'locks', kind: 'lock-freed' }, 'run = $run', { run }));
}

export function listLocks(database: Database): Lock[] {
  return database.all<LockRow>(`SELECT * FROM locks WHERE NOT ${stale} ORDER BY since, key`).map(lockOf);
}
