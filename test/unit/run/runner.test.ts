import { describe, expect, it } from 'vitest';
import type { OnEvents } from '../../../src/run/runner.ts';
import { childrenOf, isRunning } from '../../support/alive.ts';
import { type Harness, runnerOf, turnsOf } from '../../support/children.ts';
import { collect } from '../../support/memory.ts';
import { until } from '../../support/waiting.ts';

const stopSoon = (ms: number): AbortSignal => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(new Error('enough')), ms);
  return controller.signal;
};

/** Stops a run that has begun. */
async function stopped({ run, said }: Harness, reason = 'enough'): ReturnType<Harness['run']> {
  const controller = new AbortController();
  const before = said.length;
  const running = run(controller.signal);
  await until(() => said.length > before, 'it runs');
  controller.abort(new Error(reason));
  return running;
}

describe('a run', () => {
  it('has a child of its own, which is told what to run and ends with it', async () => {
    const { run, runner } = runnerOf('good');
    expect(await runner.warm()).toBe(true);
    const [one, other] = [await run(undefined, 'r1'), await run(undefined, 'r2')];
    expect(one).toMatchObject({
      end: { type: 'done', exitCode: 7 },
      said: [`pid ${one.pid}`, 'run r1', 'argv words,r1'],
    });
    expect(other).toMatchObject({
      end: { type: 'done', exitCode: 7 },
      said: [`pid ${other.pid}`, 'run r2', 'argv words,r2'],
    });
    expect(one.pid).not.toBe(other.pid);
    await until(() => ![one.pid, other.pid].some((pid) => isRunning(pid ?? 0)), 'both have ended');
  });

  it.each([
    ['crash', 'its process left with code 3'],
    ['killed', 'its process was ended by SIGKILL'],
    ['silent', 'its process left with code 0'],
    ['broken', 'its process left with code 1'],
  ] as const)('whose process is a %s ends with it, and the next one is none the worse', async (child, how) => {
    const { run } = runnerOf(child);
    for (let round = 0; round < 2; round++) expect((await run()).end).toEqual({ type: 'died', how });
  });

  it('is begun once, whatever becomes of its process then', async () => {
    const { end, said, pid } = await runnerOf('killed').run();
    expect(end).toEqual({ type: 'died', how: 'its process was ended by SIGKILL' });
    expect(said).toEqual([`pid ${pid}`]);
  });

  it('is begun by another child where its own was gone before', async () => {
    const { runner, run } = runnerOf('dying', { turns: turnsOf(1) });
    await runner.warm();
    let dead = 0;
    // The child has said that its line is done, and is dead by the time that is heard.
    const onEvents: OnEvents = ([first]) => {
      dead = Number(first?.type === 'line' && first.text.slice(4));
      while (isRunning(dead));
    };
    const task = { run: 'r1', argv: [], person: 'mary', room: 'C1' };
    const first = runner.run(task, onEvents, new AbortController().signal);
    const next = await run(undefined, 'r2');
    expect(await first).toMatchObject({ type: 'done', exitCode: 0 });
    expect(next).toMatchObject({ end: { type: 'done', exitCode: 0 }, said: [`pid ${next.pid}`, 'run r2'] });
    expect(next.pid).not.toBe(dead);
  });

  it('is begun though all the children that wait are killed at once', async () => {
    const before = new Set(childrenOf(process.pid));
    const { runner, run } = runnerOf('lasting', { ready: 4 });
    await runner.warm();
    const waiting = childrenOf(process.pid).filter((pid) => !before.has(pid));
    for (const pid of waiting) process.kill(pid, 'SIGKILL');
    while (waiting.some(isRunning));
    const { end, said, pid } = await run();
    expect(end).toMatchObject({ type: 'done', exitCode: 0 });
    expect(said).toEqual([`pid ${pid}`, 'run r1']);
    expect(waiting).not.toContain(pid);
  });

  it('is given to no other child while it is not known whether its own had begun', async () => {
    const { end, said } = await runnerOf('survived').run();
    expect(end).toEqual({ type: 'died', how: 'its process was ended by SIGKILL' });
    expect(said).toHaveLength(1);
  });

  it('that no child begins is given up', async () => {
    expect((await runnerOf('deaf').run()).end).toEqual({ type: 'died', how: 'its process left with code 4' });
  });

  it('is heard to its last word, though its process ended before that was read', async () => {
    for (let round = 0; round < 10; round++) {
      const { run, runner } = runnerOf('last');
      await runner.warm();
      const running = run();
      await new Promise((resolve) => setImmediate(resolve));
      // Whoever listens is busy meanwhile: the last words and the news of the end come at the same time.
      for (const end = Date.now() + 60; Date.now() < end; );
      const { end, said } = await running;
      expect(end).toEqual({ type: 'done', exitCode: 0 });
      expect(said).toHaveLength(30);
    }
  });

  it('whose process could not be started ends no other one', async () => {
    const ended: number[] = [];
    const kill = async (pid: number): Promise<void> => void ended.push(pid);
    const { run } = runnerOf('good', { cwd: '/nowhere', kill });
    expect((await run()).end).toMatchObject({
      type: 'died',
      how: expect.stringMatching(/^its process could not be started: .*ENOENT/),
    });
    expect(ended).toEqual([]);
  });

  it('leaves nothing of itself in memory once it has ended, though its child goes on', async () => {
    const { runner } = runnerOf('lasting');
    const pids = new Set<string>();
    const carryOut = async (run: string): Promise<WeakRef<object>> => {
      const task = { run, argv: ['words'], person: 'mary', room: 'C1' };
      const onEvents: OnEvents = ([first]) => void (first?.type === 'line' && pids.add(first.text));
      await runner.run(task, onEvents, new AbortController().signal);
      return new WeakRef(task);
    };
    const tasks = [await carryOut('r1'), await carryOut('r2'), await carryOut('r3')];
    // The last one may still be on the stack.
    await carryOut('r4');
    await collect();
    expect(tasks.map((task) => task.deref())).toEqual([undefined, undefined, undefined]);
    expect(pids.size).toBe(1);
  });

  it('whose process is never ready is given up', async () => {
    const { run } = runnerOf('unready', { patience: 300 });
    expect((await run()).end).toEqual({ type: 'died', how: 'its process was never ready' });
  });

  it('waits its turn, and no longer', async () => {
    const { run, said } = runnerOf('slow', { turns: turnsOf(2) });
    const [first, second, later] = [new AbortController(), new AbortController(), new AbortController()];
    const runs = [run(first.signal), run(second.signal), run(later.signal), run(later.signal)];
    await until(() => said.length === 2, 'two run');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(said).toHaveLength(2);
    first.abort(new Error('first'));
    await runs[0];
    await until(() => said.filter((text) => text.startsWith('pid')).length === 3, 'a third one runs');
    second.abort(new Error('second'));
    await until(() => said.filter((text) => text.startsWith('pid')).length === 4, 'a fourth one runs');
    later.abort(new Error('later'));
    for (const { end } of await Promise.all(runs)) expect(end).toEqual({ type: 'done', exitCode: 130 });
  });
});

