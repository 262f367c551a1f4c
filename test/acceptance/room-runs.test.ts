import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messageText } from '../../src/sandbox/text/text.ts';
import { isRunning } from '../support/alive.ts';
import {
  bashScript,
  killListener,
  recorded,
  saidInRoom,
  settled,
  startListener,
  stop,
  whispered,
} from '../support/listening.ts';
import { ops, startOps } from '../support/ops.ts';
import { openRoom, type Room } from '../support/room.ts';
import { slowScript } from '../support/slow.ts';
import { until } from '../support/waiting.ts';

/** A script under way in a room: its run's id, and where it was typed. */
async function slowRoom(): Promise<{ room: Room; ts: string; run: string }> {
  const room = await openRoom();
  room.project.write('scripts/slow', slowScript, 0o755);
  const { ts } = await room.slack.say({ as: 'mary', channel: room.channel, text: 'ops slow' });
  await until(() => existsSync(join(room.project.folder, 'began')), 'the script');
  await room.slack.waitFor(() => saidInRoom(room)[0]);
  const [row] = (await recorded(room.project)).filter(({ argv }) => argv[0] === 'slow');
  // What people call the room is asked for meanwhile, and kept once it is known.
  await expect.poll(async () => (await ops(room.project.folder, ['runs'])).stdout).toContain('room #general');
  return { room, ts, run: row?.id ?? '' };
}

const scriptOf = ({ project }: Room): number => Number(readFileSync(join(project.folder, 'began'), 'utf8'));
const rowOf = async ({ project }: Room, run: string) => (await recorded(project)).find(({ id }) => id === run);

describe('a run of a room', () => {
  it('is stopped by another person, and its message says by whom', async () => {
    const { room, ts, run } = await slowRoom();
    const stopped = await room.type(`ops stop ${run.slice(0, 6)}`, { as: 'tom' });
    expect(stopped.exitCode).toBe(0);
    expect(stopped.words).toMatch(
      new RegExp(
        `^Stop run ${run} of mary \\(room #general, since .+\\): ops slow\nRun ${run} of mary has ended, cancelled \\(it was stopped by tom\\): ops slow\n$`,
      ),
    );
    const { exitCode, words } = await room.answerTo(ts);
    expect({ exitCode, words }).toEqual({ exitCode: 130, words: 'began\n✗ it was stopped by tom\n' });
    expect(isRunning(scriptOf(room))).toBe(false);
    expect(await rowOf(room, run)).toMatchObject({ state: 'cancelled', message: 'it was stopped by tom' });
    expect((await ops(room.project.folder, ['log', run])).stdout).toBe('began\n✗ it was stopped by tom\n');
  });

  it('is seen and stopped from a terminal', async () => {
    const { room, ts, run } = await slowRoom();
    const { folder } = room.project;
    expect((await ops(folder, ['runs'])).stdout).toMatch(new RegExp(`\n${run} +ops slow +mary +room #general +`));
    expect((await ops(folder, ['runs', '--all'])).stdout).toContain('ops listen');
    expect((await startOps(folder, ['stop', run]).ended).exitCode).toBe(0);
    expect((await room.answerTo(ts)).words).toMatch(/^began\n✗ it was stopped by \S+\n$/);
  });

  it('is stopped though its listener is gone, and its room is told by the next one', async () => {
    const { room, run } = await slowRoom();
    await killListener(room.listener);
    expect((await startOps(room.project.folder, ['stop', run]).ended).exitCode).toBe(0);
    await startListener(room);
    const told = await room.slack.waitFor(() =>
      saidInRoom(room).find((message) => messageText(message).includes('while the listener was away')),
    );
    expect(messageText(told)).toContain('ended while the listener was away: cancelled, exit 130');
    expect(await rowOf(room, run)).toMatchObject({ state: 'cancelled' });
  });

  it('is called stopped where its process heeds nothing and is ended', async () => {
    const { room, ts, run } = await slowRoom();
    const { pid = 0 } = (await rowOf(room, run))?.process ?? {};
    process.kill(pid, 'SIGSTOP');
    const stopped = await startOps(room.project.folder, ['stop', run, '--grace', '0s']).ended;
    expect(stopped).toMatchObject({ exitCode: 0, stderr: expect.stringMatching(/^Stop run .+\n$/) });
    const { exitCode, words } = await room.answerTo(ts);
    expect({ exitCode, words }).toMatchObject({
      exitCode: 130,
      words: expect.stringMatching(/✗ it was stopped by \S+\n$/),
    });
    expect(await rowOf(room, run)).toMatchObject({ state: 'cancelled' });
    expect(isRunning(scriptOf(room))).toBe(false);
    expect((await room.type('ops whoami')).exitCode).toBe(0);
  });

  it('is stopped before its turn has come', async () => {
    const room = await openRoom();
    room.project.write(
      'scripts/slow',
      bashScript('slow', 'echo $$ >> began; until [ -e go ]; do sleep 0.05; done'),
      0o755,
    );
    for (let count = 0; count < 17; count++) {
      await room.slack.say({ as: count % 2 === 0 ? 'mary' : 'tom', channel: room.channel, text: 'ops slow' });
    }
    const beginnings = (): number =>
      existsSync(join(room.project.folder, 'began'))
        ? readFileSync(join(room.project.folder, 'began'), 'utf8').split('\n').length - 1
        : 0;
    await until(() => beginnings() === 16, 'sixteen at work');
    // What is at work is said to be a little later than it is.
    const accepted = async () => (await recorded(room.project)).filter(({ state }) => state === 'accepted');
    await expect.poll(accepted).toHaveLength(1);
    const [waits] = await accepted();
    const { exitCode, stderr } = await startOps(room.project.folder, ['stop', waits?.id ?? '']).ended;
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
    expect(await rowOf(room, waits?.id ?? '')).toMatchObject({ state: 'cancelled', startedAt: undefined });
    room.project.write('go', '');
    await until(() => saidInRoom(room).filter((one) => / · run \w+$/.test(messageText(one))).length === 17, 'all ends');
    expect(beginnings()).toBe(16);
  });
});

