import type { Config, PersonConfig } from '../context/config.ts';
import { rolesByPerson } from './roles.ts';

export interface Person {
  name: string;
  /** As actors have them: `slack:<team>:<user>`, `os:<host>:<uid>`. */
  ids: readonly string[];
  roles: ReadonlySet<string>;
}

export interface People {
  /** Whose id it is; undefined for a stranger. Names that people give themselves do not count. */
  find(id: string): Person | undefined;
  named(name: string): Person | undefined;
  names: readonly string[];
}

/** Indexed once, so that a line finds its person among thousands at once. */
export function createPeople({ people, roles }: Pick<Config, 'people' | 'roles'>): People {
  const held = rolesByPerson(roles);
  const byName = new Map<string, Person>();
  const byId = new Map<string, Person>();
  for (const [name, config] of Object.entries(people)) {
    const person = { name, ids: actorIds(config), roles: held.get(name) ?? new Set<string>() };
    byName.set(name, person);
    for (const id of person.ids) byId.set(id, person);
  }
  return { find: (id) => byId.get(id), named: (name) => byName.get(name), names: Object.keys(people) };
}

/** A login without a host is of another machine: nobody has it here. */
function actorIds({ slack, os }: PersonConfig): string[] {
  return [
    ...slack.map((id) => `slack:${id.replace('/', ':')}`),
    ...os.filter((id) => id.includes(':')).map((id) => `os:${id}`),
  ];
}
