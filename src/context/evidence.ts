import type { Actor } from './host.ts';

/** What the journal writes down by itself, in the same transaction as what it tells of. */
export type OwnKind =
  /** The chain begins. */
  | 'journal-begun'
  /** Entries older than journal.keep were removed; the chain goes on from the last of them. */
  | 'journal-pruned'
  /** A row that is older than the chain. */
  | 'row-imported'
  /** A row that outlives the entries that made it. */
  | 'row-carried'
  /** People, roles and rules are not those of the decision before. */
  | 'policy-changed'
  /** A line became a run. */
  | 'run-accepted'
  /** The run carries out another line than was typed: that of an earlier run. */
  | 'run-restated'
  /** It waits for something. */
  | 'run-waiting'
  /** What it waited for, without a process, has come: that of another one carries it out. */
  | 'run-taken'
  /** What it waited for has come. */
  | 'run-resumed'
  /** It began, as the policy decided. */
  | 'run-started'
  /** It ended, or was denied. */
  | 'run-ended'
  /** Its process was gone. */
  | 'run-interrupted'
  /** Another process tells of it. */
  | 'run-taken-over'
  /** Nobody can see whether its process lives. */
  | 'run-doubted'
  /** Its process lives. */
  | 'run-vouched'
  /** A group of processes works for it. */
  | 'group-added'
  /** The group works no longer. */
  | 'group-removed'
  /** A lock was taken. */
  | 'lock-taken'
  /** A lock was freed. */
  | 'lock-freed'
  | FactKind;

/** What others add with `journal.append`. A kind more is a line more here. */
export type AddedKind =
  /** A line was edited after it had run. */
  | 'line-edited'
  /** A button was pressed by somebody who may not. */
  | 'press-refused'
  /** A listener made the key that secrets of one-time codes are sealed to. */
  | 'code-listener-made'
  /** An administrator removed it. */
  | 'code-listener-removed'
  /** Somebody can give one-time codes; or, once more, can give them in rooms too. */
  | 'code-enrolled'
  /** Somebody cannot give them any more. */
  | 'code-removed'
  /** A one-time code was right. */
  | 'code-accepted'
  /** A one-time code was wrong, late or used before. */
  | 'code-refused'
  /** Too many codes were wrong. */
  | 'code-locked-out'
  /** An administrator lets somebody give codes again. */
  | 'code-unlocked';

/** What a run wrote down is of the kind of the fact: `fact:deployment`, `fact:question`. */
export type FactKind = `fact:${string}`;
export type EntryKind = OwnKind | AddedKind;

/** What the chain is to hold for good. Nothing of it may be secret: it cannot be taken back. */
export interface NewEntry {
  kind: AddedKind;
  /** What it is about: a run's id, an environment, a person. */
  subject: string;
  facts?: Record<string, unknown>;
  /** Who did it; left out where nobody did, as when a time is over. */
  actor?: Actor;
}

/** A link of the chain. */
export interface Entry {
  sequence: number;
  at: Date;
  kind: EntryKind;
  subject: string;
  actor: Actor | undefined;
  /** The row that it tells of, where it tells of one. */
  row: { table: string; key: string } | undefined;
  /** Of a row: `row`, all of it; or `changed`, the columns that changed; or `gone`. */
  facts: Record<string, unknown>;
  previous: string;
  hash: string;
}

export interface EntryFilter {
  since?: Date;
  /** From the acceptance of this run on. */
  sinceRun?: string;
}

/** The newest link: whoever knows it can tell whether anything before it was changed. */
export interface Head {
  sequence: number;
  hash: string;
  at: Date;
  /** How many entries there are. */
  count: number;
}

/** A head of an earlier time. */
export interface KnownHead {
  /** Undefined where only the hash is known. */
  sequence: number | undefined;
  /** Its first 16 digits, or more. */
  hash: string;
}

export interface Verification {
  entries: number;
  /** Rows of the journal's tables that are as the chain says. */
  rows: number;
  /** Undefined where there is no entry. */
  head: Head | undefined;
  /** When the first entry was written that is there. */
  since: Date | undefined;
  pruned: Pruned | undefined;
  /** The first hundred. */
  problems: readonly Problem[];
  /** All of them. */
  problemCount: number;
}

/** What an entry says that was removed, as `journal.keep` says. */
export interface Pruned {
  /** The last entry that was removed. */
  through: number;
  hash: string;
  at: Date;
}

export interface Problem {
  /** `entry 12`, `runs k3f9m2qa`, `head`. */
  where: string;
  what: string;
}

/** What the policy said to a run. */
export interface Decided {
  allowed: boolean;
  rule: string | undefined;
  /** Who the actor is; undefined for a stranger. */
  person: string | undefined;
  /** The digest of the policy that decided. */
  policy: string;
}
