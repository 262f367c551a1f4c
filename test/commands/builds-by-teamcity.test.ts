import { describe, expect, it } from 'vitest';
import { commitId } from '../../src/sandbox/jenkins/farm.ts';
import { jenkinsConfig, openFarm } from '../support/farm.ts';
import { ops } from '../support/ops.ts';
import { configuration, createProject } from '../support/project.ts';
import { contractNote } from '../support/teamcity/contract.ts';
import { openTeamcityFarm, teamcityConfig } from '../support/teamcity/teamcity.ts';
import { until } from '../support/waiting.ts';

const target = { name: 'target', value: 'uat', rawValue: "select data_1='uat' data_2='prod'" };
const tag = { name: 'tag', value: '', rawValue: String.raw`text validationMode='regex' regexp='v\d+'` };

async function openShop(extra = '') {
  const teamcity = await openTeamcityFarm();
  const { folder } = createProject(configuration + teamcityConfig(teamcity) + extra);
  const { farm } = teamcity;
  const deploy = farm.add('Web_Deploy', { project: 'Shop / Web', name: 'Выкладка', parameters: [target, tag] });
  const build = farm.add('Shop_Build');
  return { teamcity, farm, deploy, build, type: (...argv: string[]) => ops(folder, argv) };
}

describe(`builds of TeamCity${contractNote}`, () => {
  it('are listed with what waits and what runs first', async () => {
    const { farm, build, deploy, type } = await openShop();
    farm.finish(farm.queue(build), 'FAILURE');
    farm.queue(deploy);
    farm.queue(build, { branch: 'next' });
    const { exitCode, stdout } = await type('builds');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /^Build .*\nShop_Build#103 +queued +next .*\nWeb_Deploy#102 +running +main .* Ops\nShop_Build#101 +failed +main /,
    );
    expect((await type('builds', '--failed')).stdout).toMatch(/^Build .*\nShop_Build#101 +failed [^\n]*\n$/);
    expect((await type('builds-queue')).stdout).toMatch(/^Shop_Build#103 .* There are no idle compatible agents/m);
    expect((await type('builds-agents')).stdout).toMatch(/^All 1 executors are busy: what is started now waits\n/);
  });

  it.each([
    [['builds', '--job', 'Web_Deplo'], 64, 'TeamCity has no job Web_Deplo', 'did you mean Web_Deploy?'],
    [['builds', '--job', 'Shop_Web'], 64, 'Shop_Web is a folder of TeamCity: Web_Deploy', 'one of these: Web_Deploy'],
    [
      ['builds-status', 'Shop_Build#7'],
      1,
      'TeamCity has no build Shop_Build#7: it was deleted, or never was',
      'ops builds --job Shop_Build',
    ],
    [['builds-start', 'Web_Deploy', 'tag=v1', 'target=uta'], 64, 'target is one of uat, prod, not "uta"', 'target=uat'],
    [
      ['builds-start', 'Web_Deploy', 'target=uat'],
      64,
      'Web_Deploy needs tag',
      'ops builds-start Web_Deploy [target=uat|prod] tag=…',
    ],
    [
      ['builds-start', 'Web_Deploy', 'tag=1'],
      64,
      String.raw`tag is to match v\d+, which "1" does not`,
      'ops builds-start Web_Deploy',
    ],
    [['builds-start', 'Web_Deploy', 'tag='], 64, 'tag is not to be empty', 'ops builds-start Web_Deploy'],
    [['builds-start', 'Web_Deploy', 'tga=v1'], 64, 'Web_Deploy takes no tga', 'did you mean tag?'],
  ])('%j is refused with what is there', async (argv, code, message, hint) => {
    const { farm, type } = await openShop();
    const { exitCode, stderr } = await type(...argv);
    expect({ exitCode, stderr }).toEqual({ exitCode: code, stderr: expect.stringContaining(`✗ ${message}`) });
    expect(stderr).toContain(hint);
    expect(farm.builds).toEqual([]);
  });

  it('are started by the name of a job, and stopped', async () => {
    const { teamcity, farm, type } = await openShop();
    const { exitCode, stdout } = await type('builds-start', 'Shop / Web / Выкладка', 'tag=v1');
    expect([exitCode, stdout]).toEqual([0, `Web_Deploy#101 runs\n${teamcity.url}/buildConfiguration/Web_Deploy/101\n`]);
    expect(farm.running()[0]?.properties).toEqual({ tag: 'v1' });
    expect((await type('builds-stop', 'shop/web/выкладка')).stdout).toBe('Web_Deploy#101 is told to stop: cancelled\n');
    expect((await type('builds-stop', 'Web_Deploy#101')).stderr).toContain(
      '✗ Web_Deploy#101 has ended already: cancelled',
    );
  });

  it('print what they print, as they print it, with what they bring', async () => {
    const { teamcity, farm, build, type } = await openShop();
    const running = farm.queue(build);
    running.changes.push({ version: commitId('a'), comment: 'Mend the till', user: 'Mary' });
    const following = type('builds-log', 'Shop_Build', '--follow');
    await until(() => teamcity.asked.some((line) => line.includes('/app/messages')), 'it is read');
    farm.write(running, 'first', 'second');
    farm.finish(running, 'FAILURE');
    expect((await following).stdout).toBe('Build started\nfirst\nsecond\nBuild finished\n');
    expect((await type('builds-log', 'Shop_Build', '--grep', 'SECOND')).stdout).toBe('second\n');
    const { stdout } = await type('builds-status', 'Shop_Build');
    expect(stdout).toMatch(/^build +Shop_Build#101\nstate +failed\nbranch +main\ncommit +[0-9a-f]{10}\n/);
    expect(stdout).toContain('Mend the till (Mary)');
    expect((await type('builds-health', 'Shop_Build')).stdout).toMatch(/^Shop_Build: 0 of the last 1 went well\n/);
  });

  it('end their following where they are deleted', async () => {
    const { teamcity, farm, build, type } = await openShop();
    farm.queue(build);
    const following = type('builds-log', 'Shop_Build', '--follow');
    await until(() => teamcity.asked.some((line) => line.includes('/app/messages')), 'it is read');
    farm.builds = [];
    const { exitCode, stderr } = await following;
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('✗ TeamCity has no log of Shop_Build#101')]);
  });

  it('say which tests failed', async () => {
    const { farm, build, type } = await openShop();
    const ended = farm.queue(build);
    ended.tests = [{ name: 'shop.Till: rings', status: 'FAILURE', details: 'expected 1\nat Till' }];
    farm.finish(ended, 'FAILURE');
    expect((await type('builds-tests', 'Shop_Build')).stdout).toMatch(/shop\.Till: rings +expected 1 +this build/);
  });

  it('are one of two systems where Jenkins is there too', async () => {
    const jenkins = await openFarm();
    const { farm, build, type } = await openShop(jenkinsConfig(jenkins));
    farm.finish(farm.queue(build), 'SUCCESS');
    expect((await type('builds')).stderr).toContain('✗ which system? jenkins, teamcity');
    expect((await type('builds', '--system', 'teamcity')).stdout).toMatch(/^Shop_Build#101 +ok/m);
    expect((await type('builds', '--system', 'jenkins')).stdout).toMatch(/^shop#8 +failed/m);
  });
});

describe('a TeamCity that cannot be asked', () => {
  it.each([
    [
      'whose token expired',
      401,
      'Authentication required',
      78,
      /✗ TeamCity \(http:\/\/127[^)]*\) answers 401\n.*has the token expired/,
    ],
    [
      'that lets nobody look',
      403,
      '{"errors":[{"message":"Not you"}]}',
      77,
      /✗ TeamCity \(.*\) answers 403: Not you\n/,
    ],
    [
      'that shows a page to sign in',
      200,
      '<!doctype html><title>Log in</title>',
      69,
      /a page for people where JSON was due/,
    ],
  ])('%s says so', async (_, status, body, code, message) => {
    const { teamcity, type } = await openShop();
    teamcity.fault = (_request, response) => {
      response.writeHead(status).end(body);
      return true;
    };
    const { exitCode, stderr } = await type('builds');
    expect({ exitCode, stderr }).toEqual({ exitCode: code, stderr: expect.stringMatching(message) });
    expect(stderr).not.toContain('teamcity-token');
  });

  it('that hangs is left when the time is up', async () => {
    const { teamcity, type } = await openShop();
    teamcity.fault = () => true;
    expect((await type('builds', '--timeout', '1s')).exitCode).toBe(124);
  });
});
