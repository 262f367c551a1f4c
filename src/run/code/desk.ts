import type { CodeAnswer, CodeDesk } from '../../context/codes.ts';
import type { Config } from '../../context/config.ts';
import { OpsError } from '../../context/errors.ts';
import type { Journal, RunRecord } from '../../context/journal.ts';
import { createPeople } from '../../policy/people.ts';
import { openQuestion } from '../question.ts';
import { type AttemptParts, spendCode, tryCode } from './attempt.ts';
import { enrolledOf, triesOfPerson } from './keys.ts';
import { refusalOf } from './words.ts';

export interface DeskParts extends AttemptParts {
  journal: Journal;
  config: Pick<Config, 'people' | 'roles'>;
  /** Names of people of a Slack on this machine, with their ids there. */
  local: Readonly<Record<string, string>>;
}

/** Takes codes for runs of other processes. */
export function createDesk(parts: DeskParts): CodeDesk {
  const { journal, clock, config, local } = parts;
  const people = createPeople(config);
  const nameOf = (id: string): string | undefined =>
    people.find(id)?.name ??
    Object.keys(config.people).find((name) => id === `slack:${local[name]?.replace('/', ':')}`);
  return {
    give: async ({ run, question, code: said, actor }): Promise<CodeAnswer> => {
      const open = run.finishedAt === undefined ? await openQuestion(journal, run.id) : undefined;
      if (open?.id !== question || open.code === undefined) return notOpen;
      const { person, mark } = open.code;
      if (await isAnswered(person, run.id, question, parts)) return notOpen;
      try {
        const verdict = await tryCode({ person, said, run: run.id, actor, question, mark }, parts);
        if (verdict.result === 'accepted') return { taken: true };
        return { taken: false, ...refusalOf(verdict, person, clock.now()) };
      } catch (error) {
        if (!(error instanceof OpsError)) throw error;
        return { taken: false, message: error.message, hint: error.hint ?? '', isFinal: error.outcome !== 'usage' };
      }
    },
    asking: (team, channel) => askingIn(team, channel, journal),
    spend: async ({ code, actor, asked }) => {
      const open = asked === undefined ? undefined : await openQuestion(journal, asked.id);
      const named = [nameOf(actor.id), open?.code?.person].flatMap((name) => name ?? []);
      const known = await Promise.all([...new Set(named)].map((person) => enrolledOf(journal, person)));
      const able = known.flatMap((enrolled) => enrolled?.person ?? []);
      for (const person of able) await spendCode({ person, code, actor }, parts);
    },
  };
}

/** The run in a channel that asks for a code. */
async function askingIn(team: string, channel: string, journal: Journal): Promise<RunRecord | undefined> {
  const waiting = await journal.runs({ states: ['waiting'], team, limit: mostWaiting });
  const here = waiting.filter(({ origin }) => origin.type === 'room' && origin.channel === channel);
  for (const run of here) if ((await openQuestion(journal, run.id))?.code !== undefined) return run;
  return undefined;
}

const mostWaiting = 200;

const notOpen: CodeAnswer = {
  taken: false,
  message: 'this run waits for no code: nothing was done',
  hint: 'the code still counts where another run asks for one',
  isFinal: true,
};

async function isAnswered(person: string, run: string, question: number, { journal }: DeskParts): Promise<boolean> {
  const given = await journal.facts(triesOfPerson(person));
  return given.some(
    ({ run: by, data }) => by === run && data['question'] === question && data['result'] === 'accepted',
  );
}
