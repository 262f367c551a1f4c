import type { CodeQuestion } from '../context/codes.ts';
import { OpsError } from '../context/errors.ts';
import type { Actor, Clock, ProcessId, Question, Typed } from '../context/host.ts';
import type { Fact, Journal, RunRecord } from '../context/journal.ts';

/** The facts that say what was asked and what was answered. Their subject is the run. */
const kinds = { question: 'question', answer: 'answer' } as const;
/** Milliseconds from one look for the answer to the next. */
const lookEvery = 200;

export interface AskParts {
  journal: Pick<Journal, 'wait' | 'resume' | 'record' | 'facts'>;
  run: string;
  /** Whom it is put to. */
  actor: Actor;
  /** Who waits. */
  process: ProcessId;
  clock: Clock;
}

/** Puts a question to a person who is not at this process. It stands in the journal, and so does the answer. */
export async function putQuestion(
  { journal, run, actor, process, clock }: AskParts,
  asked: Question,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  await journal.wait(run, process);
  await journal.record({ run, kind: kinds.question, subject: run, actor, data: { ...asked }, at: clock.now() });
}

/** Waits for the answer to a question that was put. */
export async function waitForAnswer(
  parts: AskParts,
  asked: Pick<Question, 'id' | 'typed'>,
  signal: AbortSignal,
): Promise<boolean> {
  return wait(parts, signal, async () => {
    const answer = await answerTo(parts.journal, parts.run, asked.id);
    return answer?.actor.id === parts.actor.id ? isYes(answer, asked) : undefined;
  });
}

/** The same of a code: `look` says whether it was given, as far as that is known. */
export async function waitForCode(
  parts: AskParts,
  id: number,
  signal: AbortSignal,
  look: () => Promise<true | undefined>,
): Promise<boolean> {
  return wait(parts, signal, async () => {
    const answer = await answerTo(parts.journal, parts.run, id);
    return answer?.actor.id === parts.actor.id ? false : look();
  });
}

async function wait(
  { journal, run, clock }: AskParts,
  signal: AbortSignal,
  look: () => Promise<boolean | undefined>,
): Promise<boolean> {
  for (;;) {
    const answer = await look();
    if (answer !== undefined) {
      await journal.resume(run);
      return answer;
    }
    await clock.sleep(lookEvery, signal);
  }
}

/** The question of a run that nobody has answered yet. */
export async function openQuestion(journal: Pick<Journal, 'facts'>, run: string): Promise<Question | undefined> {
  const [last] = await journal.facts({ kind: kinds.question, subject: run, limit: 1 });
  const { id, question } = last?.data ?? {};
  if (typeof id !== 'number' || typeof question !== 'string') return undefined;
  const typed = readTyped(last?.data['typed']);
  const code = readCode(last?.data['code']);
  const asked: Question = { id, question, ...(typed && { typed }), ...(code && { code }) };
  return (await answerTo(journal, run, id)) === undefined ? asked : undefined;
}

function readTyped(written: unknown): Typed | undefined {
  const { word, button } = (written ?? {}) as Record<string, unknown>;
  return typeof word === 'string' && typeof button === 'string' ? { word, button } : undefined;
}

function readCode(written: unknown): CodeQuestion | undefined {
  const { person, mark } = (written ?? {}) as Record<string, unknown>;
  return typeof person === 'string' && typeof mark === 'string' ? { person, mark } : undefined;
}

/** A yes counts where it says the word that is wanted. */
function isYes({ data }: Fact, { typed }: Pick<Question, 'typed'>): boolean {
  return data['yes'] === true && (typed === undefined || data['word'] === typed.word);
}

/** Writes down what the run's actor has answered; to say the same again changes nothing. */
export async function recordAnswer(
  journal: Pick<Journal, 'facts' | 'record'>,
  { run, id, yes, word, at }: { run: RunRecord; id: number; yes: boolean; word?: string | undefined; at: Date },
): Promise<void> {
  if ((await answerTo(journal, run.id, id)) === undefined) {
    const open = await openQuestion(journal, run.id);
    if (run.finishedAt !== undefined || open?.id !== id) throw new OpsError('denied', 'this question is not open');
    if (yes && open.code !== undefined) throw new OpsError('denied', 'a one-time code is wanted: nothing was answered');
    if (yes && open.typed !== undefined && open.typed.word !== word) {
      throw new OpsError('denied', `this button does not say ${open.typed.word}: nothing was answered`);
    }
    const data = { id, yes, ...(word === undefined ? {} : { word }) };
    const answer = { kind: kinds.answer, subject: run.id, data, actor: run.actor };
    await journal.record({ ...answer, run: run.id, at });
  }
  // Another listener may have been faster.
  const first = (await answerTo(journal, run.id, id))?.data['yes'];
  if (first !== yes) throw new OpsError('denied', `the answer was ${first === true ? 'yes' : 'no'} already`);
}

/** The first answer counts. */
async function answerTo(journal: Pick<Journal, 'facts'>, run: string, id: number): Promise<Fact | undefined> {
  const answers = await journal.facts({ kind: kinds.answer, subject: run });
  return answers.findLast(({ data }) => data['id'] === id);
}
