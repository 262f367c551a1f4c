import type { Actor } from './host.ts';

/** What the journal writes down by itself, in the same transaction as what it tells of. */
const ownKinds = {
  'journal-begun': 'the chain begins',
  'journal-pruned': 'entries older than journal.keep were removed; the chain goes on from the last of them',
  'row-imported': 'a row that is older than the chain',
  'row-carried': 'a row that outlives the entries that made it',
  'policy-changed': 'people, roles and rules are not those of the decision before',
  'run-accepted': 'a line became a run',
  'run-restated': 'the run carries out another line than was typed: that of an earlier run',
  'run-waiting': 'it waits for something',
  'run-resumed': 'what it waited for has come',
  'run-started': 'it began, as the policy decided',
  'run-ended': 'it ended, or was denied',
  'run-interrupted': 'its process was gone',
  'run-taken-over': 'another process tells of it',
  'run-doubted': 'nobody can see whether its process lives',
  'run-vouched': 'its process lives',
  'group-added': 'a group of processes works for it',
  'group-removed': 'the group works no longer',
  'lock-taken': 'a lock was taken',
  'lock-freed': 'a lock was freed',
  'fact-recorded': 'a run wrote down what it found, asked, or was answered',
} as const;

/** What others add with `journal.append`. A kind more is a line more here. */
const addedKinds = {
  'line-edited': 'a line was edited after it had run',
  'press-refused': 'a button was pressed by somebody who may not',
  'approval-asked': 'a run asks for approval',
  'approval-given': 'somebody approved it',
  'approval-denied': 'somebody denied it',
  'approval-voided': 'what was approved has changed',
  'approval-expired': 'nobody approved it in time',
  'lock-stolen': 'a lock was taken from who held it',
  'lock-expired': 'the time of a lock was over',
  'lock-queued': 'somebody waits for a lock',
  'role-added': 'somebody got a role',
  'role-removed': 'somebody lost a role',
  'signed-off': 'a version was signed off',
  'freeze-overridden': 'a change was let through a freeze',
  'code-enrolled': 'somebody can give one-time codes',
  'code-removed': 'somebody cannot give them any more',
  'code-accepted': 'a one-time code was right',
  'code-refused': 'a one-time code was wrong, late or used before',
  'code-locked-out': 'too many codes were wrong',
  'secret-refused': 'a secret was typed where it does not belong',
} as const;

export const entryKinds = { ...ownKinds, ...addedKinds };

export type OwnKind = keyof typeof ownKinds;
export type AddedKind = keyof typeof addedKinds;
export type EntryKind = keyof typeof entryKinds;

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
