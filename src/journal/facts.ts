import { canonical } from '../context/canonical.ts';
import type { Fact, FactFilter, NextFact } from '../context/journal.ts';
import type { Database } from './database.ts';
import { bounded } from './history.ts';
import { actorValues, type FactRow, factOf } from './rows.ts';
import { mustExist } from './runs.ts';
import { add } from './tracked.ts';

const insert = `
  INSERT INTO facts (sequence, run, kind, subject, data, at, actor_id, actor_name)
  VALUES ($sequence, $run, $kind, $subject, $data, $at, $actor_id, $actor_name)`;
const next = 'SELECT ifnull(max(sequence), 0) + 1 AS sequence FROM facts';

export function recordFact(database: Database, fact: Fact): void {
  database.transaction(() => insertFact(database, fact));
}

export function recordNext(
  database: Database,
  filter: FactFilter,
  decide: (before: readonly Fact[]) => NextFact | undefined,
): Fact | undefined {
  return database.transaction(() => {
    const next = decide(listFacts(database, filter));
    if (next !== undefined) insertFact(database, next.fact, next.as);
    return next?.fact;
  });
}

function insertFact(database: Database, fact: Fact, as?: NextFact['as']): void {
  const { run, kind, subject, data, at, actor } = fact;
  const values = { run, kind, subject, data: canonical(data), at: at.getTime(), ...actorValues(actor) };
  mustExist(database, run);
  const { sequence = 1 } = database.get<{ sequence: number }>(next) ?? {};
  const told = { table: 'facts', key: [sequence], kind: as ?? `fact:${kind}`, subject } as const;
  add(database, told, insert, { sequence, ...values });
}

export function listFacts(database: Database, { kind, subject, latest = false, limit = 1000 }: FactFilter): Fact[] {
  const about = subject === undefined ? '' : ' AND subject = $subject';
  const last = `SELECT max(sequence) FROM facts WHERE kind = $kind${about} GROUP BY subject`;
  const among = latest ? ` AND sequence IN (${last})` : '';
  const sql = `SELECT * FROM facts WHERE kind = $kind${about}${among} ORDER BY at DESC, sequence DESC LIMIT $limit`;
  const values = { kind, ...(subject === undefined ? {} : { subject }), limit: bounded(limit) };
  return database.all<FactRow>(sql, values).map(factOf);
}