describe('in a room', () => {
  it('a line is repeated by another person, and its message shows that line', async () => {
    const room = await openRoom();
    await room.type('ops deploy uat --ref v1');
    const [first] = await recorded(room.project);
    const { exitCode, words, text } = await room.type(`ops rerun ${first?.id}`, { as: 'tom' });
    expect(exitCode).toBe(0);
    expect(words).toMatch(new RegExp(`^Repeats run ${first?.id} of mary, .+ UTC\nDeploy web in uat: v1 → v1`));
    expect(text).toContain('ops deploy uat --ref v1');
    expect(text).not.toContain('rerun');
    expect(await recorded(room.project)).toMatchObject([
      { argv: ['deploy', 'uat', '--ref', 'v1'], actor: { name: 'mary' } },
      { argv: ['deploy', 'uat', '--ref', 'v1'], actor: { name: 'tom' }, state: 'succeeded' },
    ]);
  });

  it('the listener is not stopped, and an unknown run is told to who asked', async () => {
    const room = await openRoom();
    const { stdout } = await ops(room.project.folder, ['runs', '--all', '--json']);
    const [listener] = JSON.parse(stdout).runs as { id: string }[];
    const { exitCode, words } = await room.type(`ops stop ${listener?.id}`);
    expect(words).toContain(`run ${listener?.id} is ops listen, which is ended where it was started`);
    expect(exitCode).toBe(64);
    await room.slack.say({ as: 'tom', channel: room.channel, text: 'ops rerun zzzz' });
    expect(await whispered(room)).toMatchObject([{ to: 'tom', text: expect.stringContaining('there is no run zzzz') }]);
    await settled(room);
  });

  it('a long log comes as a file, of which no second copy is kept', async () => {
    const room = await openRoom();
    room.project.write('scripts/count', bashScript('count', 'seq 1 3000'), 0o755);
    await ops(room.project.folder, ['count']);
    const [{ id: run = '' } = {}] = await recorded(room.project);
    const { exitCode, message } = await room.type(`ops log ${run}`);
    expect(exitCode).toBe(0);
    await room.slack.waitFor(() =>
      saidInRoom(room).find(({ files, thread_ts }) => files !== undefined && thread_ts === message.ts),
    );
    const passing = join(room.project.folder, '.ops', 'output', 'passing');
    await until(() => readdirSync(passing).length === 0, 'nothing left of it');
    expect((await ops(room.project.folder, ['log', run, '--tail', '1'])).stdout).toBe('3000\n');
  });

  it('what was printed is there after everything was started anew', async () => {
    const room = await openRoom();
    const { words } = await room.type('ops deploy uat');
    const [row] = await recorded(room.project);
    await stop(room.listener);
    await startListener(room);
    expect((await room.type(`ops log ${row?.id}`)).words).toBe(words);
  });
});
