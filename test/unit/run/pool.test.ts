import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { childrenOf, isRunning } from '../../support/alive.ts';
import { poolOf, runnerOf } from '../../support/children.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { heldTimer } from '../../support/held-timer.ts';
import { until } from '../../support/waiting.ts';

describe('the pool', () => {
  it('says where no child can be made ready', async () => {
    expect(await runnerOf('broken').runner.warm()).toBe(false);
    expect(await runnerOf('good', { ready: 0 }).runner.warm()).toBe(true);
  });

  it('takes a child back that is as good as new, and no other', async () => {
    const { run } = runnerOf('lasting');
    const runs = [await run(undefined, 'r1'), await run(undefined, 'r2'), await run(undefined, 'last')];
    const next = await run(undefined, 'r3');
    expect(new Set(runs.map(({ pid }) => pid)).size).toBe(1);
    expect(runs.map(({ said }) => said[1])).toEqual(['run r1', 'run r2', 'run last']);
    expect(next.pid).not.toBe(runs[0]?.pid);
  });

  it('waits for one that only tidies up after its run', async () => {
    const pool = poolOf('good', { ready: 0 });
    const first = await pool.take();
    pool.expect(first);
    const next = pool.take();
    pool.giveBack(first);
    expect(await next).toBe(first);
    pool.giveBack(first);
  });

  it('waits no longer for one that is of no use then', async () => {
    const pool = poolOf('good', { ready: 0 });
    const first = await pool.take();
    pool.expect(first);
    const next = pool.take();
    pool.lose(first);
    expect(await next).not.toBe(first);
    for (const { process } of [first, await next]) process.kill('SIGKILL');
  });

  it('does not wait for ever for one that never comes to an end of that', async () => {
    const pool = poolOf('good', { ready: 0 });
    const first = await pool.take();
    pool.expect(first);
    const next = await pool.take();
    expect(next).not.toBe(first);
    for (const { process } of [first, next]) process.kill('SIGKILL');
  });

  it('lets an old one go as soon as another one is ready, and not before', async () => {
    const nobodyTypes = heldTimer(3000);
    const cwd = temporaryFolder();
    const { run, runner } = runnerOf('gated', { ready: 1, cwd });
    // Until then, a second one could be first to look.
    await runner.warm();
    const before = new Set(childrenOf(process.pid));
    const { pid: old = 0 } = await run(undefined, 'late');
    const made = (): number[] => childrenOf(process.pid).filter((pid) => !before.has(pid) && pid !== old);
    const meanwhile = new Set<number | undefined>();
    while (made().length === 0) meanwhile.add((await run(undefined, 'late')).pid);
    nobodyTypes.up();
    meanwhile.add((await run(undefined, 'late')).pid);
    expect([...meanwhile]).toEqual([old]);
    writeFileSync(join(cwd, 'go'), '');
    const successors = new Set<number>();
    let taken: number | undefined = old;
    while (taken === old) {
      for (const pid of made()) successors.add(pid);
      taken = (await run(undefined, 'late')).pid;
    }
    expect([...successors]).toEqual([taken]);
    await until(() => !isRunning(old), 'the old one is gone');
  });

  it('lets an old one go once nobody types', async () => {
    const { run } = runnerOf('lasting', { ready: 1 });
    const { pid: old = 0 } = await run(undefined, 'late');
    await until(() => !isRunning(old), 'the old one is gone');
    expect((await run(undefined, 'r2')).pid).not.toBe(old);
  });

  it('keeps no more children than it needs, and none when it is closed', async () => {
    const { run, runner } = runnerOf('lasting', { ready: 1 });
    const many = await Promise.all(Array.from({ length: 6 }, (_, index) => run(undefined, `r${index}`)));
    const alive = (): number => many.filter(({ pid }) => isRunning(pid ?? 0)).length;
    await until(() => alive() <= 1, 'one is left once nobody types');
    const last = run(undefined, 'r7');
    runner.close();
    expect((await last).end).toMatchObject({ type: 'done', exitCode: 0 });
    await until(() => alive() === 0, 'none is left');
  });

  it('works without a child made ready', async () => {
    expect((await runnerOf('good', { ready: 0 }).run()).end).toEqual({ type: 'done', exitCode: 7 });
  });

  it('ends its children when it is closed', async () => {
    const before = new Set(childrenOf(process.pid));
    const { runner } = runnerOf('good', { ready: 3 });
    await runner.warm();
    const made = childrenOf(process.pid).filter((pid) => !before.has(pid));
    expect(made).toHaveLength(3);
    runner.close();
    runner.close();
    await until(() => !made.some(isRunning), 'they are gone');
  });
});
