import { describe, expect, it } from 'vitest';
import type { FakeJenkins } from '../../src/sandbox/jenkins/jenkins.ts';
import { jenkinsConfig, openFarm } from '../support/farm.ts';
import { ops } from '../support/ops.ts';
import { configuration, createProject, type Project } from '../support/project.ts';
import { until } from '../support/waiting.ts';

interface Shop {
  jenkins: FakeJenkins;
  project: Project;
  type(...argv: string[]): ReturnType<typeof ops>;
}

async function openShop(): Promise<Shop> {
  const jenkins = await openFarm();
  const project = createProject(configuration + jenkinsConfig(jenkins));
  return { jenkins, project, type: (...argv) => ops(project.folder, argv) };
}

const started = ({ jenkins }: Shop): string[] => jenkins.asked.filter((line) => line.startsWith('POST'));

describe('ops builds', () => {
  it('shows how it is with all jobs', async () => {
    const { type } = await openShop();
    const { exitCode, stdout } = await type('builds');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Build +State +Branch +Since +Took +By\nshop#8 +failed +main .* 2 min 12 s +timer\n/);
    expect(stdout).toMatch(/web\/deploy#17 +ok/);
    expect(stdout).toMatch(/web\/pipeline\/feature%2Flogin#1 +unstable/);
  });

  it('shows those of one job that failed, and says that there are more', async () => {
    const { type } = await openShop();
    expect((await type('builds', '--job', 'shop', '--failed')).stdout.match(/^shop#\d/gm)).toEqual([
      'shop#8',
      'shop#4',
    ]);
    const { stdout } = await type('builds', '-j', 'shop', '--limit', '2');
    expect(stdout).toContain('There are more: --limit shows them');
    expect((await type('builds', '--running')).stdout).toBe('No builds match\n');
  });

  it.each([
    [['builds', '--job', 'shp'], 'Jenkins has no job shp', 'did you mean shop?'],
    [['builds', '--job', 'deploy'], 'Jenkins has no job deploy', 'did you mean web/deploy?'],
    [['builds', '--job', 'web'], 'web is a folder of Jenkins: web/deploy, web/pipeline', 'one of these: web/deploy'],
    [['builds-status', 'nowhere#3'], 'Jenkins has no job nowhere', 'ops builds lists them'],
    [['builds', '--limit', '0'], '--limit takes 1 or more, not 0', '--limit 20'],
  ])('%j is refused with what is there', async (argv, message, hint) => {
    const { type } = await openShop();
    const { exitCode, stderr } = await type(...argv);
    expect({ exitCode, stderr }).toEqual({ exitCode: 64, stderr: expect.stringContaining(`✗ ${message}`) });
    expect(stderr).toContain(hint);
  });

  it('says what to configure where nothing builds', async () => {
    const { exitCode, stderr } = await ops(createProject().folder, ['builds']);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 78,
      stderr:
        '✗ no system that builds is configured\n  → add jenkins or teamcity or github to .chatopsrc, as .chatopsrc.example shows\n',
    });
  });
});

