// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how a reference is written

import { userInfo } from 'node:os';
import { expect, it } from 'vitest';
import { loadConfig } from '../../../src/system/config.ts';
import { identify } from '../../../src/system/process.ts';
import { createProject } from '../../support/project.ts';

const load = (content: string) => {
  const { folder } = createProject(content);
  return loadConfig(folder, undefined, { HOME: folder });
};

const people = (rest: string) => `people: { mary: { slack: T1/U1 }, tom: { ${rest} } }\n`;
/** What is given stands in the place of what is usual. */
function directory(given = ''): string {
  const usual = [
    'url: "ldaps://ldap.example.com"',
    'bind: "cn=ops,dc=x"',
    'password: "${env:NOT_THERE}"',
    'people: { base: "ou=p,dc=x" }',
    'groups: { base: "ou=g,dc=x" }',
  ];
  const left = usual.filter((one) => given === '' || !given.startsWith(one.slice(0, one.indexOf(':') + 1)));
  return `ldap: { ${[...left, ...(given === '' ? [] : [given])].join(', ')} }\n`;
}
const policy = (...rules: string[]) =>
  `environments: { dev: , prod: }\n${people('')}roles: { lead: tom }\npolicy: [${rules}]\n`;

it.each([
  ['an unknown key of a person', people('mail: x'), 'people.tom.mail: unknown key, did you mean "email"?'],
  [
    'a member without a workspace',
    people('slack: U1'),
    'people.tom.slack: expected a workspace and a member such as T012AB3CD/U012AB3CD, got "U1"',
  ],
  [
    'a display name',
    people('slack: ["@tom"]'),
    'people.tom.slack.0: expected a workspace and a member such as T012AB3CD/U012AB3CD, got "@tom"',
  ],
  [
    'a uid alone',
    people('os: 1000'),
    'people.tom.os: expected a host and a uid such as build-1:1001, or a login, or a list of them, got the number 1000',
  ],
  [
    'one id of two people',
    people('slack: [T2/U2, T1/U1]'),
    'people.tom.slack: expected an id of one person, got "T1/U1", which is mary\'s',
  ],
  [
    'one login of two people',
    'people: { a: { github: Ana }, b: { github: ana } }',
    'people.b.github: expected an id of one person, got "ana", which is a\'s',
  ],
  [
    'a name that means others',
    'people: { everyone: }',
    'people.everyone: expected another name, got "everyone", which stands for others',
  ],
  [
    "a role of a person's name",
    'people: { a: }\nroles: { a: [] }',
    'roles.a: expected another name, got that of a person: a rule could mean either',
  ],
  [
    'an unknown person in a role',
    `${people('')}roles: { lead: [tim] }`,
    'roles.lead: expected one of mary, tom, got "tim", did you mean "tom"?',
  ],
  [
    'an unknown person of a role that has groups',
    `${people('')}roles: { lead: { people: [tim], slack: S1AB } }`,
    'roles.lead.people: expected one of mary, tom, got "tim", did you mean "tom"?',
  ],
  [
    'a user group by its name',
    'roles: { lead: { slack: "@leads" } }',
    'roles.lead.slack: expected the id of a user group such as S012AB3CD, which its name may outlive, got "@leads"',
  ],
  ['no user group', 'roles: { lead: { slack: [] } }', 'roles.lead.slack: expected the id of a user group'],
  [
    'an unknown key of a role',
    'roles: { lead: { slak: S1AB } }',
    'roles.lead.slak: unknown key, did you mean "slack"?',
  ],
  [
    'a group of a directory by its name',
    `${directory()}roles: { lead: { ldap: leads } }`,
    'roles.lead.ldap: expected the distinguished name of a group such as cn=admins,ou=groups,dc=example,dc=com, got "leads"',
  ],
  [
    'a group of a directory that is not there',
    'roles: { lead: { ldap: "cn=leads,dc=x" } }',
    'roles.lead.ldap: expected "ldap" to say where the directory is, got nothing',
  ],
  [
    'a group outside of where groups are looked for',
    `${directory()}roles: { lead: { ldap: ["CN=a, OU=G,DC=x", "cn=b,ou=h,dc=x"] } }`,
    'roles.lead.ldap: expected a group below ou=g,dc=x, which ldap.groups.base is, got "cn=b,ou=h,dc=x"',
  ],
  [
    'a directory that hears the password of everybody',
    directory('url: "ldap://ldap.example.com"'),
    'ldap.url: expected ldaps, or startTls: true beside it, got "ldap://ldap.example.com" without',
  ],
  [
    'a directory encrypted twice',
    directory('url: "ldaps://ldap.example.com", startTls: true'),
    'ldap.startTls: expected false, since ldaps is encrypted from the beginning, got true',
  ],
  ['a directory on the web', directory('url: "https://x"'), 'ldap.url: expected an address such as ldaps://'],
  [
    'a directory that lets in whoever has no password',
    directory('password: ""'),
    'ldap.password must be a reference, got a literal value; write ${env:LDAP_PASSWORD}',
  ],
  ['a directory that lets in everybody', directory('bind: ""'), 'ldap.bind: expected a distinguished name'],
  [
    'a filter without parentheses',
    directory('groups: { base: "ou=g", filter: "cn=a" }'),
    'ldap.groups.filter: expected a filter in parentheses',
  ],
  [
    'a name of a person that is none',
    directory('people: { base: "ou=p", name: os }'),
    'ldap.people.name: expected ldap, email, github, jira, jenkins or pagerduty, got "os"',
  ],
  [
    'one name of two people in the directory',
    'people: { a: { ldap: Ana }, b: { ldap: ana } }',
    'people.b.ldap: expected an id of one person, got "ana", which is a\'s',
  ],
  ['no rules', 'policy:', 'policy: expected a list of rules, got nothing'],
  [
    'an unknown key of a rule',
    policy('{ allow: lead, enviroments: dev }'),
    'policy.0.enviroments: unknown key, did you mean "environments"?',
  ],
  ['neither allow nor deny', policy('{ effect: read }'), 'policy.0: expected allow, deny or ask, got none of them'],
  [
    'both allow and deny',
    policy('{ allow: lead, deny: tom }'),
    'policy.0: expected allow, deny or ask, got allow and deny',
  ],
  [
    'a rule that asks for nothing',
    policy('{ ask: lead, code: false }'),
    'policy.0: expected approvals or code: true beside ask, got neither',
  ],
  [
    'approvals of a rule that allows',
    policy('{ allow: lead, approvals: { from: lead } }'),
    'policy.0.approvals: expected it beside ask, got it beside allow',
  ],
  [
    'a code of a rule that denies',
    policy('{ deny: lead, code: true }'),
    'policy.0.code: expected it beside ask, got it beside deny',
  ],
  ['nobody to approve', policy('{ ask: lead, approvals: {} }'), 'policy.0.approvals.from: expected a role, a person'],
  [
    'an unknown approver',
    policy('{ ask: lead, approvals: { from: leed } }'),
    'policy.0.approvals.from: expected one of mary, tom, lead, everyone, got "leed", did you mean "lead"?',
  ],
  [
    'a stranger as an approver',
    policy('{ ask: lead, approvals: { from: strangers } }'),
    'policy.0.approvals.from: expected one of mary, tom, lead, everyone, got "strangers"',
  ],
  [
    'no approval at all',
    policy('{ ask: lead, approvals: { from: lead, count: 0 } }'),
    'policy.0.approvals.count: expected a whole number above 0',
  ],
  [
    'an unknown role',
    policy('{ allow: leed }'),
    'policy.0.allow: expected one of mary, tom, lead, everyone, strangers, got "leed", did you mean "lead"?',
  ],
  [
    'nobody',
    policy('{ deny: [] }'),
    'policy.0.deny: expected a role, a person, everyone or strangers, or a list of them, got an empty list',
  ],
  [
    'a star within a name',
    policy('{ allow: lead, commands: "de*oy" }'),
    'policy.0.commands: expected a name such as deploy, or the beginning of names such as jira-*, got "de*oy"',
  ],
  [
    'an unknown environment',
    policy('{ allow: lead, environments: [prd] }'),
    'policy.0.environments: expected one of dev, prod, got "prd", did you mean "prod"?',
  ],
  [
    'a room by name',
    policy('{ allow: lead, rooms: "#ops" }'),
    'policy.0.rooms: expected the id of a channel such as C012AB3CD, got "#ops"',
  ],
  [
    'a zone of nowhere',
    policy('{ allow: lead, when: { zone: Zurich } }'),
    'policy.0.when.zone: expected a time zone such as Europe/Zurich, got "Zurich"',
  ],
  [
    'no zone',
    policy('{ allow: lead, when: { from: "08:00" } }'),
    'policy.0.when.zone: expected a time zone such as Europe/Zurich, got nothing',
  ],
  [
    'an hour that is none',
    policy('{ allow: lead, when: { from: "25:00", zone: UTC } }'),
    'policy.0.when.from: expected a time such as 08:30, in quotes, got "25:00"',
  ],
  [
    'two rules of one name',
    policy('{ allow: lead, name: a }', '{ deny: lead, name: a }'),
    'policy.1.name: expected a name of its own, got that of policy.0',
  ],
  [
    'a reference to nothing',
    people('slack: "${env:NOT_THERE}"'),
    'people.tom.slack needs ${env:NOT_THERE}, which is not set',
  ],
])('%s is wrong', async (_, content, problem) => {
  await expect(load(content)).rejects.toMatchObject({ outcome: 'config', message: expect.stringContaining(problem) });
});

