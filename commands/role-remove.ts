import { defineCommand, styled, text } from '../src/index.ts';
import { recordChange, roleNames } from './roles/change.ts';

export default defineCommand({
  name: 'role-remove',
  summary: 'Take a role that somebody was given by command',
  description:
    'What the configuration or a group of another system says is changed there. The last one who may give roles keeps that.',
  args: {
    role: { summary: 'A name under roles', required: true, choices: roleNames },
    person: { summary: 'A name under people, or an id', required: true },
  },
  examples: [{ line: 'ops role remove lead mary', says: 'mary is a lead no more' }],
  effect: 'change',
  lock: 'roles',
  plan: ({ role, person }, { project }) => project.policy.planRole('remove', role, person),
  preview: ({ role, person, already }) => [text(already ?? `Take the role ${role} from ${person}`)],
  run: recordChange,
  show: ({ role, person, already }) =>
    already === undefined
      ? [text(`${person} has the role `, styled(role, { bold: true }), ' no more')]
      : [text(already)],
});
