import type { Command } from '../command/define.ts';
import type { CommandSummary } from '../context/context.ts';
import type { Actor, Origin } from '../context/host.ts';
import type { Person } from '../policy/people.ts';
import type { Decision, Refused, Rules } from '../policy/policy.ts';
import type { Request } from '../policy/request.ts';
import type { FactSource, FindStanding, Standing } from './standing.ts';

type Asked = Pick<Command, 'name' | 'effect' | 'permission'>;

export interface Decider {
  /** What the rules say to a line of somebody, all roles known that could make a difference. */
  decide(person: Person | undefined, request: Request, journal: FactSource): Promise<Decision>;
  /** Tells of which commands the actor might run a line. */
  mayRun(actor: Actor, origin: Origin, journal: FactSource): Promise<(command: CommandSummary) => boolean>;
  /** Why the actor could run no line of a command; undefined where they might. */
  refusal(actor: Actor, origin: Origin, journal: FactSource, command: Asked): Promise<Refused | undefined>;
}

/**
 * Who may run a line whatever is not known may run it, and who may not whatever it is may not: another system is asked
 * only where its answer decides.
 */
export function createDecider(rules: Rules, find: FindStanding): Decider {
  const whole = async (id: string, journal: FactSource): Promise<Person | undefined> => {
    const person = rules.people.find(id);
    const standing = person === undefined ? undefined : await find(person, journal);
    return standing && (await standing.ask(rolesInDoubt(standing, rules.rolesAbout())));
  };
  return {
    decide: async (person, request, journal) => {
      if (person === undefined) return rules.decideFor(undefined, request);
      const standing = await find(person, journal);
      const first = rules.decideFor(standing.person, request);
      const open = rolesInDoubt(standing, rules.rolesAbout(request));
      // A role that is in doubt may ask for more.
      if ((first.allowed && first.needs.length === 0) || open.length === 0) return first;
      return rules.decideFor(await standing.ask(open), request);
    },
    mayRun: async ({ id }, origin, journal) => {
      const known = await whole(id, journal);
      return ({ name, effect }) => rules.mayRun(known, { command: name, effect, origin });
    },
    refusal: async (actor, origin, journal, { name, effect, permission = name }) => {
      const kind = { command: name, effect, origin, actor, permission, environments: [] };
      return rules.refusal(await whole(actor.id, journal), kind);
    },
  };
}

const rolesInDoubt = ({ person }: Standing, roles: ReadonlySet<string>): string[] =>
  [...person.unsure.keys()].filter((role) => roles.has(role));
