import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, unlinkSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Message, type Sandbox, startSandbox } from '../../src/sandbox/server.ts';
import { messageText } from '../../src/sandbox/text/text.ts';
import { labels, press } from '../support/buttons.ts';
import { codeOf, secretIn } from '../support/codes.ts';
import { type LineEnd, lineOf, type OsUser, type TypedLine } from '../support/line-process.ts';
import { startListener, stop } from '../support/listening.ts';
import { createProject, type Project } from '../support/project.ts';
import { patient, type Room, withSlack } from '../support/room.ts';

/** Any three that the system knows; only root may start processes of theirs. */
const isRoot = userInfo().uid === 0;
const group = 2000;
const others = readFileSync('/etc/passwd', 'utf8')
  .split('\n')
  .flatMap((line) => Number(line.split(':')[2] ?? 0) || []);
const [mary, listener, eve] = others.map((uid): OsUser => ({ uid, gid: group }));
const users = isRoot && mary && listener && eve ? { mary, listener, eve } : undefined;

const config = (slack: Sandbox): string => {
  const id = slack.people.find(({ name }) => name === 'mary')?.id;
  const mine = users?.mary.uid ?? userInfo().uid;
  return withSlack(
    slack.apiUrl,
    `scripts: [./scripts]
people:
  mary: { slack: '${slack.team.id}/${id}', os: '${hostname()}:${mine}' }
  tom: { os: '${hostname()}:99999' }
roles: { admin: [tom] }
policy:
  - { name: all, allow: [everyone, strangers] }
  - { name: a-look-takes-a-code, ask: everyone, commands: deployed, code: true }
`,
  );
};

interface Shared extends Pick<Room, 'slack' | 'project' | 'channel'> {
  codes: string;
}

/** A project of a group of this machine: mary types in a terminal, and the listener is another user. */
async function openShared(): Promise<Shared> {
  const slack = await startSandbox({ ...patient, people: [{ name: 'mary' }] });
  onTestFinished(() => slack.close());
  const project = createProject(config(slack));
  if (users !== undefined) share(project, users.listener);
  return { slack, project, channel: slack.channels[0]?.id ?? '', codes: join(project.folder, '.ops', 'codes') };
}

/** As an administrator of the machine does it, once. */
function share({ folder }: Project, { uid }: OsUser): void {
  const set = `mkdir -p .ops/output/passing .ops/codes && touch .ops/journal.db
chown -R ${uid}:${group} . && chmod 755 . && chmod 2770 .ops && chmod 660 .ops/journal.db
chmod 3770 .ops/output .ops/output/passing .ops/codes`;
  execFileSync('sh', ['-ec', set], { cwd: folder });
}

const listen = (room: Shared) => startListener(room, users?.listener);

function type({ project }: Shared, argv: readonly string[], ...codes: string[]): Promise<LineEnd> {
  const { uid } = users?.mary ?? userInfo();
  const line: TypedLine = { actor: `os:${hostname()}:${uid}`, name: 'mary', argv, codes: () => codes };
  return lineOf(project.folder, users === undefined ? line : { ...line, as: users.mary });
}

/** The listener cannot read it; or, where it is the same user, it is gone. */
function hideOwn({ codes }: Shared): void {
  if (users !== undefined) return;
  for (const name of readdirSync(codes)) if (/^[0-9a-f]{32}$/.test(name)) unlinkSync(join(codes, name));
}

/** What the room then shows: that it waits for her code, or why it does not. */
async function ask({ slack, channel }: Shared): Promise<Message> {
  const { ts } = await slack.say({ as: 'mary', channel, text: 'ops deployed' });
  const isAnswer = (one: Message): boolean =>
    one.ts > ts && (labels(one).includes('Give code …') || / · exit \d+ · /.test(messageText(one)));
  return slack.waitFor(() => slack.messages(channel).find(isAnswer));
}

async function give(room: Shared, asked: Message, ...codes: string[]) {
  await press(room, asked.ts, 'Give code …');
  await room.slack.waitFor(() => room.slack.views('mary').at(-1));
  const errors: string[] = [];
  for (const code of codes) {
    const said = await room.slack.submit({ as: 'mary', values: { code: { value: code } } });
    errors.push(said.errors?.['code'] ?? 'taken');
  }
  return errors;
}

