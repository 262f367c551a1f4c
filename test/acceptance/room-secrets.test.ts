import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messageText } from '../../src/sandbox/text/text.ts';
import { bashScript, killListener, recorded, saidInRoom, startListener, whispered } from '../support/listening.ts';
import { startOps, until } from '../support/ops.ts';
import { openRoom, type Room } from '../support/room.ts';

const secret = 'hunter2-hunter2';
const login = bashScript(
  'login',
  '[ "$OPS_OPTION_TOKEN" = hunter2-hunter2 ] && echo "it is the token"; [ "$1" = wait ] && { echo $PPID > parent; sleep 60; }; exit 0',
  '# options:\n#   token: { summary: The token, secret: true, short: t }\n# args:\n#   how: { summary: How }\n',
);

async function openLoginRoom(): Promise<Room> {
  const room = await openRoom();
  room.project.write('scripts/login', login, 0o755);
  return room;
}

/** All that is on the disk of the journal. */
function onDisk({ project }: Room): string {
  const folder = join(project.folder, '.ops');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1')).join('\n');
}

describe('a secret option typed in a room', () => {
  it.each(['--token hunter2-hunter2', '--token=hunter2-hunter2', '-t hunter2-hunter2', '-thunter2-hunter2'])(
    'reaches its command and nothing else: %s',
    async (option) => {
      const room = await openLoginRoom();
      const { exitCode, words, message } = await room.type(`ops login ${option}`);
      expect({ exitCode, words }).toEqual({ exitCode: 0, words: 'it is the token\n' });
      expect(JSON.stringify(message)).not.toContain(secret);
      const { stdout } = await startOps(room.project.folder, ['history', '--json']).ended;
      expect(JSON.parse(stdout).runs[0].line).toMatch(/^ops login .*••••/);
      expect(onDisk(room)).not.toContain(secret);
    },
    30_000,
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
  }, 30_000);

  it('is masked where its run was interrupted', async () => {
    const room = await openLoginRoom();
    await room.slack.say({ as: 'mary', channel: room.channel, text: 'ops login wait --token hunter2-hunter2' });
    await room.slack.waitFor(() => saidInRoom(room)[0], 10_000);
    const parent = join(room.project.folder, 'parent');
    await until(() => /^\d+\n$/.test(readFileSync(parent, { encoding: 'utf8', flag: 'a+' })), 'the script');
    await killListener(room.listener);
    process.kill(Number(readFileSync(parent, 'utf8')), 'SIGKILL');
    const next = await startListener(room);
    const texts = await room.slack.waitFor(() => {
      const said = saidInRoom(room).map((message) => messageText(message));
      return said.some((text) => text.startsWith('✗ ops login')) ? said : undefined;
    }, 10_000);
    expect(`${texts.join('\n')}${next.said.words}`).not.toContain(secret);
    expect(onDisk(room)).not.toContain(secret);
  }, 30_000);
});
