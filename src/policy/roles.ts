import type { Config } from '../context/config.ts';
import type { RoleConfig } from '../context/config-policy.ts';
import { type Group, groupName } from '../context/groups.ts';

type Roles = Config['roles'];

/** Who may change who may what. */
export const administrators = 'admin';

export const membersOf = (role: RoleConfig = []): readonly string[] => (Array.isArray(role) ? role : role.people);

/** The groups of other systems whose people have the role. */
export function groupsOf(role: RoleConfig = []): Group[] {
  if (Array.isArray(role)) return [];
  const { slack = [], ldap = [] } = role;
  return [
    ...slack.map((id) => ({ system: 'slack' as const, id })),
    ...ldap.map((id) => ({ system: 'ldap' as const, id })),
  ];
}

/** Those that the configuration gives a person by name. */
export function rolesOf(person: string, roles: Roles): ReadonlySet<string> {
  return new Set(Object.keys(roles).filter((role) => membersOf(roles[role]).includes(person)));
}

/** Those that other systems give, as long as these were not asked whether somebody has them. */
export function unaskedRoles(roles: Roles, held: ReadonlySet<string>): Map<string, string> {
  const open = Object.keys(roles).filter((role) => !held.has(role) && groupsOf(roles[role]).length > 0);
  return new Map(
    open.map((role) => [role, `the ${groupsOf(roles[role]).map(groupName).join(' and the ')} was not asked`]),
  );
}

/** Those who have the role `admin`, as far as the configuration says who. */
export function administratorsOf({ roles }: Pick<Config, 'roles'>): readonly string[] {
  return Object.hasOwn(roles, administrators) ? peopleIn(roles[administrators]) : [];
}

/** As a sentence names them: `tom`, `the Slack group S012AB3CD`. */
export function peopleIn(role: RoleConfig | undefined): readonly string[] {
  return [...membersOf(role), ...groupsOf(role).map((group) => `the ${groupName(group)}`)];
}
