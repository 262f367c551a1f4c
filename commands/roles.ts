import { defineCommand, table, text } from '../src/index.ts';

export default defineCommand({
  name: 'roles',
  summary: 'List roles and who has them',
  examples: [{ line: 'ops roles', says: 'each role with its people, and who has none' }],
  effect: 'read',
  run: (_input, { config: { people, roles } }) => {
    const held = new Set(Object.values(roles).flat());
    return { roles, without: Object.keys(people).filter((name) => !held.has(name)) };
  },
  show: ({ roles, without }) => {
    const rows = Object.entries(roles).map(([role, people]) => [role, people.join(', ') || 'nobody']);
    if (without.length > 0) rows.push(['(none)', without.join(', ')]);
    return rows.length === 0 ? [text('No people are configured')] : [table(['Role', 'People'], rows)];
  },
});
