import type { Outcome } from '../context/errors.ts';
import type { Actor, Origin, ProcessId } from '../context/host.ts';
import type { Fact, Lock, RunRecord, RunState } from '../context/journal.ts';

export interface ActorRow {
  actor_id: string;
  actor_name: string;
}

export interface RunRow extends ActorRow {
  id: string;
  command: string | null;
  argv: string;
  origin: string;
  environment: string | null;
  effect: 'read' | 'change' | null;
  state: RunState;
  outcome: Outcome | null;
  exit_code: number | null;
  message: string | null;
  accepted_at: number;
  started_at: number | null;
  finished_at: number | null;
  process_host: string;
  process_pid: number;
  process_started: string;
  owner_host: string;
  owner_pid: number;
  owner_started: string;
  doubted_at: number | null;
}

export interface LockRow extends ActorRow {
  key: string;
  run: string;
  reason: string;
  since: number;
}

export interface FactRow extends ActorRow {
  run: string;
  kind: string;
  subject: string;
  data: string;
  at: number;
}

export function runOf(row: RunRow): RunRecord {
  return {
    id: row.id,
    command: row.command ?? undefined,
    argv: JSON.parse(row.argv) as string[],
    actor: actorOf(row),
    origin: JSON.parse(row.origin) as Origin,
    environment: row.environment ?? undefined,
    effect: row.effect ?? undefined,
    state: row.state,
    outcome: row.outcome ?? undefined,
    exitCode: row.exit_code ?? undefined,
    message: row.message ?? undefined,
    acceptedAt: new Date(row.accepted_at),
    startedAt: dateOf(row.started_at),
    finishedAt: dateOf(row.finished_at),
    process: processOf(row),
    owner: { host: row.owner_host, pid: row.owner_pid, started: row.owner_started },
  };
}

export function lockOf(row: LockRow): Lock {
  return { key: row.key, run: row.run, actor: actorOf(row), reason: row.reason, since: new Date(row.since) };
}

export function factOf(row: FactRow): Fact {
  return {
    run: row.run,
    kind: row.kind,
    subject: row.subject,
    data: JSON.parse(row.data) as Record<string, unknown>,
    at: new Date(row.at),
    actor: actorOf(row),
  };
}

/** How a name is compared: SQLite itself knows upper and lower case only of ASCII. */
export function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

export function actorValues(actor: Actor): { actor_id: string; actor_name: string } {
  return { actor_id: actor.id, actor_name: actor.name };
}

export function processValues(process: ProcessId) {
  return { process_host: process.host, process_pid: process.pid, process_started: process.started };
}

export function ownerValues(process: ProcessId) {
  return { owner_host: process.host, owner_pid: process.pid, owner_started: process.started };
}

export function processOf(row: Pick<RunRow, 'process_host' | 'process_pid' | 'process_started'>): ProcessId {
  return { host: row.process_host, pid: row.process_pid, started: row.process_started };
}

function actorOf(row: ActorRow): Actor {
  return { id: row.actor_id, name: row.actor_name };
}

function dateOf(milliseconds: number | null): Date | undefined {
  return milliseconds === null ? undefined : new Date(milliseconds);
}
