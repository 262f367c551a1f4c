import { type CodeKeys, codeIn } from '../../context/codes.ts';
import { OpsError } from '../../context/errors.ts';
import type { AddedKind } from '../../context/evidence.ts';
import { codeKind } from '../../context/facts.ts';
import type { Actor, Clock } from '../../context/host.ts';
import type { Journal } from '../../context/journal.ts';
import { type CodeTry, type CodeVerdict, judgeCode } from '../../policy/code.ts';
import { type Enrolled, enrolledOf, triesOf, triesOfPerson } from './keys.ts';
import { findKey } from './listener.ts';

export interface AttemptParts {
  journal: Pick<Journal, 'facts' | 'recordNext'>;
  keys(): Promise<CodeKeys>;
  clock: Pick<Clock, 'now'>;
}

/** Who gave a code, and for what. */
export interface Attempt {
  /** Whose code it is to be. */
  person: string;
  said: string;
  run: string;
  actor: Actor;
  /** The question that it answers, and what that is about. */
  question: number;
  mark: string;
}

/** Whether a code is right: of several that are given at the same time, by whomever, one at a time is looked at. */
export async function tryCode(attempt: Attempt, parts: AttemptParts): Promise<CodeVerdict> {
  const code = codeIn(attempt.said);
  if (code === undefined) throw new OpsError('usage', 'a one-time code is six digits', { hint: 'nothing was counted' });
  const enrolled = await mustBeEnrolled(attempt.person, parts);
  const keys = await parts.keys();
  const key = await findKey(enrolled, { journal: parts.journal, keys });
  const at = parts.clock.now();
  const step = keys.stepOf(key, code, at);
  const { run, actor, question, mark } = attempt;
  return write({ enrolled, run, actor, at, for: { question, mark } }, parts, (tries) => judgeCode(step, tries, at));
}

interface Writing {
  enrolled: Enrolled;
  run: string;
  actor: Actor;
  at: Date;
  for?: { question: number; mark: string };
}

async function write<Result extends { result: CodeTry['result']; step?: number; until?: Date }>(
  { enrolled, run, actor, at, for: about }: Writing,
  { journal }: AttemptParts,
  decide: (tries: readonly CodeTry[]) => Result,
): Promise<Result> {
  let decided: Result | undefined;
  await journal.recordNext(triesOfPerson(enrolled.person), (before) => {
    const tries = triesOf(enrolled, before);
    decided = decide(tries);
    const { result, step } = decided;
    const number = (tries[0]?.number ?? 0) + 1;
    const data = { key: enrolled.id, number, result, ...(step === undefined ? {} : { step }), ...about };
    const fact = { run, kind: codeKind, subject: enrolled.person, data, at, actor };
    return { fact, as: kindOf(decided) };
  });
  if (decided === undefined) throw new Error('the journal did not look at the code');
  return decided;
}

function kindOf({ result, until }: { result: CodeTry['result']; until?: Date }): AddedKind {
  if (result === 'accepted') return 'code-accepted';
  if (result === 'lifted') return 'code-unlocked';
  return result === 'wrong' && until !== undefined ? 'code-locked-out' : 'code-refused';
}

/** Others have seen a code: where it would have been one, it is none any more. */
export async function spendCode(
  { person, code, actor }: { person: string; code: string; actor: Actor },
  parts: AttemptParts,
): Promise<void> {
  const enrolled = await mustBeEnrolled(person, parts);
  const keys = await parts.keys();
  const at = parts.clock.now();
  const step = keys.stepOf(await findKey(enrolled, { journal: parts.journal, keys }), code, at);
  if (step === undefined) return;
  await write({ enrolled, run: enrolled.run, actor, at }, parts, () => ({ result: 'typed', step }));
}

/** Ends a lock-out. */
export async function liftLockOut(
  { person, run, actor }: { person: string; run: string; actor: Actor },
  parts: AttemptParts,
): Promise<void> {
  const enrolled = await mustBeEnrolled(person, parts);
  await write({ enrolled, run, actor, at: parts.clock.now() }, parts, () => ({ result: 'lifted' }));
}

export const howToEnroll = 'ops otp enroll, typed by them in a terminal';

export async function mustBeEnrolled(
  person: string,
  { journal }: { journal: Pick<Journal, 'facts'> },
): Promise<Enrolled> {
  const enrolled = await enrolledOf(journal, person);
  if (enrolled !== undefined) return enrolled;
  throw new OpsError('denied', `${person} cannot give one-time codes yet`, {
    hint: howToEnroll,
  });
}
