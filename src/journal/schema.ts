/** `ops!` in SQLite's own mark of whose file it is. */
export const applicationId = 0x6f707321;

const first = `
CREATE TABLE runs (
  sequence INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  claim TEXT,
  command TEXT,
  argv TEXT NOT NULL,
  actor_id TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  actor_folded TEXT NOT NULL,
  origin TEXT NOT NULL,
  environment TEXT,
  effect TEXT,
  state TEXT NOT NULL,
  outcome TEXT,
  exit_code INTEGER,
  message TEXT,
  accepted_at INTEGER NOT NULL,
  started_at INTEGER,
  finished_at INTEGER,
  process_host TEXT NOT NULL,
  process_pid INTEGER NOT NULL,
  process_started TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX runs_claim ON runs (claim) WHERE claim IS NOT NULL;
CREATE INDEX runs_accepted ON runs (accepted_at);
CREATE INDEX runs_state ON runs (state, accepted_at);
CREATE INDEX runs_outcome ON runs (outcome, accepted_at) WHERE outcome IS NOT NULL;
CREATE INDEX runs_command ON runs (command, accepted_at) WHERE command IS NOT NULL;
CREATE INDEX runs_environment ON runs (environment, accepted_at) WHERE environment IS NOT NULL;
CREATE INDEX runs_actor_id ON runs (actor_id, accepted_at);
CREATE INDEX runs_actor_name ON runs (actor_folded, accepted_at);

CREATE TABLE locks (
  key TEXT PRIMARY KEY,
  run TEXT NOT NULL REFERENCES runs (id),
  actor_id TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  reason TEXT NOT NULL,
  since INTEGER NOT NULL
) STRICT;
CREATE INDEX locks_run ON locks (run);

CREATE TABLE groups (
  run TEXT NOT NULL REFERENCES runs (id),
  host TEXT NOT NULL,
  pid INTEGER NOT NULL,
  started TEXT NOT NULL,
  PRIMARY KEY (run, host, pid, started)
) STRICT, WITHOUT ROWID;

CREATE TABLE facts (
  sequence INTEGER PRIMARY KEY,
  run TEXT NOT NULL REFERENCES runs (id),
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  data TEXT NOT NULL,
  at INTEGER NOT NULL,
  actor_id TEXT NOT NULL,
  actor_name TEXT NOT NULL
) STRICT;
CREATE INDEX facts_kind ON facts (kind, at);
CREATE INDEX facts_subject ON facts (kind, subject, at);
`;

/**
 * Who is to tell of a run; and since when it is doubted that its process lives, where nobody can look. What is under
 * way belongs to an `ops` that answers no doubt: it is given a day.
 */
const second = `
ALTER TABLE runs ADD COLUMN owner_host TEXT NOT NULL DEFAULT '';
ALTER TABLE runs ADD COLUMN owner_pid INTEGER NOT NULL DEFAULT 0;
ALTER TABLE runs ADD COLUMN owner_started TEXT NOT NULL DEFAULT '';
ALTER TABLE runs ADD COLUMN doubted_at INTEGER;
UPDATE runs SET owner_host = process_host, owner_pid = process_pid, owner_started = process_started;
UPDATE runs SET doubted_at = (unixepoch() + 86400) * 1000 WHERE state IN ('accepted', 'waiting', 'running');
CREATE INDEX facts_run ON facts (run, kind);
`;

/**
 * The chain: see chain.ts. `head` is its end, so that the loss of what stood there shows. `policies` has each policy
 * that decided, by its digest.
 */
const third = `
CREATE TABLE entries (
  sequence INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  actor_id TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  row_table TEXT,
  row_key TEXT,
  facts TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX entries_row ON entries (row_table, row_key) WHERE row_table IS NOT NULL;
CREATE INDEX entries_policy ON entries (kind) WHERE kind = 'policy-changed';
CREATE TABLE head (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  sequence INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE TABLE policies (digest TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;
`;

/** Each takes a journal from the version that is its index to the next. Append; never edit one that was released. */
export const migrations: readonly string[] = [first, second, third];

export interface SchemaFound {
  application: number;
  version: number;
  /** Tables and indexes. */
  objects: number;
}

export type SchemaState = 'current' | 'older' | 'newer' | 'foreign';

export function schemaState({ application, version, objects }: SchemaFound): SchemaState {
  if (application !== applicationId) return objects === 0 && version === 0 && application === 0 ? 'older' : 'foreign';
  if (version === migrations.length) return 'current';
  return version < migrations.length ? 'older' : 'newer';
}
