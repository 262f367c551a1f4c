import { type Block, type CodeStatus, defineCommand, formatTime, OpsError, table, text } from '../src/index.ts';

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
    const { people: all, listener } = await codes.status();
    const people = person === undefined ? all : all.filter((one) => one.person === person);
    if (person !== undefined && people.length === 0) {
      throw new OpsError('failed', `${person} cannot give one-time codes`, {
        hint: 'ops otp enroll, typed by them in a terminal',
      });
    }
    return { people, listener };
  },
  show: ({ people, listener }) => {
    if (people.length === 0) return [text('Nobody can give one-time codes yet')];
    const columns = ['person', 'taken in', 'since', 'last used', 'locked out until'];
    const rows = people.map((one) => [
      one.person,
      doorsOf(one.doors),
      ...[one.since, one.used, one.locked].map((at) => (at === undefined ? '' : formatTime(at))),
    ]);
    return [table(columns, rows), ...unready(people, listener)];
  },
});

function doorsOf({ terminal, rooms }: CodeStatus['doors']): string {
  if (rooms) return terminal ? 'terminals and rooms' : 'rooms';
  return terminal ? 'terminals' : 'nowhere';
}

function unready(people: readonly CodeStatus[], listener: string | undefined): Block[] {
  const without = people.filter(({ doors }) => !doors.rooms).map(({ person }) => person);
  if (listener === undefined) return [text('Rooms take none yet: no ops listen has run')];
  const again = 'each types ops otp enroll again, in a terminal';
  return [
    ...(without.length === 0 ? [] : [text(`Rooms take none of ${without.join(', ')}: ${again}`)]),
    text(`The listener's key is ${listener}`),
  ];
}
