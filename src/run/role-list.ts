import type { Config } from '../context/config.ts';
import type { Group, Groups } from '../context/groups.ts';
import type { RoleDoubt, RoleHeld, RoleList } from '../context/project-policy.ts';
import { groupsOf, membersOf } from '../policy/roles.ts';
import type { PolicyParts } from './project-policy.ts';
import { doubtWords, memberOf, readGiven } from './standing.ts';

/** Who has which role and by what, in the order of the configuration: of all people, or of one. */
export async function listRoles(
  person: string | undefined,
  { loaded: { config }, journal, groups }: Pick<PolicyParts, 'loaded' | 'journal' | 'groups'>,
): Promise<RoleList> {
  const roles = Object.entries(config.roles);
  const names = person === undefined ? Object.keys(config.people) : [person];
  const given = roles.length === 0 ? [] : await readGiven(journal, config.people, person);
  const lists = await Promise.all(
    roles.map(async ([role, sources]): Promise<RoleList> => {
      const named = membersOf(sources).filter((name) => names.includes(name));
      const asked = await Promise.all(groupsOf(sources).map((group) => askGroup(role, group, names, config, groups())));
      const held: RoleHeld[] = [
        ...named.map((name) => ({ role, person: name, from: 'configuration' as const })),
        ...(typeof given === 'string' ? [] : given.filter((one) => one.role === role).map(heldBy)),
        ...asked.flatMap((one) => one.held),
      ];
      return { held, doubts: asked.flatMap(({ doubts }) => doubts) };
    }),
  );
  const unread = typeof given === 'string' ? roles.map(([role]) => ({ role, reason: given })) : [];
  return { held: lists.flatMap(({ held }) => held), doubts: [...unread, ...lists.flatMap(({ doubts }) => doubts)] };
}

const heldBy = ({
  role,
  person,
  by,
  at,
  run,
}: {
  role: string;
  person: string;
  by: string;
  at: Date;
  run: string;
}): RoleHeld => ({
  ...{ role, person, from: 'command', by, run },
  at: at.toISOString(),
});

async function askGroup(
  role: string,
  group: Group,
  names: readonly string[],
  config: Config,
  groups: Groups,
): Promise<RoleList> {
  const { people, doubts } = await groups.members(
    group,
    names.map((name) => memberOf(name, config)),
  );
  const held = names.filter((name) => people.has(name));
  return {
    held: held.map((person) => ({ role, person, from: group.system, group: group.id })),
    doubts: collected(
      role,
      [...doubts].map(([person, doubt]) => [person, doubtWords(group, doubt)] as const),
    ),
  };
}

/** What is in doubt of several for the same reason is said once. */
function collected(role: string, doubts: readonly (readonly [person: string, reason: string])[]): RoleDoubt[] {
  const reasons = new Map<string, string[]>();
  for (const [person, reason] of doubts) reasons.set(reason, [...(reasons.get(reason) ?? []), person]);
  return [...reasons].map(([reason, [person = '', ...more]]) =>
    more.length === 0 ? { role, person, reason } : { role, reason },
  );
}
