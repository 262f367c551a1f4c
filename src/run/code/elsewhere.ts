import type { CodeQuestion } from '../../context/codes.ts';
import { codeStanding } from '../../policy/code.ts';
import { type AskParts, askCodeThroughJournal } from '../question.ts';
import { mustBeEnrolled } from './attempt.ts';
import { triesOf, triesOfPerson } from './keys.ts';
import { lockedError } from './words.ts';

/** A run's question for a code that is given to another process. Throws where its person can give none any more. */
export async function askCodeElsewhere(
  parts: AskParts,
  asked: { id: number; question: string; code: CodeQuestion },
  signal: AbortSignal,
): Promise<boolean> {
  const { journal, run, clock } = parts;
  const { person, mark } = asked.code;
  return askCodeThroughJournal(parts, asked, signal, async () => {
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
