import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isRunning } from '../support/alive.ts';
import { bashScript, saidInRoom, whispers } from '../support/listening.ts';
import { startOps } from '../support/ops.ts';
import { type Answer, openRoom, type Room } from '../support/room.ts';
import { until } from '../support/waiting.ts';

interface BothDoors {
  room: Room;
  /** The line's end in a terminal that is none, and in a room. */
  type(line: string): Promise<{ shell: { exitCode: number; words: string; stdout: string }; answer: Answer }>;
}

async function openBothDoors(files: Record<string, [content: string | Uint8Array, mode?: number]>): Promise<BothDoors> {
  const room = await openRoom();
  for (const [path, [content, mode = 0o755]] of Object.entries(files)) {
    room.project.write(`scripts/${path}`, content as string, mode);
  }
  return {
    room,
    type: async (line) => {
      const terminal = startOps(room.project.folder, line.split(' ').slice(1));
      const [shell, answer] = await Promise.all([terminal.ended, room.type(line)]);
      return { shell, answer };
    },
  };
}

/** The file that stands under a run's message. */
async function outputUnder({ slack, channel }: Room, { message }: Answer): Promise<string> {
  const [file] = await slack.waitFor(
    () =>
      slack.messages(channel).find(({ files, thread_ts }) => files !== undefined && thread_ts === message.ts)?.files,
  );
  const headers = { authorization: `Bearer ${slack.people[0]?.token}` };
  return (await fetch(String(file?.['url_private']), { headers })).text();
}

/** The room has all of the output, so that nobody brings it there again. */
function isSent({ project }: Room): boolean {
  const outputs = join(project.folder, '.ops', 'output');
  return readdirSync(outputs).some((run) => existsSync(join(outputs, run, 'sent')));
}

