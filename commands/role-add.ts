import { defineCommand, styled, text } from '../src/index.ts';
import { recordChange, roleNames } from './roles/change.ts';

export default defineCommand({
  name: 'role-add',
  summary: 'Give somebody a role',
  description:
    'Kept in the journal, beside what the configuration says. It takes a rule that names this command, or one for the role `admin`: rules about all commands do not give it. Nobody gives a role to themselves but who may give all of them.',
  args: {
    role: { summary: 'A name under roles', required: true, choices: roleNames },
    person: { summary: 'A name under people, or an id', required: true },
  },
  examples: [{ line: 'ops role add lead mary', says: 'mary is a lead from now on' }],
  effect: 'change',
  lock: 'roles',
  plan: ({ role, person }, { project }) => project.policy.planRole('add', role, person),
  preview: ({ role, person, already }) => [
    text(already === undefined ? `Give ${person} the role ${role}` : `${person} has the role ${role} already`),
  ],
  run: recordChange,
  show: ({ role, person, already }) =>
    already === undefined
      ? [text(`${person} has the role `, styled(role, { bold: true }), ' now')]
      : [text(`${person} has the role `, styled(role, { bold: true }), ` already, ${already}`)],
});
