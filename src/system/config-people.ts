import type { Config } from '../context/config.ts';
import type { PersonConfig, RoleConfig, RuleConfig } from '../context/config-policy.ts';
import { directoryProblems } from './config-directory.ts';
import { unknownName } from './config-problems.ts';
import type { Resolved } from './references.ts';

/** What no person and no role may be called: rules mean everybody who is known by it, or everybody who is not. */
const reserved = ['everyone', 'strangers', 'stranger'];

const sections: readonly (string | undefined)[] = ['people', 'roles', 'policy'];

/** Who somebody is, and what they may, is known at once or not at all. */
export function missingPeople({ references }: Resolved): string[] {
  return [...references].flatMap(([key, { path, failure }]) =>
    failure !== undefined && sections.includes(path[0]) ? [`${key} ${failure.reason}`] : [],
  );
}

/** Faults between the people, the roles and the rules of a configuration whose parts are right by themselves. */
export function peopleProblems(config: Config): string[] {
  const { people, roles, policy = [], environments } = config;
  const named = Object.keys(people);
  const known = { people: named, who: [...named, ...Object.keys(roles), 'everyone', 'strangers'] };
  return [
    ...[...named.map((name) => ['people', name]), ...Object.keys(roles).map((name) => ['roles', name])].flatMap(
      ([section = '', name = '']) => nameProblems(section, name, people),
    ),
    ...sharedIds(people),
    ...Object.entries(roles).flatMap(([role, members]) => memberProblems(`roles.${role}`, members, known.people)),
    ...directoryProblems(config),
    ...environmentProblems(environments, known.who),
    ...policy.flatMap((rule, index) => ruleProblems(`policy.${index}`, rule, known.who, Object.keys(environments))),
    ...sharedNames(policy),
  ];
}

function nameProblems(section: string, name: string, people: Config['people']): string[] {
  const key = `${section}.${name}`;
  if (reserved.includes(name)) return [`${key}: expected another name, got "${name}", which stands for others`];
  if (section === 'people' || !Object.hasOwn(people, name)) return [];
  return [`${key}: expected another name, got that of a person: a rule could mean either`];
}

function memberProblems(key: string, role: RoleConfig, known: readonly string[]): string[] {
  return Array.isArray(role)
    ? unknown(key, role, 'people', known)
    : unknown(`${key}.people`, role.people, 'people', known);
}

/** Faults between environments, and of who may override a freeze. */
function environmentProblems(environments: Config['environments'], who: readonly string[]): string[] {
  const names = Object.keys(environments);
  const approvers = who.filter((one) => one !== 'strangers');
  return Object.entries(environments).flatMap(([name, { after, freeze = [] }]) => [
    ...unknown(`environments.${name}.after`, after === undefined ? [] : [after], 'environments', names),
    ...(after === name ? [`environments.${name}.after: expected another environment, got itself`] : []),
    ...freeze.flatMap(({ start, end, override }, index) => {
      const key = `environments.${name}.freeze.${index}`;
      const isBackwards = start !== undefined && end !== undefined && end < start;
      return [
        ...(isBackwards ? [`${key}.end: expected a date after the start, got ${JSON.stringify(end)}`] : []),
        ...unknown(`${key}.override.from`, override?.from ?? [], 'people or roles', approvers),
      ];
    }),
  ]);
}

const verbs = ['allow', 'deny', 'ask'] as const;

function ruleProblems(
  key: string,
  rule: RuleConfig,
  who: readonly string[],
  environments: readonly string[],
): string[] {
  const [verb, ...more] = verbs.filter((one) => rule[one] !== undefined);
  if (verb === undefined || more.length > 0) {
    return [
      `${key}: expected allow, deny or ask, got ${verb === undefined ? 'none of them' : [verb, ...more].join(' and ')}`,
    ];
  }
  const approvers = who.filter((one) => one !== 'strangers');
  return [
    ...unknown(`${key}.${verb}`, rule[verb] ?? [], 'people or roles', who),
    ...unknown(`${key}.environments`, rule.environments ?? [], 'environments', environments),
    ...needProblems(key, verb, rule),
    ...unknown(`${key}.approvals.from`, rule.approvals?.from ?? [], 'people or roles', approvers),
  ];
}

function needProblems(key: string, verb: (typeof verbs)[number], { approvals, code }: RuleConfig): string[] {
  const isAsking = approvals !== undefined || code === true;
  if (verb === 'ask') return isAsking ? [] : [`${key}: expected approvals or code: true beside ask, got neither`];
  if (!isAsking) return [];
  return [`${key}.${approvals === undefined ? 'code' : 'approvals'}: expected it beside ask, got it beside ${verb}`];
}

function unknown(key: string, names: readonly string[], section: string, known: readonly string[]): string[] {
  const all = new Set(known);
  return names.filter((name) => !all.has(name)).map((name) => unknownName(key, name, section, known));
}

const kinds = ['slack', 'os', 'email', 'github', 'jira', 'jenkins', 'pagerduty', 'ldap'] as const;

/** Whoever has an id is one person: two with the same could approve what they asked for themselves. */
function sharedIds(people: Record<string, PersonConfig>): string[] {
  const owners = new Map<string, string>();
  return Object.entries(people).flatMap(([name, person]) =>
    kinds.flatMap((kind) =>
      person[kind].flatMap((id) => {
        const owner = owners.get(`${kind}:${id.toLowerCase()}`) ?? name;
        owners.set(`${kind}:${id.toLowerCase()}`, owner);
        return owner === name
          ? []
          : [`people.${name}.${kind}: expected an id of one person, got "${id}", which is ${owner}'s`];
      }),
    ),
  );
}

function sharedNames(policy: readonly RuleConfig[]): string[] {
  const first = new Map<string, number>();
  return policy.flatMap(({ name }, index) => {
    if (name === undefined) return [];
    const before = first.get(name);
    if (before !== undefined) return [`policy.${index}.name: expected a name of its own, got that of policy.${before}`];
    first.set(name, index);
    return [];
  });
}
