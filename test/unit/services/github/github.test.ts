import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseYaml } from '../../../../src/command/script-header.ts';
import type { Artifact, Builds } from '../../../../src/context/builds.ts';
import { commitId, type FakeRun, type FakeWorkflow } from '../../../../src/sandbox/github/forge.ts';
import { tokens } from '../../../../src/sandbox/github/github.ts';
import type { ClientOptions } from '../../../../src/services/client/client.ts';
import { openGitHub, readFault } from '../../../../src/services/github/github.ts';
import { contractWords } from '../../../support/contracts.ts';
import { temporaryFolder } from '../../../support/folder.ts';
import { openForge } from '../../../support/github/open.ts';
import { clientOf, hastyClock } from '../../../support/service.ts';

let github: Awaited<ReturnType<typeof openForge>>;
let builds: Builds;
let clock: ReturnType<typeof hastyClock>;

function opened(token: string = tokens.ops, options: Partial<ClientOptions> = {}): Builds {
  const asked = { system: 'GitHub', section: 'github', faultOf: readFault, clock, ...options };
  const headers = { authorization: `Bearer ${token}` };
  return openGitHub({
    ...{ client: clientOf(github.url, { ...asked, headers }), clock, repositories: ['acme/shop'], parseYaml },
    signal: new AbortController().signal,
    bare: ({ origin, pathname, search }, call) => clientOf(origin, asked)(`${pathname}${search}`, call),
  });
}

beforeEach(async () => {
  github = await openForge();
  clock = hastyClock();
  builds = opened();
});

function begun(options: Partial<FakeRun> = {}): FakeRun {
  const [, ci] = github.shop.workflows as [FakeWorkflow, FakeWorkflow];
  const run = github.forge.start(github.shop, ci, options);
  github.forge.begin(run);
  return run;
}

const name = { job: 'shop/ci', number: '1' };

async function wholeLog(of: Builds): Promise<string[]> {
  const parts: string[] = [];
  for (let from = 'start', hasMore = true; hasMore; ) {
    const part = await of.log(name, from);
    parts.push(part.text);
    [from, hasMore] = [part.next, part.hasMore];
  }
  return parts;
}

