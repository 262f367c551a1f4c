import type { Config } from '../../context/config.ts';
import type { Groups } from '../../context/groups.ts';
import type { People } from '../../policy/people.ts';
import { groupsOf } from '../../policy/roles.ts';
import { type FactSource, memberOf, readGiven, withRoles } from '../standing.ts';

export interface AskedParts {
  config: Config;
  journal: FactSource;
  groups(): Groups;
}

/** People with these roles known as they are now, of those by name. Where a role cannot be asked for, nobody has it. */
export async function askPeople(
  people: People,
  roles: readonly string[],
  names: readonly string[],
  { config, journal, groups }: AskedParts,
): Promise<People> {
  const given = await readGiven(journal, config.people, names.length === 1 ? names[0] : undefined);
  const held = typeof given === 'string' ? [] : given.filter(({ role }) => roles.includes(role));
  const members = names.map((name) => memberOf(name, config));
  const asked = roles.flatMap((role) =>
    groupsOf(config.roles[role]).map(async (group) => {
      const found = await groups().members(group, members);
      return [...found.people].map((person) => ({ role, person }));
    }),
  );
  const more = Map.groupBy([...held, ...(await Promise.all(asked)).flat()], ({ person }) => person);
  const named: People['named'] = (name) => {
    const person = people.named(name);
    const found = more.get(name) ?? [];
    return (
      person &&
      withRoles(
        person,
        found.map(({ role }) => role),
      )
    );
  };
  return { named, find: (id) => named(people.find(id)?.name ?? ''), names: people.names };
}
