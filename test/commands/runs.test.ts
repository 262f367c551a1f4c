import { describe, expect, it } from 'vitest';
import { ops } from '../support/ops.ts';
import { createProject } from '../support/project.ts';
import { slowProject, startSlow } from '../support/slow.ts';

describe('ops runs', () => {
  it('says that nothing runs, where only it does', async () => {
    const { exitCode, stdout } = await ops(createProject().folder, ['runs']);
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: 'Nothing runs\n' });
  });

  it('shows what runs, since when, whose and where from, until it has ended', async () => {
    const project = slowProject();
    const { ended, run } = await startSlow(project);
    expect((await ops(project.folder, ['runs'])).stdout).toMatch(
      new RegExp(
        `^Run +Line +Who +From +Since +State\\n${run} +ops slow +\\S+ +\\S+ +\\d{4}-\\d\\d-\\d\\d [\\d:]{8} UTC +running\\n$`,
      ),
    );
    const { stdout } = await ops(project.folder, ['runs', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ runs: [{ id: run, line: 'ops slow', state: 'running' }], more: 0 });
    project.write('go', '');
    await ended;
    expect((await ops(project.folder, ['runs'])).stdout).toBe('Nothing runs\n');
  });

  it('shows at most so many, and how many there are besides', async () => {
    const project = slowProject();
    const [one, two] = [await startSlow(project), await startSlow(project, ['slow', '--timeout', '1h'])];
    const { stdout } = await ops(project.folder, ['runs', '--limit', '1']);
    expect(stdout).toMatch(new RegExp(`\n${one.run} .+\nand 1 more: --limit 2\n$`));
    expect(stdout).not.toContain(two.run);
    expect((await ops(project.folder, ['runs', '--limit', '0'])).exitCode).toBe(64);
    project.write('go', '');
    await Promise.all([one.ended, two.ended]);
  });

  it('needs a project', async () => {
    const { exitCode, stderr } = await ops('/', ['runs']);
    expect(exitCode).toBe(78);
    expect(stderr).toContain('there is no journal without a project');
  });
});
