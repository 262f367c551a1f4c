import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Builds } from '../../../../src/context/builds.ts';
import { commitId, type Farm, type FarmBuild } from '../../../../src/sandbox/jenkins/farm.ts';
import { type FakeJenkins, startJenkins, usualUser } from '../../../../src/sandbox/jenkins/jenkins.ts';
import { openJenkins } from '../../../../src/services/jenkins/jenkins.ts';
import { temporaryFolder } from '../../../support/folder.ts';
import { basic, clientOf, hastyClock } from '../../../support/service.ts';

const { name: user, token = '', password = '' } = usualUser;
let jenkins: FakeJenkins;
let farm: Farm;
let builds: Builds;

function opened(url: string, secret = token): Builds {
  return openJenkins({
    client: clientOf(url, { headers: basic(user, secret) }),
    clock: { ...hastyClock(), now: () => new Date() },
  });
}

async function begun(job: string, parameters: Record<string, string> = {}): Promise<FarmBuild> {
  await builds.start(job, parameters);
  const [build] = farm.jobs.get(job)?.builds ?? [];
  if (build === undefined) throw new Error(`${job} has no build`);
  return build;
}

beforeEach(async () => {
  jenkins = await startJenkins();
  onTestFinished(() => jenkins[Symbol.asyncDispose]());
  farm = jenkins.farm;
  farm.add('shop');
  farm.add('web/deploy', {
    parameters: [
      { name: 'TARGET', type: 'Choice', choices: ['uat', 'prod'], description: 'where to' },
      { name: 'COMMIT' },
      { name: 'QUICK', type: 'Boolean', default: false },
      { name: 'KEY', type: 'Password' },
    ],
  });
  farm.add('web/pipeline/feature%2Flogin');
  farm.add('old', { isDisabled: true });
  builds = opened(jenkins.url);
});

describe('the jobs of Jenkins', () => {
  it('are found in folders and branches, with how they went', async () => {
    farm.finish(await begun('shop'), 'FAILURE');
    await begun('shop');
    const { items, hasMore } = await builds.jobs({ most: 10 });
    expect(items.map(({ name, last, isRunning, isOff }) => [name, last, isRunning, isOff])).toEqual([
      ['shop', 'failed', true, false],
      ['web/deploy', 'skipped', false, false],
      ['web/pipeline/feature%2Flogin', 'skipped', false, false],
      ['old', undefined, false, true],
    ]);
    expect(hasMore).toBe(false);
  });

  it('are searched by words, and no more are told than wanted', async () => {
    expect((await builds.jobs({ search: 'WEB', most: 1 })).items.map(({ name }) => name)).toEqual(['web/deploy']);
    expect((await builds.jobs({ search: 'WEB', most: 1 })).hasMore).toBe(true);
  });

  it('say what they take', async () => {
    expect((await builds.job('web/deploy'))?.parameters).toEqual([
      {
        name: 'TARGET',
        type: 'choice',
        summary: 'where to',
        choices: ['uat', 'prod'],
        default: undefined,
        isRequired: false,
      },
      { name: 'COMMIT', type: 'text', summary: undefined, choices: undefined, default: undefined, isRequired: false },
      {
        name: 'QUICK',
        type: 'boolean',
        summary: undefined,
        choices: ['true', 'false'],
        default: 'false',
        isRequired: false,
      },
      { name: 'KEY', type: 'secret', summary: undefined, choices: undefined, default: undefined, isRequired: false },
    ]);
  });

  it('are none where there is none, and those within where it is a folder', async () => {
    expect(await builds.job('nowhere')).toBeUndefined();
    expect((await builds.job('web'))?.jobs).toEqual(['web/deploy', 'web/pipeline']);
    expect((await builds.job('web/pipeline/feature%2Flogin'))?.name).toBe('web/pipeline/feature%2Flogin');
  });
});

