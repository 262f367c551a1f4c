import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/sandbox/server.ts';
import { messageText } from '../../src/sandbox/text/text.ts';
import { labels, press } from '../support/buttons.ts';
import { filesIn } from '../support/folder.ts';
import { bashScript, recorded, recordedLines, saidInRoom, settled, whispered, whispers } from '../support/listening.ts';
import { startOps } from '../support/ops.ts';
import { openRoom, type Room } from '../support/room.ts';
import { until } from '../support/waiting.ts';

const secret = 'hunter2-hunter2';
const login = bashScript(
  'login',
  'echo ran >> ran; [ "$OPS_OPTION_TOKEN" = hunter2-hunter2 ] && echo "it is the token"; [ "$1" = wait ] && { echo $PPID > parent; sleep 60; }; exit 0',
  '# options:\n#   token: { summary: The token, secret: true, short: t }\n# args:\n#   how: { summary: How }\n',
);
const app = {
  commands: [{ command: '/ops', shouldEscape: true }],
  shortcuts: [{ callbackId: 'ops_run', name: 'Run as ops', type: 'message' as const }],
};
const digits = '0123456789012';
/** Put together here, so that no scanner takes it for a real one. */
const token = ['xoxb', digits, digits, 'AbCdEfGhIjKlMnOpQrStUvWx'].join('-');

async function openLoginRoom(): Promise<Room> {
  const room = await openRoom(undefined, app);
  room.project.write('scripts/login', login, 0o755);
  return room;
}

/** All that is on the disk of the journal. */
function onDisk({ project }: Room): string {
  const folder = join(project.folder, '.ops');
  return filesIn(folder)
    .map(({ content }) => content)
    .join('\n');
}

/** All that the bot has said in the room, to everybody or to one. */
const saidByBot = ({ slack, channel }: Room): string =>
  JSON.stringify(slack.messages(channel).filter(({ user }) => user === slack.bot.userId));

type Way = (room: Room, line: string) => Promise<unknown>;

/** As mary. */
const ways: Record<string, Way> = {
  'in a channel': ({ slack, channel }, line) => slack.say({ as: 'mary', channel, text: `ops ${line}` }),
  'by a mention': ({ slack, channel }, line) => slack.say({ as: 'mary', channel, text: `@ops ${line}` }),
  'in a thread': async ({ slack, channel }, line) => {
    const { ts } = await slack.say({ as: 'tom', channel, text: 'good morning' });
    return slack.say({ as: 'mary', channel, thread: ts, text: `ops ${line}` });
  },
  'with a slash': ({ slack, channel }, line) => slack.command({ as: 'mary', channel, text: line }),
  'by a shortcut': async ({ slack, channel }, line) => {
    const { ts } = await slack.say({ as: 'tom', channel, text: line });
    return slack.shortcut({ as: 'mary', callbackId: 'ops_run', channel, ts });
  },
  'by an edit': async ({ slack, channel }, line) => {
    const { ts } = await slack.say({ as: 'mary', channel, text: 'ops login --nope' });
    const room = { slack, channel } as Room;
    await whispered(room, 1);
    await slack.edit({ as: 'mary', channel, ts, text: `ops ${line}` });
    const offer = await slack.waitFor(() =>
      slack.messages(channel).find((one) => labels(one).some((label) => label.startsWith('Run it'))),
    );
    const [label = ''] = labels(offer);
    return press(room, offer.ts, label);
  },
};

describe.each(Object.entries(ways))('a secret that is typed %s', (_, ask) => {
  it.each([
    [`login --token ${secret}`, secret, '✗ --token of login is secret and cannot be given in a room: nothing was run'],
    [`login ${token}`, token, '✗ this looks like a Slack token: nothing was run, and nothing of it is kept by ops'],
  ])('is refused, told to its sender alone, and kept nowhere: ops %s', async (line, value, refusal) => {
    const room = await openLoginRoom();
    await ask(room, line);
    const told = (): string | undefined => whispers(room).find(({ text }) => text.includes(refusal))?.to;
    expect(await room.slack.waitFor(told)).toBe('mary');
    await settled(room);
    expect(saidInRoom(room)).toEqual([]);
    expect(saidByBot(room)).not.toContain(value);
    expect(onDisk(room)).not.toContain(value);
    expect(room.listener.said.words).not.toContain(value);
    expect(() => readFileSync(join(room.project.folder, 'ran'))).toThrow('ENOENT');
    expect((await recordedLines(room.project))[0]).toMatch(/^login /);
  });
});

