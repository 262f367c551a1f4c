import { defineCommand, fields, styled, text } from '../src/index.ts';

export default defineCommand({
  name: 'whoami',
  summary: 'Show who you are to ops, with the ids for an administrator',
  examples: [{ line: 'ops whoami', says: 'your name and id, and your roles' }],
  effect: 'read',
  keep: false,
  run: (_input, { actor, origin, config, project }) => {
    const { person, key } = project.policy;
    const { name, id } = actor;
    const hasPeople = config.policy !== undefined || Object.keys(config.people).length > 0;
    if (!hasPeople) return { name, id, from: origin.type };
    if (person !== undefined) return { name, id, from: origin.type, person: person.name, roles: person.roles };
    return { name, id, from: origin.type, person: undefined, key };
  },
  show: ({ name, id, from, person, roles = [], key }) => {
    if (key !== undefined) {
      const words = 'You are a stranger here. An administrator adds you under "people" in .chatopsrc, with ';
      return [fields({ name, id, from }), text(words, styled(key, { code: true }))];
    }
    const known = person === undefined ? {} : { person, roles: roles.join(', ') || 'none' };
    return [fields({ name, id, from, ...known })];
  },
});
