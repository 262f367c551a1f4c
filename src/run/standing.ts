import type { Config } from '../context/config.ts';
import { roleKind } from '../context/facts.ts';
import { type Group, type GroupMember, type Groups, groupName } from '../context/groups.ts';
import type { Journal } from '../context/journal.ts';
import { formatTime } from '../context/time.ts';
import { type Given, givenRoles } from '../policy/given.ts';
import type { Person } from '../policy/people.ts';
import { groupsOf } from '../policy/roles.ts';
import { wordsOf } from './failure.ts';

/** What the journal has of a run's facts; undefined where it cannot be read. */
export type FactSource = Pick<Journal, 'facts'> | undefined;

/** What is known of somebody, and how to know more. */
export interface Standing {
  /** With the roles that the configuration and commands give. */
  person: Person;
  /** With those of the roles that other systems give, which are asked now. */
  ask(roles: readonly string[]): Promise<Person>;
}

export type FindStanding = (person: Person, journal: FactSource) => Promise<Standing>;

/** More than anybody was given: all of them are read. */
const mostFacts = 1_000_000;

/** What is known of people beyond the configuration. A source that fails leaves a doubt, and never a role. */
export function createStanding(config: StandingConfig, groups: () => Groups): FindStanding {
  return async (person, journal) => {
    const given = Object.keys(config.roles).length === 0 ? [] : await readGiven(journal, config.people, person.name);
    if (typeof given !== 'string') {
      const known = withRoles(
        person,
        given.map(({ role }) => role),
      );
      return { person: known, ask: (roles) => askRoles(known, roles, '', config, groups()) };
    }
    const open = Object.keys(config.roles).filter((role) => !person.roles.has(role));
    const known = open.reduce((before, role) => withDoubt(before, role, before.unsure.get(role) ?? given), person);
    return { person: known, ask: (roles) => askRoles(known, roles, given, config, groups()) };
  };
}

export type StandingConfig = Pick<Config, 'people' | 'roles' | 'ldap'>;

async function askRoles(
  person: Person,
  roles: readonly string[],
  doubt: string,
  config: StandingConfig,
  groups: Groups,
): Promise<Person> {
  let known = person;
  for (const role of roles) known = await askRole(known, role, doubt, config, groups);
  return known;
}

async function askRole(
  person: Person,
  role: string,
  doubt: string,
  config: StandingConfig,
  groups: Groups,
): Promise<Person> {
  const doubts = doubt === '' ? [] : [doubt];
  for (const group of groupsOf(config.roles[role])) {
    const found = await groups.members(group, [memberOf(person.name, config)]);
    if (found.people.has(person.name)) return withRoles(person, [role]);
    const open = found.doubts.get(person.name);
    if (open !== undefined) doubts.push(doubtWords(group, open));
  }
  return withDoubt(person, role, doubts.join(', and '));
}

/** The Slack group S012AB3CD cannot be asked since 2026-11-21 05:09:31 UTC: missing_scope */
export function doubtWords(group: Group, { since, reason }: { since: Date; reason: string }): string {
  return `the ${groupName(group)} cannot be asked since ${formatTime(since)}: ${reason}`;
}

/** What was given by command, to one or to all; where that cannot be read, why. */
export async function readGiven(
  journal: FactSource,
  people: Config['people'],
  person?: string,
): Promise<Given[] | string> {
  if (journal === undefined) return 'the journal, which has roles given by command, cannot be read';
  try {
    const about = person === undefined ? {} : { subject: person };
    return givenRoles(await journal.facts({ kind: roleKind, limit: mostFacts, ...about }), people);
  } catch (error) {
    return `the journal, which has roles given by command, cannot be read: ${wordsOf(error)}`;
  }
}

export function memberOf(name: string, { people, ldap }: Pick<Config, 'people' | 'ldap'>): GroupMember {
  const person = people[name];
  return { name, slack: person?.slack ?? [], ldap: person?.[ldap?.people.name ?? 'ldap'] ?? [] };
}

export function withRoles(person: Person, roles: readonly string[]): Person {
  if (roles.length === 0) return person;
  const unsure = new Map([...person.unsure].filter(([role]) => !roles.includes(role)));
  return { ...person, roles: new Set([...person.roles, ...roles]), unsure };
}

/** Somebody of whom a role is known, or is not for a reason; no reason is the certainty that they have it not. */
function withDoubt(person: Person, role: string, reason: string): Person {
  const unsure = new Map(person.unsure);
  if (reason === '') unsure.delete(role);
  else unsure.set(role, reason);
  return { ...person, unsure };
}
