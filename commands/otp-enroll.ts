import { defineCommand, styled, text } from '../src/index.ts';

export default defineCommand({
  name: 'otp-enroll',
  summary: 'Set up one-time codes with your authenticator app',
  description:
    'Shows a QR code, once, and keeps the secret after a first code of it was right. Who you are is said by the user of this machine. The secret stands beside the journal in a file that this user alone can read, and in one that is sealed to the key of ops listen: those two users can make your codes, and no other. Once you can give codes in a terminal alone, it asks for one and seals what you have.',
  examples: [{ line: 'ops otp enroll', says: 'shows a QR code, and asks for a first code' }],
  effect: 'change',
  surfaces: ['terminal'],
  keep: false,
  plan: (_input, { codes }) => codes.newcomer(),
  preview: ({ person, isKnown }) => [
    isKnown
      ? text(`Take one-time codes of ${person} in rooms too: the app stays as it is`)
      : text(`One-time codes of ${person}, for the lines that rules ask them for`),
  ],
  run: async ({ person, isKnown }, { codes }) => {
    const doors = isKnown ? await codes.sealAgain(person) : await codes.enroll(person);
    return { person, isKnown, doors };
  },
  show: ({ person, isKnown, doors }) => {
    if (isKnown) return [text(`${person} gives one-time codes in rooms too from now on`)];
    return [
      text(`${person} gives one-time codes from now on. That first one was used: the next line takes the next code`),
      ...(doors.rooms ? [] : [text('Rooms take none yet: once ops listen has run, type ops otp enroll again')]),
      text('A lost phone: an administrator types ', styled(`ops otp remove ${person}`, { code: true })),
    ];
  },
});