describe('a run that waits for a person', () => {
  it('lets others have its turn, and goes on once it has one again', async () => {
    const { run, said } = runnerOf('asks', { turns: turnsOf(1), grace: 30_000 });
    const [first, second] = [new AbortController(), new AbortController()];
    const runs = [run(first.signal, 'r1'), run(second.signal, 'r2')];
    await until(() => said.length === 2, 'both ask');
    first.abort(new Error('answered'));
    second.abort(new Error('answered'));
    for (const { end } of await Promise.all(runs)) expect(end).toEqual({ type: 'done', exitCode: 0 });
  });

  it('leaves no turn behind where its process dies', async () => {
    const turns = turnsOf(1);
    const { run, said } = runnerOf('asks', { turns, grace: 0 });
    const controller = new AbortController();
    const running = run(controller.signal, 'r1');
    await until(() => said.length === 1, 'it asks');
    const asker = { run: 'r2', person: 'tom', room: 'C1' };
    expect(await turns.take(asker, new AbortController().signal)).toBe(true);
    controller.abort(new Error('killed while it waits for its turn'));
    expect((await running).end).toMatchObject({ type: 'died' });
    turns.giveBack(asker);
    expect(await turns.take({ ...asker, run: 'r3' }, AbortSignal.timeout(5000))).toBe(true);
    expect(turns.placeOf('r1')).toBeUndefined();
  });
});

