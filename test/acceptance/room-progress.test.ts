import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messageWords } from '../../src/render/slack.ts';
import { bashScript, recorded, saidInRoom } from '../support/listening.ts';
import { ops, startOps } from '../support/ops.ts';
import { openRoom, type Room } from '../support/room.ts';

const wait = (file: string): string => `until [ -e ${file} ]; do sleep 0.05; done`;
const loading = bashScript(
  'loading',
  [
    'echo began',
    `printf '10%%\\r'; printf '20%%\\r'; ${wait('one')}`,
    `printf '\\033[2K\\033[32m55%%\\033[0m'; ${wait('two')}`,
    `printf '\\r100%%\\n'; printf 'Password: ' >&2; ${wait('three')}`,
  ].join('\n'),
);

const shown = (room: Room): string[] => saidInRoom(room).map(({ blocks = [] }) => messageWords(blocks));

async function showing(room: Room, words: string): Promise<void> {
  await room.slack.waitFor(() => shown(room).includes(words) || undefined);
}

describe('a line that a program writes over', () => {
  it('is shown while it stands, as the last one, and is no part of the output', async () => {
    const room = await openRoom();
    const { folder } = room.project;
    room.project.write('scripts/loading', loading, 0o755);
    const goOn = (file: string): void => writeFileSync(join(folder, file), '');
    const { ts } = await room.slack.say({ as: 'mary', channel: room.channel, text: 'ops loading' });
    await showing(room, 'began\n20%\n');
    goOn('one');
    await showing(room, 'began\n55%\n');
    goOn('two');
    await showing(room, 'began\n100%\nPassword:\n');
    goOn('three');
    const { words, exitCode } = await room.answerTo(ts);
    expect({ words, exitCode }).toEqual({ words: 'began\n100%\nPassword: \n', exitCode: 0 });
    const [row] = await recorded(room.project);
    expect((await ops(folder, ['log', row?.id ?? ''])).stdout).toBe('began\n100%\nPassword: \n');
    // No terminal: nothing was seen of what was written over.
    const shell = await startOps(folder, ['loading']).ended;
    expect(shell.words).toBe('began\n100%\nPassword: \n');
  });

  it('shows no half of a secret', async () => {
    const room = await openRoom();
    const { botToken } = room.slack;
    const [half, rest] = [botToken.slice(0, botToken.length / 2), botToken.slice(botToken.length / 2)];
    const body = `printf 'token ${half}'; ${wait('one')}; printf '${rest} ok'; ${wait('two')}`;
    room.project.write('scripts/login', bashScript('login', body), 0o755);
    const goOn = (file: string): void => writeFileSync(join(room.project.folder, file), '');
    const { ts } = await room.slack.say({ as: 'mary', channel: room.channel, text: 'ops login' });
    await showing(room, 'token\n');
    goOn('one');
    await showing(room, 'token •••• ok\n');
    goOn('two');
    expect((await room.answerTo(ts)).words).toBe('token •••• ok\n');
  });
});