describe(`the builds of GitHub${contractWords('github.json')}`, () => {
  it('are jobs by the names of their files, with what they take', async () => {
    const { items } = await builds.jobs({ search: 'REL', most: 5 });
    expect(items).toEqual([expect.objectContaining({ name: 'shop/release', isOff: false })]);
    expect((await builds.job('shop/release'))?.parameters.map((one) => [one.name, one.type, one.choices])).toEqual([
      ['target', 'choice', ['dev', 'uat', 'prod']],
      ['commit', 'text', undefined],
      ['dry', 'boolean', ['true', 'false']],
      ['copies', 'number', undefined],
      ['place', 'choice', ['uat', 'prod']],
    ]);
    expect((await builds.job('shop'))?.jobs).toEqual(['shop/release', 'shop/ci']);
    expect(await builds.job('shop/nowhere')).toBeUndefined();
  });

  it('are off where GitHub or somebody switched them off', async () => {
    const [release] = github.shop.workflows as [FakeWorkflow];
    release.state = 'disabled_inactivity';
    expect(await builds.job('shop/release')).toMatchObject({ isOff: true, whyOff: expect.stringContaining('GitHub') });
  });

  it('are found by their number and by the one in their address', async () => {
    const run = begun();
    const found = await builds.build(name);
    expect(found).toMatchObject({ ...name, state: 'running', branch: 'main', by: 'mary', commit: run.commit.sha });
    expect(await opened().build({ job: 'shop/ci', number: `${run.id}` })).toEqual(found);
    expect(await builds.build({ job: 'shop/ci', number: '7' })).toBeUndefined();
    expect(await builds.build({ job: 'shop/ci', number: 'q7' })).toBeUndefined();
  });

  it('are asked for anew without counting, as long as nothing changes', async () => {
    begun();
    for (let look = 0; look < 4; look++) await builds.build(name);
    // What it brings is asked for once.
    expect([github.unchanged, github.asked.length]).toEqual([3, 7]);
  });

  it('bring what came in since the run before on their branch', async () => {
    const commit = (message: string, login?: string) => ({
      ...{ sha: commitId(message), message: `${message}\n\nAt length.`, author: 'Ünal', email: 'u@example.com' },
      ...(login === undefined ? {} : { login }),
    });
    const [old, one, two] = [commit('old'), commit('one', 'unal'), commit('two')];
    github.shop.commits.push(old, one, two);
    begun({ commit: old });
    begun({ branch: 'next', commit: one });
    begun({ commit: two });
    const changesOf = async (number: string) => (await builds.build({ job: 'shop/ci', number }))?.changes;
    expect(await changesOf('3')).toEqual([
      { commit: two.sha, title: 'two', author: 'Ünal', email: 'u@example.com' },
      { commit: one.sha, title: 'one', author: 'unal', email: 'u@example.com' },
    ]);
    expect((await changesOf('2'))?.map(({ title }) => title)).toEqual(['one']);
    github.shop.commits.length = 1;
    expect((await opened().build({ job: 'shop/ci', number: '3' }))?.changes.map(({ title }) => title)).toEqual(['two']);
  });

  it('are started on a branch that is named', async () => {
    await builds.start('shop/release', { commit: 'c1' }, 'next');
    expect(github.shop.runs[0]).toMatchObject({ branch: 'next', inputs: { commit: 'c1' }, event: 'workflow_dispatch' });
    await expect(builds.start('shop/release', {}, 'nowhere')).rejects.toMatchObject({
      outcome: 'failed',
      message: expect.stringContaining('answers 422: No ref found for: nowhere'),
      hint: 'is that branch there, and workflow_dispatch under on: in the file that it has?',
    });
    await expect(builds.start('shop/nowhere', {})).rejects.toThrow('GitHub has no job shop/nowhere');
  });

  it('that were started by several at once are not taken for each other', async () => {
    github.forge.tellsRuns = false;
    const [release] = github.shop.workflows as [FakeWorkflow];
    github.fault = (request) => {
      const isStart = request.method === 'POST';
      if (isStart) github.forge.start(github.shop, release, { event: 'workflow_dispatch' });
      return false;
    };
    await expect(builds.start('shop/release', { commit: 'c1' })).rejects.toThrow(
      'GitHub started shop/release, and does not say which of these it is: shop/release#2, shop/release#1',
    );
  });

  it('that were started are known where the line is stopped meanwhile, and can be stopped', async () => {
    const stopping = new AbortController();
    const stopped = opened(tokens.ops, { signal: stopping.signal });
    github.fault = () => {
      stopping.abort();
      return false;
    };
    const build = await stopped.start('shop/release', { commit: 'c1' });
    expect([build.number, await stopped.stop(build), await stopped.stop(build)]).toEqual(['1', true, false]);
    await expect(stopped.build(build)).rejects.toThrow();
  });
});

describe('the log of a run', () => {
  it('of any size is read a mebibyte at a time, whole lines each, with no token', async () => {
    const run = begun();
    const line = `${'é'.repeat(50)}\n`;
    github.forge.finish(run, 'success', line.repeat(30_000));
    const parts = await wholeLog(builds);
    expect(parts.join('').replace('release: success\n', '')).toBe(line.repeat(30_000));
    expect(parts.filter((part) => part.length > 0).length).toBeGreaterThan(4);
    expect(parts.every((part) => part === '' || part.endsWith('\n'))).toBe(true);
    expect(Math.max(...parts.map((part) => Buffer.byteLength(part)))).toBeLessThanOrEqual(2 ** 20);
    expect(github.stored[1]).toMatch(/^\/logs\/\d+\?signature=s3cret bytes=\d+-$/);
    expect(github.asked.filter((path) => path.endsWith('/logs'))).toHaveLength(1);
  });

  it('comes a moment after its job, or not at all', async () => {
    const run = begun();
    github.forge.finish(run, 'success', 'copied\n');
    const [job] = run.jobs;
    const late = job?.log;
    if (job !== undefined) job.log = undefined;
    clock.sleep = async () => {
      if (job !== undefined) job.log = late;
    };
    expect((await wholeLog(builds)).join('')).toBe('release: success\ncopied\n');
    if (job !== undefined) job.log = undefined;
    clock.sleep = async () => {};
    expect((await wholeLog(opened())).join('')).toBe('release: success\nits log is not kept\n');
  });

  it('is none of jobs that were never begun', async () => {
    const run = begun({ jobs: [github.forge.job('left out', [])] });
    github.forge.finish(run, 'skipped');
    expect((await wholeLog(builds)).join('')).toBe('left out: skipped\n');
  });

  it('stands still where nothing comes, and is gone with its run', async () => {
    begun();
    const { next } = await builds.log(name, 'start');
    expect(await builds.log(name, next)).toMatchObject({ text: '', next, hasMore: true });
    github.shop.runs.length = 0;
    await expect(builds.log(name, next)).rejects.toThrow('GitHub has no log of shop/ci#1: it was deleted');
  });
});

