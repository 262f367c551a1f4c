import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/sandbox/server.ts';
import { messageText } from '../../src/sandbox/text/text.ts';
import { labels, press } from '../support/buttons.ts';
import {
  bashScript,
  callSlack,
  killListener,
  recorded,
  recordedLines,
  saidInRoom,
  settled,
  startListener,
  whispered,
  whispers,
  wordsScript,
} from '../support/listening.ts';
import { configuration } from '../support/project.ts';
import { openRoom, type Room } from '../support/room.ts';
import { until } from '../support/waiting.ts';

/** Goes on until the test says so. */
const waiting = (end = 'echo ended'): string =>
  bashScript('waits', `echo began; for turn in {1..4000}; do [ -e go ] && break; sleep 0.05; done; ${end}`);

async function open(settings = '', end?: string, channels: string[] = ['general', 'ops', 'deploys']): Promise<Room> {
  const options = { channels: channels.map((name) => ({ name, id: `C0${name.toUpperCase()}` })) };
  const room = await openRoom(`${configuration}${settings}`, options);
  room.project.write('scripts/waits', waiting(end), 0o755);
  room.project.write('scripts/words', wordsScript, 0o755);
  room.project.write('scripts/fails', bashScript('fails', 'exit 3'), 0o755);
  return room;
}

const say = (room: Room, text: string, where: { as?: string; channel?: string; thread?: string } = {}) =>
  room.slack.say({ as: 'mary', channel: room.channel, text, ...where });

/** The same, once it is taken: what is typed at once may come by two connections, the second line before the first. */
async function taken(room: Room, text: string): ReturnType<typeof say> {
  const said = await say(room, text);
  await until(() => room.slack.isDelivered(said.ts), `that ${text} is taken`);
  return said;
}

const began = (room: Room): Promise<Message> =>
  room.slack.waitFor(() => saidInRoom(room).find((message) => messageText(message).includes('began')));

function marksOn({ slack, channel }: Room, ts: string): string[] {
  const message = slack.messages(channel).find((one) => one.ts === ts);
  return (message?.reactions ?? []).map(({ name }) => name);
}

const marked = (room: Room, ts: string, mark: string): Promise<true> =>
  room.slack.waitFor(() => marksOn(room, ts).join() === mark || undefined);

const callsOf = ({ slack }: Room, method: string): number =>
  slack.calls.filter((call) => call.method === method).length;

describe('the state of a run', () => {
  it.each([
    ['succeeds', 'echo ended', 'white_check_mark'],
    ['fails', 'exit 3', 'x'],
  ])('that %s is a reaction on the line', async (_, end, mark) => {
    const room = await open('', end);
    const { ts } = await say(room, 'ops waits');
    await marked(room, ts, 'eyes');
    room.project.write('go', '');
    await marked(room, ts, mark);
    expect(callsOf(room, 'reactions.add')).toBe(2);
  });

  it('that ends at once is in its one message alone', async () => {
    const room = await open();
    await room.type('ops words warm');
    const callsFor = async (line: string): Promise<string[]> => {
      const before = room.slack.calls.length;
      await room.type(line);
      await settled(room);
      const methods = room.slack.calls.slice(before).map(({ method }) => method);
      // One post is of the line that says that all is settled.
      return methods.filter((method) => /^(?:chat|reactions)\./.test(method)).slice(1);
    };
    // On a busy machine no line may end at once; each that does costs one call.
    const costs: string[] = [];
    while (costs.at(-1) !== 'chat.postMessage' && costs.length < 60) costs.push(`${await callsFor('ops words on')}`);
    expect(costs.at(-1)).toBe('chat.postMessage');
  });

  it('is right after a restart, where it went on meanwhile', async () => {
    const room = await open();
    const { ts } = await say(room, 'ops waits');
    await marked(room, ts, 'eyes');
    await killListener(room.listener);
    room.project.write('go', '');
    await startListener(room);
    await marked(room, ts, 'white_check_mark');
    expect((await recorded(room.project))[0]?.state).toBe('succeeded');
  });

  it('is right after a restart, where nothing was left of it', async () => {
    const room = await open();
    const { ts } = await say(room, 'ops waits');
    await marked(room, ts, 'eyes');
    // It is said to run a little later than it does.
    const row = async () => (await recorded(room.project))[0];
    await expect.poll(row).toMatchObject({ state: 'running' });
    await killListener(room.listener);
    process.kill((await row())?.process.pid ?? 0, 'SIGKILL');
    await startListener(room);
    await marked(room, ts, 'x');
    expect((await row())?.state).toBe('interrupted');
  });

  it('is missed by nobody where the app may not react: it is told once', async () => {
    const room = await open();
    room.slack.setApp({ scopes: ['chat:write', 'channels:history', 'im:history', 'users:read', 'files:write'] });
    for (const turn of [1, 2]) {
      const { ts } = await say(room, 'ops waits');
      await room.slack.waitFor(() => saidInRoom(room).filter((one) => one.ts > ts).length > 0 || undefined);
      await until(() => turn > 1 || callsOf(room, 'reactions.add') > 0, 'a reaction is tried');
      room.project.write('go', '');
      expect((await room.answerTo(ts)).exitCode).toBe(0);
    }
    expect(callsOf(room, 'reactions.add')).toBe(1);
    expect(room.listener.said.stderr.match(/no reaction shows how runs go/g)).toHaveLength(1);
  });
});

