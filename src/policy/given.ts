import type { PersonConfig } from '../context/config-policy.ts';
import type { Fact } from '../context/journal.ts';

/** A role that somebody was given by command. */
export interface Given {
  role: string;
  person: string;
  /** Who gave it. */
  by: string;
  at: Date;
  run: string;
}

/**
 * The roles that were given and not taken, oldest first: what facts of the kind `roleKind` come to. One that gives a role
 * says by which ids the person was known then, since a name may be another's one day. What takes one names the run that gave it, so that no clock
 * decides which of the two was later.
 */
export function givenRoles(facts: readonly Fact[], people: Readonly<Record<string, PersonConfig>>): Given[] {
  const undone = new Set(facts.flatMap(({ data }) => listOf(data['undoes'])));
  return facts
    .filter(({ run, data, subject }) => data['change'] === 'add' && !undone.has(run) && isStill(subject, data, people))
    .map(({ run, subject, data, at, actor }) => ({
      ...{ role: String(data['role']), person: subject },
      ...{ by: actor.name, at, run },
    }))
    .reverse();
}

/** Whether the one who has the name now is the one who had it then. */
function isStill(name: string, data: Fact['data'], people: Readonly<Record<string, PersonConfig>>): boolean {
  const person = Object.hasOwn(people, name) ? people[name] : undefined;
  if (person === undefined) return false;
  const now = idsOf(person);
  return listOf(data['ids']).some((id) => now.includes(id));
}

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** All that other systems know a person by: `slack T1/U1`, `os build-1:1001`. */
export function idsOf(person: PersonConfig): string[] {
  return Object.entries(person).flatMap(([kind, ids]: [string, readonly string[]]) => ids.map((id) => `${kind} ${id}`));
}