describe('a script', () => {
  it('without a run bit is not run, and the hint says what to type', async () => {
    const { type } = await openBothDoors({ plain: [bashScript('plain', 'echo ran'), 0o644] });
    const { shell, answer } = await type('ops plain');
    expect(shell).toMatchObject({
      exitCode: 78,
      words: '✗ scripts/plain is not executable\n  → chmod +x scripts/plain\n',
    });
    expect(answer).toMatchObject({ exitCode: 78, words: shell.words });
  });

  it('without a manifest is not run', async () => {
    const { type } = await openBothDoors({ bare: ['#!/usr/bin/env bash\necho ran\n'] });
    const { shell, answer } = await type('ops bare');
    expect(shell.exitCode).toBe(78);
    expect(shell.words).toMatch(/^✗ scripts\/bare[\s\S]+\n {2}→ /);
    expect(shell.words).not.toContain('ran\n');
    expect(answer).toMatchObject({ exitCode: 78, words: shell.words });
  });

  it('with a wrong manifest, or an interpreter that is not there, says so', async () => {
    const { type } = await openBothDoors({
      wrong: [bashScript('wrong', 'echo ran', '# effct: read\n')],
      lost: [bashScript('lost', 'echo ran').replace('/usr/bin/env bash', '/nowhere/bash')],
    });
    for (const line of ['ops wrong', 'ops lost']) {
      const { shell, answer } = await type(line);
      expect(shell.exitCode, line).not.toBe(0);
      expect(shell.words).toMatch(/^✗ /);
      expect(answer).toMatchObject({ exitCode: shell.exitCode, words: shell.words });
    }
  });

  it('that ignores SIGTERM is killed when its time is up', async () => {
    const script = bashScript('deaf', `trap '' TERM\necho $$ > deaf.$OPS_ORIGIN\nwhile :; do sleep 0.05; done`);
    const { room, type } = await openBothDoors({ deaf: [script] });
    const { shell, answer } = await type('ops deaf --timeout 5s');
    expect(shell).toMatchObject({ exitCode: 124, words: expect.stringContaining('✗ it was stopped after 5 s') });
    expect(answer).toMatchObject({ exitCode: 124, words: shell.words });
    for (const door of ['terminal', 'room']) {
      expect(isRunning(Number(readFileSync(join(room.project.folder, `deaf.${door}`), 'utf8'))), door).toBe(false);
    }
  });

  it('that prints binary is shown as far as it can be', async () => {
    const body = `head -c 20000 /dev/urandom; printf '\\0\\xff\\xfe\\xed\\xa0\\x80\\n'; echo "the end"`;
    const { type, room } = await openBothDoors({ noise: [bashScript('noise', body)] });
    const { shell, answer } = await type('ops noise');
    expect(shell).toMatchObject({ exitCode: 0, words: expect.stringContaining('the end') });
    expect(answer.exitCode).toBe(0);
    expect(answer.words).toContain('the end\n');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may reach the room.
    expect(JSON.stringify(answer.message.blocks)).not.toMatch(/[\0-\x1f\x7f-\x9f]|\\u00[01]|\\u[dD][89abAB]/);
    expect(room.listener.said.stderr).not.toContain('!');
  });

  it('that prints escape codes has its colours and links in the room, and no codes', async () => {
    const body = `printf '\\033[1;31mred\\033[0m \\033]8;;https://example.com/\\033\\\\link\\033]8;;\\033\\\\ \\033[2J\\033[10;10Hplace\\007 \\033]0;title\\007end\\n'`;
    const { type } = await openBothDoors({ colours: [bashScript('colours', body)] });
    const { shell, answer } = await type('ops colours');
    expect(shell.words).toBe('red link place end (https://example.com/)\n');
    expect(answer.words).toBe(shell.words);
    const elements = JSON.stringify(answer.message.blocks);
    expect(elements).toContain('"url":"https://example.com/"');
    expect(elements).not.toContain('\\u001b');
  });

  it('passes its own exit code on', async () => {
    const { type } = await openBothDoors({ odd: [bashScript('odd', 'exit "${1:-200}"')] });
    const { shell, answer } = await type('ops odd');
    expect(shell).toMatchObject({ exitCode: 200, words: '✗ odd exited with code 200\n' });
    expect(answer).toMatchObject({ exitCode: 200, words: shell.words });
  });

  it('has no terminal to read from, and is not kept waiting for one', async () => {
    const body = '[ -t 0 ] && echo "a terminal"; read -r answer || echo "nothing to read"';
    const { type } = await openBothDoors({ asks: [bashScript('asks', body)] });
    const { shell, answer } = await type('ops asks');
    expect(shell).toMatchObject({ exitCode: 0, words: 'nothing to read\n' });
    expect(answer).toMatchObject({ exitCode: 0, words: 'nothing to read\n' });
  });

  it('that prints much shows its head and its tail in the room', async () => {
    const { type, room } = await openBothDoors({
      much: [bashScript('much', 'for n in {1..20000}; do echo "line $n <&>"; done')],
    });
    const { shell, answer } = await type('ops much');
    expect(shell.stdout.split('\n')).toHaveLength(20_001);
    expect(answer.exitCode).toBe(0);
    const [head = '', tail = ''] = answer.words.split(/… \d+ lines left out …\n/);
    expect(shell.stdout.startsWith(head)).toBe(true);
    expect(shell.stdout.endsWith(tail)).toBe(true);
    expect(head).toMatch(/^line 1 <&>\n/);
    expect(tail).toMatch(/line 20000 <&>\n$/);
    const leftOut = Number(/… (\d+) lines left out …/.exec(answer.words)?.[1]);
    expect(leftOut + head.split('\n').length + tail.split('\n').length - 2).toBe(20_000);
    expect(answer.message.text.length).toBeLessThanOrEqual(4000);
    expect(await outputUnder(room, answer)).toBe(shell.stdout);
    await until(() => isSent(room), 'that it is known to be there');
    expect(room.slack.calls.filter(({ ok, method }) => !ok && method.startsWith('chat.'))).toEqual([]);
  });

  it('that prints more than a file may hold has its head and its tail in the file', async () => {
    const body = 'echo first; for n in {1..40}; do head -c 524287 /dev/zero | tr "\\\\000" x; echo; done; echo last';
    const { room } = await openBothDoors({ flood: [bashScript('flood', body)] });
    const output = await outputUnder(room, await room.type('ops flood'));
    expect(output).toMatch(/^first\nx+\n/);
    expect(output).toMatch(/\n… \d+\.\d MB left out …\n/);
    expect(output).toMatch(/x\nlast\n$/);
    expect(output.length).toBeLessThan(16 * 2 ** 20);
    await until(() => isSent(room), 'that it is known to be there');
  });

  it('whose file Slack does not take has its message all the same', async () => {
    const { room } = await openBothDoors({ much: [bashScript('much', 'for n in {1..2000}; do echo "line $n"; done')] });
    room.slack.faults.next('files.getUploadURLExternal', { error: 'missing_scope' });
    expect((await room.type('ops much')).words).toContain('line 2000\n');
    await until(() => room.listener.said.stderr.includes('missing_scope'), 'the warning');
    expect((await room.type('ops whoami')).exitCode).toBe(0);
  });

  it('shows its words in the room as they come', async () => {
    const body = 'echo first; while [ ! -e go ]; do sleep 0.05; done; echo last';
    const { room } = await openBothDoors({ slow: [bashScript('slow', body)] });
    const { ts } = await room.slack.say({ as: 'mary', channel: room.channel, text: 'ops slow' });
    const words = (): string => JSON.stringify(saidInRoom(room));
    await until(() => words().includes('first'), 'its first word');
    expect(words()).toContain('running');
    expect(words()).not.toContain('last');
    room.project.write('go', '');
    expect((await room.answerTo(ts)).words).toBe('first\nlast\n');
    expect(whispers(room)).toEqual([]);
  });

  it('that says nothing for a while is said to run', async () => {
    const { room } = await openBothDoors({ quiet: [bashScript('quiet', 'while [ ! -e go ]; do sleep 0.05; done')] });
    const { ts } = await room.slack.say({ as: 'mary', channel: room.channel, text: 'ops quiet' });
    await until(() => JSON.stringify(saidInRoom(room)).includes('running'), 'that it runs');
    room.project.write('go', '');
    expect(await room.answerTo(ts)).toMatchObject({ exitCode: 0, words: '' });
    expect(saidInRoom(room)).toHaveLength(1);
  });
});

describe('a configuration that breaks while the listener runs', () => {
  it('is told in the room, word for word as in a terminal', async () => {
    const { room } = await openBothDoors({});
    await room.type('ops whoami');
    room.project.write('.chatopsrc', 'environments: [\n');
    const shell = await startOps(room.project.folder, ['whoami']).ended;
    for (let round = 0; round < 2; round++) {
      const answer = await room.type('ops whoami');
      expect(answer).toMatchObject({ exitCode: 78, words: shell.words });
    }
  });
});
