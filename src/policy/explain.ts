import type { Config } from '../context/config.ts';
import { quoteWord } from '../context/line.ts';
import type { Ruling } from './decide.ts';
import type { Person } from './people.ts';
import type { Refused } from './policy.ts';
import type { Request } from './request.ts';
import { peopleIn } from './roles.ts';
import type { Rule } from './rules.ts';
import { describeWindow } from './window.ts';

interface About {
  /** The name of the file that the rules stand in. */
  file: string;
  roles: Config['roles'];
  administrators: readonly string[];
}

/** What is refused. */
export type Explained = Pick<Request, 'actor' | 'permission' | 'environments'>;

type Refusal = Extract<Ruling, { allowed: false }> | { unknown: string };

const mostNamed = 5;

/** Who is refused, by which rule, for want of what, and who can change that. */
export function explain(refusal: Refusal, request: Explained, person: Person | undefined, about: About): Refused {
  const { actor, permission, environments } = request;
  const who = person?.name ?? `${actor.name} (${actor.id}), whom ops does not know,`;
  const where = environments.length === 0 ? '' : `, environment ${environments.join(', ')}`;
  const needed = `permission ${permission}${where}`;
  const refused = { allowed: false, who } as const;
  if ('unknown' in refusal) {
    const reason = `"${refusal.unknown}" is no environment of ${about.file}`;
    return { ...refused, rule: undefined, reason, hint: 'ops config shows which there are' };
  }
  const hint = person === undefined ? howToBeAdded(actor.id, about) : whoGrants(about);
  if (refusal.rule !== undefined) {
    const { name, config } = refusal.rule;
    const when = config.when === undefined ? '' : ` ${describeWindow(config.when)}`;
    const doubts = isMeantForSure(refusal.rule, person) ? '' : doubtsOf(config.deny ?? [], person);
    return {
      ...refused,
      rule: name,
      reason: `the rule ${quoteWord(name)} denies it${when} (${needed})${doubts}`,
      hint,
    };
  }
  const others = [...new Set(refusal.others.flatMap(({ config }) => config.allow ?? []))];
  const may = others.length === 0 ? [] : [`${others.map((one) => described(one, about.roles)).join(', ')} may`];
  const reason = `no rule allows it (${needed})${doubtsOf(others, person)}`;
  return { ...refused, rule: undefined, reason, hint: [...may, hint].join('; ') };
}

const isMeantForSure = ({ who }: Rule, person: Person | undefined): boolean =>
  person === undefined ||
  who.has(person.name) ||
  who.has('everyone') ||
  [...person.roles].some((role) => who.has(role));

/** Of those roles, the ones that somebody may have, and why nobody knows. */
function doubtsOf(roles: readonly string[], person: Person | undefined): string {
  return roles
    .flatMap((role) => {
      const doubt = person?.unsure.get(role);
      return doubt === undefined ? [] : [`; whether ${person?.name} is ${role} is not known: ${doubt}`];
    })
    .join('');
}

/** `lead (tom)` */
function described(name: string, roles: Config['roles']): string {
  if (!Object.hasOwn(roles, name)) return name;
  return `${name} (${few(peopleIn(roles[name]))})`;
}

function few(names: readonly string[]): string {
  if (names.length === 0) return 'nobody yet';
  const shown = names.slice(0, mostNamed).join(', ');
  return names.length > mostNamed ? `${shown} and ${names.length - mostNamed} more` : shown;
}

function whoGrants({ administrators, file }: About): string {
  return administrators.length === 0 ? `it is granted in ${file}` : `${few(administrators)} can grant it in ${file}`;
}

function howToBeAdded(id: string, { administrators, file }: About): string {
  const key = id === '' ? 'their ids' : keyOf(id);
  const how = `under "people" in ${file}, with ${key}`;
  return administrators.length === 0 ? `strangers are added ${how}` : `${few(administrators)} can add strangers ${how}`;
}

/** An actor's id as the configuration writes it. */
export function keyOf(id: string): string {
  const [kind = '', one = '', other = ''] = id.split(':');
  return kind === 'slack' ? `slack: ${one}/${other}` : `${kind}: ${one}:${other}`;
}
