import { type Codes, fingerprintOf } from '../../context/codes.ts';
import { OpsError } from '../../context/errors.ts';
import { codeKeyKind } from '../../context/facts.ts';
import type { Journal } from '../../context/journal.ts';
import { keyOf } from '../../policy/explain.ts';
import { administratorsOf, administrators as adminRole } from '../../policy/roles.ts';
import type { RunWorld } from '../request.ts';
import { liftLockOut, mustBeEnrolled } from './attempt.ts';
import { enroll, sealAgain } from './enroll.ts';
import { codeQuestions, type Giving, giveCode, mustNotBeLockedOut } from './give.ts';
import { forgetListener, mustHaveListener } from './listener.ts';
import { codesStatus, newcomer } from './status.ts';

export interface CodesParts {
  world: RunWorld;
  /** Throws where there is none. */
  journal(): Journal;
  run: string | undefined;
  signal: AbortSignal;
}

/** What commands do with one-time codes. */
export function createCodes(parts: CodesParts): Omit<Codes, 'ready'> {
  const { world, run = '', signal } = parts;
  const { host, loaded } = world;
  const { clock } = host.system;
  const journal = parts.journal();
  const keys = () => host.system.codes(loaded.config.journal.path);
  const attempt = { journal, keys, clock };
  const by = { ...attempt, run, host, sink: world.sink, actor: host.actor };
  const enrolling = { ...by, world, signal };
  return {
    status: async () => codesStatus({ journal, keys: await keys() }, clock.now()),
    newcomer: async () => newcomer(mustBeKnown(world), { journal, keys: await keys() }),
    enroll: (person) => enroll(person, enrolling),
    sealAgain: (person) => sealAgain(person, enrolling),
    owner: (named, what) => ownerOf(named, what, parts),
    remove: (owner) => remove(owner, by, signal),
    listener: async () => {
      if (!(await isAdministrator(parts, mustBeKnown(world)))) throw notAdministrator(world);
      return fingerprintOf((await mustHaveListener(journal)).id);
    },
    removeListener: async () => forgetListener({ ...by, keys: await keys() }),
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
): Promise<string[]> {
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
  return (await keys()).drop(id);
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

const named = ({ loaded }: RunWorld): string =>
  administratorsOf(loaded.config).join(', ') || 'nobody has the role admin yet';

const notAdministrator = (world: RunWorld): OpsError =>
  new OpsError('denied', "the listener's key is not yours to remove", { hint: `administrators can: ${named(world)}` });

function notYours(person: string, what: string, world: RunWorld): OpsError {
  const who = what === 'remove' ? `${person} can, with a code, and administrators` : 'administrators can';
  return new OpsError('denied', `the one-time codes of ${person} are not yours to ${what}`, {
    hint: `${who}: ${named(world)}`,
  });
}
