import { nearest } from '../command/suggest.ts';
import type { Config } from '../context/config.ts';
import { OpsError } from '../context/errors.ts';
import { groupName } from '../context/groups.ts';
import type { RoleChange } from '../context/project-policy.ts';
import { formatTime } from '../context/time.ts';
import { type Given, idsOf } from '../policy/given.ts';
import { unknownPerson } from '../policy/judge.ts';
import type { Person } from '../policy/people.ts';
import { administrators, groupsOf, membersOf } from '../policy/roles.ts';
import { placeIn } from './place.ts';
import type { PolicyParts } from './project-policy.ts';
import { readGiven, withRoles } from './standing.ts';

type Change = RoleChange['change'];

/** Whether somebody may be given a role, or have it taken, and what that is to say in the journal. */
export async function planRole(change: Change, role: string, who: string, parts: PolicyParts): Promise<RoleChange> {
  const { config } = parts.loaded;
  if (config.policy === undefined) {
    throw new OpsError('config', 'no "policy" is configured, and without one a role decides nothing', {
      hint: '.chatopsrc.example explains it',
    });
  }
  const { people } = parts.rules;
  if (!Object.hasOwn(config.roles, role)) throw unknownRole(role, config);
  const person = people.named(who) ?? people.find(who);
  if (person === undefined) {
    throw unknownPerson(who, people.names, 'add them under "people" in .chatopsrc; ops whoami shows them with what');
  }
  const given = await readGiven(parts.journal, config.people);
  if (typeof given === 'string') throw new OpsError('unavailable', given);
  const own = given.filter((one) => one.role === role && one.person === person.name);
  return change === 'add' ? planAdd(role, person, own, given, parts) : planRemove(role, person, own, given, parts);
}

function unknownRole(role: string, { roles }: Config): OpsError {
  const [near] = nearest(role, Object.keys(roles), 1);
  return new OpsError('usage', `there is no role "${role}"`, {
    hint: near === undefined ? 'ops roles lists them; new ones are written in .chatopsrc' : `did you mean ${near}?`,
  });
}

function planAdd(
  role: string,
  person: Person,
  own: readonly Given[],
  given: readonly Given[],
  { rules, loaded: { config }, host }: PolicyParts,
): RoleChange {
  const plan = { change: 'add', role, person: person.name, undoes: [] } as const;
  const known = config.people[person.name];
  const ids = known === undefined ? [] : idsOf(known);
  const by = membersOf(config.roles[role]).includes(person.name) ? 'the configuration' : own[0] && describe(own[0]);
  if (by !== undefined) return { ...plan, ids, already: `by ${by}` };
  const actor = rules.people.find(host.actor.id);
  if (actor?.name === person.name && !rules.administers(withGiven(actor, given))) {
    throw new OpsError(
      'denied',
      `nobody gives a role to themselves but who may give all of them, and ${actor.name} may not`,
      {
        hint: `ask one who may: ops roles shows who is ${administrators}`,
      },
    );
  }
  if (ids.length > 0) return { ...plan, ids };
  throw new OpsError('config', `nothing is known of ${person.name} but the name, which may be another's one day`, {
    hint: `add an id under people.${person.name} in .chatopsrc: ops whoami shows theirs`,
  });
}

const describe = ({ by, at, run }: Given): string => `${by}, ${formatTime(at)} (run ${run})`;

async function planRemove(
  role: string,
  person: Person,
  own: readonly Given[],
  given: readonly Given[],
  parts: PolicyParts,
): Promise<RoleChange> {
  const { rules, loaded } = parts;
  const { roles } = loaded.config;
  const plan = { change: 'remove', role, person: person.name, ids: [] } as const;
  if (membersOf(roles[role]).includes(person.name)) {
    const place = await placeIn(loaded, ['roles', role], parts.host.system.files);
    throw new OpsError(
      'failed',
      `${person.name} has the role ${role} by the configuration, which stands above commands: ${place}`,
      {
        hint: `take ${person.name} out there`,
      },
    );
  }
  if (own.length === 0) {
    const elsewhere = groupsOf(roles[role]).map(
      (group) => `; the ${groupName(group)} may give it, and is changed there`,
    );
    return {
      ...plan,
      undoes: [],
      already: `nobody gave ${person.name} the role ${role} by command${elsewhere.join('')}`,
    };
  }
  const left = given.filter((one) => !own.includes(one));
  if (rules.administers(withGiven(person, given)) && !someAdministers(left, parts)) {
    throw new OpsError('denied', `${person.name} is the last administrator: nobody could give roles any more`, {
      hint: `make another one first: ops role-add ${role} NAME`,
    });
  }
  return { ...plan, undoes: own.map(({ run }) => run) };
}

/** Other systems do not count: they may fail, or change, at any time. Nor does who can be nobody, having no account. */
function someAdministers(given: readonly Given[], { rules, loaded: { config } }: PolicyParts): boolean {
  return rules.people.names.some((name) => {
    const person = rules.people.named(name);
    const { slack = [], os = [] } = config.people[name] ?? {};
    return person !== undefined && slack.length + os.length > 0 && rules.administers(withGiven(person, given));
  });
}

const withGiven = (person: Person, given: readonly Given[]): Person =>
  withRoles(
    person,
    given.filter((one) => one.person === person.name).map(({ role }) => role),
  );
