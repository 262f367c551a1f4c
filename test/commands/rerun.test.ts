import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rerunKind } from '../../src/context/facts.ts';
import { openSqliteJournal } from '../../src/journal/sqlite.ts';
import { bashScript } from '../support/listening.ts';
import { ops, startOps } from '../support/ops.ts';
import { createProject, type Project } from '../support/project.ts';
import { idsOf } from '../support/slow.ts';
import { until } from '../support/waiting.ts';

const mary = { actor: { id: 'slack:T1:U1', name: 'mary' } } as const;

async function repeatedBy(project: Project, run: string): Promise<string | undefined> {
  const journal = await openSqliteJournal(join(project.folder, '.ops', 'journal.db'));
  const [fact] = (await journal.facts({ kind: rerunKind })).filter((one) => one.run === run);
  await journal.close();
  return fact?.subject;
}

describe('ops rerun', () => {
  it('carries out the same line again, for who asks, and remembers which it repeats', async () => {
    const project = createProject();
    await ops(project.folder, ['deploy', 'uat', '--ref', 'v1']);
    await ops(project.folder, ['deploy', 'uat']);
    const [first = ''] = await idsOf(project, 'ops deploy uat --ref v1');
    const { exitCode, stdout, stderr } = await ops(project.folder, ['rerun', first.slice(0, 5)], mary);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('released v1 to uat');
    expect(stderr).toMatch(new RegExp(`^Repeats run ${first} of ana, .+ UTC\nDeploy web in uat: v3 → v1\n`));
    const [second = '', ...others] = await idsOf(project, 'ops deploy uat --ref v1');
    expect(others).toEqual([first]);
    expect(await repeatedBy(project, second)).toBe(first);
    const history = await ops(project.folder, ['history', '--person', 'mary', '--json']);
    expect(JSON.parse(history.stdout).runs).toMatchObject([{ id: second, line: 'ops deploy uat --ref v1' }]);
  });

  it('repeats a repetition', async () => {
    const project = createProject();
    await ops(project.folder, ['deployed', 'uat']);
    for (let time = 0; time < 2; time++) {
      const [run = ''] = await idsOf(project, 'ops deployed uat');
      expect((await ops(project.folder, ['rerun', run])).exitCode).toBe(0);
    }
    const [third = '', second = '', first = ''] = await idsOf(project, 'ops deployed uat');
    expect([await repeatedBy(project, third), await repeatedBy(project, second)]).toEqual([second, first]);
  });

  it('asks again what a --yes had answered', async () => {
    const project = createProject();
    await ops(project.folder, ['deploy', 'prod', '--yes']);
    const [run = ''] = await idsOf(project, 'ops deploy prod --yes');
    const asked: string[] = [];
    const ask = async (question: string): Promise<boolean> => asked.push(question) === 0;
    expect((await ops(project.folder, ['rerun', run], { ask })).exitCode).toBe(130);
    expect(asked).toEqual(['ops deploy prod changes prod. Go on?']);
    expect((await ops(project.folder, ['rerun', run])).stderr).toContain('Nobody can be asked here');
    expect((await ops(project.folder, ['rerun', run, '--yes'])).exitCode).toBe(0);
  });

  it('only shows the plan with --dry-run, and one object with --json', async () => {
    const project = createProject();
    await ops(project.folder, ['deploy', 'uat']);
    const [run = ''] = await idsOf(project, 'ops deploy uat');
    project.write('deploy', '#!/bin/sh\ntouch deployed\n', 0o755);
    const { exitCode, stdout } = await ops(project.folder, ['rerun', run, '--dry-run', '--json']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ environment: 'uat', argv: ['./deploy', 'uat', expect.anything()] });
    expect(existsSync(join(project.folder, 'deployed'))).toBe(false);
    expect(await idsOf(project, 'ops deploy uat --dry-run --json')).toHaveLength(1);
  });

  it('cannot repeat what held a secret, and says what to type', async () => {
    const project = createProject();
    const options = '# options:\n#   token: { summary: A token, secret: true }\n# examples:';
    project.write('scripts/call', bashScript('call', 'echo called >> calls').replace('# examples:', options), 0o755);
    expect((await ops(project.folder, ['call', '--token', 'sup3rs3cret'])).exitCode).toBe(0);
    const [run = ''] = await idsOf(project, "ops call --token '••••'");
    const { exitCode, stderr } = await ops(project.folder, ['rerun', run]);
    expect(stderr).toBe(
      `✗ run ${run} cannot be repeated: the value of --token is a secret, which is not kept\n  → type it: ops call --token '<token>'\n`,
    );
    expect(exitCode).toBe(64);
    expect(readFileSync(join(project.folder, 'calls'), 'utf8')).toBe('called\n');
  });

  it('does not repeat what goes on until it is stopped', async () => {
    const project = createProject();
    const { child, ended, said } = startOps(project.folder, ['sandbox', '--no-demo', '--port', '0']);
    await until(() => said.stdout.includes('http'), 'the sandbox');
    child.kill('SIGTERM');
    await ended;
    const [run = ''] = await idsOf(project, 'ops sandbox --no-demo --port 0');
    const { exitCode, stderr } = await ops(project.folder, ['rerun', run]);
    expect(stderr).toContain('ops sandbox --no-demo --port 0 is not repeated: it goes on until it is stopped');
    expect(exitCode).toBe(64);
  });

  it('knows no other runs than the journal has', async () => {
    const { folder } = createProject();
    expect(await ops(folder, ['rerun', 'zzzz'])).toMatchObject({
      exitCode: 64,
      stderr: '✗ there is no run zzzz\n  → ops runs, or ops history for those that have ended\n',
    });
    expect((await ops('/', ['rerun', 'zzzz'])).exitCode).toBe(78);
    expect((await ops(folder, ['help', 'rerun'])).stdout).toContain('ops rerun k3f9 --dry-run');
  });
});
