import { describe, expect, it } from 'vitest';
import {
  callSlack,
  recordedLines,
  saidInRoom,
  settled,
  startListener,
  stop,
  whispered,
  whispers,
  wordsScript,
} from '../support/listening.ts';
import { openRoom } from '../support/room.ts';

describe('a line runs once', () => {
  it('though it comes as a message and as a mention, and is sent again', async () => {
    const room = await openRoom();
    const { message } = await room.type('@ops whoami --json');
    const [asked] = room.slack.messages(room.channel);
    for (const attempt of [0, 1, 2, 3]) room.slack.redeliver(asked?.ts ?? '', attempt);
    await settled(room);
    expect(saidInRoom(room).map(({ ts }) => ts)).toEqual([message.ts]);
    expect(await recordedLines(room.project)).toEqual(['whoami --json', 'whoami']);
  });

  it('though its listener is another one by then', async () => {
    const room = await openRoom();
    const { message } = await room.type('@ops whoami --json');
    expect((await stop(room.listener)).exitCode).toBe(0);
    const [asked] = room.slack.messages(room.channel);
    room.slack.redeliver(asked?.ts ?? '', 1);
    await startListener(room);
    room.slack.redeliver(asked?.ts ?? '', 2);
    await settled(room);
    expect(saidInRoom(room).map(({ ts }) => ts)).toEqual([message.ts]);
    expect(await recordedLines(room.project)).toEqual(['whoami --json', 'whoami']);
  });

  it('though two listeners share the journal', async () => {
    const room = await openRoom();
    room.project.write('scripts/words', wordsScript, 0o755);
    await startListener(room);
    const numbers = Array.from({ length: 12 }, (_, index) => index);
    const asked = await Promise.all(
      numbers.map((number) => room.slack.say({ as: 'mary', channel: room.channel, text: `@ops words ${number}` })),
    );
    for (const { ts } of asked) room.slack.redeliver(ts, 1);
    const ended = () => saidInRoom(room).filter(({ blocks }) => JSON.stringify(blocks).includes('exit 0'));
    await room.slack.waitFor(() => ended().length >= 12 || undefined);
    await settled(room);
    expect(ended()).toHaveLength(12);
    expect(saidInRoom(room)).toHaveLength(12);
    expect((await recordedLines(room.project)).sort()).toEqual(
      [...numbers.map((number) => `words ${number}`), 'whoami'].sort(),
    );
  });

  it('and what did not run is told once', async () => {
    const room = await openRoom();
    for (const text of ['@ops deploy "', 'ops deplyo uat']) {
      const { ts } = await room.slack.say({ as: 'mary', channel: room.channel, text });
      await whispered(room, text.startsWith('@') ? 1 : 2);
      room.slack.redeliver(ts, 1);
    }
    await settled(room);
    expect(whispers(room).map(({ text }) => text.split('\n')[0])).toEqual([
      '✗ the double quote " at position 8 is never closed',
      '✗ there is no command "deplyo"',
    ]);
  });
});

describe('nothing runs', () => {
  it('for an edit: neither of a line nor into one', async () => {
    const room = await openRoom();
    const { ts: line } = await room.slack.say({ as: 'mary', channel: room.channel, text: 'ops whoami' });
    await room.answerTo(line);
    const { ts: talk } = await room.slack.say({ as: 'mary', channel: room.channel, text: 'good morning' });
    await room.slack.edit({ as: 'mary', channel: room.channel, ts: line, text: 'ops deploy uat' });
    await room.slack.edit({ as: 'mary', channel: room.channel, ts: talk, text: '@ops deploy uat' });
    await settled(room);
    expect(saidInRoom(room)).toHaveLength(1);
    expect(await recordedLines(room.project)).toEqual(['whoami', 'whoami']);
  });

  it('for a line that comes an hour late, and its sender is told', async () => {
    const room = await openRoom(undefined, { time: Date.now() - 3_600_000 });
    await room.slack.say({ as: 'mary', channel: room.channel, text: 'ops deploy uat' });
    const [told] = await whispered(room);
    expect(told).toMatchObject({
      to: 'mary',
      text: expect.stringMatching(/came only now, .+ was not run\n→ type it again/),
    });
    expect(await recordedLines(room.project)).toEqual([]);
  });

  it('for what the app itself says, and for what it prints', async () => {
    const room = await openRoom();
    const { slack, channel } = room;
    room.project.write('scripts/words', wordsScript, 0o755);
    await callSlack(slack, slack.botToken, 'chat.postMessage', { channel, text: 'ops deploy uat' });
    await callSlack(slack, slack.botToken, 'chat.postMessage', { channel, text: `<@${slack.bot.userId}> deploy uat` });
    await room.type('ops words "ops deploy uat"');
    await settled(room);
    expect(await recordedLines(room.project)).toEqual(['words ops deploy uat', 'whoami']);
  });

  it('but a line from a person’s own program does', async () => {
    const room = await openRoom();
    const { slack, channel } = room;
    await callSlack(slack, slack.people[1]?.token ?? '', 'chat.postMessage', { channel, text: 'ops whoami' });
    const asked = slack.messages(channel)[0]?.ts ?? '';
    expect((await room.answerTo(asked)).words).toMatch(/^name +tom/);
  });
});
