import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/sandbox/server.ts';
import { messageText } from '../../src/sandbox/text/text.ts';
import { isRunning } from '../support/alive.ts';
import {
  bashScript,
  killListener,
  recorded,
  saidInRoom,
  startListener,
  stop,
  wordsScript,
} from '../support/listening.ts';
import { openRoom, type Room } from '../support/room.ts';
import { until } from '../support/waiting.ts';

/** Writes its own number and its parent's, then does what it is told. */
const markedScript = (name: string, body: string): string =>
  bashScript(name, `echo $$ > ${name}.pid; echo $PPID > ${name}.parent\n${body}`);

const waiting = 'echo began; for turn in {1..4000}; do [ -e go ] && break; sleep 0.05; done; echo ended';

const fileOf = ({ project }: Room, name: string): string => join(project.folder, name);
const pidIn = (room: Room, name: string): number => Number(readFileSync(fileOf(room, name), 'utf8'));

async function openScriptRoom(name: string, body: string): Promise<Room> {
  const room = await openRoom();
  room.project.write(`scripts/${name}`, markedScript(name, body), 0o755);
  room.project.write('scripts/words', wordsScript, 0o755);
  return room;
}

/** Types a line and waits until its script works and the room sees its first words. */
async function begin(room: Room, name: string): Promise<string> {
  const { ts } = await room.slack.say({ as: 'mary', channel: room.channel, text: `ops ${name}` });
  await room.slack.waitFor(() => saidInRoom(room).find((message) => messageText(message).includes('began')));
  return ts;
}

describe('a run that ends its own process', () => {
  it('costs that run alone: the room is told, what it left running is ended, and the next line is answered', async () => {
    const room = await openScriptRoom(
      'traitor',
      'sleep 1000 & echo $! > sleeper.pid\necho began; until [ -e go ]; do sleep 0.05; done\nkill -9 $PPID\nsleep 1000',
    );
    const asked = await begin(room, 'traitor');
    room.project.write('go', '');
    const { exitCode, words } = await room.answerTo(asked);
    expect(exitCode).toBe(1);
    expect(words).toBe(
      'began\n✗ the run was interrupted: its process was ended by SIGKILL. It was not run again\n  → ops traitor\n',
    );
    for (const name of ['traitor.pid', 'sleeper.pid']) expect(isRunning(pidIn(room, name)), name).toBe(false);
    expect(await recorded(room.project)).toMatchObject([{ state: 'interrupted', exitCode: 1 }]);
    expect((await room.type('ops words on')).words).toBe('[on]\n');
    expect(room.listener.said.stderr).not.toContain('!');
  });
});

describe('a step whose process is killed', () => {
  it('has failed, in the message too', async () => {
    const room = await openScriptRoom('unused', '');
    room.project.write('deploy', '#!/bin/sh\nuntil [ -e go ]; do sleep 0.05; done\nkill -9 $PPID\nsleep 1000\n', 0o755);
    const { ts } = await room.slack.say({ as: 'mary', channel: room.channel, text: 'ops deploy uat' });
    await room.slack.waitFor(() => saidInRoom(room).find((shown) => messageText(shown).includes('… Release web')));
    room.project.write('go', '');
    const { words } = await room.answerTo(ts);
    expect(words).toMatch(/^✗ .*uat.*\n✗ the run was interrupted: its process was ended by SIGKILL/m);
    expect(words).not.toContain('… ');
  });
});

describe('a run without an end', () => {
  it('does not keep the others waiting, and is stopped when its time is up', async () => {
    const room = await openScriptRoom('endless', 'yes "an endless line of output, forty characters"');
    const { ts } = await room.slack.say({ as: 'mary', channel: room.channel, text: 'ops endless --timeout 6s' });
    await until(() => existsSync(fileOf(room, 'endless.pid')), 'the endless script');
    for (let number = 0; number < 5; number++) {
      expect((await room.type(`words ${number}`, { channel: '@tom', as: 'tom' })).words).toBe(`[${number}]\n`);
    }
    const { exitCode, words } = await room.answerTo(ts);
    expect(exitCode).toBe(124);
    expect(words).toMatch(/^an endless line[\s\S]*… \d+ lines left out …\n[\s\S]*✗ it was stopped after 6 s\n/);
    expect(isRunning(pidIn(room, 'endless.pid'))).toBe(false);
  });
});

