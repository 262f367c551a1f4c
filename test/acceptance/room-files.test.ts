import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readPixels } from '../../src/charts/canvas.ts';
import { sayWithFiles } from '../support/attach.ts';
import { jenkinsConfig, openFarm } from '../support/farm.ts';
import { bashScript, saidInRoom, whispered } from '../support/listening.ts';
import { startOps } from '../support/ops.ts';
import { configuration, createProject } from '../support/project.ts';
import { openRoom, type Room } from '../support/room.ts';
import { until } from '../support/waiting.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);
const chart = bashScript(
  'chart',
  String.raw`echo "The load of a day"
name=$(printf load.png | base64)
printf 'Load: \033]1337;File=name=%s;width=40;inline=1:%s\a\n' "$name" "$(base64 < dot.png)"
printf '\033]1337;MultipartFile=name=%s;inline=1\a' "$(printf parts.png | base64)"
for part in $(base64 < dot.png | tr -d '\n' | fold -w 40); do printf '\033]1337;FilePart=%s\a' "$part"; done
printf '\033]1337;FileEnd\a\n'
echo done`,
);

interface Shared {
  name: string;
  title: string;
  alt: string | undefined;
  thread: string | undefined;
  content: Buffer;
}

/** The files that the bot has shared, once there are so many. */
const shared = (room: Room, count: number): Promise<Shared[]> =>
  room.slack.waitFor((slack) => {
    const found = slack.messages(room.channel).flatMap(({ files = [], thread_ts }) =>
      files.map((file) => ({
        ...{ name: String(file['name']), title: String(file['title']), thread: thread_ts },
        alt: file['alt_txt'] as string | undefined,
        content: Buffer.from(slack.file(String(file['id'])).content),
      })),
    );
    return found.length >= count ? found : undefined;
  });

/** Writes the same script and picture into both. */
function writeChart(...folders: string[]): void {
  for (const folder of folders) {
    writeFileSync(join(folder, 'scripts', 'chart'), chart, { mode: 0o755 });
    writeFileSync(join(folder, 'dot.png'), png);
  }
}

it('brings the pictures that a script prints to the room that it was typed in, and says the same words in a shell', async () => {
  const room = await openRoom();
  const terminal = createProject();
  writeChart(room.project.folder, terminal.folder);
  const answer = await room.type('ops chart');
  const shell = await startOps(terminal.folder, ['chart']).ended;
  expect(answer.words).toBe('The load of a day\nLoad: picture load.png (68 B)\npicture parts.png (68 B)\ndone\n');
  expect(shell.words).toBe(answer.words);
  const thread = undefined;
  expect(await shared(room, 2)).toEqual([
    { name: 'load.png', title: 'load.png', alt: 'load.png', thread, content: png },
    { name: 'parts.png', title: 'parts.png', alt: 'parts.png', thread, content: png },
  ]);
  expect(answer.text).not.toContain('iVBOR');
  const left = join(room.project.folder, '.ops', 'output', 'passing');
  await until(() => !existsSync(left) || readdirSync(left).length === 0, 'the output removed');
});

it('brings them into the thread that was asked in', async () => {
  const room = await openRoom();
  writeChart(room.project.folder);
  const { ts } = await room.slack.say({ as: 'mary', channel: room.channel, text: 'how is the load?' });
  await room.type('ops chart', { thread: ts });
  expect((await shared(room, 2)).map(({ thread }) => thread)).toEqual([ts, ts]);
});

it('brings more pictures than one looks at into the thread', async () => {
  const room = await openRoom();
  writeChart(room.project.folder);
  const many = `for one in 1 2 3 4; do printf '\\033]1337;File=inline=1:%s\\a\\n' "$(base64 < dot.png)"; done`;
  writeFileSync(join(room.project.folder, 'scripts', 'album'), bashScript('album', many), { mode: 0o755 });
  const { message } = await room.type('ops album');
  expect((await shared(room, 4)).map(({ thread }) => thread)).toEqual(Array.from({ length: 4 }, () => message.ts));
});

it('says in the room what is too large for it, and where that is whose app may not upload', async () => {
  const room = await openRoom(`${configuration}files: { largest: 60 }\n`);
  writeChart(room.project.folder);
  const { words } = await room.type('ops chart');
  expect(words).toContain('! load.png is not brought to the room: it has 68 B, and 60 B is the most (files.largest');

  const unscoped = await openRoom(configuration, { scopes: ['channels:history', 'chat:write', 'users:read'] });
  writeChart(unscoped.project.folder);
  await unscoped.type('ops chart');
  const told = await unscoped.slack.waitFor(() =>
    saidInRoom(unscoped)
      .map(({ text }) => text)
      .find((text) => text.includes('could not be brought')),
  );
  expect(told).toContain('missing_scope: the app needs the scope files:write');
  const [, folder = ''] = /kept on the listener's machine: (\S+)/.exec(told) ?? [];
  expect(readFileSync(join(folder, '1')).equals(png)).toBe(true);
});

const sum = bashScript(
  'sum',
  `echo "$(basename "$OPS_ARG_REPORT"): $(cat "$1" | wc -l | tr -d ' ') lines"; [ "$OPS_ORIGIN" = terminal ] || echo "$1" > where`,
  `# args:\n#   report: { summary: What to count, type: file, accept: ['.csv', 'text/*'], size: 1kB, required: true }\n`,
);

