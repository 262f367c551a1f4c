import { nearest } from '../command/suggest.ts';
import { OpsError } from '../context/errors.ts';
import type { Host, Origin } from '../context/host.ts';
import type { ProjectPolicy, Question, Verdict } from '../context/project-policy.ts';
import { needWords } from './needs.ts';
import type { People, Person } from './people.ts';
import type { Decision } from './policy.ts';
import { type Request, requestOf, type Subject } from './request.ts';

export interface JudgeParts {
  people: People;
  host: Pick<Host, 'origin' | 'system'>;
  /** Words → what they would run, or their usage error. */
  read(words: readonly string[], origin: Origin): Promise<Subject>;
  decide(person: Person | undefined, request: Request): Promise<Decision>;
}

/** What the rules would say to a line that nobody runs. */
export function createJudge({ people, host, read, decide }: JudgeParts): ProjectPolicy['judge'] {
  const { origin, system } = host;
  return async ({ who, words, room, at = system.clock.now() }: Question): Promise<Verdict> => {
    const meant = whoIsMeant(who, people);
    const where: Origin = room === undefined ? origin : { type: 'room', team: '', channel: room, message: '' };
    const subject = await read(words, where);
    const decision = await decide(meant, requestOf(subject, { actor: nobody(who), origin: where, at }));
    const called = meant?.name ?? 'a stranger';
    if (!decision.allowed) return { ...decision, who: called, needs: [], asking: [] };
    const needs = decision.needs.map((need) => needWords(need, people, meant?.name));
    const asking = [...new Set(decision.needs.map(({ rule }) => rule))];
    return { ...decision, who: called, reason: 'it is allowed', hint: undefined, needs, asking };
  };
}

const isId = (who: string): boolean => /^(?:slack|os):/.test(who);

const nobody = (who: string) => ({ id: isId(who) ? who : '', name: who });

function whoIsMeant(who: string, people: People): Person | undefined {
  if (who === 'stranger') return undefined;
  const found = people.named(who) ?? people.find(who);
  if (found !== undefined || isId(who)) return found;
  throw unknownPerson(who, [...people.names, 'stranger'], 'ops roles lists people; others are "stranger"');
}

export function unknownPerson(who: string, names: readonly string[], otherwise: string): OpsError {
  const [near] = nearest(who, names, 1);
  return new OpsError('usage', `nobody is called "${who}"`, {
    hint: near === undefined ? otherwise : `did you mean ${near}?`,
  });
}
