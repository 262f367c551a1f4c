import { accountsOf } from './systems.ts';

/** Who is in the demo. */
export interface Cast {
  /** Those of the started sandbox. Without a team, whoever has their name is them. */
  people: readonly { name: string; id?: string }[];
  team?: string;
  /** Whoever started it, as a terminal knows them: `os: host:uid`. */
  terminal: string;
  /** Who of the people that is; where it is nobody of them, one of their own who may do all. */
  typist?: string;
}

const isName = (name: string): boolean => /^[a-z0-9][a-z0-9-]*$/.test(name) && !/^(?:everyone|strangers?)$/.test(name);

/** The second one leads, the third one is a stranger, the others develop. Alone, one leads. */
export function rolesOf({ people }: Pick<Cast, 'people'>): Record<'developer' | 'lead' | 'stranger', string[]> {
  const names = people.map(({ name }) => name).filter(isName);
  const lead = names.length === 1 ? 0 : 1;
  return {
    developer: names.filter((_, at) => at !== lead && at !== 2),
    lead: names.filter((_, at) => at === lead),
    stranger: names.filter((_, at) => at === 2),
  };
}

/** People, roles and a policy, as the demo's configuration has them. */
export function policyOf(cast: Cast): string {
  const { developer, lead } = rolesOf(cast);
  const known = cast.people.filter(({ name }) => developer.includes(name) || lead.includes(name));
  const isTyping = cast.people.some(({ name }) => name === cast.typist);
  const people = known.map((person) => `  ${person.name}: { ${idsOf(person, cast).join(', ')} }`);
  const operator = known.some(({ name }) => name === 'operator') ? 'owner' : 'operator';
  return `
# Who is who. ${cast.team === undefined ? 'Whoever has their name in the sandbox is them.' : 'The ids are those of the sandbox.'}
people:
${[...people, ...(isTyping ? [] : [`  ${operator}: { ${cast.terminal} }`])].join('\n')}

roles:
  developer: [${developer.join(', ')}]
  lead: [${lead.join(', ')}]
  admin: [${isTyping ? lead.join(', ') : operator}]

# Who may do what. Try it: ops can ${known[0]?.name ?? operator} deploy prod
policy:
  - { name: everyone-reads, allow: everyone, effect: read }
  - { name: developers-deploy, allow: developer, commands: [deploy, rollback] }
  - { name: developers-build, allow: developer, commands: builds-* }
  - { name: all-work-on-tickets, allow: [developer, lead], commands: jira-* }
  - { name: prod-takes-two, ask: developer, commands: [deploy, rollback], environments: prod, approvals: { from: lead } }
  - { name: leads-deploy-all, allow: lead, commands: [deploy, rollback] }
  - { name: admins-may-all, allow: admin }
  - { name: strangers-ask, allow: strangers, commands: [help, whoami] }
  - { name: this-machine-listens, allow: [everyone, strangers], commands: listen, origin: terminal }
`;
}

function idsOf({ name, id }: Cast['people'][number], { team, terminal, typist }: Cast): string[] {
  return [
    ...(id === undefined || team === undefined ? [] : [`slack: ${team}/${id}`]),
    ...(name === typist ? [terminal] : []),
    `email: ${name}@sandbox.example`,
    ...accountsOf(name),
  ];
}
