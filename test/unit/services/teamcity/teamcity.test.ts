import { beforeEach, describe, expect, it } from 'vitest';
import type { Builds } from '../../../../src/context/builds.ts';
import { commitId } from '../../../../src/sandbox/jenkins/farm.ts';
import { openTeamcity } from '../../../../src/services/teamcity/teamcity.ts';
import { clientOf, hastyClock } from '../../../support/service.ts';
import { contractNote } from '../../../support/teamcity/contract.ts';
import type { FarmBuild, TeamcityFarm } from '../../../support/teamcity/farm.ts';
import { type FakeTeamcity, readerToken } from '../../../support/teamcity/server.ts';
import { openTeamcityFarm } from '../../../support/teamcity/teamcity.ts';
import { asked, opened } from './opened.ts';

let teamcity: FakeTeamcity;
let farm: TeamcityFarm;
let builds: Builds;

async function begun(job: string): Promise<FarmBuild> {
  const { number } = await builds.start(job, {});
  const build = farm.find(Number(number));
  if (build === undefined) throw new Error(`${job} has no build`);
  return build;
}

beforeEach(async () => {
  teamcity = await openTeamcityFarm();
  farm = teamcity.farm;
  farm.add('Web_Deploy', {
    ...{ project: 'Shop / Web', name: 'Deploy (all)' },
    parameters: [
      { name: 'TARGET', value: 'uat', rawValue: "select data_1='uat' data_2='prod' description='where to'" },
      { name: 'KEY', rawValue: "password display='hidden'" },
    ],
  });
  farm.add('Shop_Build', { name: 'Κτίσμα: 店, все' });
  builds = opened(teamcity);
});

describe(`the jobs of TeamCity${contractNote}`, () => {
  it('are its build configurations, with how they went', async () => {
    farm.finish(await begun('Web_Deploy'), 'FAILURE');
    await begun('Web_Deploy');
    const { items, hasMore } = await builds.jobs({ most: 10 });
    expect(items.map(({ name, last, isRunning }) => [name, last, isRunning])).toEqual([
      ['Web_Deploy', 'failed', true],
      ['Shop_Build', undefined, false],
    ]);
    expect(hasMore).toBe(false);
  });

  it('are searched by words of their names, and no more are told than wanted', async () => {
    const names = async (search: string, most: number) => {
      const { items, hasMore } = await builds.jobs({ search, most });
      return [...items.map(({ name }) => name), ...(hasMore ? ['more'] : [])];
    };
    expect(await names('店', 9)).toEqual(['Shop_Build']);
    expect(await names('SHOP', 1)).toEqual(['Web_Deploy', 'more']);
  });

  it.each([
    ['its identifier', 'Web_Deploy', 'Web_Deploy'],
    ['its project and name', 'Shop / Web / Deploy (all)', 'Web_Deploy'],
    ['its project and name, however they are spaced', 'shop/web/deploy (all)', 'Web_Deploy'],
    ['a name in any script', 'Shop / Κτίσμα: 店, все', 'Shop_Build'],
    ['a name that is none', 'Shop / Nowhere', undefined],
    ['an identifier that is none', 'Nowhere', undefined],
  ])('are found by %s', async (_, typed, name) => {
    expect((await builds.job(typed))?.name).toBe(name);
  });

  it('stand in projects, which say what they hold', async () => {
    expect((await builds.job('Shop_Web'))?.jobs).toEqual(['Web_Deploy']);
  });

  it('say what they take, and that they are paused', async () => {
    farm.add('Web_Deploy', { parameters: farm.types.get('Web_Deploy')?.parameters ?? [], isPaused: true });
    const { parameters, health } = (await builds.job('Web_Deploy')) ?? {};
    expect(parameters?.map(({ name, type, choices }) => [name, type, choices])).toEqual([
      ['TARGET', 'choice', ['uat', 'prod']],
      ['KEY', 'secret', undefined],
    ]);
    expect(health).toEqual(['It is paused: its triggers start nothing.']);
  });
});

