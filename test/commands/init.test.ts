import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ops } from '../support/ops.ts';
import { createProject, temporaryFolder } from '../support/project.ts';

function repository(): string {
  const folder = temporaryFolder();
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args]);
  git('init', '--quiet');
  execFileSync('sh', ['-c', 'echo hello > hello', 'sh'], { cwd: folder });
  git('add', 'hello');
  git('commit', '--quiet', '--message', 'Begin');
  git('tag', 'v1');
  return folder;
}

describe('ops init', () => {
  it('writes a project whose first deploy works as it stands', async () => {
    const folder = repository();
    expect((await ops(folder, ['init'])).exitCode).toBe(0);
    const { exitCode, stdout } = await ops(folder, ['deploy', 'dev']);
    expect(stdout).toContain('app v1 (');
    expect(exitCode).toBe(0);
    expect(readFileSync(join(folder, 'releases/dev/hello'), 'utf8')).toBe('hello\n');
    expect(readFileSync(join(folder, 'releases/dev/VERSION'), 'utf8')).toBe('v1\n');
  });

  it('makes whoever typed it the one who may do all', async () => {
    const folder = repository();
    await ops(folder, ['init'], { actor: { id: 'os:build-1:1001', name: 'Ana.Silva' } });
    expect(readFileSync(join(folder, '.chatopsrc'), 'utf8')).toContain(
      'people:\n  ana-silva: { os: build-1:1001 }\n\nroles:\n  admin: [ana-silva]\n',
    );
    const ana = { actor: { id: 'os:build-1:1001', name: 'anybody' } };
    expect((await ops(folder, ['deploy', 'prod', '--yes'], ana)).exitCode).toBe(0);
    const other = { actor: { id: 'os:build-1:1002', name: 'Ana.Silva' } };
    expect((await ops(folder, ['deploy', 'dev'], other)).exitCode).toBe(77);
    expect((await ops(folder, ['whoami'], other)).stdout).toContain('people:\n  ana-silva-2:\n    os: build-1:1002\n');
  });

  it('overwrites nothing', async () => {
    const folder = repository();
    await ops(folder, ['init']);
    const before = readFileSync(join(folder, '.chatopsrc'), 'utf8');
    const { exitCode, stderr } = await ops(folder, ['init']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`${folder}/.chatopsrc is already there, and nothing was written`);
    expect(readFileSync(join(folder, '.chatopsrc'), 'utf8')).toBe(before);
  });

  it('with --dry-run leaves the folder as it was', async () => {
    const folder = temporaryFolder();
    const { exitCode, stdout } = await ops(folder, ['init', '--dry-run']);
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('• .chatopsrc\n• scripts/deploy-app\n')]);
    expect(stdout).not.toContain('This folder is within');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('warns within a project, whose configuration would count no more', async () => {
    const { folder } = createProject();
    const inner = join(folder, 'parts', 'till');
    mkdirSync(inner, { recursive: true });
    const warning = `This folder is within the project of ${folder}/.chatopsrc: once this is written, that one counts no more in ${inner}\n`;
    expect((await ops(inner, ['init', '--dry-run'])).stdout).toContain(warning);
    expect(JSON.parse((await ops(inner, ['init', '--dry-run', '--json'])).stdout)).toMatchObject({
      above: join(folder, '.chatopsrc'),
    });
    const { exitCode, stderr } = await ops(inner, ['init']);
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining(warning)]);
    expect(existsSync(join(inner, '.chatopsrc'))).toBe(true);
  });

  it('writes nothing beside a configuration of another name', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '.chatopsrc.yaml'), 'environments: { dev: }\n');
    const { exitCode, stderr } = await ops(folder, ['init']);
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining(`${folder}/.chatopsrc.yaml is already there`)]);
    expect(existsSync(join(folder, '.chatopsrc'))).toBe(false);
  });
});
