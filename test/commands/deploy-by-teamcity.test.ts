import { describe, expect, it } from 'vitest';
import { OpsError } from '../../src/context/errors.ts';
import { deployStates } from '../support/deploy-states.ts';
import { heldTimer } from '../support/held-timer.ts';
import { ops } from '../support/ops.ts';
import { configuration, createProject, type Project } from '../support/project.ts';
import { contractNote } from '../support/teamcity/contract.ts';
import type { FarmBuild } from '../support/teamcity/farm.ts';
import type { FakeTeamcity } from '../support/teamcity/server.ts';
import { openTeamcityFarm, teamcityConfig } from '../support/teamcity/teamcity.ts';
import { until } from '../support/waiting.ts';

const byTeamcity =
  "deploy: { teamcity: { job: Web_Release, parameters: { target: '{environment}', env.COMMIT: '{commit}' } } }";
const parameters = [
  { name: 'target', value: 'dev', rawValue: "select data_1='dev' data_2='uat' data_3='prod' display='prompt'" },
  { name: 'env.COMMIT', value: '', rawValue: "text validationMode='not_empty'" },
];

async function openShop(deploy = byTeamcity): Promise<{ teamcity: FakeTeamcity; project: Project }> {
  const teamcity = await openTeamcityFarm();
  teamcity.farm.add('Web_Release', { parameters });
  const config = configuration.replace(/deploy: \[.*\]/, deploy) + teamcityConfig(teamcity);
  return { teamcity, project: createProject(config) };
}

async function running({ farm }: FakeTeamcity): Promise<FarmBuild> {
  await until(() => farm.running().length > 0, 'a build runs');
  const [build] = farm.running();
  if (build === undefined) throw new Error('none runs');
  return build;
}

