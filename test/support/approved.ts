import { hostname, userInfo } from 'node:os';
import type { Sandbox } from '../../src/sandbox/server.ts';
import { configuration, openPolicy } from './project.ts';

/** What `approvedRules` has of roles and rules, to be edited in a test. */
export const twoRule = `  - { name: prod-takes-two, ask: [everyone], commands: [deploy], environments: prod, approvals: { from: lead, within: 30m } }
`;

/** A project in which prod takes the approval of a lead: mary asks, tom and ann may approve, raj may not. */
const approvedBy = (ids: Readonly<Record<string, string>>, more = twoRule): string => {
  const people = Object.entries(ids).map(([name, id]) => `  ${name}: { ${id} }`);
  return `${configuration.replace(openPolicy, '').replace('confirm: true', 'confirm: false')}people:
${people.join('\n')}
roles:
  developer: [mary, raj]
  lead: [tom, ann]
  admin: [tom]
policy:
  - { name: everyone-reads, allow: everyone, effect: read }
  - { name: everyone-deploys, allow: everyone, commands: [deploy, rollback, stop, rerun] }
  - { name: all-may-try, allow: [mary, raj], commands: [approve, deny] }
  - { name: this-machine, allow: strangers, commands: listen, origin: terminal }
${more}`;
};

/** In terminals: each of them is a user of this machine. */
export const inTerminals = approvedBy({
  mary: "os: ['here:1001', 'here:2001']",
  raj: "os: 'here:1002'",
  tom: "os: 'here:1003'",
  ann: "os: 'here:1004'",
});

const uids: Readonly<Record<string, number>> = { mary: 1001, 'mary-elsewhere': 2001, raj: 1002, tom: 1003, ann: 1004 };

/** Who types in a terminal. */
export const as = (name: string) => ({ actor: { id: `os:here:${uids[name] ?? 9999}`, name } });

/** In a room: mary has a second account, maria; eve is nobody that ops knows. */
export const inRoom = (slack: Sandbox): string => {
  const id = (name: string): string => `${slack.team.id}/${slack.people.find((one) => one.name === name)?.id}`;
  const { uid } = userInfo();
  return approvedBy({
    mary: `slack: [${id('mary')}, ${id('maria')}]`,
    raj: `slack: ${id('raj')}`,
    tom: `slack: ${id('tom')}, os: '${hostname()}:${uid}'`,
    ann: `slack: ${id('ann')}`,
  });
};

export const inRoomOptions = {
  people: ['mary', 'maria', 'raj', 'tom', 'ann', 'eve'].map((name) => ({ name })),
};

/** In terminals, with mary as the user of this machine whose processes they are. */
export const onThisMachine = (): string =>
  inTerminals.replace("'here:2001'", `'here:2001', '${hostname()}:${userInfo().uid}'`);