describe('a run goes on and is recorded', () => {
  it('though the line that asked for it is deleted', async () => {
    const room = await open();
    const { ts } = await say(room, 'ops waits');
    await began(room);
    await marked(room, ts, 'eyes');
    await callSlack(room.slack, room.slack.people[0]?.token ?? '', 'chat.delete', { channel: room.channel, ts });
    room.project.write('go', '');
    const { exitCode, words } = await room.answerTo(ts);
    expect({ exitCode, words }).toEqual({ exitCode: 0, words: 'began\nended\n' });
    await until(() => room.listener.said.stderr.includes('was deleted: the run goes on'), 'the warning');
  });

  it.each([
    ['the app is taken out of the room', (room: Room) => room.slack.kick(room.channel), 'not_in_channel'],
    [
      'the room is archived',
      (room: Room) => {
        room.slack.faults.always('chat.update', { error: 'is_archived' });
        room.slack.faults.always('chat.postMessage', { error: 'is_archived' });
        room.slack.faults.always('reactions.add', { error: 'is_archived' });
      },
      'is_archived',
    ],
  ])('though %s, and that is told once', async (_, act, refusal) => {
    const room = await open();
    const { ts } = await say(room, 'ops waits');
    await began(room);
    await marked(room, ts, 'eyes');
    act(room);
    room.project.write('go', '');
    await expect.poll(async () => (await recorded(room.project))[0]?.state).toBe('succeeded');
    const warnings = (): string[] => room.listener.said.stderr.split('\n').filter((line) => line.startsWith('!'));
    if (refusal === 'is_archived') await until(() => warnings().length > 0, 'the warning');
    room.slack.faults.clear();
    expect((await room.type('whoami', { channel: '@mary' })).exitCode).toBe(0);
    expect(warnings().length).toBeLessThanOrEqual(1);
  });

  it('though its sender may be told nothing any more', async () => {
    const room = await open();
    room.slack.faults.next('chat.postEphemeral', { error: 'user_not_in_channel', times: 2 });
    await say(room, 'ops deploy utopia');
    await until(() => room.listener.said.stderr.includes('user_not_in_channel'), 'the warning');
    expect((await room.type('ops words on')).words).toBe('[on]\n');
    expect((await recorded(room.project))[0]).toMatchObject({ state: 'failed', exitCode: 64 });
  });
});

