import { defineCommand, text } from '../src/index.ts';

export default defineCommand({
  name: 'otp-unlock',
  summary: "End the lock-out of somebody's one-time codes",
  description:
    'After five wrong codes none is taken for a quarter of an hour, and twice as long each further time. An administrator ends that, of others and not their own.',
  args: { person: { summary: 'Whose', required: true } },
  examples: [{ line: 'ops otp unlock ann', says: 'they can give codes again' }],
  effect: 'change',
  plan: ({ person }, { codes }) => codes.owner(person, 'unlock'),
  preview: ({ person }) => [text(`Take codes of ${person} again`)],
  run: async ({ person }, { codes }) => {
    await codes.unlock(person);
    return { person };
  },
  show: ({ person }) => [text(`Codes of ${person} are taken again`)],
});
