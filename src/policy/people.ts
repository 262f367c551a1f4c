import type { Config } from '../context/config.ts';
import type { PersonConfig } from '../context/config-policy.ts';
import type { Actor } from '../context/host.ts';
import { rolesOf, unaskedRoles } from './roles.ts';

export interface Person {
  name: string;
  /** As actors have them: `slack:<team>:<user>`, `os:<host>:<uid>`. */
  ids: readonly string[];
  roles: ReadonlySet<string>;
  /** Roles of which it is not known whether they have them, and why: a rule that denies means them, none that allows does. */
  unsure: ReadonlyMap<string, string>;
}

export interface People {
  /** Whose id it is; undefined for a stranger. Names that people give themselves do not count. */
  find(id: string): Person | undefined;
  named(name: string): Person | undefined;
  names: readonly string[];
}

/** Indexed once, so that a line finds its person among thousands at once; what else is known is put together when asked. */
export function createPeople({ people, roles }: Pick<Config, 'people' | 'roles'>): People {
  const owners = indexIds(people);
  const known = new Map<string, Person>();
  const named = (name: string): Person | undefined => {
    const config = Object.hasOwn(people, name) ? people[name] : undefined;
    if (config === undefined) return undefined;
    const found = known.get(name);
    if (found !== undefined) return found;
    const held = rolesOf(name, roles);
    const person = { name, ids: actorIds(config), roles: held, unsure: unaskedRoles(roles, held) };
    known.set(name, person);
    return person;
  };
  return { find: (id) => named(owners.get(id) ?? ''), named, names: Object.keys(people) };
}

/** Whether two actors are one: by person, and where nobody knows them, by account. */
export function isSamePerson(one: Pick<Actor, 'id'>, other: Pick<Actor, 'id'>, people: People): boolean {
  if (one.id === other.id) return true;
  const person = people.find(one.id);
  return person !== undefined && person.name === people.find(other.id)?.name;
}

function indexIds(people: Config['people']): Map<string, string> {
  const owners = new Map<string, string>();
  for (const [name, config] of Object.entries(people)) for (const id of actorIds(config)) owners.set(id, name);
  return owners;
}

/** A login without a host is of another machine: nobody has it here. */
function actorIds({ slack, os }: PersonConfig): string[] {
  const ids = slack.map((id) => `slack:${id.replace('/', ':')}`);
  for (const id of os) if (id.includes(':')) ids.push(`os:${id}`);
  return ids;
}