describe('stopping', () => {
  it('asks the child, and says why', async () => {
    const { end, said } = await stopped(runnerOf('slow'), 'it was stopped by SIGTERM');
    expect(end).toEqual({ type: 'done', exitCode: 130 });
    expect(said.at(-1)).toBe('it was stopped by SIGTERM');
  });

  it('kills a child that does not heed it', async () => {
    const { end, pid } = await stopped(runnerOf('endless', { grace: 200 }));
    expect(end).toEqual({ type: 'died', how: 'its process was ended by SIGKILL' });
    expect(isRunning(pid ?? 0)).toBe(false);
  });

  it.each([
    ['before it began', 'slow', AbortSignal.abort(new Error('enough'))],
    ['while its child is made ready', 'unready', undefined],
  ] as const)('%s begins nothing', async (_, child, signal) => {
    const { run, said } = runnerOf(child);
    expect((await run(signal ?? stopSoon(200))).end).toEqual({ type: 'died', how: 'ops was stopped before it began' });
    expect(said).toEqual([]);
  });

  it('takes no other child where its own goes without having begun', async () => {
    const killed: number[] = [];
    const kill = async (pid: number) => void killed.push(pid);
    const { run, runner } = runnerOf('sullen', { kill });
    await runner.warm();
    expect((await run(stopSoon(200))).end).toEqual({ type: 'died', how: 'ops was stopped before it began' });
    expect(killed).toEqual([]);
  });

  it('while others have their turn begins nothing', async () => {
    const harness = runnerOf('slow', { turns: turnsOf(1) });
    const { run, said } = harness;
    const first = new AbortController();
    const long = run(first.signal);
    await until(() => said.length === 1, 'one runs');
    expect((await run(stopSoon(50))).end).toEqual({ type: 'died', how: 'ops was stopped before it began' });
    first.abort(new Error('enough'));
    expect((await long).end).toEqual({ type: 'done', exitCode: 130 });
    expect((await stopped(harness)).end).toEqual({ type: 'done', exitCode: 130 });
  });
});

describe('a child that says much', () => {
  it('is held back by whoever takes it in', async () => {
    const { runner } = runnerOf('greedy');
    let taken = 0;
    const open: (() => void)[] = [];
    const controller = new AbortController();
    const onEvents = (): Promise<void> => {
      taken++;
      return new Promise((resolve) => open.push(resolve));
    };
    const run = runner.run({ run: 'r1', argv: [], person: 'mary', room: 'C1' }, onEvents, controller.signal);
    await until(() => taken === 3, 'the first are taken');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(taken).toBe(3);
    open.shift()?.();
    await until(() => taken === 4, 'one more is taken');
    controller.abort(new Error('enough'));
    await run;
  });

  it('and whose words cannot be taken is ended', async () => {
    const { runner } = runnerOf('slow');
    const onEvents = (): Promise<void> => Promise.reject(new Error('no room left'));
    const end = await runner.run(
      { run: 'r1', argv: [], person: 'mary', room: 'C1' },
      onEvents,
      new AbortController().signal,
    );
    expect(end).toEqual({ type: 'died', how: 'its process was ended by SIGKILL' });
  });
});