it('gives a script the file that is attached to the message, in the same words as a path in a shell', async () => {
  const room = await openRoom();
  for (const folder of [room.project.folder]) writeFileSync(join(folder, 'scripts', 'sum'), sum, { mode: 0o755 });
  const terminal = createProject();
  terminal.write('scripts/sum', sum, 0o755);
  terminal.write('report.csv', 'a\nb\n');
  const shell = await startOps(terminal.folder, ['sum', 'report.csv']).ended;
  const files = [{ name: 'report.csv', content: 'a\nb\n' }];
  const { channel } = room;
  const named = await room.answerTo(await sayWithFiles(room.slack, { channel, text: 'ops sum report.csv', files }));
  expect(named.words).toBe('report.csv: 2 lines\n');
  expect(shell.words).toBe(named.words);
  const isLeft = () => existsSync(readFileSync(join(room.project.folder, 'where'), 'utf8').trim());
  await expect.poll(isLeft).toBe(false);
  const alone = await room.answerTo(await sayWithFiles(room.slack, { channel, text: 'ops sum', files }));
  expect(alone.words).toBe(named.words);
  const again = await room.type(`ops rerun ${/run (\w+)$/.exec(alone.text)?.[1]}`);
  expect(again.words).toMatch(/^Repeats run .*\nreport\.csv: 2 lines\n$/);
});

it('refuses, before anything runs, what the command does not take', async () => {
  const room = await openRoom();
  room.project.write('scripts/sum', sum, 0o755);
  const { slack, channel } = room;
  const csv = (name: string) => ({ name, content: 'a\n' });
  const lines = [
    { text: 'ops sum', files: [csv('a.csv'), csv('b.csv')] },
    { text: 'ops sum c.csv', files: [csv('a.csv')] },
    { text: 'ops sum', files: [{ name: 'a.png', content: png }] },
    { text: 'ops sum', files: [{ name: 'long.csv', content: 'x'.repeat(1001) }] },
  ];
  for (const line of lines) await sayWithFiles(slack, { channel, ...line });
  await slack.say({ as: 'mary', channel, text: 'ops sum a.csv' });
  const told = (await whispered(room, 5)).map(({ text }) =>
    text.split('\n').find((words) => words.startsWith('✗ sum') || words.startsWith('✗ ')),
  );
  expect(new Set(told)).toEqual(
    new Set([
      '✗ sum needs <report>, and 2 files are attached: a.csv, b.csv',
      '✗ <report> names c.csv, and there is no such file: attached are a.csv',
      '✗ <report> takes .csv, text/*, not a.png (image/png)',
      '✗ long.csv has 1 kB, and 1 kB is the most here',
      '✗ <report> names a.csv, and there is no such file',
    ]),
  );
});

it('says where the app may not read files, and when a file is not what its name says', async () => {
  const scopes = ['channels:history', 'chat:write', 'files:write', 'users:read'];
  const unscoped = await openRoom(configuration, { scopes });
  unscoped.project.write('scripts/sum', sum, 0o755);
  const files = [{ name: 'a.csv', content: 'a\n' }];
  const refused = await unscoped.answerTo(
    await sayWithFiles(unscoped.slack, { channel: unscoped.channel, text: 'ops sum', files }),
  );
  expect(refused.exitCode).toBe(78);
  expect(refused.words).toContain('✗ the app may not read files: it has not the scope files:read\n  → the app needs');

  const room = await openRoom();
  room.project.write('scripts/sum', sum, 0o755);
  const zeros = [{ name: 'a.csv', content: Buffer.from([97, 0, 98]) }];
  const { words } = await room.answerTo(
    await sayWithFiles(room.slack, { channel: room.channel, text: 'ops sum', files: zeros }),
  );
  expect(words).toContain('a.csv is not what its name says: it is not text/csv: it holds zero bytes');
});

it('brings the chart that a command draws to the thread, light and with its words, and keeps no copy', async () => {
  const room = await openRoom(configuration + jenkinsConfig(await openFarm()));
  const answer = await room.type('ops builds-trend shop');
  const words = '8 builds of shop: 6 ok, 2 failed; median 4 min 18 s, last 2 min 12 s';
  expect(answer.words).toBe(`${words} (builds-trend-shop.png)\nThe slowest is #3: 5 min\n`);
  const [picture] = await shared(room, 1);
  expect(picture).toMatchObject({ name: 'builds-trend-shop.png', title: words, alt: words });
  const { width, height, data } = (await readPixels(picture?.content ?? Buffer.of(), 1200, 720)) ?? expect.fail();
  expect([width, height, ...data.subarray(0, 3)]).toEqual([1200, 720, 255, 255, 255]);
  const refused = await room.type('ops builds-trend shop --out x.png');
  expect(refused).toMatchObject({ exitCode: 64, words: expect.stringContaining('leave --out away') });
  const passing = join(room.project.folder, '.ops', 'output', 'passing');
  await until(() => !existsSync(passing) || readdirSync(passing).length === 0, 'an empty folder');
});
