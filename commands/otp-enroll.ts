import { defineCommand, styled, text } from '../src/index.ts';

export default defineCommand({
  name: 'otp-enroll',
  summary: 'Set up one-time codes with your authenticator app',
  description:
    'Shows a QR code, once, and keeps the secret after a first code of it was right. Who you are is said by the user of this machine. The secret stands in a file beside the journal that this user alone can read: whoever can act as that user can make your codes.',
  examples: [{ line: 'ops otp enroll', says: 'shows a QR code, and asks for a first code' }],
  effect: 'change',
  surfaces: ['terminal'],
  keep: false,
  plan: async (_input, { codes }) => ({ person: await codes.newcomer() }),
  preview: ({ person }) => [text(`One-time codes of ${person}, for the lines that rules ask them for`)],
  run: async ({ person }, { codes }) => {
    await codes.enroll(person);
    return { person };
  },
  show: ({ person }) => [
    text(`${person} gives one-time codes from now on. That first one was used: the next line takes the next code`),
    text('A lost phone: an administrator types ', styled(`ops otp remove ${person}`, { code: true })),
  ],
});
