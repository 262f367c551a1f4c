import { describe, expect, it } from 'vitest';
import { messageText } from '../../src/sandbox/text/text.ts';
import { labels, message, press, writeScripts } from '../support/buttons.ts';
import {
  killListener,
  recorded,
  saidInRoom,
  settled,
  startListener,
  whispered,
  whispers,
} from '../support/listening.ts';
import { configuration, openPolicy } from '../support/project.ts';
import { openRoom, type Room } from '../support/room.ts';

async function openButtons(config?: string): Promise<Room> {
  const room = await openRoom(config);
  writeScripts(room.project);
  return room;
}

/** A run that goes on, once its room shows it. */
async function begin(room: Room, line = 'ops wait') {
  await room.slack.say({ as: 'mary', channel: room.channel, text: line });
  return message(room, (text) => text.includes('begun'));
}

const runOf = ({ metadata }: { metadata?: Record<string, unknown> }): string =>
  String((metadata?.['event_payload'] as { run?: unknown })?.run);

describe('Stop', () => {
  it('stands in the message of a run that goes on, and asks before it counts', async () => {
    const room = await openButtons();
    const begun = await begin(room);
    const actions = begun.blocks?.find(({ type }) => type === 'actions') as { elements: object[] };
    expect(actions.elements).toMatchObject([
      {
        text: { text: 'Stop' },
        style: 'danger',
        value: `1:${runOf(begun)}`,
        confirm: { text: { text: 'ops wait ends, with all that it started.' } },
      },
    ]);
    await press(room, begun.ts, 'Stop', 'tom');
    await message(room, (text) => text.includes('stopped by tom'));
  });

  it('ends the run as whoever pressed it: its own message says so, and nothing else is posted', async () => {
    const room = await openButtons();
    const begun = await begin(room);
    expect(await press(room, begun.ts, 'Stop', 'tom')).toMatchObject({ acked: true });
    const ended = await message(room, (text) => /stopped by tom/.test(text) && text.includes('exit'));
    expect(ended.ts).toBe(begun.ts);
    expect(labels(ended)).toEqual(['Run again']);
    await settled(room);
    expect(saidInRoom(room)).toHaveLength(1);
    expect(whispers(room)).toEqual([]);
    const stopped = async () => (await recorded(room.project))[1];
    await expect.poll(stopped).toMatchObject({
      argv: ['stop', runOf(begun)],
      actor: { name: 'tom' },
      origin: { type: 'room', way: 'button', message: begun.ts },
      state: 'succeeded',
    });
  });

  it('that is refused is told to whoever pressed it alone', async () => {
    const room = await openButtons(
      configuration.replace(openPolicy, `${openPolicy}  - { name: nobody-stops, deny: strangers, commands: stop }\n`),
    );
    const begun = await begin(room);
    await press(room, begun.ts, 'Stop', 'mary');
    const [told] = await whispered(room);
    expect(told).toMatchObject({ to: 'mary', text: expect.stringContaining('nobody-stops') });
    expect(saidInRoom(room)).toHaveLength(1);
    expect(labels(saidInRoom(room)[0])).toEqual(['Stop']);
    room.project.write('go', '');
    await message(room, (text) => text.includes('exit 0'));
  });

  it('works at another listener than the one that began the run', async () => {
    const room = await openButtons();
    const begun = await begin(room);
    await killListener(room.listener);
    await startListener(room);
    await press(room, begun.ts, 'Stop', 'tom');
    const ended = await message(room, (text, { ts }) => ts === begun.ts && text.includes('exit 130'));
    expect(messageText(ended)).toContain('stopped by tom');
    expect(labels(ended)).toEqual(['Run again']);
  });
});

describe('Run again', () => {
  it('runs the line once more as whoever pressed it, in the same place', async () => {
    const room = await openButtons();
    const asked = await room.slack.say({ as: 'mary', channel: room.channel, text: 'good morning' });
    const { message: failed } = await room.type('ops fail', { thread: asked.ts });
    await press(room, failed.ts, 'Run again', 'tom');
    const again = await message(room, (text, { ts }) => ts > failed.ts && text.includes('exit'));
    expect(again.thread_ts).toBe(asked.ts);
    const [, second] = await recorded(room.project);
    expect(second).toMatchObject({
      argv: ['fail'],
      actor: { name: 'tom' },
      origin: { way: 'button', thread: asked.ts },
    });
    expect(messageText(again)).toMatch(/^ops fail · tom\n/);
  });

  it('runs once for a double click and for what Slack sends again, and again for a press that is meant', async () => {
    const room = await openButtons();
    const { message: failed } = await room.type('ops fail');
    const twice = [press(room, failed.ts, 'Run again'), press(room, failed.ts, 'Run again')];
    expect(await Promise.all(twice)).toMatchObject([{ acked: true }, { acked: true }]);
    const count = async (): Promise<number> =>
      (await recorded(room.project)).filter(({ origin }) => origin.type === 'room' && origin.way === 'button').length;
    await settled(room);
    expect(await count()).toBe(1);
    await press(room, failed.ts, 'Run again', 'tom');
    await settled(room);
    expect(await count()).toBe(2);
    expect(whispers(room)).toEqual([]);
  });
});

describe('Show log', () => {
  it('stands where output was left out, and shows all of it in the thread', async () => {
    const room = await openButtons();
    const { message: counted } = await room.type('ops count');
    expect(labels(counted)).toEqual(['Run again', 'Show log']);
    await press(room, counted.ts, 'Show log', 'tom');
    const shown = await message(room, (text) => text.includes(`ops log ${runOf(counted)}`) && text.includes('exit'));
    expect(shown.thread_ts).toBe(counted.ts);
    expect(labels(shown)).not.toContain('Run again');
  });
});

describe('a message', () => {
  it('of a line that did not parse has no buttons', async () => {
    const room = await openButtons();
    const answer = await room.type('wait for it', { channel: '@mary' });
    expect([answer.exitCode, labels(answer.message)]).toEqual([64, []]);
  });

  it('of a line with a secret is not offered again', async () => {
    const room = await openButtons();
    const secret = `#!/usr/bin/env bash
# ---
# summary: Sign in
# effect: read
# options:
#   token: { summary: What to sign in with, secret: true }
# examples:
#   - { line: ops login --token x, says: signs in }
# ---
echo hello
`;
    room.project.write('scripts/login', secret, 0o755);
    expect(labels((await room.type('ops login')).message)).toEqual(['Run again']);
    expect(labels((await room.type('ops login --token hunter2')).message)).toEqual([]);
  });
});
