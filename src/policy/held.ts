import type { Moment } from '../context/host.ts';
import type { Fact } from '../context/journal.ts';
import type { HeldLock, LockTerms } from '../context/locks.ts';

/** Of what is written of a lock. One of another version is held until somebody frees it. */
const version = 1;

/** What the journal is to keep of a lock that somebody takes. */
export function heldData({ reason, ms, moment, person }: LockTerms): Record<string, unknown> {
  return { version, reason, ms, moment, ...(person === undefined ? {} : { person }) };
}

/** What it kept: a lock also where it cannot be read. */
export function readHeld({ subject: key, run, actor, at: since, data }: Fact): Omit<HeldLock, 'left'> {
  const terms = readTerms(data);
  const until = terms === undefined ? undefined : new Date(since.getTime() + terms.ms);
  return { key, run, actor, since, until, terms };
}

function readTerms(data: Record<string, unknown>): LockTerms | undefined {
  const { version: written, reason, ms, person } = data;
  const moment = readMoment(data['moment']);
  if (written !== version || typeof reason !== 'string' || moment === undefined) return undefined;
  if (typeof ms !== 'number' || !(ms > 0)) return undefined;
  return { reason, ms, moment, ...(typeof person === 'string' ? { person } : {}) };
}

export function readMoment(written: unknown): Moment | undefined {
  const { host, boot, uptime } = (written ?? {}) as Partial<Record<keyof Moment, unknown>>;
  if (typeof host !== 'string' || typeof boot !== 'string') return undefined;
  return typeof uptime === 'number' && uptime >= 0 ? { host, boot, uptime } : undefined;
}

/**
 * Milliseconds that have passed since a moment for certain, whatever any clock says: those that this machine has counted
 * itself, in whichever of its containers. One that was started anew has counted since then; another machine, since it first came upon the lock.
 */
export function provenAge(from: Moment, now: Moment, seen: readonly Moment[]): number {
  const isSameStart = (one: Moment): boolean => one.boot !== '' && one.boot === now.boot;
  if (isSameStart(from)) return now.uptime - from.uptime;
  const startedSince = from.host === now.host && from.boot !== '' && now.boot !== '' ? now.uptime : 0;
  return Math.max(startedSince, ...seen.filter(isSameStart).map(({ uptime }) => now.uptime - uptime));
}
