import { describe, expect, it, onTestFinished } from 'vitest';
import { OpsError } from '../../src/context/errors.ts';
import type { FakeJenkins } from '../../src/sandbox/jenkins/jenkins.ts';
import { deployStates } from '../support/deploy-states.ts';
import { jenkinsConfig, openFarm } from '../support/farm.ts';
import { heldTimer } from '../support/held-timer.ts';
import { ops } from '../support/ops.ts';
import { closedPort } from '../support/port.ts';
import { configuration, createProject, type Project } from '../support/project.ts';
import { until } from '../support/waiting.ts';

const byJenkins = `deploy: { jenkins: { job: web/release, parameters: { TARGET: '{environment}', COMMIT: '{commit}' } } }`;
const parameters = [{ name: 'TARGET', type: 'Choice' as const, choices: ['dev', 'uat', 'prod'] }, { name: 'COMMIT' }];

async function openShop(deploy = byJenkins): Promise<{ jenkins: FakeJenkins; project: Project }> {
  const jenkins = await openFarm();
  const config = configuration.replace(/deploy: \[.*\]/, deploy) + jenkinsConfig(jenkins);
  return { jenkins, project: createProject(config) };
}

/** Ends its builds as it is told to. */
const releases = ({ farm }: FakeJenkins) => farm.add('web/release', { parameters });

async function running({ farm }: FakeJenkins) {
  await until(() => farm.running().length > 0, 'a build runs');
  const [build] = farm.running();
  if (build === undefined) throw new Error('none runs');
  return build;
}

