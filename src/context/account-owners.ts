import type { Config } from './config.ts';

/** Whose account of a system it is, by the name that the configuration has for them: `github` and `maryj` → `mary`. */
export function accountOwners(
  kind: 'email' | 'github',
  people: Config['people'],
): (account: string) => string | undefined {
  const owners = new Map(
    Object.entries(people).flatMap(([name, person]) => person[kind].map((id) => [id.toLowerCase(), name])),
  );
  return (account) => owners.get(account.toLowerCase());
}
