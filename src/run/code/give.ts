import { OpsError } from '../../context/errors.ts';
import type { Actor, Host } from '../../context/host.ts';
import type { Journal } from '../../context/journal.ts';
import { formatLine } from '../../context/line.ts';
import { codeStanding } from '../../policy/code.ts';
import type { Need } from '../../policy/needs.ts';
import { boundTo, markOf } from '../approval/digest.ts';
import type { GateParts } from '../approval/gate.ts';
import { type AttemptParts, howToEnroll, mustBeEnrolled, tryCode } from './attempt.ts';
import { enrolledOf, triesOf, triesOfPerson } from './keys.ts';
import { findKey } from './listener.ts';
import { lockedError, refusalOf } from './words.ts';

/** A code that a line takes: asked for once it is known what would run. */
export interface WantedCode {
  ask(plan: unknown): Promise<void>;
}

/** Numbers of questions within a run; those of a command begin at 1. */
export const codeQuestions = { rule: 100_000, command: 100_001 } as const;

/** Undefined where a line takes no code. Throws at once where nobody could give one. */
export async function wantedCode(needs: readonly Need[], parts: GateParts): Promise<WantedCode | undefined> {
  const need = needs.find(({ type }) => type === 'code');
  if (need === undefined) return undefined;
  const { request, world, log } = parts;
  const { host, person } = world;
  const line = formatLine(request.argv);
  const asks = `the rule ${need.rule} asks for a one-time code before ${line}`;
  if (host.isLook) throw new OpsError('denied', `${asks}: nobody is asked`);
  if (person === undefined) throw new OpsError('denied', `${asks}: ${host.actor.name} is nobody that ops knows`);
  const { journal, run } = log;
  if (journal === undefined || run === undefined)
    throw new OpsError('denied', `${asks}, for which it has to be recorded`);
  const giving: Giving = {
    ...attemptParts(journal, parts),
    journal,
    run,
    host,
    person,
    actor: host.actor,
    sink: world.sink,
  };
  await mustBeAbleTo(asks, giving);
  const { command, input, override } = request;
  return {
    ask: async (plan) => {
      const bound = boundTo({
        ...{ command: command.name, input, override, plan },
        redact: world.redact,
        policy: world.policyText(),
      });
      const asked = {
        id: codeQuestions.rule,
        question: `${line} takes a one-time code of ${person}`,
        mark: markOf(bound),
      };
      await giveCode(asked, giving, parts.signal);
    },
  };
}

const attemptParts = (journal: Journal, { world: { host, loaded } }: GateParts): AttemptParts => ({
  journal,
  keys: () => host.system.codes(loaded.config.journal.path),
  clock: host.system.clock,
});

/** Who gives a code, and how. */
export interface Giving extends AttemptParts {
  journal: Journal;
  run: string;
  host: Pick<Host, 'privately' | 'putQuestion' | 'askCode'>;
  person: string;
  actor: Actor;
  sink: GateParts['world']['sink'];
}

async function mustBeAbleTo(asks: string, giving: Giving): Promise<void> {
  const { host, person, journal } = giving;
  const enrolled = await enrolledOf(journal, person);
  if (enrolled === undefined) {
    throw new OpsError('denied', `${asks}, and ${person} cannot give any yet`, { hint: howToEnroll });
  }
  await mustNotBeLockedOut(giving);
  // The process that takes the code is of the same user.
  if (host.privately !== undefined || host.askCode !== undefined) {
    await findKey(enrolled, { journal, keys: await giving.keys() });
    return;
  }
  throw new OpsError('usage', `${asks}, and nobody can be asked here: nothing was run`, {
    hint: `${person} types the line in a terminal, or in a room`,
  });
}

export async function mustNotBeLockedOut({ journal, person, clock }: Pick<Giving, 'journal' | 'person' | 'clock'>) {
  const enrolled = await mustBeEnrolled(person, { journal });
  const tries = triesOf(enrolled, await journal.facts(triesOfPerson(person)));
  const { locked } = codeStanding(tries, clock.now());
  if (locked !== undefined) throw lockedError(person, locked);
}

interface AskedCode {
  id: number;
  question: string;
  mark: string;
}

/** Resolves once the person has given a code; throws where they do not. */
export async function giveCode(asked: AskedCode, giving: Giving, signal: AbortSignal): Promise<void> {
  const { sink, actor, host, person } = giving;
  const { id, question, mark } = asked;
  await host.putQuestion?.({ id, question, code: { person, mark } }, signal);
  await sink({ type: 'ask', id, question, isCode: true });
  let said: 'yes' | 'no' | 'nothing' = 'nothing';
  try {
    said = (await give(asked, giving, signal)) ? 'yes' : 'no';
  } finally {
    await sink({ type: 'answer', id, question, said, by: actor.name });
  }
  if (said === 'no') throw new OpsError('cancelled', 'nothing was changed: no one-time code was given');
}

async function give(asked: AskedCode, giving: Giving, signal: AbortSignal): Promise<boolean> {
  const { host, person } = giving;
  const { question, id, mark } = asked;
  if (host.privately !== undefined) return giveHere(asked, giving, signal);
  if (host.askCode === undefined) throw new OpsError('usage', `${question}, and nobody can be asked here`);
  return host.askCode(question, { person, mark }, id, signal);
}

async function giveHere(asked: AskedCode, giving: Giving, signal: AbortSignal): Promise<boolean> {
  const { host, person, run, actor, clock } = giving;
  for (;;) {
    const said = (await host.privately?.ask(`${asked.question}: `, signal)) ?? '';
    if (said.trim() === '') return false;
    const refusal = await refusalTo(said);
    if (refusal === undefined) return true;
    if (refusal.isFinal) throw new OpsError('denied', refusal.message, { hint: refusal.hint });
    host.privately?.show([`✗ ${refusal.message}`, `  → ${refusal.hint}`]);
  }

  async function refusalTo(said: string) {
    try {
      const verdict = await tryCode({ person, said, run, actor, question: asked.id, mark: asked.mark }, giving);
      return verdict.result === 'accepted' ? undefined : refusalOf(verdict, person, clock.now());
    } catch (error) {
      if (!(error instanceof OpsError) || error.outcome !== 'usage') throw error;
      return { message: error.message, hint: error.hint ?? '', isFinal: false };
    }
  }
}
