import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/context/evidence.ts';
import { openSqliteJournal } from '../../src/journal/sqlite.ts';
import { messageText } from '../../src/sandbox/text/text.ts';
import { editFile } from '../support/chain.ts';
import { root, startOps } from '../support/ops.ts';
import { openRoom, type Room, tokens } from '../support/room.ts';

const pathOf = ({ project }: Room): string => join(project.folder, '.ops/journal.db');

async function entriesOf(room: Room): Promise<Entry[]> {
  const journal = await openSqliteJournal(pathOf(room));
  const found: Entry[] = [];
  for await (const entry of journal.entries()) found.push(entry);
  await journal.close();
  return found;
}

/** What a line of cron does. */
async function shell(room: Room, line: string): Promise<number> {
  const path = `${join(root.pathname, 'bin')}:${process.env['PATH']}`;
  const child = spawn('sh', ['-c', line], {
    cwd: room.project.folder,
    env: { ...process.env, ...tokens(room.slack), PATH: path },
    stdio: 'ignore',
  });
  const [code] = (await once(child, 'close')) as [number];
  return code;
}

describe('what a room and a terminal did', () => {
  it('holds, and no longer once the file was edited behind the head that the room was told', async () => {
    const room = await openRoom();
    const { slack, project, channel } = room;
    await room.type('ops deploy uat');
    const refused = await room.type('ops deploy prod --ref v9');
    expect(refused.exitCode).not.toBe(0);
    const seen = await room.type('ops audit verify');
    expect(seen.words).toMatch(/^The journal is as it was written/);

    expect(await shell(room, "ops audit head | ops say '#general'")).toBe(0);
    const said = slack.messages(channel).map((message) => messageText(message));
    const [, head = ''] = /Journal head (\d+:[0-9a-f]{64}), /.exec(said.join('\n')) ?? [];
    expect(head).not.toBe('');
    const verify = () => startOps(project.folder, ['audit', 'verify', '--head', head]).ended;
    expect(await verify()).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining(`Still in it             ${head}`),
    });

    editFile(pathOf(room), (file) => file.exec(`UPDATE runs SET actor_name = 'tom' WHERE command = 'deploy'`));
    const found = await verify();
    expect(found.exitCode).toBe(1);
    expect(found.stdout).toMatch(/^runs \w{8} +actor_name is "tom"; as of entry \d+ it is "mary"$/m);
    expect((await room.type('ops audit verify')).exitCode).toBe(1);
  });

  it('is told with who, where and why it might, and with each edit of the line afterwards', async () => {
    const room = await openRoom();
    const { slack, channel } = room;
    const said = await slack.say({ as: 'mary', channel, text: 'ops deploy uat' });
    await room.answerTo(said.ts);
    await slack.edit({ as: 'mary', channel, ts: said.ts, text: 'ops deployed' });
    const edited = async () => (await entriesOf(room)).find(({ kind }) => kind === 'line-edited');
    await expect.poll(edited).toBeDefined();
    const entries = await entriesOf(room);
    const id = (await edited())?.subject;
    const mary = { id: expect.stringMatching(/^slack:T\w+:U\w+$/), name: 'mary' };
    expect(entries.find(({ kind, subject }) => kind === 'run-accepted' && subject === id)).toMatchObject({
      actor: mary,
      facts: { row: { argv: ['deploy', 'uat'], origin: { type: 'room' } } },
    });
    expect(await edited()).toMatchObject({ actor: mary, facts: { line: 'ops deployed' } });
    const kinds = entries.filter(({ subject }) => subject === id).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['run-accepted', 'run-started', 'run-ended', 'line-edited']));
  });
});
