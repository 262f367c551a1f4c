import { defineCommand, type RoleHeld, type RoleList, table, text } from '../../src/index.ts';

export default defineCommand({
  name: 'roles',
  summary: 'List roles, who has them, and by what',
  description:
    'A role comes from the configuration, from a group of Slack or of a directory, or from `ops role-add`. Groups are asked when it is typed.',
  examples: [{ line: 'ops roles', says: 'each role with its people, where they have it from, and who has none' }],
  effect: 'read',
  run: async (_input, { config: { people, roles }, project }) => {
    const { held, doubts } = await project.policy.roles();
    const someone = new Set(held.map(({ person }) => person));
    return {
      roles: Object.keys(roles),
      held,
      doubts,
      without: Object.keys(people).filter((name) => !someone.has(name)),
    };
  },
  show: ({ roles, held, doubts, without }) => {
    const rows = roles.flatMap((role) => rowsOf(role, { held, doubts }));
    if (without.length > 0) rows.push(['(none)', without.join(', '), '']);
    return rows.length === 0 ? [text('No people are configured')] : [table(['Role', 'Person', 'From'], rows)];
  },
});

function rowsOf(role: string, { held, doubts }: RoleList): string[][] {
  const rows = [
    ...held.filter((one) => one.role === role).map((one) => [role, one.person, sourceOf(one)]),
    ...doubts
      .filter((one) => one.role === role)
      .map(({ person = '?', reason }) => [role, person, `not known: ${reason}`]),
  ];
  return rows.length === 0 ? [[role, 'nobody', '']] : rows;
}

/** Where somebody has a role from. */
function sourceOf({ from, group = '', by = '', at = '', run = '' }: RoleHeld): string {
  if (from === 'configuration') return 'configuration';
  if (from === 'command') return `added by ${by}, ${at.slice(0, 10)} (run ${run})`;
  return `${from === 'slack' ? 'Slack' : 'LDAP'} group ${group}`;
}
