import { describe, expect, it } from 'vitest';
import { OpsError } from '../../src/context/errors.ts';
import type { FakeRun } from '../../src/sandbox/github/forge.ts';
import { contractWords } from '../support/contracts.ts';
import { deployStates } from '../support/deploy-states.ts';
import { githubConfig, openForge } from '../support/github/open.ts';
import { heldTimer } from '../support/held-timer.ts';
import { ops } from '../support/ops.ts';
import { configuration, createProject, type Project } from '../support/project.ts';
import { until } from '../support/waiting.ts';

const byWorkflow = `deploy: { github: { job: shop/release, parameters: { target: '{environment}', commit: '{commit}' } } }`;
const byDeployment = `deploy: { github: { deployment: { payload: { version: '{version}' } } } }`;
const inAnHour = 3_600_000;

type Forge = Awaited<ReturnType<typeof openForge>>;

async function openShop(deploy: string): Promise<{ github: Forge; project: Project }> {
  const github = await openForge();
  const config = configuration.replace(/deploy: \[.*\]/, deploy) + githubConfig(github);
  return { github, project: createProject(config) };
}

async function running({ shop }: Forge): Promise<FakeRun> {
  await until(() => shop.runs.length > 0, 'a run is there');
  const [run] = shop.runs;
  if (run === undefined) throw new Error('none runs');
  return run;
}

const changes = ({ asked }: Forge): string[] => asked.filter((line) => line.startsWith('POST'));

