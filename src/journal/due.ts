import type { Retention } from '../context/journal.ts';
import type { Database } from './database.ts';

const day = 86_400_000;
const oldest = 'SELECT at FROM entries ORDER BY sequence LIMIT 1';

/** Whether there is something to prune: each run looks, and not each finds a little. */
export function isPruningDue(database: Database, { keep, now }: Retention): boolean {
  const first = database.get<{ at: number }>(oldest);
  return first !== undefined && first.at <= now.getTime() - keep - Math.min(day, keep / 20);
}