describe('a build of Jenkins', () => {
  it.each([
    ['a token', () => token, 1],
    ['a password, with a crumb and its session', () => password, 2],
  ])('is started with %s', async (_, secret, posts) => {
    const started = await opened(jenkins.url, secret()).start('web/deploy', {
      TARGET: 'prod',
      COMMIT: 'c&1',
      KEY: 'k',
    });
    expect(started).toMatchObject({ job: 'web/deploy', number: '1', state: 'running', by: 'ops' });
    expect(started.parameters).toEqual({ TARGET: 'prod', COMMIT: 'c&1', QUICK: 'false' });
    const posted = jenkins.asked.filter((line) => line.startsWith('POST'));
    expect(posted).toEqual(Array(posts).fill('POST /job/web/job/deploy/buildWithParameters'));
  });

  it('takes the defaults of its job where nothing is given', async () => {
    expect((await builds.start('web/deploy', {})).parameters).toMatchObject({ TARGET: 'uat' });
  });

  it('waits in the queue, is one with an equal one, and has its number once it began', async () => {
    farm.agents[0] = { name: 'one', executors: 0 };
    const queued = await builds.start('shop', {});
    expect(queued).toMatchObject({ number: 'q1', state: 'queued', why: 'Waiting for next available executor' });
    expect((await builds.start('shop', {})).number).toBe('q1');
    expect(await builds.log(queued, 'start')).toEqual({ text: '', next: 'start', hasMore: true });
    farm.agents[0] = { name: 'one', executors: 1 };
    farm.beginWhatCan();
    expect(await builds.build(queued)).toMatchObject({ job: 'shop', number: '1', state: 'running' });
    const [item] = farm.queue;
    if (item !== undefined) item.leftAt = 0;
    expect(await builds.build(queued)).toMatchObject({ job: 'shop', number: '1' });
  });

  it.each([
    ['SUCCESS', 'ok'],
    ['UNSTABLE', 'unstable'],
    ['FAILURE', 'failed'],
    ['ABORTED', 'cancelled'],
    ['NOT_BUILT', 'skipped'],
  ] as const)('that ends with %s is %s', async (result, outcome) => {
    const build = await begun('shop');
    build.branch = 'main';
    build.commits.push({
      commitId: commitId('a'),
      msg: 'Mend the till\n\nIt rang twice.',
      author: 'Mary',
      email: 'mary@example.com',
    });
    farm.finish(build, result);
    expect(await builds.build({ job: 'shop', number: '1' })).toMatchObject({
      ...{ state: 'ended', outcome, branch: 'main', commit: commitId('a') },
      changes: [{ commit: commitId('a'), title: 'Mend the till', author: 'Mary', email: 'mary@example.com' }],
    });
  });

  it('is none where it was deleted, or never was', async () => {
    expect(await builds.build({ job: 'shop', number: '7' })).toBeUndefined();
    expect(await builds.build({ job: 'shop', number: 'q7' })).toBeUndefined();
  });

  it('is stopped in the queue and while it runs, and not after', async () => {
    const running = await begun('shop');
    expect(await builds.stop({ job: 'shop', number: '1' })).toBe(true);
    expect([running.result, await builds.stop({ job: 'shop', number: '1' })]).toEqual(['ABORTED', false]);
    farm.agents[0] = { name: 'one', executors: 0 };
    const queued = await builds.start('shop', {});
    expect([await builds.stop(queued), await builds.stop(queued)]).toEqual([true, false]);
    expect(await builds.build(queued)).toMatchObject({ state: 'ended', outcome: 'cancelled' });
  });

  it.each([
    ['old', 'old takes no builds: it is switched off in Jenkins'],
    ['nowhere', 'Jenkins has no job nowhere'],
  ])('of %s is not started', async (job, message) => {
    await expect(builds.start(job, {})).rejects.toThrow(message);
  });
});

it('a build that was started is known where the run is stopped meanwhile, and can be stopped', async () => {
  const stopping = new AbortController();
  const client = clientOf(jenkins.url, { headers: basic(user, token), signal: stopping.signal });
  const stopped = openJenkins({ client, clock: { ...hastyClock(), now: () => new Date() } });
  jenkins.fault = () => {
    stopping.abort();
    return false;
  };
  const build = await stopped.start('shop', {});
  expect([build.number, await stopped.stop(build)]).toEqual(['1', true]);
  await expect(stopped.build(build)).rejects.toThrow();
});

