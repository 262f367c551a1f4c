import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { labels, press } from '../support/buttons.ts';
import { filesIn } from '../support/folder.ts';
import { bashScript, healthOf, settled, whispered } from '../support/listening.ts';
import { startOps } from '../support/ops.ts';
import { configuration } from '../support/project.ts';
import { openRoom, type Room, tokens } from '../support/room.ts';

const secret = 'hunter2-"Xyz"/9?& more';
const bytes = Buffer.from(secret);
const wrapped = Buffer.from(`${'x'.repeat(50)}${secret}${'y'.repeat(40)}`)
  .toString('base64')
  .slice(0, 76);

/** What must not be seen anywhere, whatever was done to it. */
const encodings: Record<string, string> = {
  plain: secret,
  base64: bytes.toString('base64'),
  base64url: bytes.toString('base64url'),
  'base64 of more': Buffer.from(`user:${secret}`).toString('base64'),
  hex: bytes.toString('hex'),
  address: encodeURIComponent(secret),
  form: new URLSearchParams({ x: secret }).toString().slice(2),
  json: JSON.stringify(secret).slice(1, -1),
  html: secret.replaceAll('&', '&amp;').replaceAll('"', '&quot;'),
};
const insideOf = (encoding: string): string => (encoding.startsWith('base64') ? encoding.slice(8, -4) : encoding);

const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=';

/** Says it on both outputs, in pieces of seven bytes; as the name of a picture; in a long output; and fails. */
const leak = bashScript(
  'leak',
  String.raw`say() { dd if=leaks bs=7 2>/dev/null; }
say; say >&2
printf '\033]1337;File=name=%s;inline=1:%s\a\n' "$(cat name)" '${picture}'
[ "$1" = long ] && { seq 2000; say; }
exit 3`,
  '# args:\n#   words: { summary: Any words, variadic: true }\n# options:\n#   on: { summary: When, type: date }\n',
);

const withSecret = configuration.replace(
  "deploy: [./deploy, '{environment}', '{commit}']",
  "deploy: [./deploy, '{environment}', '{commit}']\n    env: { LEAK: '${env:LEAK}' }",
);

async function openLeakyRoom(): Promise<Room & { env: NodeJS.ProcessEnv }> {
  process.env['LEAK'] = secret;
  const room = await openRoom(withSecret, {}, ['--health', '127.0.0.1:0']).finally(() => delete process.env['LEAK']);
  const { write } = room.project;
  write('scripts/leak', leak, 0o755);
  write(
    'leaks',
    `${Object.entries(encodings)
      .map(([name, text]) => `${name} <${text}>\n`)
      .join('')}wrapped ${wrapped}\n`,
  );
  write('name', Buffer.from(`a ${secret.replaceAll('/', '')} ${encodings['hex']}.png`).toString('base64'));
  write(`report ${encodings['hex']}.txt`, `${JSON.stringify(encodings)}\n`);
  return { ...room, env: { ...tokens(room.slack), LEAK: secret } };
}

function onDisk(folder: string): string {
  return filesIn(folder)
    .map(({ name, content }) => `${name}\n${content}`)
    .join('\n');
}

/** All that the bot has brought to the room: its messages, and the files with their names. */
function inRoom({ slack, channel }: Room): string {
  const messages = slack.messages(channel).filter(({ user }) => user === slack.bot.userId);
  const files = messages.flatMap(({ files = [] }) => files.map(({ id }) => slack.file(String(id))));
  const contents = files.map(({ content }) => Buffer.from(content).toString('utf8'));
  return [JSON.stringify(messages), ...contents].join('\n');
}

function expectNone(seen: Readonly<Record<string, string>>): void {
  for (const [sink, text] of Object.entries(seen)) {
    for (const [name, encoding] of Object.entries(encodings)) {
      expect(text.includes(insideOf(encoding)) ? `${sink} shows it: ${name}` : '').toBe('');
    }
  }
}

describe('a secret of the configuration', () => {
  it('is shown by no way out of a room, whatever was done to it', async () => {
    const room = await openLeakyRoom();
    const { slack, channel, listener, project } = room;
    const mary = slack.people.find(({ name }) => name === 'mary')?.id;
    const answer = await room.type(`ops leak long '${secret}' '${encodings['base64']}'`);
    expect(answer).toMatchObject({ exitCode: 3, text: expect.stringContaining('••••') });
    await room.type(`ops leak '${secret}' --nope`, { channel: '@mary' });
    await room.type('ops log', { as: 'tom' });
    await slack.say({ as: 'mary', channel, text: `ops leak '${secret}' --form` });
    const form = await slack.waitFor(() =>
      slack.messages(channel).find((one) => labels(one).includes('Fill in') && one.ephemeralTo === mary),
    );
    await press(room, form.ts, 'Fill in');
    const view = await slack.waitFor(() => slack.views('mary').at(-1));
    await slack.waitFor(() => inRoom(room).includes('2000') || undefined);
    const metrics = await (await fetch(`${await healthOf(room)}/metrics`)).text();
    await whispered(room, 1);
    await settled(room);
    expectNone({
      'the room': inRoom(room),
      'a form': JSON.stringify(view),
      'the disk': onDisk(join(project.folder, '.ops')),
      'the listener': listener.said.words,
      'the figures': metrics,
    });
    expect(inRoom(room)).toContain('.png');
  });

  it('is shown by no way out of a terminal, whatever was done to it', async () => {
    const { project, env, channel, slack, ...room } = await openLeakyRoom();
    const lines: string[][] = [
      ['leak', secret],
      ['leak', 'long', secret, '--json'],
      ['leak', secret, '--nope', '--debug'],
      ['leak', '--on', secret, '--debug'],
      [secret],
      ['log'],
      ['history', '--json'],
      ['config'],
      ['config', '--json'],
      ['say', channel, secret, '--title', secret, '--file', `report ${encodings['hex']}.txt`, '--debug'],
    ];
    const seen: Record<string, string> = {};
    for (const line of lines) {
      const { stdout, stderr } = await startOps(project.folder, line, env).ended;
      seen[`stdout of ${line[0]} ${lines.indexOf(line)}`] = stdout;
      seen[`stderr of ${line[0]} ${lines.indexOf(line)}`] = stderr;
    }
    expect(seen['stdout of leak 0']).toContain('plain <••••>');
    expect(seen['stderr of leak 0']).toContain('plain <••••>');
    expect(seen['stdout of config 7']).toContain('••••');
    const said = inRoom({ project, channel, slack, ...room });
    expect(said).toContain('{"plain":"••••"');
    expect(said).toContain('report ••••.txt');
    expectNone({ ...seen, 'what was said': said, 'the disk': onDisk(join(project.folder, '.ops')) });
  });
});
