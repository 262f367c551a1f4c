import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/sandbox/server.ts';
import { labels, press } from '../support/buttons.ts';
import { bashScript, recordedLines, saidInRoom, settled } from '../support/listening.ts';
import { configuration } from '../support/project.ts';
import { openRoom, type Room } from '../support/room.ts';

const manifest = `# args:
#   who: { summary: Whom to greet, required: true, choices: [Ana, Bo] }
# options:
#   on: { summary: Which day, type: date }
#   times: { summary: How often, type: integer, default: 1 }
#   token: { summary: A secret, secret: true }
`;

async function openGreeting(): Promise<Room> {
  const room = await openRoom();
  room.project.write('scripts/greet', bashScript('greet', 'echo "hello $*"', manifest), 0o755);
  return room;
}

/** What mary alone is shown of a line, with a button to fill in what it lacks. */
async function offered(room: Room, text: string, as = 'mary'): Promise<Message> {
  await room.slack.say({ as, channel: room.channel, text });
  return room.slack.waitFor(() => room.slack.messages(room.channel).find((shown) => labels(shown).includes('Fill in')));
}

const openView = (room: Room, as = 'mary') => room.slack.waitFor(() => room.slack.views(as).at(-1));
const ended = (room: Room, where = room.channel): Promise<Message> =>
  room.slack.waitFor(() => saidInRoom(room, where).find((shown) => JSON.stringify(shown.blocks).includes('exit 0')));

describe('a form', () => {
  it.each(['ops greet', 'ops greet --form'])(
    'is offered to whoever typed %s, and its line runs as it is shown',
    async (line) => {
      const room = await openGreeting();
      const whisper = await offered(room, line);
      expect(whisper.ephemeralTo).toBe(room.slack.people.find(({ name }) => name === 'mary')?.id);
      await press(room, whisper.ts, 'Fill in');
      const view = await openView(room);
      expect(view.title).toMatchObject({ text: 'ops greet' });
      const filled = { who: { value: 'Bo' }, on: { value: '2026-01-31' } };
      expect((await room.slack.submit({ as: 'mary', values: filled })).errors).toBeUndefined();
      expect(room.slack.views('mary')).toEqual([]);
      const done = await ended(room);
      expect(JSON.stringify(done.blocks)).toContain('ops greet Bo --on 2026-01-31');
      expect(JSON.stringify(done.blocks)).toContain('hello Bo --on 2026-01-31');
      await settled(room);
      expect(await recordedLines(room.project)).toContain('greet Bo --on 2026-01-31');
    },
  );

  it.each([
    ['ops greet An --on 2026-01-31', { who: { value: 'Bo' } }, 'greet Bo --on 2026-01-31'],
    ['ops greet Bo --on yesterday', { on: { value: '2026-01-30' } }, 'greet Bo --on 2026-01-30'],
    ['ops greet Bo --times twice', { times: { value: '2' } }, 'greet Bo --times 2'],
  ])('is offered to whoever typed a wrong word: %s', async (line, values, right) => {
    const room = await openGreeting();
    const whisper = await offered(room, line);
    await press(room, whisper.ts, 'Fill in');
    await openView(room);
    expect((await room.slack.submit({ as: 'mary', values })).errors).toBeUndefined();
    expect(JSON.stringify((await ended(room)).blocks)).toContain(`hello ${right.slice('greet '.length)}`);
    await settled(room);
    expect(await recordedLines(room.project)).toContain(right);
  });

  it('is answered in the thread of the line that lacked words, in a room that answers so', async () => {
    const room = await openRoom(
      ({ channels: [channel] }) => `${configuration}rooms: { ${channel?.id}: { reply: thread } }\n`,
    );
    room.project.write('scripts/greet', bashScript('greet', 'echo "hello $*"', manifest), 0o755);
    const whisper = await offered(room, 'ops greet');
    const { ts } = room.slack.messages(room.channel).find(({ text }) => text === 'ops greet') ?? {};
    await press(room, whisper.ts, 'Fill in');
    await openView(room);
    await room.slack.submit({ as: 'mary', values: { who: { value: 'Bo' } } });
    expect((await ended(room)).thread_ts).toBe(ts);
  });

  it('holds what was typed, and says what is wrong under its field', async () => {
    const room = await openGreeting();
    const whisper = await offered(room, 'ops greet --times 3');
    await press(room, whisper.ts, 'Fill in');
    await openView(room);
    const wrong = { who: { value: 'Ana' }, times: { value: 'many' } };
    const { errors } = await room.slack.submit({ as: 'mary', values: wrong });
    expect(errors).toEqual({ times: '--times takes a whole number, not "many"' });
    expect(room.slack.views('mary')).toHaveLength(1);
    await room.slack.submit({ as: 'mary', values: { who: { value: 'Ana' }, times: { value: '3' } } });
    expect(JSON.stringify((await ended(room)).blocks)).toContain('ops greet Ana --times 3');
    await settled(room);
    expect((await recordedLines(room.project)).filter((line) => line.startsWith('greet Ana'))).toHaveLength(1);
  });

  it('asks for no secret', async () => {
    const room = await openGreeting();
    const whisper = await offered(room, 'ops greet');
    await press(room, whisper.ts, 'Fill in');
    const words = JSON.stringify(await openView(room));
    expect(words).not.toContain('"block_id":"token"');
    expect(words).toContain('--token cannot be filled in here');
  });
});

describe('the Home tab', () => {
  it('shows what is where, what runs, and a button for all that one may run', async () => {
    const room = await openGreeting();
    await room.type('ops deploy uat');
    room.slack.openHome('mary');
    const words = await room.slack.waitFor(() => {
      const view = JSON.stringify(room.slack.home('mary') ?? '');
      return view.includes('What you may run') ? view : undefined;
    });
    expect(words).toContain('What is where');
    expect(words).toContain('ops history --person mary --limit 5');
    expect(words).toContain('uat');
    expect(words).toContain('ops deploy uat');
    expect(words).toContain('greet · Do something');
    expect(words).not.toContain('listen ·');
    expect(words).not.toContain('doctor ·');
    await settled(room);
    expect(await recordedLines(room.project)).toEqual(['deploy uat', 'whoami']);
  });

  it('opens the form of a command, and answers in direct messages', async () => {
    const room = await openGreeting();
    room.slack.openHome('mary');
    const home = await room.slack.waitFor(() => room.slack.home('mary'));
    const blocks = home.blocks as readonly { block_id: string; accessory?: { value?: string } }[];
    const greet = blocks.find(({ accessory }) => accessory?.value === 'greet');
    await room.slack.press({ as: 'mary', actionId: 'home:run', blockId: greet?.block_id ?? '' });
    await openView(room);
    await room.slack.submit({ as: 'mary', values: { who: { value: 'Ana' } } });
    expect(JSON.stringify((await ended(room, '@mary')).blocks)).toContain('hello Ana');
    expect(saidInRoom(room)).toEqual([]);
  });
});
