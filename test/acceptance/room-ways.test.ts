import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/sandbox/server.ts';
import { messageText } from '../../src/sandbox/text/text.ts';
import { labels, message, press, writeScripts } from '../support/buttons.ts';
import {
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
import { openRoom, type Room } from '../support/room.ts';

const app = {
  commands: [{ command: '/ops', shouldEscape: true }],
  shortcuts: [{ callbackId: 'ops_run', name: 'Run as ops', type: 'message' as const }],
};

/** A channel that the app is in, one that it is not in, and scripts. */
async function openWays(): Promise<Room & { outside: string }> {
  const room = await openRoom(undefined, { ...app, channels: ['ops', { name: 'secret', private: true, bot: false }] });
  room.project.write('scripts/words', wordsScript, 0o755);
  writeScripts(room.project);
  return { ...room, outside: room.slack.channels[1]?.id ?? '' };
}

const isEnd = (text: string): boolean => / · exit \d+ · /.test(text);
const ends = (room: Room, where?: string): Message[] =>
  saidInRoom(room, where).filter((known) => isEnd(messageText(known)));
const slash = ({ slack, channel }: Room, text: string, where = channel) =>
  slack.command({ as: 'mary', channel: where, text });

describe('every way to ask', () => {
  it('comes to the same run', async () => {
    const room = await openWays();
    const { slack, channel } = room;
    const line = `words "it's" -- 'a; b' @tom #ops "<x> & y"`;
    const { ts } = await slack.say({ as: 'tom', channel, text: line });
    await room.type(`ops ${line}`);
    await room.type(`@ops ${line}`);
    await room.type(line, { channel: '@mary' });
    await slash(room, line);
    await slack.waitFor(() => ends(room).length === 3 || undefined);
    await slack.shortcut({ as: 'mary', callbackId: 'ops_run', channel, ts });
    await slack.waitFor(() => ends(room).length === 4 || undefined);
    const runs = await recorded(room.project);
    expect(runs.map(({ argv }) => argv)).toEqual(runs.map(() => runs[0]?.argv));
    expect(runs[0]?.argv).toEqual(['words', "it's", '--', 'a; b', `<@${slack.people[1]?.id}>`, '#ops', '<x> & y']);
    expect(runs.map(({ actor }) => actor.name)).toEqual(Array(5).fill('mary'));
    expect(runs.map(({ origin }) => origin.type === 'room' && origin.way)).toEqual([
      undefined,
      undefined,
      undefined,
      'command',
      'shortcut',
    ]);
  });
});

describe('a slash command', () => {
  it('is answered in the channel, with the line, so that others learn it', async () => {
    const room = await openWays();
    expect(await slash(room, 'words hello')).toMatchObject({ acked: true });
    const answer = await message(room, isEnd);
    expect(messageText(answer)).toMatch(/^ops words hello · mary\n\[hello\]\n/);
  });

  it('that is no line is told to its sender alone', async () => {
    const room = await openWays();
    await slash(room, 'words "');
    await whispered(room);
    await slash(room, 'wrods');
    const told = await whispered(room, 2);
    expect(told.map(({ text }) => text.split('\n').find((line) => line.startsWith('✗')))).toEqual([
      '✗ the double quote " at position 7 is never closed',
      '✗ there is no command "wrods"',
    ]);
    expect(saidInRoom(room)).toEqual([]);
  });
});

describe('a channel that the app is not in', () => {
  it('gets the answer of a slash command all the same', async () => {
    const room = await openWays();
    expect(await slash(room, 'words hello', room.outside)).toMatchObject({ acked: true });
    await room.slack.waitFor(() => ends(room, room.outside)[0]);
    expect(ends(room, room.outside).map((known) => messageText(known))).toEqual([
      expect.stringMatching(/^ops words hello · mary\n\[hello\]\n/),
    ]);
    await slash(room, 'words "', room.outside);
    const refusal = (): unknown => whispers(room, room.outside).find(({ text }) => text.includes('is never closed'));
    expect(await room.slack.waitFor(refusal)).toMatchObject({ to: 'mary' });
  });

  it('is told of a run that goes on when it ends, and its asker why', async () => {
    const room = await openWays();
    await slash(room, 'wait', room.outside);
    const [told] = await room.slack.waitFor(() =>
      whispers(room, room.outside).length > 0 ? whispers(room, room.outside) : undefined,
    );
    expect(told).toEqual({
      to: 'mary',
      text: '! ops is not in this channel: what ops wait says comes when it has ended\n→ /invite @ops',
    });
    expect(saidInRoom(room, room.outside)).toEqual([]);
    await killListener(room.listener);
    await startListener(room);
    room.project.write('go', '');
    const ended = await room.slack.waitFor(() => ends(room, room.outside)[0] ?? saidInRoom(room, room.outside)[0]);
    expect(messageText(ended)).toMatch(/ops wait[\s\S]*exit 0/);
  });

  it('is asked what a run asks', async () => {
    const room = await openWays();
    await slash(room, 'deploy prod', room.outside);
    const asked = await room.slack.waitFor(() =>
      saidInRoom(room, room.outside).find((known) => labels(known).includes('Yes')),
    );
    await press(room, asked.ts, 'Yes', 'mary', room.outside);
    await room.slack.waitFor(() => ends(room, room.outside)[0]);
    expect(await recorded(room.project)).toMatchObject([{ state: 'succeeded' }]);
  });

  it('hears the end of what it was asked, though the listener is another one by then', async () => {
    const room = await openWays();
    await slash(room, 'deploy prod', room.outside);
    const asked = await room.slack.waitFor(() =>
      saidInRoom(room, room.outside).find((known) => labels(known).includes('Yes')),
    );
    await killListener(room.listener);
    await startListener(room);
    await press(room, asked.ts, 'Yes', 'mary', room.outside);
    const end = await room.slack.waitFor(() => ends(room, room.outside)[0]);
    expect(messageText(end)).toContain('released v3 to prod');
  });

  it('hears of a run whose line was filled in', async () => {
    const room = await openWays();
    await slash(room, 'deploy', room.outside);
    const offer = await room.slack.waitFor(() =>
      room.slack.messages(room.outside).find((known) => labels(known).includes('Fill in')),
    );
    await press(room, offer.ts, 'Fill in', 'mary', room.outside);
    await room.slack.waitFor(() => room.slack.views('mary').at(-1));
    await room.slack.submit({ as: 'mary', values: { environment: { value: 'uat' } } });
    const end = await room.slack.waitFor(() => ends(room, room.outside)[0]);
    expect(messageText(end)).toContain('ops deploy uat · mary');
  });

  it('keeps what is too long for one message, and says where', async () => {
    const room = await openWays();
    await slash(room, 'count', room.outside);
    const kept = await room.slack.waitFor(() =>
      saidInRoom(room, room.outside).find((known) => messageText(known).includes('It is kept on')),
    );
    expect(messageText(kept)).toContain('could not be brought here: ops is not in this channel');
  });
});

describe('a shortcut', () => {
  it('runs somebody’s message as whoever picked it, and answers in its thread', async () => {
    const room = await openWays();
    const { ts } = await room.slack.say({ as: 'tom', channel: room.channel, text: '`whoami`' });
    expect(await room.slack.shortcut({ as: 'mary', callbackId: 'ops_run', channel: room.channel, ts })).toMatchObject({
      acked: true,
    });
    const answer = await message(room, isEnd);
    expect([answer.thread_ts, messageText(answer)]).toEqual([
      ts,
      expect.stringMatching(/^ops whoami · mary\nname +mary\n/),
    ]);
  });

  it.each([
    ['a section', [{ type: 'section', text: { type: 'mrkdwn', text: 'ops whoami' } }]],
    [
      'more than one block',
      [
        {
          type: 'rich_text',
          elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'ops whoami' }] }],
        },
        { type: 'divider' },
      ],
    ],
  ])('runs no line that its message hides behind %s', async (_, blocks) => {
    const room = await openWays();
    const tom = room.slack.people.find(({ name }) => name === 'tom');
    const args = { channel: room.channel, text: 'ops deploy uat --yes', blocks };
    await callSlack(room.slack, tom?.token ?? '', 'chat.postMessage', args);
    const ts = room.slack.messages(room.channel).at(-1)?.ts ?? '';
    await room.slack.shortcut({ as: 'mary', callbackId: 'ops_run', channel: room.channel, ts });
    expect(await whispered(room)).toMatchObject([
      {
        to: 'mary',
        text: '✗ this message shows more than words, and what it says may be another line\n→ type the line',
      },
    ]);
    await settled(room);
    expect(await recordedLines(room.project)).toEqual(['whoami']);
  });

  it('of what is no line tells whoever picked it, and nobody else', async () => {
    const room = await openWays();
    const { ts } = await room.slack.say({ as: 'tom', channel: room.channel, text: 'good morning, all!' });
    const { message: answer } = await room.type('ops whoami', { as: 'tom' });
    for (const about of [ts, answer.ts]) {
      await room.slack.shortcut({ as: 'mary', callbackId: 'ops_run', channel: room.channel, ts: about });
    }
    const told = await whispered(room, 2);
    expect(told.map(({ to }) => to)).toEqual(['mary', 'mary']);
    expect(told.map(({ text }) => text).sort()).toEqual(
      [
        expect.stringContaining('there is no command "good"'),
        '✗ this message is an answer, not a line\n→ its buttons run it again',
      ].sort(),
    );
    await settled(room);
    expect(await recordedLines(room.project)).toEqual(expect.arrayContaining(['whoami', 'whoami']));
    expect(saidInRoom(room)).toHaveLength(1);
  });
});