it('a build that Jenkins put in its queue and does not show is known all the same', async () => {
  jenkins.fault = ({ method }, response) => {
    if (method === 'GET') response.writeHead(500).end('Oops!');
    return method === 'GET';
  };
  expect(await builds.start('shop', {})).toMatchObject({ job: 'shop', number: 'q1', state: 'queued' });
});

describe('the log of a build', () => {
  it('comes piece by piece, whole characters each, until it has ended', async () => {
    const build = await begun('shop');
    const name = { job: 'shop', number: '1' };
    const first = await builds.log(name, 'start');
    expect(first).toMatchObject({ text: 'Started by user ops\n', hasMore: true });
    const euro = Buffer.from('€');
    build.log = Buffer.concat([build.log, Buffer.from('costs '), euro.subarray(0, 2)]);
    const second = await builds.log(name, first.next);
    expect(second).toMatchObject({ text: 'costs ', hasMore: true });
    build.log = Buffer.concat([build.log, euro.subarray(2), Buffer.from('\n')]);
    farm.finish(build, 'SUCCESS');
    const third = await builds.log(name, second.next);
    expect(third).toMatchObject({ text: '€\nFinished: SUCCESS\n', hasMore: false });
    expect(await builds.log(name, third.next)).toMatchObject({ text: '', hasMore: false });
  });

  it('of any size is read a mebibyte at a time', async () => {
    const build = await begun('shop');
    build.log = Buffer.alloc(3 * 2 ** 20, 'line\n');
    farm.finish(build, 'SUCCESS');
    const sizes: number[] = [];
    for (let from = 'start', hasMore = true; hasMore; ) {
      const part = await builds.log({ job: 'shop', number: '1' }, from);
      sizes.push(part.text.length);
      [from, hasMore] = [part.next, part.hasMore];
    }
    expect(sizes).toEqual([2 ** 20, 2 ** 20, 2 ** 20, 'Finished: SUCCESS\n'.length]);
  });

  it('is gone with its build', async () => {
    await expect(builds.log({ job: 'shop', number: '7' }, 'start')).rejects.toThrow(
      'Jenkins has no log of shop#7: it was deleted, or never was',
    );
  });
});

describe('the builds of Jenkins', () => {
  beforeEach(async () => {
    farm.agents[0] = { name: 'one', executors: 2 };
    for (const result of ['FAILURE', 'SUCCESS'] as const) {
      const build = await begun('shop');
      build.branch = result === 'SUCCESS' ? 'main' : 'next';
      build.at -= result === 'SUCCESS' ? 1000 : 2000;
      farm.finish(build, result);
    }
    await begun('web/pipeline/feature%2Flogin');
    await begun('web/deploy', { TARGET: 'prod' });
    await builds.start('web/deploy', { TARGET: 'uat' });
  });

  const found = async (filter: Partial<Parameters<Builds['builds']>[0]>) => {
    const { items, hasMore } = await builds.builds({ most: 10, ...filter });
    return [...items.map(({ job, number, state }) => `${job}#${number} ${state}`), ...(hasMore ? ['more'] : [])];
  };

  it.each<[string, Partial<Parameters<Builds['builds']>[0]>, string[]]>([
    [
      'are what waits, what runs, and the newest of each job',
      {},
      ['web/deploy#q5 queued', 'web/deploy#1 running', 'web/pipeline/feature%2Flogin#1 running', 'shop#2 ended'],
    ],
    ['of a job are all of it', { job: 'shop' }, ['shop#2 ended', 'shop#1 ended']],
    ['are bounded', { job: 'shop', most: 1 }, ['shop#2 ended', 'more']],
    ['that run', { states: ['running'] }, ['web/deploy#1 running', 'web/pipeline/feature%2Flogin#1 running']],
    ['that wait', { states: ['queued'] }, ['web/deploy#q5 queued']],
    ['that failed', { job: 'shop', outcomes: ['failed'] }, ['shop#1 ended']],
    ['of a branch', { job: 'shop', branch: 'next' }, ['shop#1 ended']],
    ['of a branch that is a job', { branch: 'feature/login' }, ['web/pipeline/feature%2Flogin#1 running']],
  ])('%s', async (_, filter, expected) => {
    const byName = (lines: string[]) => [...lines].sort();
    expect(byName(await found(filter))).toEqual(byName(expected));
  });
});