it('a login is whoever has it in the user database of this machine', async () => {
  const { username, uid } = userInfo();
  const { config } = await load(`people: { me: { os: [${username}, nobody-has-this-one, other:7] } }`);
  expect(config.people.me?.os).toEqual([`${identify().host}:${uid}`, 'nobody-has-this-one', 'other:7']);
});

it('a login and its uid are one id', async () => {
  const { username, uid } = userInfo();
  const other = `${identify().host}:${uid}`;
  await expect(load(`people: { me: { os: ${username} }, you: { os: "${other}" } }`)).rejects.toThrow(
    `people.you.os: expected an id of one person, got "${other}", which is me's`,
  );
});

it('takes roles as people alone, and as people with groups', async () => {
  const content = `${directory()}${people('')}roles: { a: mary, b: , c: { slack: S1AB }, d: { people: tom, ldap: "cn=d,ou=g,dc=x" } }`;
  const { config } = await load(content);
  expect(config.roles).toEqual({
    a: ['mary'],
    b: [],
    c: { people: [], slack: ['S1AB'] },
    d: { people: ['tom'], ldap: ['cn=d,ou=g,dc=x'] },
  });
  expect(config.ldap).toMatchObject({ startTls: false, timeout: 5000, age: 60_000, people: { attribute: 'uid' } });
  // It is missed by who needs it, and by nobody else.
  expect(() => config.ldap?.password).toThrow('needs ${env:NOT_THERE}, which is not set');
});
