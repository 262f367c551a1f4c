import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Message, Sandbox, SandboxOptions } from '../../src/sandbox/server.ts';
import { startSandbox } from '../../src/sandbox/server.ts';
import { messageText } from '../../src/sandbox/text/text.ts';
import { root, type Said, startOps } from '../support/ops.ts';
import { createProject, type Project } from '../support/project.ts';
import { openRoom, withSlack } from '../support/room.ts';

interface Opened {
  slack: Sandbox;
  project: Project;
  room: string;
  said(): Message[];
  say(...argv: string[]): Promise<Said>;
}

/** A Slack and a shell that has the bot's token and no other. */
async function open(options: SandboxOptions = {}): Promise<Opened> {
  const slack = await startSandbox(options);
  onTestFinished(() => slack.close());
  const project = createProject(withSlack(slack.apiUrl));
  const room = `#${slack.channels[0]?.name}`;
  const env = { SLACK_BOT_TOKEN: slack.botToken };
  return {
    ...{ slack, project, room },
    said: () => slack.messages(room).filter(({ user }) => user === slack.bot.userId),
    say: (...argv) => startOps(project.folder, ['say', ...argv], env).ended,
  };
}

/** `program | ops say …`, with what the program writes handed in. */
function pipe({ slack, project }: Opened, argv: readonly string[]) {
  const child = spawn(join(root.pathname, 'bin', 'ops'), ['say', ...argv], {
    cwd: project.folder,
    env: { ...process.env, SLACK_BOT_TOKEN: slack.botToken },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, ended: once(child, 'close').then(([code]: unknown[]) => code) };
}

const posts = (slack: Sandbox): number => slack.calls.filter(({ method }) => method === 'chat.postMessage').length;

describe('ops say', () => {
  it('says words in a room as they are, in one call, and nobody is pinged by them', async () => {
    const { say, said, room, slack } = await open();
    const { exitCode, stdout } = await say(room, 'Out:', '<!channel> *v1* & @mary');
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: expect.stringMatching(/^Said in #\S+: http.*\/p\d+\n$/),
    });
    const [message] = said();
    expect(messageText(message as Message)).toMatch(/^Out: <!channel> \*v1\* & @mary\n\S+ · run \w+$/);
    expect(message?.text).toContain('&lt;!channel&gt;');
    expect(slack.calls.filter(({ method }) => /^chat\.(post|update)/.test(method))).toHaveLength(1);
  });

  it('tells --json where it said so', async () => {
    const { say, said, room, slack } = await open();
    const { stdout } = await say(room, 'hello', '--json');
    const [message] = said();
    expect(JSON.parse(stdout)).toEqual({
      room,
      channel: slack.channels[0]?.id,
      ts: message?.ts,
      permalink: expect.stringContaining(`/p${message?.ts.replace('.', '')}`),
    });
  });

  it('answers in a thread, by the link to its message, under a title, and pings whom it is told to', async () => {
    const { say, said, room, slack } = await open();
    const asked = await slack.say({ as: 'mary', channel: room, text: 'is it out?' });
    const link = `${new URL(slack.apiUrl).origin}/archives/${asked.channel}/p${asked.ts.replace('.', '')}`;
    expect((await say(link, 'yes', '--title', 'The release', '--mention', '@mary')).exitCode).toBe(0);
    expect((await say(room, 'indeed', '--thread', asked.ts)).exitCode).toBe(0);
    expect(said().map(({ thread_ts }) => thread_ts)).toEqual([asked.ts, asked.ts]);
    const mary = slack.people.find(({ name }) => name === 'mary')?.id;
    expect(said()[0]?.blocks?.[0]).toMatchObject({
      elements: [{ elements: [{ type: 'user', user_id: mary }, {}, { text: 'The release', style: { bold: true } }] }],
    });
  });

  it('brings files along', async () => {
    const { say, project, room, slack } = await open();
    writeFileSync(join(project.folder, 'report.csv'), 'a,b\n');
    writeFileSync(join(project.folder, 'dot.png'), Buffer.from([1]));
    expect((await say(room, '--file', 'report.csv', '--file', 'dot.png')).exitCode).toBe(0);
    const [message, ...shared] = await slack.waitFor(() => {
      const all = slack.messages(room).filter(({ user }) => user === slack.bot.userId);
      return all.length === 3 ? all : undefined;
    });
    expect(messageText(message as Message)).toMatch(/^report\.csv \(4 B\)\ndot\.png \(1 B\)\n/);
    expect(shared.map(({ files, thread_ts }) => [files?.[0]?.['name'], thread_ts === message?.ts])).toEqual([
      ['report.csv', true],
      ['dot.png', true],
    ]);
  });

  it('says that the words are there already, where files do not follow them', async () => {
    const { say, said, project, room, slack } = await open();
    writeFileSync(join(project.folder, 'report.csv'), 'a,b\n');
    writeFileSync(join(project.folder, 'none.csv'), '');
    const empty = await say(room, 'Out', '--file', 'report.csv', '--file', 'none.csv');
    expect([empty.exitCode, empty.stderr]).toEqual([64, '✗ none.csv is empty, and Slack takes no empty file\n']);
    expect(said()).toEqual([]);
    slack.faults.always('files.completeUploadExternal', { error: 'restricted_action' });
    const { exitCode, stderr } = await say(room, 'Out', '--file', 'report.csv');
    const [message] = said();
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`✗ the words are in ${room}, but not all files: Slack refuses files.completeUpload`);
    expect(stderr).toContain(`→ ops say '${room}' --thread ${message?.ts} --file …\n`);
  });

  it('follows a program in one message, and brings all of a long output as a file', async () => {
    const opened = await open();
    const { slack, room } = opened;
    const { child, ended } = pipe(opened, [room, '--title', 'make']);
    child.stdin.write('first line\n');
    const live = await slack.waitFor(() => opened.said()[0]);
    expect(messageText(live)).toMatch(/^make\nfirst line\n\S+ · … · run \w+$/);
    child.stdin.end(`${Array.from({ length: 2000 }, (_, at) => `step ${at}`).join('\n')}\nlast line\n`);
    expect(await ended).toBe(0);
    const [message, file] = await slack.waitFor(() => (opened.said().length === 2 ? opened.said() : undefined));
    const words = messageText(message as Message);
    expect(words).toMatch(
      /^make\nfirst line\nstep 0\n[\s\S]*lines left out[\s\S]*\nlast line\n\S+ · (\S+ s · )?run \w+$/,
    );
    const { content } = slack.file(String(file?.files?.[0]?.['id']));
    expect(content.toString()).toBe(
      `first line\n${Array.from({ length: 2000 }, (_, at) => `step ${at}\n`).join('')}last line\n`,
    );
    expect(posts(slack)).toBe(1);
  });

  it('says nothing where its program says nothing, and asks for words where there is none', async () => {
    const opened = await open();
    expect(await opened.say(opened.room)).toMatchObject({
      exitCode: 0,
      stdout: 'Nothing was said: standard input was empty\n',
    });
    expect(opened.said()).toEqual([]);
  });

  it('masks secrets', async () => {
    const { say, said, room, slack } = await open();
    await say(room, `the token is ${slack.botToken}`);
    expect(messageText(said()[0] as Message)).toContain('the token is ••••\n');
  });

  it('does not say it twice where the answer is lost', async () => {
    const { say, said, room, slack } = await open();
    slack.faults.next('chat.postMessage', { status: 500, when: 'after' });
    expect((await say(room, 'once')).exitCode).toBe(0);
    expect(said()).toHaveLength(1);
  });

  it('ends what it follows when it is stopped', async () => {
    const opened = await open();
    const { child, ended } = pipe(opened, [opened.room]);
    child.stdin.write('half\n');
    await opened.slack.waitFor(() => opened.said()[0]);
    child.kill('SIGTERM');
    expect(await ended).toBe(130);
    expect(messageText(opened.said()[0] as Message)).toMatch(/^half\n\S+ · ✗ cancelled/);
  });

  it.each<[string, string[], number, RegExp]>([
    [
      'a room that the bot is not in',
      ['#secret', 'x'],
      1,
      /✗ @\S+ is not in #secret\n {2}→ \/invite @\S+ in #secret\n/,
    ],
    [
      'a room that is named by its id',
      ['C0SECRET', 'x'],
      1,
      /✗ @\S+ is not in #secret\n {2}→ \/invite @\S+ in #secret\n/,
    ],
    ['a room that nobody knows', ['#nowhere', 'x'], 1, /✗ there is no room #nowhere that @\S+ can see\n/],
    ['words that name no room', ['two words', 'x'], 64, /✗ "two words" names no room\n/],
    ['a thread that is none', ['#ops', 'x', '--thread', 'yes'], 64, /✗ --thread takes the link to a message/],
    ['somebody unknown', ['#ops', 'x', '--mention', '@zoe'], 64, /✗ nobody is called @zoe here\n/],
    [
      'a file that is not there',
      ['#ops', '--file', 'none.csv'],
      64,
      /✗ --file names none.csv, and there is no such file\n/,
    ],
  ])('says what is wrong with %s', async (_, argv, code, words) => {
    const { say } = await open({ channels: [{ name: 'ops' }, { id: 'C0SECRET', name: 'secret', bot: false }] });
    const { exitCode, stderr } = await say(...argv);
    expect(stderr).toMatch(words);
    expect(exitCode).toBe(code);
  });

  it('is a line like any other in a room, to another room', async () => {
    const room = await openRoom(undefined, { channels: ['ops', 'builds'] });
    const answer = await room.type("ops say '#builds' 'it is out'");
    expect(answer.exitCode).toBe(0);
    expect(answer.words).toMatch(/^In #builds\nSaid in #builds: http\S+\n$/);
    const [said] = room.slack.messages('#builds').filter(({ user }) => user === room.slack.bot.userId);
    expect(messageText(said as Message)).toMatch(/^it is out\nmary · run said-\w+$/);
  });
});