/** To mary, also that a line waits. */
function allSaid({ slack }: Room): string {
  return JSON.stringify(slack.messages('@mary').filter(({ user }) => user === slack.bot.userId));
}

describe('a secret option in a room', () => {
  it.each([`--token=${secret}`, `-t ${secret}`, `-t${secret}`, `--token=${secret} --tok ${secret}`])(
    'is refused however it is typed: %s',
    async (option) => {
      const room = await openLoginRoom();
      const { ts } = await room.slack.say({ as: 'mary', channel: '@mary', text: `login ${option}` });
      // On a slow machine it is said to wait first.
      const isRefusal = (said: Message): boolean => said.ts > ts && messageText(said).includes('✗');
      await room.slack.waitFor(() => saidInRoom(room, '@mary').find(isRefusal));
      await settled(room);
      expect(allSaid(room)).not.toContain(secret);
      expect(onDisk(room)).not.toContain(secret);
      expect(() => readFileSync(join(room.project.folder, 'ran'))).toThrow('ENOENT');
    },
  );

  it('is masked also where the line does not parse', async () => {
    const room = await openLoginRoom();
    for (const line of [
      'login --tokn hunter2-hunter2',
      'login --token hunter2-hunter2 --nope',
      '@ops logn --token hunter2-hunter2',
    ])
      await room.slack.say({ as: 'mary', channel: room.channel, text: line.startsWith('@') ? line : `ops ${line}` });
    const told = await whispered(room, 3);
    expect(JSON.stringify(told)).not.toContain(secret);
    expect((await recorded(room.project)).map(({ state }) => state)).toEqual(['failed', 'failed', 'failed']);
    expect(onDisk(room)).not.toContain(secret);
  });

  it('reaches its command in a terminal, and is masked where that was interrupted', async () => {
    const room = await openLoginRoom();
    const { folder } = room.project;
    expect((await startOps(folder, ['login', '--token', secret]).ended).words).toBe('it is the token\n');
    const run = startOps(folder, ['login', 'wait', '--token', secret]);
    await until(
      () => /^\d+\n$/.test(readFileSync(join(folder, 'parent'), { encoding: 'utf8', flag: 'a+' })),
      'the script',
    );
    run.child.kill('SIGKILL');
    await run.ended.catch(() => {});
    const next = await startOps(folder, ['history']).ended;
    expect(next.words).toContain('was interrupted');
    expect(next.words).not.toContain(secret);
    expect(onDisk(room)).not.toContain(secret);
  });
});

describe('a token that is pasted in a room', () => {
  it.each([
    ['alone', token],
    ['in a line that is no line', `login "${token}`],
    ['after a slip', `logn ${token}`],
    ['on several lines', `login\n${token}`],
    ['as a header', `login Authorization: Bearer 0123456789abcdefABCDEF`],
    ['as a key', `login '-----BEGIN PRIVATE KEY-----\n${'A'.repeat(64)}\n-----END PRIVATE KEY-----'`],
  ])('is told to its sender, and kept nowhere: %s', async (_, line) => {
    const room = await openLoginRoom();
    const value = /xoxb-[\w-]+|0123456789abcdefABCDEF|A{64}/.exec(line)?.[0] ?? '';
    await room.slack.say({ as: 'mary', channel: '@mary', text: line });
    // On a slow machine it is said to wait first.
    const isRefusal = (said: unknown): boolean => JSON.stringify(said).includes('this looks like');
    const told = () => [...whispers(room, '@mary'), ...saidInRoom(room, '@mary')].find(isRefusal);
    const answer = await room.slack.waitFor(told);
    expect(JSON.stringify(answer)).toContain('Delete the message, which ops cannot do for you');
    await settled(room);
    expect(allSaid(room)).not.toContain(value);
    expect(onDisk(room)).not.toContain(value);
  });
});