describe('a room that is set to', () => {
  it('reply: thread is answered under the line, also after a restart', async () => {
    const room = await open('rooms: { "#general": { reply: thread } }\n');
    const { message } = await room.type('ops words on');
    const [asked] = room.slack.messages(room.channel);
    expect(message.thread_ts).toBe(asked?.ts);
    const { ts } = await say(room, 'ops waits');
    expect((await began(room)).thread_ts).toBe(ts);
    await say(room, 'ops deploy utopia');
    expect((await whispered(room))[0]?.thread).toBeUndefined();
    await killListener(room.listener);
    room.project.write('go', '');
    await startListener(room);
    await room.slack.waitFor(() =>
      saidInRoom(room).find((one) => messageText(one).startsWith('✓ ops waits') && one.thread_ts === ts),
    );
    expect(messageText(await began(room))).toContain('✓ ok · exit 0');
    expect((await room.type('ops words on', { channel: 'C0OPS' })).message.thread_ts).toBeUndefined();
  });

  it('some commands takes no others, and says where they are taken', async () => {
    const settings =
      'rooms: { C0GENERAL: { commands: [words, "his*"] }, "#deploys": { commands: [deploy] }, C0OPS: { commands: [deploy] } }\n';
    const room = await open(settings);
    expect((await room.type('ops words on')).exitCode).toBe(0);
    expect((await room.type('ops history')).exitCode).toBe(0);
    await say(room, 'ops deploy uat', { as: 'tom' });
    expect(await whispered(room)).toEqual([
      {
        to: 'tom',
        text: '✗ deploy is not for this room, which takes words, his*\n→ type it in #deploys or in #ops or in a direct message',
      },
    ]);
    expect((await room.type('ops deploy uat', { channel: 'C0DEPLOYS' })).exitCode).toBe(0);
    expect((await room.type('deploy uat', { channel: '@tom', as: 'tom' })).exitCode).toBe(0);
    expect(saidInRoom(room)).toHaveLength(2);
    expect((await recorded(room.project))[2]).toMatchObject({ state: 'denied', exitCode: 77, startedAt: undefined });
  });

  it('quiet hears how a run ended, and nothing else', async () => {
    const room = await open('rooms: { C0GENERAL: { quiet: true } }\n');
    const { ts } = await say(room, 'ops waits');
    const other = await say(room, 'ops waits', { channel: 'C0OPS', as: 'tom' });
    await room.slack.waitFor(() => room.slack.messages('C0OPS').find((one) => one.ts === other.ts)?.reactions?.length);
    expect(saidInRoom(room)).toEqual([]);
    room.project.write('go', '');
    expect((await room.answerTo(ts)).words).toBe('began\nended\n');
    await room.answerTo(other.ts, 'C0OPS');
    expect(marksOn(room, ts)).toEqual([]);
    const calls = room.slack.calls.filter(({ args }) => args.channel === room.channel).map(({ method }) => method);
    // What the room is called is asked for once, and seen by nobody.
    expect(calls.sort()).toEqual(['chat.postMessage', 'conversations.info']);
  });

  it('quiet is asked what a run asks', async () => {
    const room = await open('rooms: { C0GENERAL: { quiet: true } }\n');
    const { ts } = await say(room, 'ops deploy prod');
    const asked = await room.slack.waitFor(() => saidInRoom(room).find((message) => labels(message).includes('Yes')));
    await press(room, asked.ts, 'Yes');
    expect((await room.answerTo(ts)).exitCode).toBe(0);
  });

  it('some commands takes the buttons of those, and no others by way of them', async () => {
    const settings = 'rooms: { C0GENERAL: { commands: [waits, words, rerun] } }\n';
    const room = await open(settings);
    const deployed = await room.type('deploy uat', { channel: '@mary' });
    const id = /run (\w+)/.exec(messageText(deployed.message))?.[1] ?? '';
    for (const typed of [id, id.toUpperCase()]) await say(room, `ops rerun ${typed}`);
    for (const { text } of await whispered(room, 2))
      expect(text).toMatch(/^✗ deploy is not for this room, which takes waits, words, rerun/);
    const { ts } = await say(room, 'ops waits');
    await press(room, (await began(room)).ts, 'Stop');
    expect((await room.answerTo(ts)).exitCode).toBe(130);
    const words = await room.type('ops words on');
    await press(room, words.message.ts, 'Run again');
    await room.slack.waitFor(() => (saidInRoom(room).length === 3 ? true : undefined));
    await settled(room);
    expect((await recordedLines(room.project)).filter((line) => line.startsWith('deploy'))).toEqual(['deploy uat']);
  });

  it('anything, by a name that nobody has, is told when the listener starts', async () => {
    const room = await open('rooms: { "#nowhere": { quiet: true } }\n');
    expect((await room.type('ops words on')).exitCode).toBe(0);
    expect(room.listener.said.stderr).toContain('rooms.#nowhere: the app sees no room of that name');
  });
});

