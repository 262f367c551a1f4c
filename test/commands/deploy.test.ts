import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ops, timeless } from '../support/ops.ts';
import { configuration, createProject, type Project } from '../support/project.ts';

const released = ({ folder }: Project, environment: string): string =>
  readFileSync(join(folder, 'releases', environment, 'version'), 'utf8').trim();

describe('ops deploy', () => {
  it('releases the commit of the default branch and says what is live', async () => {
    const project = createProject();
    const { exitCode, stdout, stderr } = await ops(project.folder, ['deploy', 'uat']);
    const commit = project.git('rev-parse', 'HEAD');
    const ended = stdout.replace(/[\d.]+ m?s\b/, 'TIME');
    expect(ended).toBe(
      `released v3 to uat\nweb v3 (${commit.slice(0, 10)}) is live in uat\nnothing → v3 · by ana · TIME · health not checked\n`,
    );
    expect(timeless(stderr)).toBe(
      `Deploy web in uat: nothing → v3\ncommit  ${commit.slice(0, 10)}\nruns    ./deploy uat ${commit}\n✓ Release web v3 to uat\n`,
    );
    expect(exitCode).toBe(0);
    expect(released(project, 'uat')).toBe('v3');
  });

  it.each(['v1', 'main', 'HEAD~1'])('takes %s for a ref and deploys its commit', async (ref) => {
    const project = createProject();
    const { exitCode, stdout } = await ops(project.folder, ['deploy', 'dev', '--ref', ref, '--json']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      environment: 'dev',
      commit: project.git('rev-parse', `${ref}^{commit}`),
    });
  });

  it('shows the commits that come with it, and whose they are', async () => {
    const project = createProject();
    await ops(project.folder, ['deploy', 'uat', '--ref', 'v1']);
    const { stdout } = await ops(project.folder, ['deploy', 'uat', '--dry-run']);
    const [third, second] = ['v3', 'v2'].map((tag) => project.git('rev-parse', '--short', tag));
    expect(stdout).toMatch(
      new RegExp(`v1 → v3\\ncommit .*\\nruns .*\\n• ${third} v3 \\(Test\\)\\n• ${second} v2 \\(Test\\)\\n$`),
    );
  });

  it('shows what would run and runs nothing with --dry-run', async () => {
    const project = createProject();
    const { exitCode, stdout } = await ops(project.folder, ['deploy', 'uat', '--dry-run', '--json']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      environment: 'uat',
      argv: ['./deploy', 'uat', project.git('rev-parse', 'v3')],
    });
    expect(() => released(project, 'uat')).toThrow('ENOENT');
  });

  it.each([
    [['deploy'], 64, 'deploy needs <environment>: Where to (dev, uat or prod)'],
    [['deploy', 'uta'], 64, '"uta" is not a known environment: choose dev, uat or prod'],
    [['deploy', 'uat', 'now'], 64, 'deploy does not take "now"'],
    [['deploy', 'uat', '--app', 'wbe'], 64, '"wbe" is not a known app: choose web'],
    [['deploy', 'uat', '--ref', 'v9'], 64, 'v9'],
    [['deploy', 'uat', '--ref', '--upload-pack=touch x'], 64, '--upload-pack=touch x'],
    [['deploy', 'prod'], 64, 'Nobody can be asked here'],
    [['rollback', 'uat'], 1, 'there is no version of web before this one in uat'],
  ])('refuses %j with %i', async (argv, code, message) => {
    const project = createProject();
    const { exitCode, stderr, stdout } = await ops(project.folder, argv);
    expect(stderr).toContain(message);
    expect({ exitCode, stdout }).toEqual({ exitCode: code, stdout: '' });
    expect(() => released(project, 'uat')).toThrow('ENOENT');
  });

  it('needs every variable that it refers to before anything runs', async () => {
    const project = createProject(
      configuration.replace('scripts:', '    env: { TOKEN: "${env:OPS_TEST_NOT_SET}" }\nscripts:'),
    );
    const { exitCode, stderr } = await ops(project.folder, ['deploy', 'uat', '--dry-run']);
    expect(stderr).toContain('OPS_TEST_NOT_SET');
    expect(exitCode).toBe(78);
    expect((await ops(project.folder, ['deployed', '--json'])).stdout).toContain('"places": []');
  });

  it('passes the exit code of the program through and records that it failed', async () => {
    const project = createProject();
    project.write('deploy', '#!/bin/sh\necho broken >&2\nexit 9\n', 0o755);
    const { exitCode, stderr } = await ops(project.folder, ['deploy', 'uat']);
    expect(exitCode).toBe(9);
    expect(timeless(stderr)).toContain('broken\n✗ Release web v3 to uat\n✗ ./deploy exited with code 9');
    const deployed = await ops(project.folder, ['deployed']);
    expect(deployed.stdout).toMatch(/web +uat +unknown +! v3 failed \(run \w+\)/);
  });

  it('names the rollback after a failure only where there is something to return to', async () => {
    const project = createProject();
    project.write('deploy', '#!/bin/sh\n[ "$OPS_VERSION" != v2 ]\n', 0o755);
    expect((await ops(project.folder, ['deploy', 'uat', '--ref', 'v2'])).stderr).not.toContain('ops rollback');
    await ops(project.folder, ['deploy', 'uat', '--ref', 'v1']);
    const { stderr } = await ops(project.folder, ['deploy', 'uat', '--ref', 'v2']);
    expect(stderr).toContain('web v2 may be half in uat\n  → ops rollback uat --app web\n');
  });

  it('claims nothing to be half there where the program could not start', async () => {
    const project = createProject(configuration.replace('./deploy', './absent'));
    const { exitCode, stderr } = await ops(project.folder, ['deploy', 'uat']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('✗ ./absent: no such program');
    expect(stderr).not.toContain('half');
  });

  it('hands on braces that are no placeholder', async () => {
    const project = createProject(configuration.replace("'{commit}'", "'{commit}', '{}', '{A}', '{a,b}'"));
    const { stdout } = await ops(project.folder, ['deploy', 'uat', '--dry-run', '--json']);
    expect(JSON.parse(stdout).argv.slice(3)).toEqual(['{}', '{A}', '{a,b}']);
  });
});

