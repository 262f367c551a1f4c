import { defineCommand, OpsError, text } from '../src/index.ts';

export default defineCommand({
  name: 'otp-remove',
  summary: "Remove somebody's one-time codes",
  description:
    'Your own with a code of yours; those of others as an administrator, as when a phone is lost. With --listener, as an administrator, the key that secrets are sealed to for rooms: the next ops listen makes another, and people type ops otp enroll again.',
  args: { person: { summary: 'Whose; yours when not given' } },
  options: { listener: { summary: 'The key of the listener instead', type: 'boolean' } },
  examples: [
    { line: 'ops otp remove', says: 'yours: it asks for a code' },
    { line: 'ops otp remove ann', says: 'as an administrator' },
    { line: 'ops otp remove --listener', says: 'rooms take no codes until they are sealed anew' },
  ],
  effect: 'change',
  plan: async ({ person, listener }, { codes }) => {
    if (listener !== true) return codes.owner(person, 'remove');
    if (person === undefined) return { key: await codes.listener() };
    throw new OpsError('usage', 'a person or --listener, not both', { hint: 'ops otp remove --listener' });
  },
  preview: (plan) => [
    'key' in plan
      ? text(`Remove the listener's key ${plan.key}: rooms take no codes sealed to it`)
      : text(`Remove the one-time codes of ${plan.person}`),
  ],
  run: async (plan, { codes }) => {
    if (!('key' in plan)) return { person: plan.person, left: await codes.remove(plan) };
    await codes.removeListener();
    return { key: plan.key };
  },
  show: (done) => {
    if ('key' in done) return [text('Start ops listen anew: then people type ops otp enroll again, in a terminal')];
    return [
      text(`${done.person} gives no one-time codes any more: lines that ask for one do not run`),
      ...done.left.map((file) => text(`Of no use any more, and another user's to remove: ${file}`)),
    ];
  },
});
