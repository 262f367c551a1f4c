import { queueKind } from '../context/facts.ts';
import type { Lock } from '../context/journal.ts';
import { overlaps } from '../context/lock-key.ts';
import type { Database } from './database.ts';
import { type FactRow, factOf } from './rows.ts';
import { unfinished } from './runs.ts';

/** What has the lock already waits no longer, and what was put aside for an approval lets others go before it. From the few runs that are under way to their facts, not the other way. */
const waiting = `
  SELECT facts.* FROM runs CROSS JOIN facts ON facts.run = runs.id AND facts.kind = $kind
  WHERE runs.${unfinished} AND NOT (runs.state = 'waiting' AND runs.process_host = '' AND runs.process_pid = 0)
    AND NOT EXISTS (SELECT 1 FROM locks WHERE locks.run = runs.id)
  ORDER BY facts.sequence`;

export function listQueue(database: Database): Lock[] {
  return database.all<FactRow>(waiting, { kind: queueKind }).map((row) => {
    const { run, subject: key, data, at: since, actor } = factOf(row);
    return { key, run, actor, reason: String(data['line']), since };
  });
}

/** Who comes before the run for what it wants; all that wait do, where it stands in no line itself. */
export function firstAhead(queue: readonly Lock[], run: string, key: string): Lock | undefined {
  const place = queue.findIndex((entry) => entry.run === run);
  return queue.slice(0, place === -1 ? undefined : place).find((entry) => overlaps(entry.key, key));
}