describe(`a build of TeamCity${contractNote}`, () => {
  it('is started with parameters and a branch, and has one number for good', async () => {
    for (const agent of farm.agents) agent.connected = false;
    const queued = await builds.start('Web_Deploy', { TARGET: 'prod & "more"' }, 'feature/店');
    expect(queued).toMatchObject({
      job: 'Web_Deploy',
      number: '101',
      state: 'queued',
      branch: 'feature/店',
      by: 'Ops',
    });
    expect(queued.why).toBe('There are no idle compatible agents which can run this build');
    expect(queued.parameters).toEqual({ TARGET: 'prod & "more"' });
    expect(await builds.log(queued, 'start')).toMatchObject({ text: '', next: 'start', hasMore: true });
    for (const agent of farm.agents) agent.connected = true;
    farm.beginWhatCan();
    expect(await builds.build(queued)).toMatchObject({
      number: '101',
      state: 'running',
      why: undefined,
      expected: 60_000,
    });
    expect([farm.find(101)?.comment, farm.find(101)?.properties]).toEqual([
      'Started by ops',
      { TARGET: 'prod & "more"' },
    ]);
  });

  it.each([
    ['SUCCESS', 'ok'],
    ['FAILURE', 'failed'],
  ] as const)('that ends with %s is %s', async (status, outcome) => {
    const build = await begun('Web_Deploy');
    const commit = {
      version: commitId('a'),
      comment: 'Mend the till\n\nIt rang twice.',
      user: 'mary',
      email: 'mary@example.com',
    };
    build.changes.push(commit);
    farm.finish(build, status);
    expect(await builds.build({ job: 'Web_Deploy', number: '101' })).toMatchObject({
      ...{ state: 'ended', outcome, branch: 'main', commit: commitId('a') },
      url: `${teamcity.url}/buildConfiguration/Web_Deploy/101`,
      changes: [{ commit: commitId('a'), title: 'Mend the till', author: 'mary', email: 'mary@example.com' }],
    });
  });

  it('that has just ended is looked at again until it says how', async () => {
    const build = await begun('Web_Deploy');
    farm.finish(build, 'UNKNOWN');
    const clock = hastyClock();
    const { sleep } = clock;
    clock.sleep = async (ms) => {
      if (clock.slept.length === 2) build.status = 'SUCCESS';
      await sleep(ms);
    };
    const client = clientOf(teamcity.url, asked());
    const found = await openTeamcity({ client, clock, url: teamcity.url }).build({ job: 'Web_Deploy', number: '101' });
    expect([found?.outcome, clock.slept]).toEqual(['ok', [500, 500, 500]]);
  });

  it('that never says how is cancelled', async () => {
    farm.finish(await begun('Web_Deploy'), 'UNKNOWN');
    expect((await builds.build({ job: 'Web_Deploy', number: '101' }))?.outcome).toBe('cancelled');
  });

  it('is none where it was deleted, never was, or is of another job', async () => {
    await begun('Web_Deploy');
    for (const name of [
      { job: 'Web_Deploy', number: '7' },
      { job: 'Web_Deploy', number: 'q101' },
      { job: 'Shop_Build', number: '101' },
    ]) {
      expect(await builds.build(name)).toBeUndefined();
    }
    expect((await builds.build({ job: 'shop/web/deploy (all)', number: '101' }))?.job).toBe('Web_Deploy');
  });

  it('is stopped while it runs and while it waits, and not after', async () => {
    const running = await builds.start('Web_Deploy', {});
    const queued = await builds.start('Web_Deploy', {});
    expect([await builds.stop(queued), await builds.stop(queued)]).toEqual([true, false]);
    expect([await builds.stop(running), await builds.stop(running)]).toEqual([true, false]);
    expect([await builds.build(queued), await builds.build(running)]).toMatchObject([
      { state: 'ended', outcome: 'cancelled' },
      { state: 'ended', outcome: 'cancelled' },
    ]);
    expect(farm.find(101)?.cancelled).toEqual({ text: 'Stopped by ops' });
  });

  it('that begins while it is taken out of the queue is stopped', async () => {
    const running = await begun('Web_Deploy');
    const queued = await builds.start('Web_Deploy', {});
    teamcity.fault = ({ method }) => {
      if (method === 'POST' && running.state === 'running') farm.finish(running, 'SUCCESS');
      return false;
    };
    expect(await builds.stop(queued)).toBe(true);
    expect(farm.find(102)?.cancelled).toEqual({ text: 'Stopped by ops' });
  });

  it('of a job that is not there is not started', async () => {
    for (const job of ['Nowhere', 'Shop / Nowhere']) {
      await expect(builds.start(job, {})).rejects.toThrow(`TeamCity has no build configuration ${job}`);
    }
  });

  it('that was started is known where the run is stopped meanwhile, and can be stopped', async () => {
    const stopping = new AbortController();
    const stopped = opened(teamcity, { signal: stopping.signal });
    teamcity.fault = () => {
      stopping.abort();
      return false;
    };
    const build = await stopped.start('Web_Deploy', {});
    expect([build.number, await stopped.stop(build)]).toEqual(['101', true]);
    await expect(stopped.build(build)).rejects.toThrow();
  });

  it('is not started by who may only look', async () => {
    const looking = opened(teamcity, asked(readerToken));
    await expect(looking.start('Web_Deploy', {})).rejects.toMatchObject({
      outcome: 'denied',
      message: `TeamCity (${teamcity.url}/app/rest/buildQueue) answers 403: You do not have enough permissions to run build (user 'ops').`,
    });
  });
});
