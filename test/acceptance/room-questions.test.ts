import { describe, expect, it } from 'vitest';
import { messageWords } from '../../src/render/slack.ts';
import type { Message } from '../../src/sandbox/server.ts';
import { messageText } from '../../src/sandbox/text/text.ts';
import { labels, message, press } from '../support/buttons.ts';
import {
  killListener,
  recorded,
  saidInRoom,
  settled,
  startListener,
  stop,
  whispered,
  whispers,
} from '../support/listening.ts';
import { ops } from '../support/ops.ts';
import { openRoom, type Room } from '../support/room.ts';

const question = 'ops deploy prod changes prod. Go on?';

/** Mary asks for a change that is asked about, which the room then shows. */
async function ask(room: Room, line = 'ops deploy prod'): Promise<Message> {
  await room.slack.say({ as: 'mary', channel: room.channel, text: line });
  return message(room, (_, shown) => labels(shown).includes('Yes'));
}

const ended = (room: Room): Promise<Message> => message(room, (text) => / · exit \d+ · /.test(text));

describe('a question', () => {
  it('is put with buttons, and the run waits for the answer of its person', async () => {
    const room = await openRoom();
    const asked = await ask(room);
    expect(labels(asked)).toEqual(['Yes', 'No']);
    expect(messageText(asked)).toMatch(/^ops deploy prod · mary · waiting\n/);
    expect(messageWords(asked.blocks ?? [])).toContain(`${question}\n`);
    expect(await recorded(room.project)).toMatchObject([{ state: 'waiting' }]);
    expect(await press(room, asked.ts, 'Yes')).toMatchObject({ acked: true });
    const done = await ended(room);
    expect(done.ts).toBe(asked.ts);
    expect(messageWords(done.blocks ?? [])).toContain(`${question} yes (mary)\n`);
    expect(messageWords(done.blocks ?? [])).toContain('released v3 to prod\n');
    expect(labels(done)).toEqual(['Run again']);
    expect(await recorded(room.project)).toMatchObject([{ state: 'succeeded', environment: 'prod' }]);
    expect(saidInRoom(room)).toHaveLength(1);
  });

  it('has the words that a terminal has', async () => {
    const room = await openRoom();
    await press(room, (await ask(room)).ts, 'No');
    const words = messageWords((await ended(room)).blocks ?? []);
    const said = await ops(room.project.folder, ['deploy', 'prod'], { ask: async () => false });
    expect(said.exitCode).toBe(130);
    expect(words.replace(`${question} no (mary)\n`, '')).toBe(said.words);
  });

  it('is not for others, who are told so alone', async () => {
    const room = await openRoom();
    const asked = await ask(room);
    expect(await press(room, asked.ts, 'Yes', 'tom')).toMatchObject({ acked: true });
    expect(await whispered(room)).toEqual([{ to: 'tom', text: '✗ this was asked of mary: nobody else can answer it' }]);
    expect(await recorded(room.project)).toMatchObject([{ state: 'waiting' }]);
    await press(room, asked.ts, 'No');
    expect(messageText(await ended(room))).toMatch(/no \(mary\)\n✗ prod was left as it is: the answer was no\n/);
  });

  it('is answered once: the first answer counts', async () => {
    const room = await openRoom();
    const asked = await ask(room);
    const presses = await Promise.all([
      press(room, asked.ts, 'No'),
      press(room, asked.ts, 'No'),
      press(room, asked.ts, 'Yes'),
    ]);
    expect(presses.every(({ acked }) => acked)).toBe(true);
    expect(messageText(await ended(room))).toContain('no (mary)');
    await whispered(room);
    await settled(room);
    expect(whispers(room)).toEqual([{ to: 'mary', text: '✗ the answer was no already' }]);
  });

  it('is not put where --yes is given', async () => {
    const room = await openRoom();
    const { exitCode, words } = await room.type('ops deploy prod --yes');
    expect([exitCode, words.includes('Go on?')]).toEqual([0, false]);
  });

  it('ends with the time of its run', async () => {
    const room = await openRoom();
    await ask(room, 'ops deploy prod --timeout 10s');
    const done = await ended(room);
    expect(messageText(done)).toMatch(/Go on\? no answer\n✗ it was stopped after 10 s[\s\S]*exit 124/);
    expect(labels(done)).toEqual(['Run again']);
  });

  it('reaches its run though the listener is another one by then', async () => {
    const room = await openRoom();
    const asked = await ask(room);
    await killListener(room.listener);
    await startListener(room);
    await press(room, asked.ts, 'Yes');
    const done = await message(room, (text, { ts }) => ts === asked.ts && text.includes('exit 0'));
    expect(messageText(done)).toMatch(/Go on\? yes \(mary\)\n[\s\S]*released v3 to prod/);
    expect(labels(done)).toEqual(['Run again']);
  });

  it('is not left open by a listener that is stopped', async () => {
    const room = await openRoom();
    await ask(room);
    await stop(room.listener);
    const done = await ended(room);
    expect([labels(done), await recorded(room.project)]).toMatchObject([['Run again'], [{ state: 'cancelled' }]]);
  });
});