describe('lines within limits', () => {
  it('wait their turn, and their sender is told where they stand', async () => {
    const room = await open('limits: { person: { atOnce: 1 } }\n');
    await say(room, 'ops waits');
    await began(room);
    await taken(room, 'ops words one');
    await taken(room, 'ops words two');
    expect((await room.type('ops words tom', { as: 'tom' })).words).toBe('[tom]\n');
    const why = '1 line of yours runs, and no more do at once';
    const told = (...places: string[]) => places.map((place) => ({ to: 'mary', text: `ops words ${place}: ${why}` }));
    const atOnce = told('one is next in line, and 1 more line of yours after it');
    // On a slow machine the second line comes when the first has been told of.
    const oneByOne = told('one is next in line', 'two is second in line');
    await expect.poll(() => whispers(room)).toBeOneOf([atOnce, oneByOne]);
    const saidOnce = whispers(room);
    expect((await recorded(room.project)).filter(({ state }) => state === 'accepted')).toHaveLength(2);
    room.project.write('go', '');
    const states = async (): Promise<string[]> =>
      (await recorded(room.project)).map(({ argv, state }) => `${argv.join(' ')} ${state}`);
    await expect
      .poll(states)
      .toEqual(['waits succeeded', 'words one succeeded', 'words two succeeded', 'words tom succeeded']);
    expect(whispers(room)).toEqual(saidOnce);
  });

  it('are refused beyond what may wait, and their sender is told when to type them again', async () => {
    const room = await open('limits: { person: { atOnce: 1, waiting: 1 } }\n');
    await say(room, 'ops waits');
    await began(room);
    const next = await taken(room, 'ops words one');
    await say(room, 'ops words two');
    const told = await room.slack.waitFor(() => whispers(room).find(({ text }) => text.startsWith('✗')));
    expect(told).toEqual({
      to: 'mary',
      text: '✗ 1 line of yours waits already, and no more may: this one was not run\n→ type it again when one of those that run has ended',
    });
    room.project.write('go', '');
    await room.answerTo(next.ts);
    await settled(room);
    expect((await recorded(room.project)).map(({ argv, exitCode }) => `${argv.join(' ')}: ${exitCode}`)).toEqual([
      'waits: 0',
      'words one: 0',
      'words two: 75',
      'whoami: 0',
    ]);
  });

  it('are all answered, a hundred at once, and a single one of another person is not kept waiting', async () => {
    const room = await open();
    const numbers = Array.from({ length: 100 }, (_, index) => index);
    const saying = numbers.map((number) => say(room, `ops words ${number}`));
    // At the same moment, so that none of the others is answered before.
    const { ts } = await say(room, 'ops words tom', { as: 'tom' });
    const asked = await Promise.all(saying);
    const ended = (): Message[] => saidInRoom(room).filter((message) => messageText(message).includes(' · exit 0'));
    await room.slack.waitFor(() => ended().length > 100 || undefined, 60_000);
    const place = ended().findIndex((message) => messageText(message).includes('[tom]'));
    expect(place).toBeLessThan(60);
    expect(ts > (asked.at(-1)?.ts ?? '')).toBe(true);
    expect(new Set(await recordedLines(room.project)).size).toBe(101);
  });
});

