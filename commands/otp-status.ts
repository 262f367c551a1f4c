import { defineCommand, formatTime, OpsError, table, text } from '../src/index.ts';

export default defineCommand({
  name: 'otp-status',
  summary: 'Show who can give one-time codes, and who is locked out',
  args: { person: { summary: 'Only this one' } },
  examples: [
    { line: 'ops otp status', says: 'all of them' },
    { line: 'ops otp status ann', says: 'whether ann can give codes' },
  ],
  effect: 'read',
  keep: false,
  run: async ({ person }, { codes }) => {
    const all = await codes.status();
    const people = person === undefined ? all : all.filter((one) => one.person === person);
    if (person !== undefined && people.length === 0) {
      throw new OpsError('failed', `${person} cannot give one-time codes`, {
        hint: 'ops otp enroll, typed by them in a terminal',
      });
    }
    return { people };
  },
  show: ({ people }) => {
    if (people.length === 0) return [text('Nobody can give one-time codes yet')];
    const timeOf = (at: Date | undefined): string => (at === undefined ? '' : formatTime(at));
    const columns = ['person', 'since', 'last used', 'locked out until'];
    return [
      table(
        columns,
        people.map(({ person, since, used, locked }) => [person, formatTime(since), timeOf(used), timeOf(locked)]),
      ),
    ];
  },
});
