import type { RunFilter } from '../context/journal.ts';
import type { Values } from './database.ts';
import { folded } from './rows.ts';

/** The newest runs that the filter lets through; runs of the same moment in the reverse of the order they came in. */
export function historyQuery(filter: RunFilter): { sql: string; values: Values } {
  const conditions: string[] = [];
  const values: Values = { limit: bounded(filter.limit ?? 50) };

  function where(condition: string, more: Values): void {
    conditions.push(condition);
    Object.assign(values, more);
  }

  // No id holds what sorts after the tilde.
  if (filter.prefix !== undefined) where("id >= $prefix AND id < $prefix || '~'", { prefix: filter.prefix });
  if (filter.command !== undefined) where('command = $command', { command: filter.command });
  if (filter.actor !== undefined) {
    where('(actor_id = $actor OR actor_folded = $name)', { actor: filter.actor, name: folded(filter.actor) });
  }
  if (filter.environment !== undefined) where('environment = $environment', { environment: filter.environment });
  if (filter.outcome !== undefined) where('outcome = $outcome', { outcome: filter.outcome });
  if (filter.states !== undefined) {
    where('state IN (SELECT value FROM json_each($states))', { states: JSON.stringify(filter.states) });
  }
  if (filter.claim !== undefined) where('claim = $claim', { claim: filter.claim });
  if (filter.team !== undefined) where("json_extract(origin, '$.team') = $team", { team: filter.team });
  if (filter.without !== undefined) {
    where('NOT EXISTS (SELECT 1 FROM facts WHERE facts.run = runs.id AND facts.kind = $without)', {
      without: filter.without,
    });
  }
  if (filter.since !== undefined) where('accepted_at >= $since', { since: filter.since.getTime() });
  const condition = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  return { sql: `SELECT * FROM runs${condition} ORDER BY accepted_at DESC, sequence DESC LIMIT $limit`, values };
}

/** SQLite takes a negative limit for none, and no limit that is not a whole number. */
export function bounded(limit: number): number {
  return Math.min(Math.max(Math.ceil(limit), 0), Number.MAX_SAFE_INTEGER);
}
