import { basename, dirname } from 'node:path';
import {
  type CodeDoors,
  type CodeKey,
  type CodeKeys,
  codeIn,
  fingerprintOf,
  type ListenerMark,
  type Sealing,
} from '../../context/codes.ts';
import { OpsError } from '../../context/errors.ts';
import { codeKeyKind } from '../../context/facts.ts';
import type { Privately } from '../../context/host.ts';
import type { Journal } from '../../context/journal.ts';
import { formatTime } from '../../context/time.ts';
import { qrLines } from '../../render/qr.ts';
import type { RunWorld } from '../request.ts';
import { type AttemptParts, mustBeEnrolled } from './attempt.ts';
import { codeQuestions, type Giving, giveCode, mustNotBeLockedOut } from './give.ts';
import { type Enrolled, enrolledIn } from './keys.ts';
import { findKey, listenerMark, mustHaveListener } from './listener.ts';

export interface EnrollParts extends AttemptParts {
  journal: Journal;
  run: string;
  world: RunWorld;
  signal: AbortSignal;
}

/** Nothing is kept before a code says that the app has the secret. No word of it is an event: it is shown, and forgotten. */
export async function enroll(person: string, parts: EnrollParts): Promise<CodeDoors> {
  const { journal, world } = parts;
  const { env } = world.host;
  const privately = mustBeAlone(parts);
  const keys = await parts.keys();
  const mark = await listenerMark(journal);
  const sealing = await sealingFor(person, keys, mark);
  const key = keys.create();
  const issuer = `ops ${basename(dirname(world.loaded.file ?? '/ops'))}`;
  privately.show([...shown(key, keys.address(key, { issuer, person }), env.TERM !== 'dumb'), ...readers(sealing)]);
  const step = await confirmed(key, keys, privately, parts);
  const drop = () => keys.drop(key.id);
  await keys.keep(key, sealing).catch((error: unknown) => drop().then(() => fail(error)));
  const sealed = sealing?.to.id;
  const data = { id: key.id, step, ...(sealed === undefined ? {} : { sealed }) };
  const isKept = await recordKey({ person, data, by: parts }, (last) => last === undefined).catch((error: unknown) =>
    drop().then(() => fail(error)),
  );
  if (isKept) return keys.doors({ id: key.id, person, sealed }, mark);
  await drop();
  throw new OpsError('failed', `${person} was enrolled meanwhile, elsewhere: this secret was not kept`);
}

/** For who was enrolled before the listener had the key that it has now: the app stays as it is. */
export async function sealAgain(person: string, parts: EnrollParts & Omit<Giving, 'person'>): Promise<CodeDoors> {
  const { journal } = parts;
  const privately = mustBeAlone(parts);
  const keys = await parts.keys();
  const enrolled = await mustBeEnrolled(person, { journal });
  const mark = await mustHaveListener(journal);
  const sealing = { person, to: await keys.listener.find(mark) };
  const key = await findKey(enrolled, { journal, keys });
  await mustNotBeLockedOut({ ...parts, person });
  privately.show(readers(sealing));
  const question = `ops otp enroll takes a one-time code of ${person}`;
  await giveCode({ id: codeQuestions.command, question, mark: mark.id }, { ...parts, person }, parts.signal);
  await keys.seal(key, sealing);
  const data = { id: key.id, step: enrolled.step, sealed: mark.id };
  if (await recordKey({ person, data, by: parts }, (last) => last?.id === key.id)) {
    return keys.doors({ ...enrolled, sealed: mark.id }, mark);
  }
  throw new OpsError('failed', `the one-time codes of ${person} were changed meanwhile`);
}

function mustBeAlone({ world: { host } }: EnrollParts): Privately {
  if (host.privately !== undefined) return host.privately;
  throw new OpsError('usage', 'the secret of one-time codes is shown to a person at a terminal alone', {
    hint: 'type ops otp enroll in a terminal, without a pipe',
  });
}

const sealingFor = async (
  person: string,
  { listener }: CodeKeys,
  mark: ListenerMark | undefined,
): Promise<Sealing | undefined> => (mark === undefined ? undefined : { person, to: await listener.find(mark) });

/** Who will be able to make these codes. */
function readers(sealing: Sealing | undefined): string[] {
  if (sealing === undefined) return [];
  const { user, id } = sealing.to;
  return [
    `For rooms it is sealed to the listener, ${user}: key ${fingerprintOf(id)}. If that is not who runs ops listen, stop.`,
  ];
}

interface Recording {
  person: string;
  data: Record<string, unknown>;
  by: EnrollParts;
}

async function recordKey(
  { person, data, by: { journal, run, world, clock } }: Recording,
  isStill: (last: Enrolled | undefined) => boolean,
): Promise<boolean> {
  const { actor } = world.host;
  const fact = { run, kind: codeKeyKind, subject: person, data, at: clock.now(), actor };
  const about = { kind: codeKeyKind, subject: person, latest: true, limit: 1 };
  const recorded = await journal.recordNext(about, (last) =>
    isStill(enrolledIn(last)) ? { fact, as: 'code-enrolled' } : undefined,
  );
  return recorded !== undefined;
}

function fail(error: unknown): never {
  throw error;
}

function shown({ secret }: CodeKey, address: string, hasPicture: boolean): string[] {
  return [
    ...(hasPicture ? ['Read this with your authenticator app:', ...qrLines(address)] : []),
    `Or type the secret: ${secret.replace(/(.{4})(?=.)/g, '$1 ')}`,
    `Or open: ${address}`,
    'Whoever sees this can make your codes: clear the screen afterwards.',
  ];
}

async function confirmed(
  key: CodeKey,
  keys: CodeKeys,
  privately: Privately,
  { clock, signal }: EnrollParts,
): Promise<number> {
  for (;;) {
    const said = await privately.ask('The code that the app shows now: ', signal);
    if (said.trim() === '') throw new OpsError('cancelled', 'nobody was enrolled, and the secret was not kept');
    const code = codeIn(said);
    const now = clock.now();
    const step = code === undefined ? undefined : keys.stepOf(key, code, now);
    if (step !== undefined) return step;
    privately.show([
      code === undefined ? '✗ a one-time code is six digits' : '✗ this is no code of this secret at this time',
      `  → codes go by the clock, and it is ${formatTime(now)} here: where your phone says otherwise, let its clock set itself`,
    ]);
  }
}
