import type { Actor, Moment } from './host.ts';
import type { Lock } from './journal.ts';

/** A lock that somebody took and holds until they free it, or its time is up. */
export interface HeldLock {
  key: string;
  /** The run that took it, by which it is known. */
  run: string;
  actor: Actor;
  since: Date;
  /** As the clock of whoever took it said; undefined where what was written cannot be read: it is a lock all the same. */
  until: Date | undefined;
  terms: LockTerms | undefined;
  /** Milliseconds that it lasts yet, as this machine has counted, whatever its clock says. */
  left: number;
}

export interface LockTerms {
  reason: string;
  /** For how long it was taken. */
  ms: number;
  moment: Moment;
  /** Whose account it was. */
  person?: string;
}

/** The locks that people hold. */
export interface Locks {
  held(): Promise<HeldLock[]>;
  /** The runs that wait in line for a lock, those that came first first. */
  queue(): Promise<Lock[]>;
  hold(key: string, reason: string, ms: number): Promise<HeldLock>;
  free(lock: HeldLock): Promise<void>;
  /** Who holds it, since when, until when and why, in words. */
  describe(lock: HeldLock): string;
  /** Taken by the actor, by whatever account of theirs. */
  isOwn(lock: HeldLock): boolean;
  /** The people who may free those of others. */
  administrators: readonly string[];
  /** Whether the actor is one of them, as their roles are now. */
  isAdministrator(): Promise<boolean>;
}
