import { describe, expect, it } from 'vitest';
import { ops } from '../support/ops.ts';
import { createProject, temporaryFolder } from '../support/project.ts';
import { ruled } from '../support/ruled.ts';

describe('ops help', () => {
  it('lists every command, also where there is no project', async () => {
    const { exitCode, stdout, stderr } = await ops(temporaryFolder(), []);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^ {2}deploy +Deploy an app to an environment$/m);
    expect(stdout).toContain('--dry-run');
    expect(stderr).toBe('');
  });

  it.each([
    [['help', 'deploy']],
    [['deploy', '--help']],
    [['-h', 'deploy']],
    [['deploy', '-h', 'uat']],
    [['help', 'deploy', 'uat']],
  ])('explains one with %j, with the choices of the project', async (argv) => {
    const { exitCode, stdout } = await ops(createProject().folder, argv);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('ops deploy <environment> [--app <app>] [--ref <ref>] [--notify]');
    expect(stdout).toContain('Where to (dev, uat, prod)');
  });

  it('says of one that somebody may not run that it is so, and why', async () => {
    const { folder } = createProject(ruled);
    const raj = { actor: { id: 'slack:T1:U3', name: 'Raj P.' } };
    const { exitCode, stdout } = await ops(folder, ['help', 'role', 'add'], raj);
    expect([exitCode, stdout]).toEqual([
      0,
      expect.stringMatching(
        /\n! raj may not run it: no rule allows it \(permission role-add\)\n {2}→ tom can grant it/,
      ),
    ]);
    const { stdout: own } = await ops(folder, ['help', 'deploy'], { actor: { id: 'slack:T1:U2', name: 'tom' } });
    expect(own).not.toContain('may not run it');
  });

  it('finds commands by a word', async () => {
    const { stdout } = await ops(createProject().folder, ['help', '--search', 'version']);
    expect(stdout).toContain('rollback');
    expect(stdout).not.toContain('whoami');
  });

  it('suggests the nearest name', async () => {
    const { exitCode, stderr } = await ops(createProject().folder, ['help', 'depoly']);
    expect(exitCode).toBe(64);
    expect(stderr).toContain('did you mean ops deploy?');
  });

  it('tells of a script that a built-in command hides', async () => {
    const project = createProject();
    project.write('scripts/deploy.sh', '#!/bin/sh\n', 0o755);
    const { stdout } = await ops(project.folder, ['help']);
    expect(stdout).toContain('Deploy an app to an environment');
    expect(stdout).toMatch(/deploy +! scripts\/deploy\.sh is hidden by the built-in command deploy: rename it/);
  });

  it('names the fault of a script, and lists the others', async () => {
    const project = createProject();
    project.write('scripts/broken', '#!/bin/sh\n', 0o755);
    const { exitCode, stdout } = await ops(project.folder, ['help']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/broken +! scripts\/broken does not say what it is/);
    expect(stdout).toContain('whoami');
  });
});