it('what a run leaves has its size, and when it is thrown away', async () => {
  const run = begun();
  const artifact = { id: 3, name: 'shop.zip', content: Buffer.from('zip'), expires: '2026-12-01T00:00:00Z' };
  run.artifacts.push({ ...artifact, isExpired: false }, { ...artifact, id: 4, isExpired: true });
  const { items } = await builds.artifacts(name);
  expect(items[0]).toEqual({
    ...{ name: 'shop.zip', size: 3, expires: new Date('2026-12-01T00:00:00Z') },
    url: expect.stringMatching(new RegExp(`/acme/shop/actions/runs/${run.id}/artifacts/3$`)),
  });
  expect(items[1]).toMatchObject({ isExpired: true });
});

it('what a run left comes from a storage that gets no token, and not once it is thrown away', async () => {
  const run = begun();
  const artifact = { id: 3, name: 'shop', content: Buffer.from('zip'), expires: '2026-12-01T00:00:00Z' };
  run.artifacts.push({ ...artifact, isExpired: false }, { ...artifact, id: 4, name: 'old', isExpired: true });
  const { items } = await builds.artifacts(name, (file) => file !== 'nothing.zip');
  const [shop, old] = items as [Artifact, Artifact];
  const path = join(temporaryFolder(), 'shop.zip');
  expect(await builds.download(name, shop, { path })).toBe(true);
  expect([shop.name, readFileSync(path, 'utf8')]).toEqual(['shop.zip', 'zip']);
  expect(github.stored).toEqual(['/artifacts/3?signature=s3cret']);
  expect(await builds.download(name, shop, { path, largest: 2 })).toBe(false);
  await expect(builds.download(name, old, { path })).rejects.toThrow('GitHub has old.zip no longer');
});

describe('a GitHub that is busy', () => {
  it('is asked again as soon as it says, and what it refused so was not done', async () => {
    let left = 1;
    github.fault = (request, response) => {
      if (request.method !== 'POST' || left-- <= 0) return false;
      response.writeHead(403, { 'retry-after': '7' }).end('{"message":"You have exceeded a secondary rate limit"}');
      return true;
    };
    expect((await builds.start('shop/release', { commit: 'c1' })).number).toBe('1');
    expect([clock.slept, github.shop.runs.length]).toEqual([[7000], 1]);
  });

  it('and never answers is told so in time', async () => {
    github.fault = () => true;
    const silent = opened(tokens.ops, { timeout: 50 });
    await expect(silent.build(name)).rejects.toThrow('did not answer within 0.05 s');
  });
});

it('a run that GitHub does not cancel just now is not said to have ended', async () => {
  begun();
  github.fault = ({ method }, response) => {
    if (method === 'POST') response.writeHead(409, { 'content-type': 'application/json' }).end('{}');
    return method === 'POST';
  };
  await expect(builds.stop(name)).rejects.toThrow('GitHub does not cancel shop/ci#1 while it is in_progress');
});

it('pages that hold nothing and never end are left', async () => {
  github.fault = (_, response) => {
    const link = `<${github.url}/next?page=2>; rel="next"`;
    response.writeHead(200, { 'content-type': 'application/json', link }).end('{"workflows":[],"workflow_runs":[]}');
    return true;
  };
  expect(await builds.jobs({ most: 10 })).toEqual({ items: [], hasMore: false });
  expect(github.asked.length).toBe(100);
});

it.each([['99999999999999'], ['Fri, 31 Dec 9999 23:59:59 GMT'], ['soon']])(
  'a wait of %s is too long to wait, and no fault of ops',
  async (pause) => {
    github.fault = (_, response) => {
      response.writeHead(429, { 'content-type': 'application/json', 'retry-after': pause }).end('{}');
      return true;
    };
    await expect(builds.jobs({ most: 10 })).rejects.toMatchObject({
      ...{
        outcome: 'retry',
        message: expect.stringMatching(/^GitHub takes no more requests of this token until \d{4}-/),
      },
    });
  },
);
