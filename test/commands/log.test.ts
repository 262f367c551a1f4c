import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bashScript } from '../support/listening.ts';
import { ops, startOps } from '../support/ops.ts';
import { configuration, createProject, type Project } from '../support/project.ts';
import { idsOf, slowProject, startSlow } from '../support/slow.ts';
import { until } from '../support/waiting.ts';

const talk = bashScript('talk', "printf '\\033[1mbold\\033[0m\\nan Error here\\n'; seq 1 ${1:-3}; exit 3");
const takesCount = talk.replace('# examples:', '# args:\n#   count: { summary: How many }\n# examples:');

function talkProject(config?: string): Project {
  const project = createProject(config);
  project.write('scripts/talk', takesCount, 0o755);
  return project;
}

const log = async (project: Project, line: string, ...words: string[]): Promise<string> => {
  const [run = ''] = await idsOf(project, line);
  return (await ops(project.folder, ['log', run, ...words])).stdout;
};

describe('ops log', () => {
  it('prints word for word what a run has printed, without colour', async () => {
    const project = talkProject();
    const { words, exitCode } = await ops(project.folder, ['talk']);
    expect(exitCode).toBe(3);
    const [run = ''] = await idsOf(project, 'ops talk');
    const { stdout, stderr, exitCode: code } = await ops(project.folder, ['log', run.slice(0, 6)]);
    expect({ stdout, stderr, code }).toEqual({ stdout: words, stderr: '', code: 0 });
    const folder = join(project.folder, '.ops', 'output', run);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'head')).mode & 0o777).toBe(0o600);
  });

  it('prints what a change has shown and how it failed', async () => {
    const project = createProject();
    project.write('deploy', '#!/bin/sh\necho broken >&2\nexit 9\n', 0o755);
    const { words } = await ops(project.folder, ['deploy', 'uat']);
    expect(words).toContain('Deploy web in uat');
    expect(await log(project, 'ops deploy uat')).toBe(words);
  });

  it('has one object where that was printed', async () => {
    const project = createProject();
    const { stdout } = await ops(project.folder, ['deployed', '--json']);
    expect(await log(project, 'ops deployed --json')).toBe(stdout);
  });

  it.each([
    [['--tail', '2'], '3\n✗ talk exited with code 3\n'],
    [['--grep', 'ERROR'], 'an Error here\n'],
    [['--grep', 'E', '--tail', '1'], '✗ talk exited with code 3\n'],
    [['--grep', 'nowhere'], ''],
  ])('prints only what is wanted: %j', async (words, expected) => {
    const project = talkProject();
    await ops(project.folder, ['talk']);
    const printed = await log(project, 'ops talk', ...words);
    expect(printed.replace(/✗ .+exited/, '✗ talk exited')).toBe(expected);
  });

  it('follows a run until it has ended, and says of one that it goes on', async () => {
    const project = slowProject();
    const { run, ended } = await startSlow(project);
    const following = startOps(project.folder, ['log', run, '--follow', '--tail', '1']);
    await until(() => following.said.stdout === 'began\n', 'what it said until now');
    expect(await ops(project.folder, ['log', run])).toMatchObject({
      stdout: 'began\n',
      stderr: `Run ${run} goes on: ops log ${run} --follow\n`,
    });
    project.write('go', '');
    expect(await following.ended).toMatchObject({ exitCode: 0, stdout: 'began\nended\n', stderr: '' });
    expect((await ended).exitCode).toBe(0);
  });

  it('has the beginning and the end of very much', async () => {
    const project = talkProject(`${configuration}output: { size: 30KB }\n`);
    await ops(project.folder, ['talk', '20000']);
    const printed = await log(project, 'ops talk 20000');
    expect(printed).toMatch(/^bold\nan Error here\n/);
    expect(printed).toMatch(/\n… 0\.\d MB left out …\n/);
    expect(printed).toMatch(/\n20000\n✗ .+\n$/);
    expect(printed.length).toBeLessThan(31_000);
  });

  it('masks what was masked', async () => {
    const project = talkProject(
      configuration.replace('scripts:', '    env: { WORD: "${env:OPS_TEST_WORD}" }\nscripts:'),
    );
    const script = bashScript('tell', 'echo the word is sup3rs3cret');
    project.write('scripts/tell', script, 0o755);
    const started = startOps(project.folder, ['tell'], { OPS_TEST_WORD: 'sup3rs3cret' });
    expect((await started.ended).stdout).toBe('the word is ••••\n');
    expect(await log(project, 'ops tell')).toBe('the word is ••••\n');
  });

  it('keeps nothing of lines that only look something up', async () => {
    const project = createProject();
    for (const line of ['help', 'whoami', 'history', 'runs', 'config']) await ops(project.folder, [line]);
    expect(readdirSync(join(project.folder, '.ops'))).not.toContain('output');
    const [run = ''] = await idsOf(project, 'ops whoami');
    const { stdout, stderr, exitCode } = await ops(project.folder, ['log', run]);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 0 });
    expect(stderr).toContain(
      `Nothing is kept of run ${run}, succeeded: it printed nothing, it only looked something up`,
    );
  });

  it('warns once where a run’s output cannot be kept, and the run goes on', async () => {
    const project = talkProject();
    await ops(project.folder, ['whoami']);
    project.write('.ops/output', 'in the way');
    const { exitCode, stdout, stderr } = await ops(project.folder, ['talk']);
    expect(exitCode).toBe(3);
    expect(stdout).toBe('bold\nan Error here\n1\n2\n3\n');
    expect(stderr.match(/! the output could not be kept whole/g)).toHaveLength(1);
  });

  it('takes 1 line or more', async () => {
    const { exitCode, stderr } = await ops(createProject().folder, ['log', 'k3f9', '--tail', '0']);
    expect(stderr).toContain('--tail takes 1 or more, not 0');
    expect(exitCode).toBe(64);
  });
});
