import type { Outcome } from './errors.ts';
import type { AddedKind, Decided, Entry, EntryFilter, Head, KnownHead, NewEntry, Verification } from './evidence.ts';
import type { Actor, Origin, ProcessId } from './host.ts';

export type RunState =
  | 'accepted'
  | 'waiting'
  | 'running'
  | 'succeeded'
  | 'failed'
  | 'denied'
  | 'cancelled'
  | 'timed out'
  | 'interrupted';

export interface RunRecord {
  id: string;
  /** Undefined until the line was parsed. */
  command: string | undefined;
  /** Redacted. */
  argv: string[];
  actor: Actor;
  origin: Origin;
  /** The environment that the run changes or reads, where the command names one. */
  environment: string | undefined;
  effect: 'read' | 'change' | undefined;
  state: RunState;
  outcome: Outcome | undefined;
  exitCode: number | undefined;
  /** The error's message. */
  message: string | undefined;
  acceptedAt: Date;
  startedAt: Date | undefined;
  finishedAt: Date | undefined;
  /** Who carries it out. */
  process: ProcessId;
  /** Who tells how it ended: it was accepted there. */
  owner: ProcessId;
}

export interface NewRun {
  argv: readonly string[];
  actor: Actor;
  origin: Origin;
  process: ProcessId;
  at: Date;
  /** What must never run twice: a room message's team, channel and time. */
  claim?: string;
}

/** What a parsed line turned out to be. */
export interface RunSubject {
  command: string;
  effect: 'read' | 'change';
  environment: string | undefined;
}

export interface RunFilter {
  /** What the id begins with. */
  prefix?: string;
  command?: string;
  /** Matches the actor's id, or their name whatever its case. */
  actor?: string;
  environment?: string;
  outcome?: Outcome;
  states?: readonly RunState[];
  since?: Date;
  /** What must never run twice, exactly. */
  claim?: string;
  /** Typed in a room of this workspace. */
  team?: string;
  /** Of which no fact of this kind is recorded. */
  without?: string;
  /** @default 50 */
  limit?: number;
}

export interface Lock {
  key: string;
  run: string;
  actor: Actor;
  /** The line that took it. */
  reason: string;
  since: Date;
}

/** Something that a run found out and that outlives it: a deployed version, say. */
export interface Fact {
  run: string;
  kind: string;
  /** What it is about: `web/uat`. */
  subject: string;
  data: Record<string, unknown>;
  at: Date;
  actor: Actor;
}

export interface FactFilter {
  kind: string;
  subject?: string;
  /** Of each subject only the one recorded last, whatever time it says. @default false */
  latest?: boolean;
  /** @default 1000 */
  limit?: number;
}

/** A fact, and how the chain calls it where that is not by its kind. */
export interface NextFact {
  fact: Fact;
  as?: AddedKind;
}

/** The lock, or what stands in its way: a run that holds it or a part of it, or one that waits for it since before. */
export type LockAnswer = { taken: true } | { taken: false; held: Lock; isWaiting?: true };

