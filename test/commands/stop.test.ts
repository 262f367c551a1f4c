import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isRunning } from '../support/alive.ts';
import { bashScript } from '../support/listening.ts';
import { cronHost, ops, startOps } from '../support/ops.ts';
import { createProject } from '../support/project.ts';
import { idsOf, slowProject, startSlow } from '../support/slow.ts';
import { until } from '../support/waiting.ts';

const mary = { actor: { id: 'slack:T1:U1', name: 'mary' } } as const;

describe('ops stop', () => {
  it('ends a run of another process with all that it started, and both say so', async () => {
    const project = slowProject();
    const { ended, run } = await startSlow(project);
    const { exitCode, stdout, stderr } = await ops(project.folder, ['stop', run], mary);
    expect(stdout).toBe(
      `Run ${run} of ${stderr.split(' ')[4]} has ended, cancelled (it was stopped by mary): ops slow\n`,
    );
    expect(stderr).toMatch(new RegExp(`^Stop run ${run} of \\S+ \\(\\S+, since .+ UTC\\): ops slow\n$`));
    expect(exitCode).toBe(0);
    const stopped = await ended;
    expect(stopped.exitCode).toBe(130);
    expect(stopped.stderr).toContain('✗ it was stopped by mary\n');
    expect(isRunning(Number(readFileSync(join(project.folder, 'began'), 'utf8')))).toBe(false);
    const history = await ops(project.folder, ['history', '--outcome', 'cancelled', '--json']);
    expect(JSON.parse(history.stdout).runs).toMatchObject([
      { id: run, state: 'cancelled', exitCode: 130, message: 'it was stopped by mary' },
    ]);
  });

  it('frees the lock of what it ends', async () => {
    const project = createProject();
    project.write('deploy', '#!/bin/sh\ntouch began\nexec sleep 1000\n', 0o755);
    const { ended } = startOps(project.folder, ['deploy', 'uat']);
    await until(() => existsSync(join(project.folder, 'began')), 'the deploy');
    const locked = await ops(project.folder, ['deploy', 'uat']);
    const [, run = ''] = /\(run (\w+)\)/.exec(locked.stderr) ?? [];
    expect((await ops(project.folder, ['stop', run])).exitCode).toBe(0);
    expect((await ended).exitCode).toBe(130);
    project.write('deploy', '#!/bin/sh\n', 0o755);
    expect((await ops(project.folder, ['deploy', 'uat'])).exitCode).toBe(0);
  });

  it('ends a run that waits for an answer', async () => {
    const { folder } = createProject();
    const { promise: isAsked, resolve } = Promise.withResolvers<void>();
    const ask = (_question: string, signal: AbortSignal): Promise<boolean> => {
      resolve();
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    };
    const asking = ops(folder, ['deploy', 'prod'], { ask });
    await isAsked;
    const [{ id }] = JSON.parse((await ops(folder, ['runs', '--json'])).stdout).runs;
    expect((await ops(folder, ['stop', id], mary)).exitCode).toBe(0);
    expect(await asking).toMatchObject({
      exitCode: 130,
      stderr: expect.stringMatching(/✗ it was stopped by mary\n$/),
    });
  });

  it('only looks with --dry-run', async () => {
    const project = slowProject();
    const { ended, run } = await startSlow(project);
    const { stdout } = await ops(project.folder, ['stop', run.slice(0, 5), '--dry-run']);
    expect(stdout).toMatch(new RegExp(`^Stop run ${run} of `));
    project.write('go', '');
    expect((await ended).exitCode).toBe(0);
  });

  it('ends a process that heeds nothing, once the grace is over', async () => {
    const project = createProject();
    project.write('scripts/noise', bashScript('noise', 'touch began; exec sleep 1000'), 0o755);
    const { child, ended } = startOps(project.folder, ['noise']);
    await until(() => existsSync(join(project.folder, 'began')), 'the script');
    const [run = ''] = await idsOf(project, 'ops noise');
    child.kill('SIGSTOP');
    // Where it was writing to the journal, nobody else could.
    while ((await ops(project.folder, ['runs'])).exitCode !== 0) {
      child.kill('SIGCONT');
      child.kill('SIGSTOP');
    }
    const { exitCode, stdout } = await ops(project.folder, ['stop', run, '--grace', '0s'], mary);
    expect(stdout).toContain('has ended, cancelled (it was stopped by mary): ops noise');
    expect(exitCode).toBe(0);
    expect((await ended).signal).toBe('SIGKILL');
    expect(await idsOf(project, 'ops noise')).toEqual([run]);
    expect((await ops(project.folder, ['history'])).stderr).not.toContain('interrupted');
  });

  it('says of a run that has ended how and when', async () => {
    const project = createProject();
    await ops(project.folder, ['deployed']);
    const [run = ''] = await idsOf(project, 'ops deployed');
    const { exitCode, stderr } = await ops(project.folder, ['stop', run]);
    expect(stderr).toMatch(
      new RegExp(
        `^✗ run ${run} \\(ops deployed of ana\\) has already ended: succeeded, .+ UTC\n {2}→ ops log ${run}\n$`,
      ),
    );
    expect(exitCode).toBe(1);
  });

  it.each([
    ['zzzz', 'there is no run zzzz\n  → ops runs'],
    ['abc', 'a run is named by four characters of its id or more, not by "abc"'],
    ['%%%%', 'there is no run %%%%'],
  ])('knows no run %s', async (run, words) => {
    const { exitCode, stderr } = await ops(createProject().folder, ['stop', run]);
    expect(stderr).toContain(words);
    expect(exitCode).toBe(64);
  });

  it('does not end itself', async () => {
    const { folder } = createProject();
    const { system } = cronHost(folder, { exitCode: 0, stdout: '', stderr: '', words: '' });
    const journal = await system.journal(join(folder, '.ops', 'journal.db'));
    const row = await journal.accept({
      argv: ['stop'],
      actor: mary.actor,
      origin: { type: 'terminal', host: 'here', directory: folder },
      process: system.identify(),
      at: new Date(),
    });
    await journal.close();
    const { exitCode, stderr } = await ops(folder, ['stop', row?.id ?? ''], { ...mary, run: row?.id ?? '' });
    expect(stderr).toContain('this is the line that stops');
    expect(exitCode).toBe(64);
  });
});
