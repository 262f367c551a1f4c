import { describe, expect, it } from 'vitest';
import { message, press } from '../support/buttons.ts';
import { killListener, saidInRoom, settled, startListener } from '../support/listening.ts';
import type { Room } from '../support/room.ts';
import { calledIn, openWatchRoom } from '../support/watch-room.ts';

/** Who is called is heard before it is known that they heard. */
async function untilNothingIsWatched(room: Pick<Room, 'type'>): Promise<void> {
  while ((await room.type('ops builds-watch --list')).words !== 'You watch nothing\n');
}

describe('a build that is watched in a room', () => {
  it('calls whoever asked when it ends, and those whose changes broke it, in a new message', async () => {
    const room = await openWatchRoom();
    const { farm } = room.jenkins;
    await room.type('ops builds-start slow');
    const answer = await room.type('ops builds-watch slow');
    expect(answer).toMatchObject({ exitCode: 0, words: 'slow#1 runs. You are told how slow#1 ends\n' });
    // Whoever asks twice is called once.
    expect((await room.type('ops builds-watch slow')).words).toBe(answer.words);
    const [build] = farm.running();
    if (build === undefined) throw new Error('none runs');
    build.commits.push({ commitId: 'c'.repeat(40), msg: 'Break it', author: 'T', email: 'tom@example.com' });
    build.commits.push({ commitId: 'd'.repeat(40), msg: 'More', author: 'Linus', email: 'l@example.org' });
    farm.finish(build, 'FAILURE');
    const call = await room.call(/slow#1/);
    expect(room.read(call)).toMatch(
      /^✗ @mary: slow#1 ended failed after .*: changes by @tom, Linus\n\s*→ ops builds-log 'slow#1'$/,
    );
    expect(calledIn(call)).toEqual([room.idOf('mary'), room.idOf('tom')]);
    expect(call.ts > answer.message.ts).toBe(true);
    await untilNothingIsWatched(room);
    await settled(room);
    expect(room.calls(/slow#1/)).toHaveLength(1);
  });

  it('is told once, by whoever listens then, though the listener is killed', async () => {
    const room = await openWatchRoom();
    const { farm } = room.jenkins;
    await room.type('ops builds-start slow --notify');
    for (const job of ['web/deploy', 'shop']) expect((await room.type(`ops builds-watch ${job}`)).exitCode).toBe(0);
    const list = (await room.type('ops builds-watch --list')).words;
    expect(list.match(/^slow#1|^the next build of \S+/gm)?.sort()).toEqual([
      'slow#1',
      'the next build of shop',
      'the next build of web/deploy',
    ]);
    await room.type('ops builds-watch web/deploy --stop');
    await killListener(room.listener);
    for (const build of farm.running()) farm.finish(build, 'SUCCESS');
    const next = await startListener(room);
    expect(room.read(await room.call(/slow#1/))).toMatch(/^✓ @mary: slow#1 ended ok after /);
    await killListener(next);
    await startListener(room);
    await room.type('ops builds-start shop');
    expect(room.read(await room.call(/shop#9/))).toMatch(/^✓ @mary: shop#9 ended ok after /);
    await settled(room);
    expect([room.calls(/slow#1/), room.calls(/shop#9/), room.calls(/deploy/)].map(({ length }) => length)).toEqual([
      1, 1, 0,
    ]);
  });

  it('is told where it is taken out of the queue, and in the thread that it was asked for in', async () => {
    const room = await openWatchRoom();
    const { farm } = room.jenkins;
    for (const agent of farm.agents) agent.executors = 0;
    const { message } = await room.type('ops builds-start slow');
    await room.type('ops builds-watch slow', { thread: message.ts, as: 'tom' });
    // What waited is known by its number, once it has one.
    farm.add('late');
    await room.type('ops builds-start late --notify');
    for (const item of farm.waiting().filter(({ job }) => job.name === 'late')) farm.begin(item);
    expect((await room.type("ops builds-watch --stop 'late#1'")).words).toMatch(
      /^You are not told how late#\w+ ends\n$/,
    );
    for (const item of farm.waiting()) farm.cancel(item);
    const call = await room.call(/slow#q1/);
    expect(room.read(call)).toBe('✗ @tom: slow#q1 ended cancelled');
    expect([call.thread_ts, calledIn(call)]).toEqual([message.ts, [room.idOf('tom')]]);
  });
});

it('whoever deploys with --notify is called when it has ended, however that is', async () => {
  const room = await openWatchRoom();
  expect((await room.type('ops deploy uat --notify')).exitCode).toBe(0);
  expect(room.read(await room.call(/deploy uat/))).toMatch(
    /^✓ @mary: ops deploy uat --notify \(run \w+\) succeeded after /,
  );
  room.project.write('deploy', '#!/bin/sh\nexit 3\n', 0o755);
  await room.type('ops deploy dev --notify');
  expect(room.read(await room.call(/deploy dev/))).toMatch(
    /^✗ @mary: ops deploy dev --notify \(run \w+\) failed after .*: .* exited with code 3/,
  );
  expect(saidInRoom(room)).toHaveLength(4);
});

it('whoever looked into a build is called when somebody else does from now on', async () => {
  const room = await openWatchRoom();
  expect((await room.type("ops builds-claim 'shop#8' mine")).words).toContain('mary looks into shop#8: mine\n');
  await room.slack.say({ as: 'tom', channel: room.channel, text: "ops builds-claim 'shop#8'" });
  const asked = await message(
    room,
    (text) => text.includes('mary looks into it since') && text.includes('Take it over?'),
  );
  await press(room, asked.ts, 'Yes', 'tom');
  const call = await room.call(/^tom looks into shop#8/);
  expect(room.read(call)).toBe('tom looks into shop#8 from now on, and @mary no longer');
  expect([call.ts > asked.ts, calledIn(call)]).toEqual([true, [room.idOf('mary')]]);
});