describe('ops builds-start', () => {
  it('shows what it would start, and starts that', async () => {
    const shop = await openShop();
    const dry = await shop.type('builds-start', 'web/deploy', 'TARGET=prod', '--dry-run');
    expect([dry.stdout, started(shop)]).toEqual(['Start web/deploy\nTARGET  prod\n', []]);
    const { exitCode, stdout } = await shop.type('builds-start', 'web/deploy', 'TARGET=prod', 'QUICK=true');
    expect([exitCode, stdout]).toEqual([0, `web/deploy#18 runs\n${shop.jenkins.url}/job/web/job/deploy/18/\n`]);
    expect(shop.jenkins.farm.running()[0]?.parameters).toEqual({ TARGET: 'prod', QUICK: 'true' });
  });

  it('says why it waits', async () => {
    const { jenkins, type } = await openShop();
    for (const agent of jenkins.farm.agents) agent.executors = 0;
    const { stdout } = await type('builds-start', 'shop');
    expect(stdout).toMatch(/^shop#q1 waits in the queue: Waiting for next available executor\nhttp/);
    expect((await type('builds-queue')).stdout).toMatch(/^shop#q1 .* ops +Waiting for next available executor$/m);
    expect((await type('builds-stop', 'shop#q1')).stdout).toBe('shop#q1 is told to stop: cancelled\n');
    expect((await type('builds-queue')).stdout).toBe('Nothing waits\n');
  });

  it.each([
    ['TARGT=uat', 'web/deploy takes no TARGT', 'did you mean TARGET? ops builds-start web/deploy [TARGET=uat|prod]'],
    ['TARGET=uta', 'TARGET is one of uat, prod, not "uta"', 'TARGET=uat'],
    ['QUICK=yes', 'QUICK is one of true, false, not "yes"', 'QUICK='],
    ['uat', '"uat" is not name=value', 'ops builds-start web/deploy'],
  ])('starts nothing where a parameter is wrong: %s', async (word, message, hint) => {
    const shop = await openShop();
    const { exitCode, stderr } = await shop.type('builds-start', 'web/deploy', word);
    expect([exitCode, started(shop)]).toEqual([64, []]);
    expect(stderr).toContain(`✗ ${message}`);
    expect(stderr).toContain(hint);
  });

  it('starts nothing on a branch, which has a job of its own', async () => {
    const shop = await openShop();
    const { exitCode, stderr } = await shop.type('builds-start', 'web/deploy', '--branch', 'next');
    expect([exitCode, stderr]).toEqual([64, expect.stringContaining('✗ Jenkins starts no job on a branch')]);
    expect(started(shop)).toEqual([]);
  });

  it('starts nothing of a job that is switched off, nor what is given twice', async () => {
    const shop = await openShop();
    expect((await shop.type('builds-start', 'mac/nightly')).stderr).toContain('it is switched off in Jenkins');
    expect((await shop.type('builds-start', 'web/deploy', 'TARGET=uat', 'TARGET=prod')).exitCode).toBe(64);
  });
});

describe('a build', () => {
  it('is shown with what it brings', async () => {
    const { type } = await openShop();
    const { stdout } = await type('builds-status', 'shop');
    expect(stdout).toMatch(/^build +shop#8\nstate +failed\nbranch +main\ncommit +[0-9a-f]{10}\n/);
    expect(stdout).toMatch(/Count free shipping twice \(Tom\)/);
    expect((await type('builds-status', 'web/deploy#99')).stderr).toBe(
      '✗ Jenkins has no build web/deploy#99: it was deleted, or never was\n  → ops builds --job web/deploy\n',
    );
  });

  it('is stopped while it runs, and not when it has ended', async () => {
    const { jenkins, type } = await openShop();
    const job = jenkins.farm.add('endless');
    await type('builds-start', 'endless');
    expect((await type('builds-stop', 'endless')).stdout).toBe('endless#1 is told to stop: cancelled\n');
    expect(job.builds[0]?.result).toBe('ABORTED');
    expect((await type('builds-stop', 'endless')).stderr).toContain('✗ endless#1 has ended already: cancelled');
  });

  it('says which of its tests failed', async () => {
    const { type } = await openShop();
    const { stdout } = await type('builds-tests', 'shop');
    expect(stdout).toMatch(/^shop#8: 1 failed, 2 passed\n/);
    expect(stdout).toMatch(/shop\.Till\.rings +expected 9\.50 but was 19\.00 +this build/);
    expect((await type('builds-tests', 'web/deploy')).stdout).toBe('web/deploy#17 reports no tests\n');
  });

  it('prints its log, the lines that are wanted of it, and what comes', async () => {
    const { jenkins, type } = await openShop();
    expect((await type('builds-log', 'shop', '--grep', 'failed')).stdout).toBe(
      '1 test failed: Till rings\nERROR: there are failed tests\n',
    );
    expect((await type('builds-log', 'shop', '--tail', '1')).stdout).toBe('Finished: FAILURE\n');
    const job = jenkins.farm.add('slow', {
      script: async (_, { write, pause }) => {
        write('first, ');
        await pause(50);
        write('second\nthird');
        await pause(50);
        return 'SUCCESS';
      },
    });
    await type('builds-start', 'slow');
    const { stdout } = await type('builds-log', 'slow', '--follow');
    expect(stdout).toBe('Started by user ops\nfirst, second\nthirdFinished: SUCCESS\n');
    expect(job.builds[0]?.result).toBe('SUCCESS');
  });

  it('prints what a build prints that had not begun, and ends where it never does', async () => {
    const { jenkins, type } = await openShop();
    const job = jenkins.farm.add('slow', { script: async () => 'SUCCESS' });
    for (const isTaken of [false, true]) {
      for (const agent of jenkins.farm.agents) agent.executors = 0;
      const { item } = jenkins.farm.schedule(job, {}, 'mary');
      const printing = type('builds-log', `slow#q${item.id}`, '--follow');
      await until(() => jenkins.asked.some((line) => line.includes(`/queue/item/${item.id}`)), 'it is looked at');
      if (isTaken) jenkins.farm.cancel(item);
      else jenkins.farm.begin(item);
      expect((await printing).stdout).toBe(isTaken ? '' : 'Started by user mary\nFinished: SUCCESS\n');
    }
  });
});

describe('the machines', () => {
  it('say how many executors are free, and that none works', async () => {
    const { jenkins, type } = await openShop();
    expect((await type('builds-agents')).stdout).toMatch(
      /^2 of 2 executors are free\nAgent .*\nlinux-1 +online +0\/2\s*\nmac-1 +offline +0\/1 +Disk space is below/,
    );
    for (const agent of jenkins.farm.agents) agent.isOffline = true;
    expect((await type('builds-agents')).stdout).toMatch(
      /^No agent of Jenkins works: nothing is built until one does\n/,
    );
  });
});

it('ops builds-health says how a job has been going', async () => {
  const { type } = await openShop();
  const { stdout } = await type('builds-health', 'shop');
  expect(stdout).toMatch(/^shop: 6 of the last 8 went well, in 4 min 24 s as a rule\n/);
  expect(stdout).toContain('Build stability: 2 out of the last 5 builds failed.');
});
