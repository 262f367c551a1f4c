import type { Config } from '../context/config.ts';

/** Who may change who may what. */
const administrators = 'admin';

export function rolesByPerson(roles: Config['roles']): Map<string, Set<string>> {
  const held = new Map<string, Set<string>>();
  for (const [role, people] of Object.entries(roles)) {
    for (const name of people) {
      const known = held.get(name);
      if (known === undefined) held.set(name, new Set([role]));
      else known.add(role);
    }
  }
  return held;
}

/** Those who have the role `admin`. */
export function administratorsOf({ roles }: Pick<Config, 'roles'>): readonly string[] {
  return Object.hasOwn(roles, administrators) ? (roles[administrators] ?? []) : [];
}