describe(`a deploy by a workflow of GitHub${contractWords('github.json')}`, () => {
  it('shows the workflow and what it is told, and starts nothing', async () => {
    const { github, project } = await openShop(byWorkflow);
    const { exitCode, stdout } = await ops(project.folder, ['deploy', 'uat', '--dry-run']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/builds +shop\/release \(github\)\ntarget +uat\nparameter commit +[0-9a-f]{40}\n/);
    expect(changes(github)).toEqual([]);
  });

  it('follows the jobs and steps live, then the logs, and records the version with its page', async () => {
    const { github, project } = await openShop(byWorkflow);
    const deploying = ops(project.folder, ['deploy', 'uat']);
    const run = await running(github);
    await until(() => github.asked.some((line) => line.includes('/jobs')), 'its jobs are looked at');
    for (const job of run.jobs) github.forge.step(job);
    await until(() => github.unchanged > 0, 'the step is seen');
    github.forge.finish(run, 'success', '##[group]Copy\ncopying\n##[endgroup]\n');
    const { exitCode, words } = await deploying;
    expect(exitCode).toBe(0);
    expect(run.inputs).toEqual({ target: 'uat', commit: project.git('rev-parse', 'v3') });
    expect(words).toContain(`/acme/shop/actions/runs/${run.id}\n`);
    expect(words).toMatch(
      /release: begins on linux-1\nrelease › Check out\n(?:.*\n)*release: success\nCopy\ncopying\n/,
    );
    expect(words).toMatch(
      /web v3 \([0-9a-f]{10}\) is live in uat\nnothing → v3 · by ana · .* · health not checked · \S+\n$/,
    );
    expect(github.stored.every((line) => !line.includes('Bearer'))).toBe(true);
    expect((await ops(project.folder, ['deployed'])).stdout).toMatch(/uat +v3/);
    expect(await deployStates(project)).toEqual(['succeeded']);
  });

  it.each([
    ['failure', 'failed'],
    ['timed_out', 'failed'],
    ['cancelled', 'cancelled'],
  ] as const)('that ends with %s has failed, and says what may be half there', async (conclusion, state) => {
    const { github, project } = await openShop(byWorkflow);
    const deploying = ops(project.folder, ['deploy', 'uat']);
    github.forge.finish(await running(github), conclusion, '##[error]no room\n');
    const { exitCode, stderr, stdout } = await deploying;
    expect([exitCode, stdout]).toEqual([1, expect.stringContaining('error: no room')]);
    expect(stderr).toContain(`✗ shop/release#1 ended ${state}: web v3 may be half in uat\n`);
    expect(await deployStates(project)).toEqual(['failed']);
    expect((await ops(project.folder, ['deployed'])).stdout).not.toMatch(/uat +v3 +live/);
  });

  it('waits for a runner, and says for which', async () => {
    const { github, project } = await openShop(byWorkflow);
    github.forge.begins = false;
    const deploying = ops(project.folder, ['deploy', 'uat']);
    const run = await running(github);
    await until(() => github.asked.some((line) => line.includes('/jobs')), 'it is looked at');
    github.forge.begin(run);
    github.forge.finish(run, 'success');
    const { exitCode, words } = await deploying;
    expect([exitCode, words]).toEqual([
      0,
      expect.stringContaining('shop/release#1 waits: Waiting for a runner: self-hosted, linux'),
    ]);
  });

  it('cancels the run where it is stopped, and where its time is up', async () => {
    const { github, project } = await openShop(byWorkflow);
    const stopping = new AbortController();
    const deploying = ops(project.folder, ['deploy', 'uat'], { signal: stopping.signal });
    const run = await running(github);
    stopping.abort(new OpsError('cancelled', 'it was stopped'));
    expect([(await deploying).exitCode, run.conclusion]).toEqual([130, 'cancelled']);
    const time = heldTimer(inAnHour);
    const waiting = ops(project.folder, ['deploy', 'uat', '--timeout', '1h']);
    await until(() => github.shop.runs.length === 2, 'another run is there');
    time.up();
    const late = await waiting;
    expect([late.exitCode, github.shop.runs[0]?.conclusion]).toEqual([124, 'cancelled']);
    expect(late.words).toContain('shop/release#2 is told to stop');
    expect(await deployStates(project)).toEqual(['timed out', 'cancelled']);
  });

  it('says that its run was deleted while it was followed', async () => {
    const { github, project } = await openShop(byWorkflow);
    const deploying = ops(project.folder, ['deploy', 'uat']);
    await running(github);
    await until(() => github.asked.some((line) => line.includes('/jobs')), 'it is followed');
    github.shop.runs.length = 0;
    const { exitCode, stderr } = await deploying;
    expect([exitCode, stderr]).toEqual([1, expect.stringMatching(/✗ GitHub has (?:no log of )?shop\/release#1/)]);
    expect(await deployStates(project)).toEqual(['failed']);
  });

  it.each([
    ['a workflow that is not there', 'job: shop/releas', 'web is deployed by GitHub: GitHub has no job shop/releas'],
    [
      'one that is not started by hand',
      'job: shop/ci',
      'shop/ci takes no builds: .github/workflows/ci.yaml has no workflow_dispatch under on:',
    ],
    [
      'an input that it does not take',
      'job: shop/release, parameters: { TARGET: uat }',
      'shop/release takes no TARGET',
    ],
    [
      'a value that it does not take',
      'job: shop/release, parameters: { target: v3 }',
      'target is one of dev, uat, prod',
    ],
    ['an input that is missing', 'job: shop/release, parameters: { target: uat }', 'shop/release needs commit'],
    ['no place for it', 'job: shop/release, parameters: { commit: x, place: dev }', 'place is one of uat, prod'],
  ])('says what is wrong with the configuration, and starts nothing: %s', async (_, way, message) => {
    const { github, project } = await openShop(`deploy: { github: { ${way} } }`);
    const { exitCode, stderr } = await ops(project.folder, ['deploy', 'uat']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 78, stderr: expect.stringContaining(message) });
    expect(changes(github)).toEqual([]);
  });

  it('takes one system alone', async () => {
    const { project } = await openShop('deploy: { github: { job: x }, jenkins: { job: x } }');
    const { exitCode, stderr } = await ops(project.folder, ['deploy', 'uat']);
    expect([exitCode, stderr]).toEqual([78, expect.stringContaining('apps.web.deploy: expected one of jenkins')]);
  });
});

describe(`a deploy by a Deployment of GitHub${contractWords('github.json')}`, () => {
  async function asked({ shop, forge }: Forge) {
    await until(() => shop.deployments.length > 0, 'a deployment is there');
    const [deployment] = shop.deployments;
    if (deployment === undefined) throw new Error('there is none');
    const report = (state: string, description = '', log_url = '') => {
      deployment.statuses.unshift({ id: forge.id(), state, description, log_url, environment_url: '' });
    };
    return { ...deployment, report };
  }

  it('shows what would be asked for, and asks nothing', async () => {
    const { github, project } = await openShop(byDeployment);
    const { stdout } = await ops(project.folder, ['deploy', 'uat', '--dry-run']);
    expect(stdout).toMatch(/deployment +deploy to uat \(github acme\/shop\)\nversion +v3\n/);
    expect(changes(github)).toEqual([]);
  });

  it('follows what is reported on the very commit, and records the version', async () => {
    const { github, project } = await openShop(byDeployment);
    const deploying = ops(project.folder, ['deploy', 'uat']);
    const deployment = await asked(github);
    deployment.report('in_progress', 'copying', 'http://127.0.0.1/log');
    deployment.report('success', 'copied', 'http://127.0.0.1/log');
    const { exitCode, words } = await deploying;
    expect(exitCode).toBe(0);
    expect(deployment).toMatchObject({
      ...{ sha: project.git('rev-parse', 'v3'), environment: 'uat', task: 'deploy', payload: { version: 'v3' } },
      description: expect.stringMatching(/^web v3 by ana, run \S+$/),
    });
    expect(words).toMatch(/in_progress: copying\n(?:.*\n)*success: copied\n/);
    expect(words).toContain('http://127.0.0.1/log');
    expect(await deployStates(project)).toEqual(['succeeded']);
    expect((await ops(project.folder, ['deployed'])).stdout).toMatch(/uat +v3/);
  });

  it.each(['failure', 'error', 'inactive'])('that ends with %s has failed', async (state) => {
    const { github, project } = await openShop(byDeployment);
    const deploying = ops(project.folder, ['deploy', 'uat']);
    (await asked(github)).report(state, 'no room');
    const { exitCode, stderr } = await deploying;
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringContaining(`✗ the deployment ended ${state}: web v3 may be half in uat\n`),
    ]);
    expect(await deployStates(project)).toEqual(['failed']);
  });

  it('is marked as failed where it is stopped, and where its time is up', async () => {
    const { github, project } = await openShop(byDeployment);
    const stopping = new AbortController();
    const deploying = ops(project.folder, ['deploy', 'uat'], { signal: stopping.signal });
    const { statuses } = await asked(github);
    stopping.abort(new OpsError('cancelled', 'it was stopped'));
    expect([(await deploying).exitCode, statuses]).toEqual([
      130,
      [expect.objectContaining({ state: 'error', description: 'Stopped: ops of ana follows it no longer' })],
    ]);
    const time = heldTimer(inAnHour);
    const waiting = ops(project.folder, ['deploy', 'uat', '--timeout', '1h']);
    await until(() => github.shop.deployments.length === 2, 'another deployment is there');
    time.up();
    const late = await waiting;
    expect([late.exitCode, github.shop.deployments[0]?.statuses[0]?.state]).toEqual([124, 'error']);
    expect(late.words).toContain('is marked as failed; what carries it out may go on');
    expect(await deployStates(project)).toEqual(['timed out', 'cancelled']);
  });

  it('that is deleted while it is followed has failed', async () => {
    const { github, project } = await openShop(byDeployment);
    const deploying = ops(project.folder, ['deploy', 'uat']);
    const { id } = await asked(github);
    github.shop.deployments.length = 0;
    const { exitCode, stderr } = await deploying;
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining(`✗ acme/shop has the deployment ${id} no longer`)]);
    expect(await deployStates(project)).toEqual(['failed']);
  });

  it('is not made where checks are not green, but where other ones count', async () => {
    const { github, project } = await openShop(byDeployment);
    github.shop.redChecks.push('tests');
    const { exitCode, stderr } = await ops(project.folder, ['deploy', 'uat']);
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('Commit status checks failed')]);
    expect(stderr).toContain('→ its checks have to be green first');
    project.write(
      '.chatopsrc',
      configuration.replace(/deploy: \[.*\]/, 'deploy: { github: { deployment: { contexts: [] } } }') +
        githubConfig(github),
    );
    const deploying = ops(project.folder, ['deploy', 'uat']);
    (await asked(github)).report('success');
    expect((await deploying).exitCode).toBe(0);
    expect(await deployStates(project)).toEqual(['succeeded', 'failed']);
  });

  it.each([
    [
      'a repository that the token does not see',
      'repository: acme/till',
      1,
      'GitHub (/repos/acme/till) answers 404: Not Found',
    ],
    ['no repository', 'repository: shop', 78, 'expected a repository as owner/name'],
  ])('asks for nothing in %s', async (_, way, code, message) => {
    const { github, project } = await openShop(`deploy: { github: { deployment: { ${way} } } }`);
    const { exitCode, stderr } = await ops(project.folder, ['deploy', 'uat']);
    expect([exitCode, stderr]).toEqual([code, expect.stringContaining(message)]);
    expect(changes(github)).toEqual([]);
  });
});
