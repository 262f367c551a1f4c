import { defineCommand, fields } from '../src/index.ts';

export default defineCommand({
  name: 'whoami',
  summary: 'Show who you are to ops, with the ids for an administrator',
  examples: [{ line: 'ops whoami', says: 'your name and id' }],
  effect: 'read',
  keep: false,
  run: (_input, { actor, origin }) => ({ name: actor.name, id: actor.id, from: origin.type }),
  show: ({ name, id, from }) => [fields({ name, id, from })],
});
