import { nearest } from '../command/suggest.ts';
import type { ProjectPolicy, Question, Verdict } from '../context/context.ts';
import { OpsError } from '../context/errors.ts';
import type { Host, Origin } from '../context/host.ts';
import { keyOf } from './explain.ts';
import { needWords } from './needs.ts';
import type { Person } from './people.ts';
import type { Rules } from './policy.ts';
import { requestOf, type Subject } from './request.ts';

/** Words → what they would run, or their usage error. */
type Read = (words: readonly string[], origin: Origin) => Promise<Subject>;

/** What commands are told of people and rules. */
export function createProjectPolicy(rules: Rules, { actor, origin, system }: Host, read: Read): ProjectPolicy {
  const person = rules.people.find(actor.id);
  return {
    person: person && { name: person.name, roles: [...person.roles] },
    key: keyOf(actor.id),
    judge: async ({ who, words, room, at = system.clock.now() }: Question): Promise<Verdict> => {
      const meant = whoIsMeant(who, rules);
      const where: Origin = room === undefined ? origin : { type: 'room', team: '', channel: room, message: '' };
      const subject = await read(words, where);
      const decision = rules.decideFor(meant, requestOf(subject, { actor: nobody(who), origin: where, at }));
      const called = meant?.name ?? 'a stranger';
      if (!decision.allowed) return { ...decision, who: called, needs: [], asking: [] };
      const needs = decision.needs.map((need) => needWords(need, rules.people, meant?.name));
      const asking = [...new Set(decision.needs.map(({ rule }) => rule))];
      return { ...decision, who: called, reason: 'it is allowed', hint: undefined, needs, asking };
    },
  };
}

const isId = (who: string): boolean => /^(?:slack|os):/.test(who);

const nobody = (who: string) => ({ id: isId(who) ? who : '', name: who });

function whoIsMeant(who: string, { people }: Rules): Person | undefined {
  if (who === 'stranger') return undefined;
  const found = people.named(who) ?? people.find(who);
  if (found !== undefined || isId(who)) return found;
  const [near] = nearest(who, [...people.names, 'stranger'], 1);
  throw new OpsError('usage', `nobody is called "${who}"`, {
    hint: near === undefined ? 'ops roles lists people; others are "stranger"' : `did you mean ${near}?`,
  });
}