const ended = (room: Shared, { ts }: Message): Promise<string> =>
  room.slack.waitFor(() => {
    const text = room.slack.messages(room.channel).find((one) => one.ts === ts);
    return text !== undefined && / · exit \d+ · /.test(messageText(text)) ? messageText(text) : undefined;
  });

const names = ({ codes }: Shared, kind: RegExp): string[] =>
  readdirSync(codes)
    .filter((name) => kind.test(name))
    .map((name) => join(codes, name));

const secrets = /^(listener-)?[0-9a-f]{32}$/;

describe(users ? 'a listener of another user' : 'a listener that has no copy but the sealed one', () => {
  it('takes the codes of who enrolled in a terminal, each once for both doors', async () => {
    const room = await openShared();
    await listen(room);
    const enrolled = await type(room, ['otp', 'enroll'], 'shown');
    expect(enrolled.words).toContain('mary gives one-time codes from now on');
    expect(enrolled.words).toMatch(/sealed to the listener, user .+ of this machine: key( [0-9a-f]{4}){4}\./);
    expect((await type(room, ['otp', 'status'])).words).toMatch(/mary +terminals and rooms/);
    const now = codeOf(secretIn(enrolled.words));
    expect(await type(room, ['deployed'], now)).toMatchObject({ exitCode: 0 });
    hideOwn(room);
    const asked = await ask(room);
    expect(await give(room, asked, now, codeOf(secretIn(enrolled.words), 1))).toEqual([
      expect.stringContaining('this code was used already'),
      'taken',
    ]);
    expect(await ended(room, asked)).toContain('exit 0');
  });

  it('has secrets that no other user reads', async () => {
    const room = await openShared();
    await listen(room);
    await type(room, ['otp', 'enroll'], 'shown');
    expect(names(room, secrets)).toHaveLength(2);
    for (const path of names(room, secrets)) {
      expect(statSync(path).mode & 0o777).toBe(0o600);
      if (users)
        expect(() => execFileSync('cat', [path], { ...users.eve, stdio: 'pipe' })).toThrow('Permission denied');
    }
  });

  it('tells who enrolled before it ever ran what to do, and takes their codes then', async () => {
    const room = await openShared();
    const enrolled = await type(room, ['otp', 'enroll'], 'shown');
    expect(enrolled.words).toContain('Rooms take none yet: once ops listen has run, type ops otp enroll again');
    expect((await type(room, ['otp', 'status'])).words).toMatch(
      /mary +terminals [\s\S]*Rooms take none yet: no ops listen/,
    );
    await listen(room);
    if (users) {
      expect((await type(room, ['otp', 'status'])).words).toMatch(/Rooms take none of mary: each types ops otp enroll/);
      const refused = await ended(room, await ask(room));
      expect(refused).toContain('✗ the one-time codes of mary are not known to this user of this machine');
      const again = await type(room, ['otp', 'enroll'], codeOf(secretIn(enrolled.words)));
      expect(again.words).toContain('mary gives one-time codes in rooms too from now on');
    }
    const asked = await ask(room);
    expect(await give(room, asked, codeOf(secretIn(enrolled.words), 1))).toEqual(['taken']);
    expect((await type(room, ['otp', 'enroll'])).words).toContain('mary can give one-time codes already');
  });

  it('keeps nothing of who has removed their codes', async () => {
    const room = await openShared();
    await listen(room);
    const { words } = await type(room, ['otp', 'enroll'], 'shown');
    expect(names(room, /\.sealed$/)).toHaveLength(1);
    expect(await type(room, ['otp', 'remove'], codeOf(secretIn(words)))).toMatchObject({ exitCode: 0 });
    expect(names(room, /./).map((path) => basename(path).replace(/-.*\b(?=\.)|-\w+$/, ''))).toEqual([
      'listener',
      'listener.pub',
    ]);
  });

  it('is told of a key that is none of its own, and goes on without codes', async () => {
    const room = await openShared();
    await stop(await listen(room));
    const [key = ''] = names(room, /^listener-[0-9a-f]{32}$/);
    if (users === undefined) unlinkSync(key);
    const second = await startListener(room, users?.eve);
    expect(second.said.words).toMatch(/the key that one-time codes are sealed to .* is none of this listener/);
  });
});
