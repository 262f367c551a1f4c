import { expect, it } from 'vitest';
import { labels, message, press, writeScripts } from '../support/buttons.ts';
import { recorded, saidInRoom, whispered } from '../support/listening.ts';
import { configuration } from '../support/project.ts';
import { openRoom, type Room } from '../support/room.ts';

const twoAtOnce = `${configuration}limits:
  person: { atOnce: 2 }
  room: { atOnce: 2 }
`;

async function type(room: Room, line: string, label: string, count: number): Promise<string[]> {
  for (let number = 0; number < count; number++) {
    await room.slack.say({ as: 'mary', channel: room.channel, text: line });
  }
  const found = (): string[] => saidInRoom(room).flatMap((shown) => (labels(shown).includes(label) ? [shown.ts] : []));
  return room.slack.waitFor(() => (found().length === count ? found() : undefined));
}

it('whoever has all the turns of theirs can stop one, by a button and by a line', async () => {
  const room = await openRoom(twoAtOnce);
  writeScripts(room.project);
  const [first = ''] = await type(room, 'ops wait', 'Stop', 2);
  await press(room, first, 'Stop');
  await message(room, (text) => text.includes('it was stopped by mary'));
  const left = (await recorded(room.project)).find(({ finishedAt }) => finishedAt === undefined);
  await type(room, 'ops wait', 'Stop', 2);
  expect((await room.type(`ops stop ${left?.id}`)).exitCode).toBe(0);
  expect((await room.type('ops runs')).words).toContain('ops wait');
});

it('runs that wait for an answer keep nobody waiting, and go on when it is their turn', async () => {
  const room = await openRoom(twoAtOnce);
  writeScripts(room.project);
  const [other = '', asked = ''] = await type(room, 'ops deploy prod', 'Yes', 2);
  expect((await room.type('ops whoami', { as: 'tom' })).exitCode).toBe(0);
  await type(room, 'ops wait', 'Stop', 2);
  await press(room, asked, 'Yes');
  const [told] = await whispered(room);
  expect(told).toEqual({
    to: 'mary',
    text: 'ops deploy prod is next in line: 2 lines of yours run, and no more do at once',
  });
  const deploys = (await recorded(room.project)).filter(({ argv: [command] }) => command === 'deploy');
  expect(deploys.map(({ startedAt }) => startedAt)).toEqual([undefined, undefined]);
  room.project.write('go', '');
  await message(room, (text) => text.includes('released v3 to prod'));
  await press(room, other, 'No');
  await message(room, (text) => text.includes('the answer was no'));
});
