import type { Config } from '../context/config.ts';

/** Who may change who may what. */
const administrators = 'admin';

export function rolesOf(person: string, roles: Config['roles']): ReadonlySet<string> {
  return new Set(Object.keys(roles).filter((role) => roles[role]?.includes(person)));
}

/** Those who have the role `admin`. */
export function administratorsOf({ roles }: Pick<Config, 'roles'>): readonly string[] {
  return Object.hasOwn(roles, administrators) ? (roles[administrators] ?? []) : [];
}