describe('a listener that is killed', () => {
  it('leaves its runs to their end, which the next one tells', async () => {
    const room = await openScriptRoom('waits', `${waiting}; for number in {1..1000}; do echo "line $number"; done`);
    await begin(room, 'waits');
    await killListener(room.listener);
    const next = await startListener(room);
    expect((await room.type('ops words on')).words).toBe('[on]\n');
    room.project.write('go', '');
    const texts = await room.slack.waitFor(() => {
      const said = saidInRoom(room).map((message) => messageText(message));
      return said.filter((text) => text.includes('while the listener was away')).length >= 2 ? said : undefined;
    });
    const [row] = await recorded(room.project);
    expect(row).toMatchObject({ state: 'succeeded', exitCode: 0 });
    expect(texts[0]).toMatch(/^ops waits · mary\n[\s\S]+✓ ok · exit 0 · run \w+$/);
    expect(texts.at(-1)).toBe(
      `✓ ops waits (run ${row?.id} of mary) ended while the listener was away: succeeded, exit 0`,
    );
    const withFile = (): Message | undefined => saidInRoom(room).find(({ files }) => files !== undefined);
    expect(await room.slack.waitFor(withFile)).toMatchObject({ thread_ts: saidInRoom(room)[0]?.ts });
    await stop(next);
    await startListener(room);
    expect((await room.type('ops words again')).words).toBe('[again]\n');
    expect(saidInRoom(room)).toHaveLength(5);
    expect(await recorded(room.project)).toHaveLength(3);
  });

  it('with its runs is told of at the next start, and nothing is run again', async () => {
    const room = await openScriptRoom('waits', waiting);
    const asked = await begin(room, 'waits');
    await killListener(room.listener);
    process.kill(pidIn(room, 'waits.parent'), 'SIGKILL');
    await startListener(room);
    room.slack.redeliver(asked, 1);
    const words = await room.slack.waitFor(() => {
      const texts = saidInRoom(room).map((message) => messageText(message));
      return texts.some((text) => text.startsWith('✗ ops waits')) ? texts : undefined;
    });
    const [row] = await recorded(room.project);
    expect(words.at(-1)).toMatch(
      new RegExp(
        `^✗ ops waits \\(run ${row?.id} of mary, .+ UTC\\) was interrupted: its process was killed\\. It was not run again$`,
      ),
    );
    expect(words[0]).toMatch(/^ops waits · mary\n[\s\S]*✗ failed · exit 1 · run \w+$/);
    expect(row).toMatchObject({ state: 'interrupted' });
    expect(isRunning(pidIn(room, 'waits.pid'))).toBe(false);
    expect(await recorded(room.project)).toHaveLength(1);
  });

  it('keeps what was shown, and what came after, also where that is little', async () => {
    const room = await openScriptRoom('waits', waiting);
    await begin(room, 'waits');
    await killListener(room.listener);
    room.project.write('go', '');
    await startListener(room);
    const answer = await room.answerTo(saidInRoom(room)[0]?.ts.replace(/.$/, '') ?? '');
    expect(answer.words).toMatch(
      /^began\nended\n✓ ops waits .+ ended while the listener was away: succeeded, exit 0\n$/,
    );
    await until(() => saidInRoom(room).length === 2, 'the news');
    expect(saidInRoom(room).flatMap(({ files }) => files ?? [])).toEqual([]);
    const [row] = await recorded(room.project);
    expect(readFileSync(fileOf(room, `.ops/output/${row?.id}/head`), 'utf8')).toBe('began\nended\n');
  });

  it('while another one lives is heard of from that one: each room of its own lines, and of no others', async () => {
    const room = await openScriptRoom('waits', waiting);
    await room.slack.say({ as: 'mary', channel: '@mary', text: 'waits' });
    await room.slack.waitFor(() => saidInRoom(room, '@mary').find((said) => messageText(said).includes('began')));
    await startListener(room);
    await killListener(room.listener);
    process.kill(pidIn(room, 'waits.parent'), 'SIGKILL');
    expect((await room.type('ops words on', { as: 'tom' })).words).toBe('[on]\n');
    const news = await room.slack.waitFor(() =>
      saidInRoom(room, '@mary').find((said) => messageText(said).startsWith('✗ ops waits')),
    );
    expect(messageText(news)).toContain('was interrupted: its process was killed. It was not run again');
    expect(messageText(saidInRoom(room, '@mary')[0] ?? news)).toMatch(/^ops waits · mary\nbegan\n✗ ops waits/);
    expect(
      saidInRoom(room)
        .map((said) => messageText(said))
        .join(),
    ).not.toContain('waits');
  });

  it('is not waited for by children that have no run', async () => {
    const room = await openRoom();
    await room.type('ops whoami');
    const children = (): number[] =>
      readFileSync(`/proc/${room.listener.child.pid}/task/${room.listener.child.pid}/children`, 'utf8')
        .split(' ')
        .filter((pid) => pid !== '')
        .map(Number);
    await until(() => children().length > 0, 'a child made ready');
    const pids = children();
    await killListener(room.listener);
    await until(() => pids.every((pid) => !isRunning(pid)), 'the end of the children');
  });
});

describe('a listener that is stopped', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s ends its runs, tells their rooms and leaves nothing behind',
    async (signal) => {
      const room = await openScriptRoom('waits', `sleep 1000 & echo $! > sleeper.pid\n${waiting}`);
      const asked = await begin(room, 'waits');
      const began = Date.now();
      const { exitCode, stdout } = await stop(room.listener, signal);
      expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: 'Stopped listening\n' });
      expect(Date.now() - began).toBeLessThan(10_000);
      const answer = await room.answerTo(asked);
      expect(answer.exitCode).toBe(130);
      expect(answer.words).toMatch(/^began\n✗ it was stopped by (SIGTERM|Ctrl-C)\n$/);
      for (const name of ['waits.pid', 'waits.parent', 'sleeper.pid'])
        expect(isRunning(pidIn(room, name)), name).toBe(false);
      expect(await recorded(room.project)).toMatchObject([{ state: 'cancelled', exitCode: 130 }]);
      await startListener(room);
      await room.type('ops words on');
      expect(saidInRoom(room)).toHaveLength(2);
    },
  );

  it('kills what heeds no signal, in time', async () => {
    const room = await openScriptRoom('deaf', `trap '' TERM INT\necho began; while :; do sleep 0.05; done`);
    const asked = await begin(room, 'deaf');
    const { exitCode } = await stop(room.listener);
    expect(exitCode).toBe(0);
    expect((await room.answerTo(asked)).exitCode).toBe(130);
    for (const name of ['deaf.pid', 'deaf.parent']) expect(isRunning(pidIn(room, name)), name).toBe(false);
  });

  it('leaves what was typed since to the next one', async () => {
    const room = await openScriptRoom('waits', waiting);
    await stop(room.listener);
    const { ts } = await room.slack.say({ as: 'mary', channel: room.channel, text: 'ops words late' });
    await startListener(room);
    expect((await room.answerTo(ts)).words).toBe('[late]\n');
  });
});
