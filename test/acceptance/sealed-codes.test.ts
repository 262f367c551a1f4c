import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, unlinkSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Message, type Sandbox, startSandbox } from '../../src/sandbox/server.ts';
import { messageText } from '../../src/sandbox/text/text.ts';
import { labels, message, press } from '../support/buttons.ts';
import { codeOf, secretIn } from '../support/codes.ts';
import { type LineEnd, lineOf, type OsUser, type TypedLine } from '../support/line-process.ts';
import { startListener } from '../support/listening.ts';
import { createProject, type Project } from '../support/project.ts';
import { type Room, withSlack } from '../support/room.ts';

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
  const slack = await startSandbox({ people: [{ name: 'mary' }] });
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
  const line: TypedLine = { actor: `os:${hostname()}:${uid}`, name: 'mary', argv, codes };
  return lineOf(project.folder, users === undefined ? line : { ...line, as: users.mary });
}

/** The listener cannot read it; or, where it is the same user, it is gone. */
function hideOwn({ codes }: Shared): void {
  if (users !== undefined) return;
  for (const name of readdirSync(codes)) if (/^[0-9a-f]{32}$/.test(name)) unlinkSync(join(codes, name));
}

async function ask({ slack, channel, project }: Shared): Promise<Message> {
  await slack.say({ as: 'mary', channel, text: 'ops deployed' });
  return message({ slack, channel, project } as Room, (_, shown) => /waiting|exit \d+/.test(messageText(shown)));
}

const inRoom = users ? 'a listener of another user' : 'a listener that has no copy but the sealed one';

describe(inRoom, () => {
  it('takes the codes of who enrolled in a terminal, each once for both doors', async () => {
    const room = await openShared();
    await listen(room);
    const enrolled = await type(room, ['otp', 'enroll'], '-1');
    expect(enrolled.words).toContain('mary gives one-time codes from now on');
    expect(enrolled.words).toMatch(/sealed to the listener, user .+ of this machine: key( [0-9a-f]{4}){4}\./);
    const secret = secretIn(enrolled.words);
    expect((await type(room, ['otp', 'status'])).words).toMatch(/mary +terminals and rooms/);
    if (users) expect(await type(room, ['deployed'], codeOf(secret))).toMatchObject({ exitCode: 0 });
    hideOwn(room);
    const asked = await ask(room);
    expect(labels(asked)).toContain('Give code …');
    await press(room as never, asked.ts, 'Give code …');
    await room.slack.waitFor(() => room.slack.views('mary').at(-1), 15_000);
    const give = (code: string) => room.slack.submit({ as: 'mary', values: { code: { value: code } } });
    if (users) expect((await give(codeOf(secret))).errors?.['code']).toContain('this code was used already');
    expect((await give(codeOf(secret, 1))).errors).toBeUndefined();
    await room.slack.waitFor(
      () => room.slack.messages(room.channel).find((one) => / · exit 0 · /.test(messageText(one))),
      15_000,
    );
  }, 60_000);
});
