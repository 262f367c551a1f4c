import { describe, expect, it } from 'vitest';
import type { FakeRun, FakeWorkflow } from '../../src/sandbox/github/forge.ts';
import { tokens } from '../../src/sandbox/github/github.ts';
import { contractWords } from '../support/contracts.ts';
import { githubConfig, openForge } from '../support/github/open.ts';
import { ops } from '../support/ops.ts';
import { configuration, createProject } from '../support/project.ts';
import { until } from '../support/waiting.ts';

async function openShop(repositories?: string[]) {
  const github = await openForge();
  const project = createProject(configuration + githubConfig(github, repositories));
  const [release, ci] = github.shop.workflows as [FakeWorkflow, FakeWorkflow];
  const run = (workflow: FakeWorkflow, options: Partial<FakeRun> = {}) =>
    github.forge.start(github.shop, workflow, options);
  return { github, release, ci, run, type: (...argv: string[]) => ops(project.folder, argv) };
}

type Shop = Awaited<ReturnType<typeof openShop>>;

const started = ({ github }: Shop): string[] => github.asked.filter((line) => line.startsWith('POST'));

describe(`ops builds, of GitHub${contractWords('github.json')}`, () => {
  it('shows what waits and why, what runs, and the newest run of each workflow', async () => {
    const { github, run, release, ci, type } = await openShop();
    for (const conclusion of ['failure', 'success'] as const) github.forge.finish(run(ci, { at: 1000 }), conclusion);
    github.forge.begin(run(ci, { branch: 'next', at: 2000 }));
    run(release, { by: 'tom', at: 3000 });
    const { stdout } = await type('builds');
    expect(stdout.match(/^shop\/\S+ +\w+ +\w+/gm)?.map((line) => line.split(/ +/))).toEqual([
      ['shop/release#1', 'queued', 'main'],
      ['shop/ci#3', 'running', 'next'],
      ['shop/ci#2', 'ok', 'main'],
    ]);
    const queue = await type('builds-queue');
    expect(queue.stdout).toMatch(/^shop\/release#1 .* tom +Waiting for a runner: self-hosted, linux$/m);
  });

  it('shows the newest run of a workflow that runs rarely, and what failed where nothing newer did better', async () => {
    const { github, run, release, ci, type } = await openShop();
    github.forge.finish(run(release, { at: 0 }), 'failure');
    for (let count = 0; count < 150; count++)
      github.forge.finish(run(ci, { at: 1000 }), count < 140 ? 'failure' : 'success');
    expect((await type('builds')).stdout.match(/^shop\/\S+ +\w+/gm)).toEqual([
      'shop/ci#150     ok',
      'shop/release#1  failed',
    ]);
    expect((await type('builds', '--failed')).stdout.match(/^shop\/\S+/gm)).toEqual(['shop/release#1']);
  });

  it('shows those of one workflow that failed, of a branch, and says that there are more', async () => {
    const { github, run, ci, type } = await openShop();
    for (const [index, conclusion] of (['failure', 'success', 'failure'] as const).entries()) {
      github.forge.finish(run(ci, { branch: index === 2 ? 'next' : 'main', at: index * 1000 }), conclusion);
    }
    const failed = await type('builds', '--job', 'shop/ci', '--failed');
    expect(failed.stdout.match(/^shop\/ci#\d/gm)).toEqual(['shop/ci#3', 'shop/ci#1']);
    expect((await type('builds', '-j', 'shop/ci', '-b', 'next')).stdout.match(/^shop\/ci#\d/gm)).toEqual(['shop/ci#3']);
    expect((await type('builds', '-j', 'shop/ci', '--limit', '2')).stdout).toContain(
      'There are more: --limit shows them',
    );
    expect((await type('builds', '--running')).stdout).toBe('No builds match\n');
  });

  it('finds a run by its number among very many, and looks at few of them', async () => {
    const { github, run, ci, type } = await openShop();
    for (let count = 0; count < 2000; count++)
      run(ci, { status: 'completed', conclusion: 'success', at: count * 1000 });
    github.shop.runs.splice(300, 150);
    const { stdout } = await type('builds-status', 'shop/ci#17');
    expect(stdout).toMatch(/^build +shop\/ci#17\nstate +ok\n/);
    expect(github.asked.filter((line) => line.includes('/runs?')).length).toBeLessThan(8);
    expect((await type('builds-status', 'shop/ci#1600')).stderr).toContain('GitHub has no build shop/ci#1600');
    github.asked.length = 0;
    const none = await type('builds', '-j', 'shop/ci', '--failed');
    expect(none.stdout).toBe('No builds match among the newest, and older ones were not looked at\n');
    expect(github.asked.filter((line) => line.includes('/runs?per_page=100'))).toHaveLength(5);
  });

  it.each([
    [['builds', '--job', 'shop/relese'], 'GitHub has no job shop/relese', 'did you mean shop/release?'],
    [['builds', '--job', 'ci'], 'GitHub has no job ci', 'did you mean shop/ci?'],
    [['builds', '--job', 'shop'], 'shop is a folder of GitHub: shop/release, shop/ci', 'one of these: shop/release'],
    [
      ['builds-start', 'shop/ci'],
      'shop/ci takes no builds: .github/workflows/ci.yaml has no workflow_dispatch',
      'http',
    ],
    [['builds-start', 'shop/release'], 'shop/release needs commit', 'commit=…'],
    [['builds-start', 'shop/release', 'commit=x', 'copies=two'], 'copies is a number', 'ops builds-start'],
  ])('%j is refused with what is there', async (argv, message, hint) => {
    const shop = await openShop();
    const { exitCode, stderr } = await shop.type(...argv);
    expect({ exitCode, stderr }).toEqual({ exitCode: 64, stderr: expect.stringContaining(`✗ ${message}`) });
    expect(stderr).toContain(hint);
    expect(started(shop)).toEqual([]);
  });
});

describe('a run of a workflow', () => {
  it('is started with what it takes, shown, and stopped', async () => {
    const { github, type } = await openShop();
    const { stdout } = await type('builds-start', 'shop/release', 'commit=c1', 'target=uat', 'place=prod');
    const [run] = github.shop.runs;
    expect(stdout).toMatch(
      new RegExp(`^shop/release#1 runs\nhttp://localhost:\\d+/acme/shop/actions/runs/${run?.id}\n$`),
    );
    expect(run?.inputs).toEqual({ commit: 'c1', target: 'uat', place: 'prod' });
    const status = await type('builds-status', 'acme/shop/release');
    expect(status.stdout).toMatch(/build +shop\/release#1\nstate +running\n/);
    expect(status.stdout).toContain('Mend the till (Mary)');
    expect((await type('builds-stop', 'shop/release')).stdout).toBe('shop/release#1 is told to stop: cancelled\n');
    expect((await type('builds-stop', 'shop/release')).stderr).toContain('has ended already: cancelled');
  });

  it('is started on a branch that is named', async () => {
    const { github, type } = await openShop();
    const argv = ['builds-start', 'shop/release', 'commit=c1', '--branch', 'größe/2'];
    expect((await type(...argv, '--dry-run')).stdout).toBe('Start shop/release on größe/2\ncommit  c1\n');
    expect((await type(...argv)).exitCode).toBe(0);
    expect(github.shop.runs.map(({ branch }) => branch)).toEqual(['größe/2']);
  });

  it('is found where an older GitHub does not say which one it started', async () => {
    const { github, run, release, type } = await openShop();
    run(release, { event: 'workflow_dispatch' });
    github.forge.tellsRuns = false;
    expect((await type('builds-start', 'shop/release', 'commit=c1')).stdout).toMatch(/^shop\/release#2 runs\n/);
  });

  it('prints the steps while it runs, and the logs of its jobs once they have ended', async () => {
    const { github, run, ci, type } = await openShop();
    const running = run(ci);
    running.jobs.push(github.forge.job('テスト "ü"', ['läuft']));
    github.forge.begin(running);
    expect((await type('builds-log', 'shop/ci')).stdout).toBe(
      'release: begins on linux-1\nrelease › Check out\nテスト "ü": waits for a runner (self-hosted, linux)\n',
    );
    github.unchanged = 0;
    const following = type('builds-log', 'shop/ci', '--follow');
    await until(() => github.unchanged > 0, 'it is followed');
    github.forge.finish(running, 'failure', 'first\nsecond ✓\n##[error]no room\n');
    const { stdout } = await following;
    expect(stdout).toMatch(/release › Check out: failure\nrelease: failure\nfirst\nsecond ✓\nerror: no room\n/);
    expect(stdout).toMatch(/テスト "ü": failure\nfirst\nsecond ✓\nerror: no room\n$/);
    const later = await type('builds-log', 'shop/ci', '--grep', 'room');
    expect(later.stdout).toBe('error: no room\nerror: no room\n');
    expect(github.stored.filter((line) => line.includes('Bearer'))).toEqual([]);
  });

  it('says what failed in it', async () => {
    const { github, run, ci, type } = await openShop();
    const failed = run(ci);
    const [job] = failed.jobs;
    job?.annotations.push(
      { path: 'till.ts', line: 3, level: 'failure', title: 'Till rings', message: 'expected 1\nat till.ts:3' },
      { path: 'till.ts', line: 9, level: 'warning', title: '', message: 'unused' },
      { path: '.github', line: 1, level: 'failure', title: '', message: 'Process completed with exit code 1.' },
    );
    github.forge.finish(failed, 'failure');
    const { stdout } = await type('builds-tests', 'shop/ci');
    expect(stdout).toMatch(/^shop\/ci#1: 1 failed\n(?:.*\n)*Till rings +expected 1/);
  });
});

describe('the runners', () => {
  it('are those of the repositories, and others are not told of', async () => {
    const { github, type } = await openShop();
    const besides = 'There may be runners of GitHub itself, which it does not list\n';
    expect((await type('builds-agents')).stdout).toBe(besides);
    github.shop.runners.push({ id: 1, name: 'mac-1', status: 'online', busy: true });
    github.shop.runners.push({ id: 2, name: 'mac-2', status: 'offline', busy: false });
    const { stdout } = await type('builds-agents');
    expect(stdout).toMatch(
      /^All 1 executors are busy: .*\nAgent .*\nmac-1 +online +1\/1\s*\nmac-2 +offline +0\/1 +offline\n/,
    );
    expect(stdout).toContain(besides);
  });

  it('are not told to a token without the right, which is said', async () => {
    const { type } = await openShop();
    process.env['GITHUB_TOKEN'] = tokens.reader;
    const { exitCode, stderr } = await type('builds-agents');
    expect([exitCode, stderr]).toEqual([
      77,
      expect.stringContaining('✗ GitHub does not tell the runners of acme/shop to this token (403)'),
    ]);
    expect(stderr).toContain('Administration: read');
  });
});

describe('a GitHub that says no', () => {
  const html = { 'content-type': 'text/html' };
  it.each([
    [
      'a token that has expired',
      401,
      {},
      '{"message":"Bad credentials"}',
      78,
      /answers 401: Bad credentials\n.*has the token expired/,
    ],
    [
      'a limit that is reached',
      403,
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '4102444800' },
      '{"message":"API rate limit exceeded"}',
      75,
      /takes no more requests of this token until 2100-01-01 00:00:00 UTC: API rate limit exceeded/,
    ],
    [
      'too much at once',
      403,
      { 'retry-after': '3600' },
      '{"message":"You have exceeded a secondary rate limit"}',
      75,
      /takes no more requests of this token until .*: You have exceeded a secondary rate limit/,
    ],
    [
      'no right',
      403,
      {},
      '{"message":"Resource not accessible"}',
      77,
      /answers 403: Resource not accessible\n.*Actions/,
    ],
    ['nothing there', 404, {}, '{"message":"Not Found"}', 1, /answers 404: Not Found\n.*may it read acme\/shop/],
    ['a page of a proxy', 200, html, '<html>Sign in</html>', 69, /answers with a page for people where JSON was due/],
    ['another shape', 200, {}, '{"workflow_runs":1}', 69, /in another shape than GitHub does, at workflow_runs/],
  ])('with %s is told so', async (_, status, headers, body, code, words) => {
    const { github, type } = await openShop();
    github.fault = (__, response) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
      return true;
    };
    const { exitCode, stderr } = await type('builds');
    expect([exitCode, stderr]).toEqual([code, expect.stringMatching(words)]);
    expect(stderr).not.toContain(tokens.ops);
  });
});

describe('several systems', () => {
  it('are told apart by --system, or by the configuration', async () => {
    const github = await openForge();
    const jenkins = "jenkins: { url: 'http://127.0.0.1:1', user: ops, token: '${env:GITHUB_TOKEN}' }\n";
    const { folder, write } = createProject(configuration + jenkins + githubConfig(github));
    const { exitCode, stderr } = await ops(folder, ['builds']);
    expect([exitCode, stderr]).toEqual([64, '✗ which system? jenkins, github\n  → --system jenkins\n']);
    expect((await ops(folder, ['builds', '--system', 'github'])).stdout).toBe('No builds match\n');
    write('.chatopsrc', `${configuration}${jenkins}${githubConfig(github)}builds: { system: github }\n`);
    expect((await ops(folder, ['builds'])).stdout).toBe('No builds match\n');
  });

  it.each([
    ["github: { token: 't0ken', repositories: [acme/shop] }", 'github.token must be a reference, got a literal value'],
    [
      "github: { token: '${env:GITHUB_TOKEN}' }",
      'github.repositories: expected a list of repositories, each as owner/name',
    ],
    [
      "github: { token: '${env:GITHUB_TOKEN}', repositories: [] }",
      'github.repositories: expected a list of repositories',
    ],
    [
      "github: { token: '${env:GITHUB_TOKEN}', repositories: [shop] }",
      'github.repositories.0: expected a repository as owner/name',
    ],
    ['github: { tokn: x, repositories: [acme/shop] }', 'github.tokn: unknown key, did you mean "token"?'],
  ])('say what is wrong with %s', async (section, message) => {
    await openForge();
    const { exitCode, stderr } = await ops(createProject(`${configuration}${section}\n`).folder, ['builds']);
    expect([exitCode, stderr]).toEqual([78, expect.stringContaining(message)]);
    expect(stderr).not.toContain('t0ken');
  });
});
