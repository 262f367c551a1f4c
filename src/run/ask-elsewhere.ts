import type { Host } from '../context/host.ts';
import type { Pause } from './pause.ts';
import { type AskParts, putQuestion, waitForAnswer } from './question.ts';

/** How a run asks whose person answers in another process: through the journal, and with its turn left to others. */
export function askElsewhere(
  parts: AskParts,
  pause: Pick<Pause, 'during'>,
): Required<Pick<Host, 'putQuestion' | 'ask' | 'askCode'>> {
  return {
    putQuestion: (asked, signal) => putQuestion(parts, asked, signal),
    ask: (_question, signal, id, typed) =>
      pause.during(() => waitForAnswer(parts, { id, ...(typed === undefined ? {} : { typed }) }, signal), signal),
    askCode: async (_question, code, id, signal) => {
      const { waitForCodeElsewhere } = await import('./code/elsewhere.ts');
      return pause.during(() => waitForCodeElsewhere(parts, { id, code }, signal), signal);
    },
  };
}
