import { describe, expect, it } from 'vitest';
import { ops } from '../support/ops.ts';
import { configuration, createProject, temporaryFolder } from '../support/project.ts';

describe('ops config', () => {
  it('shows each value and where it comes from, secrets masked', async () => {
    const project = createProject(configuration.replace('scripts:', '    env: { TOKEN: "${file:token}" }\nscripts:'));
    project.write('token', 'super-s3cret\n');
    const { exitCode, stdout } = await ops(project.folder, ['config']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/apps\.web\.env\.TOKEN +•••• +file:token/);
    expect(stdout).toMatch(/environments\.uat\.confirm +false +default/);
    expect(stdout).not.toContain('s3cret');
  });

  it('says where there is none how to begin', async () => {
    const { exitCode, stdout } = await ops(temporaryFolder(), ['config']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('ops init');
  });
});
