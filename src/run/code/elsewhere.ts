import type { CodeQuestion } from '../../context/codes.ts';
import { codeStanding } from '../../policy/code.ts';
import { type AskParts, waitForCode } from '../question.ts';
import { mustBeEnrolled } from './attempt.ts';
import { triesOf, triesOfPerson } from './keys.ts';
import { lockedError } from './words.ts';

/** Waits for a code that is given to another process. Throws where its person can give none any more. */
export async function waitForCodeElsewhere(
  parts: AskParts,
  asked: { id: number; code: CodeQuestion },
  signal: AbortSignal,
): Promise<boolean> {
  const { journal, run, clock } = parts;
  const { person, mark } = asked.code;
  return waitForCode(parts, asked.id, signal, async () => {
    const enrolled = await mustBeEnrolled(person, { journal });
    const facts = await journal.facts(triesOfPerson(person));
    const isTaken = facts.some(({ run: by, data }) => {
      const { key, result, question } = data;
      const isRight = key === enrolled.id && result === 'accepted';
      return isRight && by === run && question === asked.id && data['mark'] === mark;
    });
    if (isTaken) return true;
    const { locked } = codeStanding(triesOf(enrolled, facts), clock.now());
    if (locked !== undefined) throw lockedError(person, locked);
    return undefined;
  });
}