describe('a line that failed and that its author edits', () => {
  const button = ({ blocks }: Message) =>
    blocks?.flatMap((block) =>
      block['type'] === 'actions' ? (block['elements'] as Record<string, unknown>[]) : [],
    )[0];
  const offers = ({ slack, channel }: Room, where = channel): Message[] =>
    slack
      .messages(where)
      .filter((message) => message.ephemeralTo !== undefined && button(message)?.['action_id'] === 'edited:run');
  const edit = (room: Room, ts: string, text: string, channel = room.channel) =>
    room.slack.edit({ as: 'mary', channel, ts, text });

  it.each([
    ['a slip', 'ops deplyo uat', 'general'],
    ['a value that is none', 'ops deploy utopia', 'general'],
    ['a second command', 'ops deploy uat; ls', 'general'],
    ['one that failed', 'ops fails', 'general'],
    ['a mention of no command', '@ops deplyo uat', 'general'],
    ['one in a direct message', 'deplyo uat', '@mary'],
  ])('is offered again, to its author alone, and never run by itself: %s', async (_, text, where) => {
    const room = await open();
    const channel = where === 'general' ? room.channel : where;
    const { ts } = await say(room, text, { channel });
    const failed = (): boolean => room.slack.messages(channel).some((said) => /^✗|exit 1/m.test(messageText(said)));
    await room.slack.waitFor(() => failed() || undefined);
    const isOver = async () => (await recorded(room.project)).every(({ finishedAt }) => finishedAt !== undefined);
    await expect.poll(isOver).toBe(true);
    const id = room.slack.messages(channel)[0]?.ts ?? ts;
    const { ts: stood } = await edit(room, id, 'ops deploy uat', channel);
    const offer = await room.slack.waitFor(() => offers(room, channel)[0]);
    expect(messageText(offer)).toContain('Your edit was seen, and not run: ops deploy uat');
    const edited = room.slack.messages(channel).find((message) => message.ts === stood)?.edited?.ts;
    expect(button(offer)).toMatchObject({
      action_id: 'edited:run',
      text: { text: 'Run it: ops deploy uat' },
      value: JSON.stringify({
        v: 1,
        channel: (await room.slack.say({ as: 'mary', channel, text: 'thanks' })).channel,
        ts,
        edit: edited,
      }),
    });
    await settled(room);
    expect((await recordedLines(room.project)).filter((line) => line === 'deploy uat')).toEqual([]);
  });

  it('runs once when its button is pressed, as it stands in the room', async () => {
    const room = await open();
    const { ts } = await say(room, 'ops wrods one');
    await whispered(room);
    await edit(room, ts, 'ops words one');
    const offer = await room.slack.waitFor(() => offers(room)[0]);
    const press = () => room.slack.press({ as: 'mary', channel: room.channel, ts: offer.ts, actionId: 'edited:run' });
    expect(await Promise.all([press(), press()])).toMatchObject([{ acked: true }, { acked: true }]);
    const { text } = await room.answerTo(ts);
    expect(text).toContain('ops words one · mary');
    await press();
    await settled(room);
    expect(await recordedLines(room.project)).toEqual(['words one', 'whoami']);
    // On a slow machine it was marked as seen, and is so no longer.
    await until(() => !marksOn(room, ts).includes('eyes'), 'no mark that says seen');
  });

  it('is offered once for each edit, and told what is still wrong with it', async () => {
    const room = await open();
    const { ts } = await say(room, 'ops deplyo uat');
    await whispered(room);
    await edit(room, ts, 'ops deploy "uat');
    expect((await whispered(room, 2))[1]?.text).toContain('the double quote " at position 12 is never closed');
    await edit(room, ts, 'ops deploy uat');
    await whispered(room, 3);
    room.slack.redeliver(ts, 1);
    await settled(room);
    expect(offers(room)).toHaveLength(1);
  });

  it('is not offered where the line ran, where it was talk, or where it is talk now', async () => {
    const room = await open();
    const { ts } = await say(room, 'ops words on');
    await room.answerTo(ts);
    const talk = await say(room, 'good morning');
    const slip = await say(room, 'ops deplyo uat');
    await whispered(room);
    await edit(room, ts, 'ops words off');
    await edit(room, talk.ts, 'ops words off');
    await edit(room, slip.ts, 'never mind');
    await settled(room);
    expect(whispers(room)).toHaveLength(1);
    expect(await recordedLines(room.project)).toEqual(['words on', 'whoami']);
  });
});

it('the nearest command is told to the sender alone, wherever they typed', async () => {
  const room = await open();
  const root = await say(room, 'shall we deploy?');
  await say(room, '@ops deplyo uat');
  await whispered(room);
  await say(room, 'ops deplyo uat', { thread: root.ts });
  await whispered(room, 2);
  expect(whispers(room).map(({ text, thread }) => ({ suggests: /deploy/.test(text), thread }))).toEqual([
    { suggests: true, thread: undefined },
    { suggests: true, thread: root.ts },
  ]);
  expect(saidInRoom(room)).toEqual([]);
  const { exitCode, words } = await room.type('deplyo uat', { channel: '@mary' });
  expect(exitCode).toBe(64);
  expect(words).toContain('deploy');
});