/** The durable record. Everything is a promise, so that one interface serves SQLite and a server alike. */
export interface Journal {
  /**
   * A new row in state `accepted`; undefined where the claim was taken before. With a claim, it is kept through a loss of
   * power once `flush` has resolved; all else is when it resolves.
   */
  accept(run: NewRun): Promise<RunRecord | undefined>;
  /** What the parsed line turned out to be, and who carries it out from here on. */
  start(id: string, start: RunStart): Promise<void>;
  /** It waits for something; `by` is who carries it out from here on, where that is another process. */
  wait(id: string, by?: ProcessId): Promise<void>;
  /** What it waited for has come. */
  resume(id: string): Promise<void>;
  /**
   * Makes `by` carry out a run that waits and that nobody carries out (see `nobody`), which is accepted again; false
   * where that is not so any longer. Of several that ask at the same time, one gets it.
   */
  take(id: string, by: ProcessId): Promise<boolean>;
  /** The line that the run carries out is another one than was accepted: it stands for an earlier run's. */
  restate(id: string, argv: readonly string[]): Promise<void>;
  finish(id: string, end: RunEnd): Promise<void>;
  run(id: string): Promise<RunRecord | undefined>;
  /** Newest first. */
  runs(filter?: RunFilter): Promise<RunRecord[]>;
  /** Remembers a process group that works for the run, so that it can be ended should the run be interrupted. */
  addGroup(run: string, group: ProcessId): Promise<void>;
  /**
   * Takes the lock for the run, at once or not at all. `web/uat` is a part of `uat`: who holds either keeps others from
   * both. Who waits in line (see `queueKind`) comes before whoever does not, except with `passes`.
   */
  lock(lock: Lock, options?: { passes?: boolean }): Promise<LockAnswer>;
  /** Frees what the run holds, and nothing else. */
  unlock(run: string): Promise<void>;
  locks(): Promise<Lock[]>;
  /** The runs that wait in line for a lock, in the order in which they came. */
  queue(): Promise<Lock[]>;
  /** `soon`: no harm is done where a loss of power takes it back. */
  record(fact: Fact, options?: { soon?: boolean }): Promise<void>;
  /**
   * Records what `decide` makes of the facts that are there, newest first, which comes back: nobody records anything in
   * between. It may be asked more than once.
   */
  recordNext(filter: FactFilter, decide: (before: readonly Fact[]) => NextFact | undefined): Promise<Fact | undefined>;
  /** Newest first. */
  facts(filter: FactFilter): Promise<Fact[]>;
  /**
   * Gives out the unfinished runs whose process is gone, and not those that nobody carries out: of several processes that ask at the same time, one gets each
   * run. One that had not begun has ended then, interrupted, or cancelled where it was asked to stop (see `stopKind`),
   * and its locks are free. One that had begun is still under way, and for `interrupt` to end: where whoever got it does
   * not within a quarter of a minute, the next one gets it. A process that cannot be looked at (`alive` is undefined) is
   * doubted, and gone where it has not vouched for itself half a minute later.
   */
  recover(alive: (process: ProcessId) => boolean | undefined, at: Date): Promise<Interrupted[]>;
  /** Ends a run that was given out at that time, now that nothing of it is left; undefined where it is another's. */
  interrupt(run: string, givenOut: Date, at: Date): Promise<RunRecord | undefined>;
  /** That process lives, whoever doubts it. */
  vouch(process: ProcessId): Promise<void>;
  /** Makes `by` the run's owner; false where `from` is its owner no longer. */
  takeOver(run: string, from: ProcessId, by: ProcessId): Promise<boolean>;
  /** Resolves when all that was written until now outlives a loss of power. */
  flush(): Promise<void>;
  /**
   * The digest of the policy that is about to decide: all that it consists of, as canonical JSON without secrets. Where
   * it is not that of the decision before, the chain says so.
   */
  usePolicy(text: string, actor: Actor): Promise<string>;
  /**
   * Adds to the chain what no row of the journal tells: what becomes a row is in it already. Entries are evidence, and
   * no memory: old ones are pruned.
   */
  append(entry: NewEntry): Promise<void>;
  /** The end of the chain; undefined where there is none. */
  head(): Promise<Head | undefined>;
  /** Oldest first, some at a time. */
  entries(filter?: EntryFilter): AsyncIterable<Entry>;
  /** Holds each entry against the one before, and each row against the entries. Others may write meanwhile. */
  verify(options?: VerifyOptions): Promise<Verification>;
  /** Removes what is too old, a part at a time; what is left can be verified. Gives back how many entries it removed. */
  prune(retention: Retention): Promise<number>;
  close(): Promise<void>;
}

export interface VerifyOptions {
  /** Must still be in the chain. */
  head?: KnownHead;
  signal?: AbortSignal;
}

export interface Retention {
  /** Milliseconds that entries, and runs that have ended, are kept. */
  keep: number;
  now: Date;
  /** How many entries to remove at a time. @default 5000 */
  most?: number;
}

export interface RunStart extends RunSubject {
  /** Why it may. */
  decision?: Decided;
  process: ProcessId;
  at: Date;
}

export interface RunEnd {
  state: RunState;
  outcome: Outcome;
  exitCode: number;
  message?: string;
  /** Where the run ended before it started. */
  subject?: RunSubject;
  /** Where nobody was told of its start before. */
  start?: RunStart;
  decision?: Decided;
  at: Date;
}

export interface Interrupted {
  run: RunRecord;
  /** Process groups that worked for it and may still be alive. */
  groups: ProcessId[];
}
