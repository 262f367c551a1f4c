import { defineCommand, text } from '../src/index.ts';

export default defineCommand({
  name: 'otp-remove',
  summary: "Remove somebody's one-time codes",
  description: 'Your own with a code of yours; those of others as an administrator, as when a phone is lost.',
  args: { person: { summary: 'Whose; yours when not given' } },
  examples: [
    { line: 'ops otp remove', says: 'yours: it asks for a code' },
    { line: 'ops otp remove ann', says: 'as an administrator' },
  ],
  effect: 'change',
  plan: ({ person }, { codes }) => codes.owner(person, 'remove'),
  preview: ({ person }) => [text(`Remove the one-time codes of ${person}`)],
  run: async ({ person, isOwn }, { codes }) => {
    await codes.remove({ person, isOwn });
    return { person };
  },
  show: ({ person }) => [text(`${person} gives no one-time codes any more: lines that ask for one do not run`)],
});