describe(`a deploy by TeamCity${contractNote}`, () => {
  it('shows the job and what it is told, and starts nothing', async () => {
    const { teamcity, project } = await openShop();
    const { exitCode, stdout } = await ops(project.folder, ['deploy', 'uat', '--dry-run']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/builds +Web_Release \(teamcity\)\ntarget +uat\nenv\.COMMIT +[0-9a-f]{40}\n/);
    expect(teamcity.asked.filter((line) => line.startsWith('POST'))).toEqual([]);
  });

  it('follows the build live, and records the version with its page', async () => {
    const { teamcity, project } = await openShop();
    const deploying = ops(project.folder, ['deploy', 'uat']);
    const build = await running(teamcity);
    teamcity.farm.write(build, 'copying');
    teamcity.farm.finish(build, 'SUCCESS');
    const { exitCode, words } = await deploying;
    const given = { target: 'uat', 'env.COMMIT': project.git('rev-parse', 'v3') };
    expect([exitCode, build.properties]).toEqual([0, given]);
    expect(words).toContain(`${teamcity.url}/buildConfiguration/Web_Release/101\n`);
    expect(words).toContain('copying\nBuild finished\n');
    expect(words).toMatch(
      /web v3 \([0-9a-f]{10}\) is live in uat\nnothing → v3 · by ana · .* · health not checked · \S+\n$/,
    );
    expect((await ops(project.folder, ['deployed'])).stdout).toMatch(/uat +v3/);
    expect(await deployStates(project)).toEqual(['succeeded']);
  });

  it.each([
    ['failed', (farm: FakeTeamcity['farm'], build: FarmBuild) => farm.finish(build, 'FAILURE')],
    ['cancelled', (farm: FakeTeamcity['farm'], build: FarmBuild) => farm.cancel(build, 'by ana')],
  ] as const)('whose build ends %s has failed, and says what may be half there', async (state, end) => {
    const { teamcity, project } = await openShop();
    const deploying = ops(project.folder, ['deploy', 'uat']);
    end(teamcity.farm, await running(teamcity));
    const { exitCode, stderr } = await deploying;
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`✗ Web_Release#101 ended ${state}: web v3 may be half in uat\n`);
    expect(await deployStates(project)).toEqual(['failed']);
    expect((await ops(project.folder, ['deployed'])).stdout).not.toMatch(/uat +v3 +live/);
  });

  it('whose build is deleted while it is followed has failed', async () => {
    const { teamcity, project } = await openShop();
    const deploying = ops(project.folder, ['deploy', 'uat']);
    await running(teamcity);
    teamcity.farm.builds = [];
    const { exitCode, stderr } = await deploying;
    expect([exitCode, stderr]).toEqual([1, expect.stringMatching(/TeamCity has (?:no log of )?Web_Release#101/)]);
    expect(await deployStates(project)).toEqual(['failed']);
  });

  it('waits for an agent, and says for what', async () => {
    const { teamcity, project } = await openShop();
    const [agent] = teamcity.farm.agents;
    if (agent !== undefined) agent.enabled = false;
    const deploying = ops(project.folder, ['deploy', 'uat']);
    await until(() => teamcity.asked.some((line) => line.startsWith('GET /tc/app/rest/builds/id:101')), 'it waits');
    if (agent !== undefined) agent.enabled = true;
    teamcity.farm.beginWhatCan();
    teamcity.farm.finish(await running(teamcity), 'SUCCESS');
    const { exitCode, words } = await deploying;
    const why = 'Web_Release#101 waits: There are no idle compatible agents which can run this build';
    expect([exitCode, words]).toEqual([0, expect.stringContaining(why)]);
  });

  it('ends the build where it is stopped, in the queue too', async () => {
    const { teamcity, project } = await openShop();
    const { farm } = teamcity;
    for (const enabled of [true, false]) {
      for (const agent of farm.agents) agent.enabled = enabled;
      const stopping = new AbortController();
      const deploying = ops(project.folder, ['deploy', 'uat'], { signal: stopping.signal });
      await until(() => farm.running().length + farm.waiting().length > 0, 'it is there');
      stopping.abort(new OpsError('cancelled', 'it was stopped'));
      expect((await deploying).exitCode).toBe(130);
    }
    const comment = { text: 'Stopped by ops' };
    expect(farm.builds.map(({ cancelled }) => cancelled)).toEqual([comment, comment]);
    expect(await deployStates(project)).toEqual(['cancelled', 'cancelled']);
  });

  it('ends the build where its time is up', async () => {
    const { teamcity, project } = await openShop();
    const time = heldTimer(3_600_000);
    const deploying = ops(project.folder, ['deploy', 'uat', '--timeout', '1h']);
    await running(teamcity);
    time.up();
    const { exitCode, words } = await deploying;
    expect([exitCode, teamcity.farm.find(101)?.cancelled]).toEqual([124, { text: 'Stopped by ops' }]);
    expect(words).toContain('Web_Release#101 is told to stop');
    expect(await deployStates(project)).toEqual(['timed out']);
  });

  it.each([
    [
      'a job that is not there',
      'deploy: { teamcity: { job: Nowhere } }',
      'web is deployed by TeamCity: TeamCity has no job Nowhere',
    ],
    [
      'a parameter that is missing',
      "deploy: { teamcity: { job: Web_Release, parameters: { target: '{environment}' } } }",
      'web is deployed by TeamCity: Web_Release needs env.COMMIT',
    ],
    [
      'a value that it does not take',
      "deploy: { teamcity: { job: Web_Release, parameters: { target: '{version}' } } }",
      'web is deployed by TeamCity: target is one of dev, uat, prod, not "v3"',
    ],
    [
      'two systems',
      'deploy: { teamcity: { job: x }, jenkins: { job: x } }',
      'apps.web.deploy: expected one of jenkins, teamcity',
    ],
    ['no system', 'deploy: {}', 'apps.web.deploy: expected one of jenkins, teamcity'],
    ['a system that is none', 'deploy: { teamcty: { job: x } }', 'did you mean "teamcity"?'],
  ])('says what is wrong with the configuration: %s', async (_, deploy, message) => {
    const { teamcity, project } = await openShop(deploy);
    const { exitCode, stderr } = await ops(project.folder, ['deploy', 'uat']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 78, stderr: expect.stringContaining(message) });
    expect(teamcity.farm.builds).toEqual([]);
  });
});