describe('what a build leaves', () => {
  it('is its failed tests, with what they said and how long they fail', async () => {
    const build = await begun('shop');
    build.tests = [
      { className: 'shop.Till', name: 'rings', status: 'REGRESSION', message: 'expected 1\nat Till.java:3', age: 1 },
      { className: 'shop.Till', name: 'opens', status: 'PASSED' },
      { className: '', name: 'closes', status: 'SKIPPED' },
    ];
    expect(await builds.failedTests({ job: 'shop', number: '1' })).toEqual({
      failed: [{ name: 'shop.Till.rings', message: 'expected 1', age: 1 }],
      ...{ passed: 1, skipped: 1, hasMore: false },
    });
  });

  it('is nothing where it has no tests', async () => {
    await begun('shop');
    expect(await builds.failedTests({ job: 'shop', number: '1' })).toMatchObject({ failed: [], passed: 0 });
  });

  it('is its files, with their sizes', async () => {
    const build = await begun('shop');
    build.artifacts.push({ path: 'out/shop 1.zip', content: Buffer.from('zip') });
    expect(await builds.artifacts({ job: 'shop', number: '1' })).toEqual({
      items: [{ name: 'out/shop 1.zip', url: `${jenkins.url}/job/shop/1/artifact/out/shop%201.zip`, size: 3 }],
      hasMore: false,
    });
    expect((await builds.artifacts({ job: 'shop', number: '1' }, () => false)).items).toEqual([]);
  });

  it('is its files as they are', async () => {
    const build = await begun('web/pipeline/feature%2Flogin');
    build.artifacts.push({ path: 'out/店 #1?.zip', content: Buffer.from([0, 255, 10]) });
    const [artifact] = (await builds.artifacts({ job: build.job.name, number: '1' })).items;
    const path = join(temporaryFolder(), 'saved');
    if (artifact === undefined) throw new Error('it has none');
    expect(await builds.download({ job: build.job.name, number: '1' }, artifact, { path })).toBe(true);
    expect([...readFileSync(path)]).toEqual([0, 255, 10]);
    expect(await builds.download({ job: build.job.name, number: '1' }, artifact, { path, largest: 2 })).toBe(false);
  });
});

it('the agents of Jenkins say what they do, and why one does nothing', async () => {
  farm.agents.push({ name: 'mac', executors: 1, isOffline: true, why: 'the disk is full' });
  await begun('shop');
  expect((await builds.agents()).items).toEqual([
    { name: 'Built-In Node', isOnline: true, why: undefined, executors: 2, busy: 1 },
    { name: 'mac', isOnline: false, why: 'the disk is full', executors: 1, busy: 0 },
  ]);
});

describe('a Jenkins that says no', () => {
  it('to credentials says which are wrong', async () => {
    const denied = opened(jenkins.url, 'wrong').jobs({ most: 1 });
    await expect(denied).rejects.toMatchObject({
      outcome: 'config',
      message: `Jenkins (${jenkins.url}/api/json) answers 401`,
      hint: expect.stringContaining('jenkins'),
    });
  });

  it('to a start names the permission', async () => {
    const reader = await startJenkins({ users: [{ ...usualUser, isReader: true }] });
    onTestFinished(() => reader[Symbol.asyncDispose]());
    reader.farm.add('shop');
    await expect(opened(reader.url).start('shop', {})).rejects.toMatchObject({ outcome: 'denied' });
  });

  it('with a page says that JSON was due', async () => {
    jenkins.fault = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in</html>');
      return true;
    };
    await expect(builds.jobs({ most: 1 })).rejects.toMatchObject({
      outcome: 'unavailable',
      message: expect.stringContaining('answers with a page for people where JSON was due'),
    });
  });

  it('with another shape says where', async () => {
    jenkins.fault = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"jobs":[{"color":1}]}');
      return true;
    };
    await expect(builds.jobs({ most: 1 })).rejects.toThrow('answers in another shape than Jenkins does, at jobs.0');
  });
});
