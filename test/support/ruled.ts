import { configuration, openPolicy } from './project.ts';

/** A project with people and rules; `ana`, who types in this process's terminals, may read and ask. */
export const ruled = `${configuration.replace(openPolicy, '')}people:
  mary: { slack: T1/U1, os: 'here:1001' }
  tom: { slack: T1/U2 }
  raj: { slack: T1/U3 }
  ana: { os: 'here:1' }
roles:
  developer: [mary]
  lead: [tom]
  admin: [tom]
policy:
  - { name: everyone-reads, allow: everyone, effect: read }
  - { name: developers-deploy, allow: developer, commands: [deploy, rollback], environments: [dev, uat] }
  - { name: leads-deploy-all, allow: lead, commands: [deploy, rollback] }
  - { name: not-at-weekends, deny: lead, environments: dev, when: { days: [sat, sun], zone: UTC } }
  - { name: raj-in-his-room, allow: raj, rooms: C9 }
  - { name: prod-takes-two, ask: lead, commands: [rollback], environments: prod, approvals: { from: [lead, raj] } }
  - { name: strangers-ask, allow: strangers, commands: [help, whoami] }
`;
