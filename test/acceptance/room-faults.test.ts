import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messageText } from '../../src/sandbox/text/text.ts';
import { bashScript, callSlack, recorded, recordedLines, saidInRoom, whispered } from '../support/listening.ts';
import { openRoom, type Room } from '../support/room.ts';
import { until } from '../support/waiting.ts';

/** Prints a line, a second one half a second later, and so on. */
const slowScript = bashScript('slow', 'for number in 1 2 3; do echo "line $number"; sleep 0.4; done');

async function openSlowRoom(): Promise<Room> {
  const room = await openRoom();
  room.project.write('scripts/slow', slowScript, 0o755);
  return room;
}

const outputsOf = ({ project }: Room): string[] => {
  const folder = join(project.folder, '.ops', 'output');
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.length === 8) : [];
};

describe('the whole output', () => {
  const flood = bashScript('flood', 'echo began; until [ -e go ]; do sleep 0.05; done; seq 1 3000');

  async function openFlood(): Promise<Room> {
    const room = await openRoom();
    room.project.write('scripts/flood', flood, 0o755);
    return room;
  }

  it('follows where the message was deleted meanwhile, and a new one took its place', async () => {
    const room = await openFlood();
    const { slack, channel } = room;
    await slack.say({ as: 'mary', channel, text: 'ops flood' });
    const shown = await slack.waitFor(() => saidInRoom(room)[0]);
    await callSlack(slack, slack.botToken, 'chat.delete', { channel, ts: shown.ts });
    room.project.write('go', '');
    const { exitCode, message } = await room.answerTo(shown.ts);
    expect(exitCode).toBe(0);
    const file = await slack.waitFor(() => saidInRoom(room).find(({ files }) => files !== undefined));
    expect(file.thread_ts).toBe(message.ts);
    const [run = ''] = outputsOf(room);
    const kept = join(room.project.folder, '.ops', 'output', run);
    await until(() => existsSync(join(kept, 'sent')), 'that it is remembered');
    expect(readFileSync(join(kept, 'head'), 'utf8')).toMatch(/^began\n1\n[\s\S]+3000\n$/);
    expect(room.listener.said.stderr).not.toContain('!');
  });

  it('that Slack does not take is kept, and the room is told where and why', async () => {
    const room = await openFlood();
    room.project.write('go', '');
    room.slack.faults.next('upload', { status: 404 });
    const { message } = await room.type('ops flood');
    const told = await room.slack.waitFor(() =>
      saidInRoom(room).find(({ ts, thread_ts }) => thread_ts === message.ts && ts !== message.ts),
    );
    const [run = ''] = outputsOf(room);
    expect(messageText(told)).toMatch(
      /^! the whole output of run \w+ could not be brought here: .+ HTTP 404\. It is kept/,
    );
    expect(messageText(told)).toContain(join('.ops', 'output', run));
    expect(readFileSync(join(room.project.folder, '.ops', 'output', run, 'head'), 'utf8')).toMatch(
      /^began\n1\n[\s\S]+3000\n$/,
    );
  });
});

describe('an answer arrives once', () => {
  it.each([
    ['500 before the message is stored', { status: 500 }],
    ['500 after the message was stored', { status: 500, when: 'after' }],
    ['an internal error after the message was stored', { error: 'internal_error', when: 'after' }],
    ['a cut connection', { drop: true }],
    ['a cut connection after the message was stored', { drop: true, when: 'after' }],
    ['429', { rateLimited: 1 }],
    ['several faults, one after the other', { status: 503, times: 3 }],
  ] as const)('though Slack answers a post with %s', async (_, fault) => {
    const room = await openRoom();
    room.slack.faults.next('chat.postMessage', fault);
    const { exitCode, words } = await room.type('ops deploy uat');
    expect({ exitCode, words }).toMatchObject({ exitCode: 0, words: expect.stringContaining('released v3 to uat') });
    expect(saidInRoom(room)).toHaveLength(1);
    expect(await recordedLines(room.project)).toEqual(['deploy uat']);
  });

  it('though Slack cannot even say whether the message is there', async () => {
    const room = await openRoom();
    room.slack.faults.next('chat.postMessage', { status: 500, when: 'after' });
    room.slack.faults.next('conversations.history', { status: 500, times: 2 });
    expect((await room.type('ops deploy uat')).exitCode).toBe(0);
    expect(saidInRoom(room)).toHaveLength(1);
  });

  it('in a thread too', async () => {
    const room = await openRoom();
    const root = await room.slack.say({ as: 'mary', channel: room.channel, text: 'a thread' });
    room.slack.faults.next('chat.postMessage', { status: 500, when: 'after' });
    const { message } = await room.type('ops deploy uat', { thread: root.ts });
    expect(message.thread_ts).toBe(root.ts);
    expect(saidInRoom(room)).toHaveLength(1);
  });

  it.each([
    ['429', { rateLimited: 1, times: 2 }],
    ['500', { status: 500, times: 2 }],
    ['a cut connection', { drop: true }],
  ] as const)('and its end too, though Slack answers an edit with %s', async (_, fault) => {
    const room = await openSlowRoom();
    room.slack.faults.next('chat.update', fault);
    const { exitCode, words } = await room.type('ops slow');
    expect({ exitCode, words }).toEqual({ exitCode: 0, words: 'line 1\nline 2\nline 3\n' });
    expect(saidInRoom(room)).toHaveLength(1);
  });

  it('to its sender alone too', async () => {
    const room = await openRoom();
    room.slack.faults.next('chat.postEphemeral', { status: 500 });
    await room.slack.say({ as: 'mary', channel: room.channel, text: 'ops deploy "' });
    expect(await whispered(room)).toHaveLength(1);
  });

  it('and a room that refuses it costs one run’s words and nothing else', async () => {
    const room = await openRoom();
    room.project.write('scripts/waits', bashScript('waits', 'echo began; until [ -e go ]; do sleep 0.05; done'), 0o755);
    room.slack.faults.next('chat.postMessage', { error: 'is_archived', times: 2 });
    await room.slack.say({ as: 'mary', channel: room.channel, text: 'ops waits' });
    const refused = (count: number): Promise<true> =>
      room.slack.waitFor(
        () => room.slack.calls.filter(({ error }) => error === 'is_archived').length >= count || undefined,
      );
    await refused(1);
    room.project.write('go', '');
    await refused(2);
    expect((await room.type('ops whoami')).exitCode).toBe(0);
    expect((await recorded(room.project)).map(({ state }) => state)).toEqual(['succeeded', 'succeeded']);
    expect(room.listener.said.stderr).toContain('Slack refuses chat.postMessage: is_archived');
  });
});
