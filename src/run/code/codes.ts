import type { CodeStatus, Codes } from '../../context/codes.ts';
import { OpsError } from '../../context/errors.ts';
import { codeKeyKind } from '../../context/facts.ts';
import type { Journal } from '../../context/journal.ts';
import { codeStanding } from '../../policy/code.ts';
import { keyOf } from '../../policy/explain.ts';
import { administratorsOf, administrators as adminRole } from '../../policy/roles.ts';
import type { RunWorld } from '../request.ts';
import { liftLockOut, mustBeEnrolled } from './attempt.ts';
import { enroll } from './enroll.ts';
import { codeQuestions, type Giving, giveCode, mustNotBeLockedOut } from './give.ts';
import { allEnrolled, type Enrolled, enrolledOf, triesOf, triesOfPerson } from './keys.ts';

export interface CodesParts {
  world: RunWorld;
  /** Throws where there is none. */
  journal(): Journal;
  run: string | undefined;
  signal: AbortSignal;
}

/** What commands do with one-time codes. */
export function createCodes(parts: CodesParts): Codes {
  const { world, run = '', signal } = parts;
  const { host, loaded } = world;
  const { clock } = host.system;
  const journal = parts.journal();
  const keys = () => host.system.codes(loaded.config.journal.path);
  const attempt = { journal, keys, clock };
  return {
    status: async () => {
      const enrolled = await allEnrolled(journal);
      const all = await Promise.all(enrolled.map((one) => statusOf(one, journal, clock.now())));
      return all.sort((one, other) => (one.person < other.person ? -1 : 1));
    },
    newcomer: async () => {
      const person = mustBeKnown(world);
      if ((await enrolledOf(journal, person)) === undefined) return person;
      throw new OpsError('failed', `${person} can give one-time codes already`, {
        hint: 'another app, or another phone: ops otp remove, then ops otp enroll',
      });
    },
    enroll: (person) => enroll(person, { ...attempt, run, world, signal }),
    owner: (named, what) => ownerOf(named, what, parts),
    remove: (owner) => remove(owner, { ...attempt, run, host, sink: world.sink, actor: host.actor }, signal),
    unlock: (person) => liftLockOut({ person, run, actor: host.actor }, attempt),
  };
}

async function ownerOf(named: string | undefined, what: 'remove' | 'unlock', parts: CodesParts) {
  const { world } = parts;
  const self = named === undefined ? mustBeKnown(world) : world.person;
  const person = named ?? `${self}`;
  const isOwn = person === self;
  await mustBeEnrolled(person, { journal: parts.journal() });
  if ((!isOwn || what === 'unlock') && !(await isAdministrator(parts, self))) throw notYours(person, what, world);
  if (isOwn && what === 'unlock') throw new OpsError('denied', 'another administrator has to do that');
  return { person, isOwn };
}

async function remove(
  { person, isOwn }: { person: string; isOwn: boolean },
  by: Omit<Giving, 'person'>,
  signal: AbortSignal,
): Promise<void> {
  const { journal, run, actor, clock, keys } = by;
  const { id } = await mustBeEnrolled(person, { journal });
  if (isOwn) {
    await mustNotBeLockedOut({ journal, person, clock });
    const question = `ops otp remove takes a one-time code of ${person}`;
    await giveCode({ id: codeQuestions.command, question, mark: id }, { ...by, person }, signal);
  }
  const fact = { run, kind: codeKeyKind, subject: person, data: { removed: id }, at: clock.now(), actor };
  const about = { kind: codeKeyKind, subject: person, latest: true, limit: 1 };
  const isDone = await journal.recordNext(about, ([last]) =>
    last?.data['id'] === id ? { fact, as: 'code-removed' } : undefined,
  );
  if (isDone === undefined) throw new OpsError('failed', `the one-time codes of ${person} were changed meanwhile`);
  await (await keys()).drop(id);
}

function mustBeKnown({ person, host: { actor }, loaded }: RunWorld): string {
  if (person !== undefined) return person;
  const file = loaded.file?.slice(loaded.file.lastIndexOf('/') + 1) ?? '.chatopsrc';
  const administrators = administratorsOf(loaded.config);
  const who = administrators.length === 0 ? 'an administrator' : administrators.join(' or ');
  throw new OpsError('denied', `${actor.name} is nobody that ops knows: one-time codes are of people`, {
    hint: `${who} adds you under "people" in ${file}, with ${keyOf(actor.id)}`,
  });
}

async function isAdministrator({ world, journal }: CodesParts, name: string | undefined): Promise<boolean> {
  if (name === undefined) return false;
  return (await world.asked(journal(), [adminRole], [name])).named(name)?.roles.has(adminRole) === true;
}

function notYours(person: string, what: string, { loaded }: RunWorld): OpsError {
  const others = administratorsOf(loaded.config).join(', ') || 'nobody has the role admin yet';
  const who = what === 'remove' ? `${person} can, with a code, and administrators` : 'administrators can';
  return new OpsError('denied', `the one-time codes of ${person} are not yours to ${what}`, {
    hint: `${who}: ${others}`,
  });
}

async function statusOf(enrolled: Enrolled, journal: Journal, now: Date): Promise<CodeStatus> {
  const { person, since } = enrolled;
  const tries = triesOf(enrolled, await journal.facts(triesOfPerson(person)));
  const used = tries.find(({ result }) => result === 'accepted')?.at;
  return { person, since, used, locked: codeStanding(tries, now).locked };
}
