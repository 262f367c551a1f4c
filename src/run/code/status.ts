import type { CodeKeys, CodeStatus, CodesStatus, ListenerMark } from '../../context/codes.ts';
import { fingerprintOf } from '../../context/codes.ts';
import { OpsError } from '../../context/errors.ts';
import type { Journal } from '../../context/journal.ts';
import { codeStanding } from '../../policy/code.ts';
import { allEnrolled, type Enrolled, enrolledOf, triesOf, triesOfPerson } from './keys.ts';
import { listenerMark } from './listener.ts';

interface StatusParts {
  journal: Journal;
  keys: CodeKeys;
}

/** Who can give codes, and where. */
export async function codesStatus({ journal, keys }: StatusParts, now: Date): Promise<CodesStatus> {
  const mark = await listenerMark(journal);
  const enrolled = await allEnrolled(journal);
  const people = await Promise.all(enrolled.map((one) => statusOf(one, { journal, keys, mark, now })));
  people.sort((one, other) => (one.person < other.person ? -1 : 1));
  return { people, listener: mark === undefined ? undefined : fingerprintOf(mark.id) };
}

async function statusOf(
  enrolled: Enrolled,
  { journal, keys, mark, now }: StatusParts & { mark: ListenerMark | undefined; now: Date },
): Promise<CodeStatus> {
  const { person, since } = enrolled;
  const tries = triesOf(enrolled, await journal.facts(triesOfPerson(person)));
  const used = tries.find(({ result }) => result === 'accepted')?.at;
  return { person, since, used, locked: codeStanding(tries, now).locked, doors: keys.doors(enrolled, mark) };
}

/** Whether a new secret is made, or the one that they have becomes good for rooms. */
export async function newcomer(person: string, { journal, keys }: StatusParts) {
  const enrolled = await enrolledOf(journal, person);
  if (enrolled === undefined) return { person, isKnown: false };
  const mark = await listenerMark(journal);
  const { terminal, rooms } = keys.doors(enrolled, mark);
  if (mark !== undefined && terminal && !rooms) return { person, isKnown: true };
  throw new OpsError('failed', `${person} can give one-time codes already`, {
    hint: 'another app, or another phone: ops otp remove, then ops otp enroll',
  });
}