describe('a deploy by a job of Jenkins', () => {
  it('shows the job and what it is told, and starts nothing', async () => {
    const { jenkins, project } = await openShop();
    releases(jenkins);
    const { exitCode, stdout } = await ops(project.folder, ['deploy', 'uat', '--dry-run']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/builds +web\/release \(jenkins\)\nTARGET +uat\nCOMMIT +[0-9a-f]{40}\n/);
    expect(jenkins.asked.filter((line) => line.startsWith('POST'))).toEqual([]);
  });

  it('follows the build live, and records the version with its page', async () => {
    const { jenkins, project } = await openShop();
    const job = releases(jenkins);
    const deploying = ops(project.folder, ['deploy', 'uat']);
    const build = await running(jenkins);
    jenkins.farm.write(build, 'copying\n');
    jenkins.farm.finish(build, 'SUCCESS');
    const { exitCode, words } = await deploying;
    expect([exitCode, job.builds[0]?.parameters]).toEqual([
      0,
      { TARGET: 'uat', COMMIT: project.git('rev-parse', 'v3') },
    ]);
    expect(words).toContain(`${jenkins.url}/job/web/job/release/1/\n`);
    expect(words).toContain('copying\nFinished: SUCCESS\n');
    expect(words).toMatch(
      /web v3 \([0-9a-f]{10}\) is live in uat\nnothing → v3 · by ana · .* · health not checked · \S+\/1\/\n$/,
    );
    expect((await ops(project.folder, ['deployed'])).stdout).toMatch(/uat +v3/);
  });

  it.each([
    ['FAILURE', 'failed'],
    ['UNSTABLE', 'unstable'],
    ['ABORTED', 'cancelled'],
  ] as const)('that ends with %s has failed, and says what may be half there', async (result, state) => {
    const { jenkins, project } = await openShop();
    releases(jenkins);
    const deploying = ops(project.folder, ['deploy', 'uat']);
    jenkins.farm.finish(await running(jenkins), result);
    const { exitCode, stderr } = await deploying;
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`✗ web/release#1 ended ${state}: web v3 may be half in uat\n`);
    expect(await deployStates(project)).toEqual(['failed']);
    expect((await ops(project.folder, ['deployed'])).stdout).not.toMatch(/uat +v3 +live/);
  });

  it('waits for an executor, and says for what', async () => {
    const { jenkins, project } = await openShop();
    releases(jenkins);
    for (const agent of jenkins.farm.agents) agent.executors = 0;
    const deploying = ops(project.folder, ['deploy', 'uat']);
    await until(() => jenkins.asked.some((line) => line.startsWith('GET /queue/item/1/')), 'it waits');
    const [agent] = jenkins.farm.agents;
    if (agent !== undefined) agent.executors = 1;
    jenkins.farm.beginWhatCan();
    jenkins.farm.finish(await running(jenkins), 'SUCCESS');
    const { exitCode, words } = await deploying;
    expect([exitCode, words]).toEqual([
      0,
      expect.stringContaining('web/release#q1 waits: Waiting for next available executor'),
    ]);
  });

  it('ends the build where it is stopped, in the queue too', async () => {
    const { jenkins, project } = await openShop();
    const job = releases(jenkins);
    for (const executors of [2, 0]) {
      for (const agent of jenkins.farm.agents) agent.executors = executors;
      const stopping = new AbortController();
      const deploying = ops(project.folder, ['deploy', 'uat'], { signal: stopping.signal });
      await until(() => jenkins.farm.running().length + jenkins.farm.waiting().length > 0, 'it is there');
      stopping.abort(new OpsError('cancelled', 'it was stopped'));
      expect((await deploying).exitCode).toBe(130);
    }
    expect([job.builds[0]?.result, jenkins.farm.waiting()]).toEqual(['ABORTED', []]);
    expect(await deployStates(project)).toEqual(['cancelled', 'cancelled']);
  });

  it('ends what has just left the queue and is no build yet', async () => {
    const { jenkins, project } = await openShop();
    const job = releases(jenkins);
    for (const agent of jenkins.farm.agents) agent.executors = 0;
    const stopping = new AbortController();
    const deploying = ops(project.folder, ['deploy', 'uat'], { signal: stopping.signal });
    await until(() => jenkins.farm.waiting().length > 0, 'it waits');
    jenkins.fault = ({ url = '' }, response) => {
      const [item] = jenkins.farm.waiting();
      const cancelled = jenkins.asked.findIndex((line) => line.includes('/queue/cancelItem'));
      if (url.startsWith('/queue/cancelItem')) response.writeHead(500).end('Could not cancel run with id 1');
      else if (item !== undefined && cancelled >= 0 && jenkins.asked.length > cancelled + 2) jenkins.farm.begin(item);
      return url.startsWith('/queue/cancelItem');
    };
    stopping.abort(new OpsError('cancelled', 'it was stopped'));
    expect([(await deploying).exitCode, job.builds[0]?.result]).toEqual([130, 'ABORTED']);
  });

  it('that somebody takes out of the queue has failed', async () => {
    const { jenkins, project } = await openShop();
    releases(jenkins);
    for (const agent of jenkins.farm.agents) agent.executors = 0;
    const deploying = ops(project.folder, ['deploy', 'uat']);
    await until(() => jenkins.farm.waiting().length > 0, 'it waits');
    for (const item of jenkins.farm.waiting()) jenkins.farm.cancel(item);
    const { exitCode, stderr } = await deploying;
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringContaining('✗ web/release#q1 was taken out of the queue: nothing was run'),
    ]);
    expect(await deployStates(project)).toEqual(['failed']);
  });

  it('goes on where Jenkins is away for a while, and starts nothing twice', async () => {
    const { jenkins, project } = await openShop();
    const job = releases(jenkins);
    let faults = 0;
    jenkins.fault = ({ method }, response) => {
      const isAway = method === 'GET' && jenkins.farm.running().length > 0 && faults < 2;
      if (isAway) response.writeHead(500).end(`${faults++}`);
      return isAway;
    };
    const deploying = ops(project.folder, ['deploy', 'uat']);
    const build = await running(jenkins);
    await until(() => faults === 2, 'it was away');
    jenkins.farm.finish(build, 'SUCCESS');
    const { exitCode, stderr } = await deploying;
    expect([exitCode, job.builds.length]).toEqual([0, 1]);
    expect(stderr).toMatch(/! Jenkins \(.*\) answers 500/);
    expect(await deployStates(project)).toEqual(['succeeded']);
  });

  it('ends the build where its time is up', async () => {
    const { jenkins, project } = await openShop();
    const job = releases(jenkins);
    const time = heldTimer(3_600_000);
    const deploying = ops(project.folder, ['deploy', 'uat', '--timeout', '1h']);
    await running(jenkins);
    await until(() => jenkins.asked.some((line) => line.includes('/1/')), 'it is followed');
    time.up();
    const { exitCode, words } = await deploying;
    expect([exitCode, job.builds[0]?.result]).toEqual([124, 'ABORTED']);
    expect(words).toContain('web/release#1 is told to stop');
    expect(await deployStates(project)).toEqual(['timed out']);
  });

  it.each([
    ['a job that is not there', byJenkins, 'web is deployed by Jenkins: Jenkins has no job web/release'],
    [
      'a parameter that the job does not take',
      "deploy: { jenkins: { job: web/deploy, parameters: { WHERE: '{environment}' } } }",
      'web is deployed by Jenkins: web/deploy takes no WHERE',
    ],
    [
      'a value that it does not take',
      "deploy: { jenkins: { job: web/deploy, parameters: { TARGET: '{version}' } } }",
      'web is deployed by Jenkins: TARGET is one of uat, prod, not "v3"',
    ],
    [
      'a placeholder that is none',
      "deploy: { jenkins: { job: '{ap}' } }",
      'unknown placeholder {ap}, did you mean {app}?',
    ],
    ['a system that is none', 'deploy: { jenkin: { job: x } }', 'did you mean "jenkins"?'],
  ])('says what is wrong with the configuration: %s', async (_, deploy, message) => {
    const { jenkins, project } = await openShop(deploy);
    const { exitCode, stderr } = await ops(project.folder, ['deploy', 'uat']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 78, stderr: expect.stringContaining(message) });
    expect(jenkins.asked.filter((line) => line.startsWith('POST'))).toEqual([]);
  });

  it('says that Jenkins is away', async () => {
    const away = jenkinsConfig({ url: `http://127.0.0.1:${closedPort}` });
    const project = createProject(configuration.replace(/deploy: \[.*\]/, byJenkins) + away);
    process.env['JENKINS_TOKEN'] = 'any';
    onTestFinished(() => void delete process.env['JENKINS_TOKEN']);
    const { exitCode, stderr } = await ops(project.folder, ['deploy', 'uat', '--timeout', '20s']);
    expect([exitCode, stderr]).toEqual([69, expect.stringContaining('✗ Jenkins: 127.0.0.1:')]);
  });
});
