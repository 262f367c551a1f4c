import { freedKind, heldKind, seenKind } from '../context/facts.ts';
import type { Actor, Moment, System } from '../context/host.ts';
import type { Journal } from '../context/journal.ts';
import { listedLock } from '../context/listed-lock.ts';
import type { HeldLock, Locks } from '../context/locks.ts';
import { heldData, provenAge, readHeld, readMoment } from '../policy/held.ts';
import { isSamePerson, type People } from '../policy/people.ts';
import { administrators as adminRole } from '../policy/roles.ts';
import { heldWords } from './lock-words.ts';
import type { Privacy } from './private.ts';
import type { RunWorld } from './request.ts';

type Facts = Pick<Journal, 'facts'>;

/**
 * The locks that people took and nobody freed, oldest first; those whose time is up have nothing left. Which one of a key
 * is the last, and whether it is over, says the order in which the journal was told: no time that somebody claims.
 */
export async function readLocks(journal: Facts, now: Moment): Promise<HeldLock[]> {
  const locks: HeldLock[] = [];
  const taken = await journal.facts({ kind: heldKind, latest: true, limit: Number.POSITIVE_INFINITY });
  for (const fact of taken.reverse()) {
    const lock = readHeld(fact);
    const [freed] = await journal.facts({ kind: freedKind, subject: lock.run, limit: 1 });
    if (freed === undefined) locks.push({ ...lock, left: await leftOf(lock, journal, now) });
  }
  return locks;
}

async function leftOf({ run, terms }: Omit<HeldLock, 'left'>, journal: Facts, now: Moment): Promise<number> {
  if (terms === undefined) return Number.POSITIVE_INFINITY;
  const { moment, ms } = terms;
  const isHere = moment.boot === now.boot;
  const seen = isHere ? [] : await journal.facts({ kind: seenKind, subject: run });
  return (
    ms -
    provenAge(
      moment,
      now,
      seen.flatMap(({ data }) => readMoment(data['moment']) ?? []),
    )
  );
}

export interface Finder {
  journal: Journal;
  run: string;
  actor: Actor;
  system: Pick<System, 'clock' | 'moment'>;
}

/** Another machine counts from when it first came upon the lock. */
export async function recordSeen(
  { run: lock, terms }: HeldLock,
  { journal, run, actor, system }: Finder,
): Promise<void> {
  const now = system.moment();
  if (terms === undefined || now.boot === '' || terms.moment.boot === now.boot) return;
  const seen = await journal.facts({ kind: seenKind, subject: lock });
  if (seen.some(({ data }) => readMoment(data['moment'])?.boot === now.boot)) return;
  const data = { moment: now };
  await journal.record({ run, kind: seenKind, subject: lock, data, at: system.clock.now(), actor });
}

export async function recordFreed(
  { run: lock, key }: HeldLock,
  why: 'freed' | 'expired',
  { journal, run, actor, system }: Finder,
): Promise<void> {
  const at = system.clock.now();
  await journal.record({ run, kind: freedKind, subject: lock, data: { key, why }, at, actor });
}

export interface LocksParts extends Omit<Finder, 'journal' | 'run'> {
  /** Throws where there is none. */
  journal(): Journal;
  run: string | undefined;
  people: People;
  /** See `RunWorld`. */
  asked: RunWorld['asked'];
  /** As a sentence names them. */
  administrators: readonly string[];
  privacy: Pick<Privacy, 'isListed'>;
}

/** What a command may do with the locks of people. */
export function createLocks(parts: LocksParts): Locks {
  const { actor, system, administrators, journal, run = '' } = parts;
  const person = (): string | undefined => parts.people.find(actor.id)?.name;
  const finder = (): Finder => ({ journal: journal(), run, actor, system });
  return {
    administrators,
    isAdministrator: async () => {
      const name = person();
      const people = name === undefined ? undefined : await parts.asked(journal(), [adminRole], [name]);
      return people?.named(`${name}`)?.roles.has(adminRole) === true;
    },
    held: async () => (await readLocks(journal(), system.moment())).filter(({ left }) => left > 0),
    queue: async () => {
      const queue = await journal().queue();
      return Promise.all(queue.map((lock) => listedLock(lock, journal(), parts.privacy.isListed)));
    },
    describe: heldWords,
    isOwn: (lock) => isSamePerson(lock.actor, actor, parts.people),
    free: (lock) => recordFreed(lock, 'freed', finder()),
    hold: async (key, reason, ms) => {
      const name = person();
      const terms = { reason, ms, moment: system.moment(), ...(name === undefined ? {} : { person: name }) };
      const since = system.clock.now();
      await journal().record({ run, kind: heldKind, subject: key, data: heldData(terms), at: since, actor });
      return { key, run, actor, since, until: new Date(since.getTime() + ms), terms, left: ms };
    },
  };
}