describe('the health check', () => {
  const healthy = (url: string, timeout: string): string =>
    configuration.replace(
      'scripts:',
      `    environments:\n      uat: { url: '${url}', health: { url: '${url}', timeout: ${timeout} } }\nscripts:`,
    );

  async function serve(answer: () => { status: number; body: string }): Promise<string> {
    const server = createServer((_request, response) => {
      const { status, body } = answer();
      response.writeHead(status).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const address = server.address();
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
  }

  it('waits until the address reports the new version', async () => {
    let asked = 0;
    const url = await serve(() => ({ status: 200, body: ++asked < 3 ? 'v2' : 'version v3' }));
    const project = createProject(healthy(url, '1h'));
    const { exitCode, stdout } = await ops(project.folder, ['deploy', 'uat']);
    expect({ exitCode, asked }).toEqual({ exitCode: 0, asked: 3 });
    expect(stdout).toMatch(/ is live in uat at \S+\nnothing → v3 · by ana · [\d.]+ m?s · healthy\n$/);
    expect(stdout).toContain(`is live in uat at ${url}\n`);
  });

  it('fails the deploy where the address keeps saying something else', async () => {
    const url = await serve(() => ({ status: 503, body: 'starting' }));
    const project = createProject(healthy(url, '2s'));
    const { exitCode, stderr } = await ops(project.folder, ['deploy', 'uat']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`${url} does not report v3 after 2 s: it answers 503`);
    expect((await ops(project.folder, ['deployed'])).stdout).toContain('! v3 was released and is not healthy');
  });
});

describe('ops rollback', () => {
  it('goes back, and back again, never forth to what was just left', async () => {
    const project = createProject();
    for (const ref of ['v1', 'v2', 'v3']) await ops(project.folder, ['deploy', 'uat', '--ref', ref]);
    expect((await ops(project.folder, ['rollback', 'uat'])).stdout).toMatch(/ is live in uat\nv3 → v2 · by ana · /);
    expect(released(project, 'uat')).toBe('v2');
    await ops(project.folder, ['rollback', 'uat']);
    expect(released(project, 'uat')).toBe('v1');
    expect((await ops(project.folder, ['rollback', 'uat'])).exitCode).toBe(1);
  });

  it('returns to what was live before a deploy that failed', async () => {
    const project = createProject();
    await ops(project.folder, ['deploy', 'uat', '--ref', 'v1']);
    const script = readFileSync(join(project.folder, 'deploy'), 'utf8');
    project.write('deploy', `${script}[ "$OPS_VERSION" != v2 ]\n`, 0o755);
    expect((await ops(project.folder, ['deploy', 'uat', '--ref', 'v2'])).exitCode).toBe(1);
    await ops(project.folder, ['rollback', 'uat']);
    expect(released(project, 'uat')).toBe('v1');
  });
});

describe('ops deployed and ops history', () => {
  it('say what is where, since when and by whom', async () => {
    const project = createProject();
    await ops(project.folder, ['deploy', 'dev', '--ref', 'v2']);
    await ops(project.folder, ['deploy', 'uat', '--ref', 'v1']);
    const { stdout } = await ops(project.folder, ['deployed', '--json']);
    expect(JSON.parse(stdout).places).toMatchObject([
      { app: 'web', environment: 'dev', live: { version: 'v2', by: 'ana' } },
      { app: 'web', environment: 'uat', live: { version: 'v1', by: 'ana' } },
    ]);
  });

  it('know a place whose last deploy is older than ten thousand others', async () => {
    const project = createProject();
    await ops(project.folder, ['deploy', 'dev', '--ref', 'v2']);
    using database = new DatabaseSync(join(project.folder, '.ops/journal.db'), { timeout: 10_000 });
    database.exec(`
      WITH RECURSIVE later(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM later WHERE n < 10001)
      INSERT INTO facts (run, kind, subject, data, at, actor_id, actor_name)
      SELECT run, kind, 'web/uat', data, at + n, actor_id, actor_name
      FROM later, (SELECT * FROM facts ORDER BY sequence DESC LIMIT 1)`);
    const { stdout } = await ops(project.folder, ['deployed', 'dev', '--json']);
    expect(JSON.parse(stdout).places).toMatchObject([{ environment: 'dev', live: { version: 'v2' } }]);
  });

  it('show the beginning of a long line, and all of it as JSON', async () => {
    const project = createProject();
    const ref = 'x'.repeat(200);
    await ops(project.folder, ['deploy', 'dev', '--ref', ref]);
    const shown = (await ops(project.folder, ['history'])).stdout;
    expect(shown).toContain(`ops deploy dev --ref ${'x'.repeat(78)}…`);
    expect(shown).not.toContain('x'.repeat(79));
    expect((await ops(project.folder, ['history', '--json'])).stdout).toContain(`ops deploy dev --ref ${ref}`);
  });

  it('say which times they understand', async () => {
    const { exitCode, stderr } = await ops(createProject().folder, ['history', '--since', 'yesterday']);
    expect(exitCode).toBe(64);
    expect(stderr).toMatch(/--since takes a duration or a date, not "yesterday"\n {2}→ --since 2d or --since \d{4}-/);
  });

  it('filter runs', async () => {
    const project = createProject();
    await ops(project.folder, ['deploy', 'dev']);
    await ops(project.folder, ['deploy', 'uat', '--ref', 'nothing']);
    await ops(project.folder, ['whoami']);
    const lines = async (...filter: string[]): Promise<string[]> => {
      const { stdout } = await ops(project.folder, ['history', '--json', ...filter]);
      return (JSON.parse(stdout).runs as { line: string }[]).map(({ line }) => line);
    };
    expect(await lines('--command', 'deploy')).toEqual(['ops deploy uat --ref nothing', 'ops deploy dev']);
    expect(await lines('--environment', 'dev')).toEqual(['ops deploy dev']);
    expect(await lines('--outcome', 'usage')).toEqual(['ops deploy uat --ref nothing']);
    expect(await lines('--person', 'Ana', '--command', 'whoami')).toEqual(['ops whoami']);
    expect(await lines('--person', 'bob')).toEqual([]);
    expect(await lines('--since', '1h', '--command', 'whoami')).toEqual(['ops whoami']);
    expect(await lines('--since', '2999-01-01')).toEqual([]);
  });
});
