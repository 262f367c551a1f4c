import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { BuildFilter, Builds } from '../../../../src/context/builds.ts';
import { temporaryFolder } from '../../../support/folder.ts';
import { contractNote } from '../../../support/teamcity/contract.ts';
import type { FarmBuild, TeamcityFarm } from '../../../support/teamcity/farm.ts';
import type { FakeTeamcity } from '../../../support/teamcity/server.ts';
import { openTeamcityFarm } from '../../../support/teamcity/teamcity.ts';
import { opened } from './opened.ts';

let teamcity: FakeTeamcity;
let farm: TeamcityFarm;
let builds: Builds;

beforeEach(async () => {
  teamcity = await openTeamcityFarm();
  farm = teamcity.farm;
  builds = opened(teamcity);
});

function ended(type: string, status: 'SUCCESS' | 'FAILURE' = 'SUCCESS', branch = 'main'): FarmBuild {
  const build = farm.queue(farm.types.get(type) ?? farm.add(type), { branch });
  farm.finish(build, status);
  return build;
}

const found = async (filter: Partial<BuildFilter>) => {
  const { items, hasMore } = await builds.builds({ most: 10, ...filter });
  return [...items.map(({ job, number, state }) => `${job}#${number} ${state}`), ...(hasMore ? ['more'] : [])];
};

describe(`the builds of TeamCity${contractNote}`, () => {
  beforeEach(() => {
    ended('Shop_Build', 'FAILURE');
    ended('Shop_Build', 'SUCCESS', 'a:(b), $c 店');
    farm.cancel(ended('Mac'), 'by ana');
    const web = farm.add('Web_Deploy');
    farm.queue(web);
    farm.queue(web, { branch: 'next' });
  });

  it.each<[string, Partial<BuildFilter>, string[]]>([
    [
      'are what waits, what runs, and the newest of each job',
      {},
      ['Web_Deploy#105 queued', 'Web_Deploy#104 running', 'Mac#103 ended', 'Shop_Build#102 ended'],
    ],
    ['of a job are all of it', { job: 'Shop_Build' }, ['Shop_Build#102 ended', 'Shop_Build#101 ended']],
    ['of a job are found by its name', { job: 'Shop / Mac' }, ['Mac#103 ended']],
    ['of a job that is not there are none', { job: 'Nowhere' }, []],
    ['of a name that is not there are none', { job: 'Shop / Nowhere' }, []],
    ['are bounded', { job: 'Shop_Build', most: 1 }, ['Shop_Build#102 ended', 'more']],
    [
      'of all jobs are bounded',
      { most: 3 },
      ['Web_Deploy#105 queued', 'Web_Deploy#104 running', 'Mac#103 ended', 'more'],
    ],
    ['that run', { states: ['running'] }, ['Web_Deploy#104 running']],
    ['that wait', { states: ['queued'] }, ['Web_Deploy#105 queued']],
    ['that failed', { states: ['ended'], outcomes: ['failed', 'unstable'] }, ['Shop_Build#101 ended']],
    ['that were cancelled', { outcomes: ['cancelled'] }, ['Mac#103 ended']],
    ['of a branch', { job: 'Web_Deploy', branch: 'next' }, ['Web_Deploy#105 queued']],
    ['of a branch with any name', { branch: 'a:(b), $c 店' }, ['Shop_Build#102 ended']],
  ])('%s', async (_, filter, expected) => {
    expect(await found(filter)).toEqual(expected);
  });
});

it('ten thousand builds are read page by page, no further than is wanted', async () => {
  const type = farm.add('Shop_Build');
  farm.builds = Array.from({ length: 10_000 }, (_, at) => ({
    ...{ id: 20_000 - at, type, state: 'finished' as const, status: 'SUCCESS' as const, branch: 'main', queuedAt: 0 },
    ...{
      startedAt: 1e12 - at,
      finishedAt: 1e12,
      properties: {},
      comment: '',
      log: [],
      changes: [],
      tests: [],
      files: {},
    },
  }));
  const { items, hasMore } = await builds.builds({ job: 'Shop_Build', most: 250 });
  expect([items.length, items[249]?.number, hasMore]).toEqual([250, '19751', true]);
  expect(teamcity.asked.length).toBe(3);
  expect((await builds.builds({ job: 'Shop_Build', outcomes: ['failed'], most: 5 })).items).toEqual([]);
});

describe(`the log of a build of TeamCity${contractNote}`, () => {
  it('comes message by message, each once, until it has ended', async () => {
    const build = farm.queue(farm.add('Shop_Build'));
    const name = { job: 'Shop_Build', number: '101' };
    const first = await builds.log(name, 'start');
    expect(first).toMatchObject({ text: 'Build started\n', next: '0', hasMore: true });
    expect(await builds.log(name, first.next)).toMatchObject({ text: '', next: '0', hasMore: true });
    farm.write(build, 'costs €\n二');
    farm.finish(build, 'SUCCESS');
    const second = await builds.log(name, first.next);
    expect(second).toMatchObject({ text: 'costs €\n二\nBuild finished\n', next: '2', hasMore: false });
  });

  it('of any length is read some messages at a time', async () => {
    const build = ended('Shop_Build');
    build.log = Array.from({ length: 5000 }, (_, at) => `line ${at}`);
    const [lines, sizes]: [string[], number[]] = [[], []];
    for (let from = 'start', hasMore = true; hasMore; ) {
      const part = await builds.log({ job: 'Shop_Build', number: '101' }, from);
      lines.push(...part.text.split('\n').slice(0, -1));
      sizes.push(part.text.length);
      [from, hasMore] = [part.next, part.hasMore];
    }
    expect(lines).toEqual(build.log);
    expect(sizes.length).toBeGreaterThan(2);
  });

  async function wholeLog(log: string[]): Promise<string> {
    ended('Shop_Build').log = log;
    let text = '';
    for (let from = 'start', hasMore = true; hasMore; ) {
      const part = await builds.log({ job: 'Shop_Build', number: '101' }, from);
      [text, from, hasMore] = [text + part.text, part.next, part.hasMore];
    }
    return text.replaceAll(/x+/g, 'x');
  }

  it('with very long messages is read fewer at a time', async () => {
    const long = 'x'.repeat(1.8 * 2 ** 20);
    expect(await wholeLog(['one', long, long, long, 'end'])).toBe('one\nx\nx\nx\nend\n');
  });

  it('goes on behind what is too long', async () => {
    const left = 'Messages of more than 4 MB are left out\n';
    expect(await wholeLog(['one', 'x'.repeat(5 * 2 ** 20), 'two', 'three'])).toBe(`one\n${left}${left}three\n`);
  });

  it('is gone with its build', async () => {
    const message = 'TeamCity has no log of Shop_Build#7: it was deleted, or never was';
    await expect(builds.log({ job: 'Shop_Build', number: '7' }, 'start')).rejects.toThrow(message);
  });
});

describe(`what a build of TeamCity leaves${contractNote}`, () => {
  it('is its failed tests, with what they said and how long they fail', async () => {
    const first = ended('Shop_Build', 'FAILURE');
    ended('Shop_Build', 'FAILURE', 'other');
    ended('Shop_Build', 'FAILURE');
    ended('Shop_Build', 'FAILURE').tests = [
      { name: 'shop.Till: rings', status: 'FAILURE', details: '\nexpected 1\n  at Till.java:3', firstFailed: first.id },
      { name: 'shop.Till: opens', status: 'FAILURE' },
      { name: 'shop.Till: closes', status: 'SUCCESS' },
      { name: 'shop.Till: moves', status: 'UNKNOWN' },
    ];
    expect(await builds.failedTests({ job: 'Shop_Build', number: '104' })).toEqual({
      failed: [
        { name: 'shop.Till: rings', message: 'expected 1', age: 3 },
        { name: 'shop.Till: opens', message: '', age: 1 },
      ],
      ...{ passed: 1, skipped: 1, hasMore: false },
    });
    expect(await builds.failedTests({ job: 'Shop_Build', number: '101' })).toMatchObject({ failed: [], passed: 0 });
  });

  it('is its files in all folders, with their sizes', async () => {
    const build = ended('Shop_Build');
    build.files = { 'read me.txt': Buffer.from('hi'), 'out/店/shop 1.zip': Buffer.from('zip') };
    const content = `${teamcity.url}/app/rest/builds/id:101/artifacts/content`;
    expect(await builds.artifacts({ job: 'Shop_Build', number: '101' })).toEqual({
      items: [
        { name: 'read me.txt', url: `${content}/read%20me.txt`, size: 2 },
        { name: 'out/店/shop 1.zip', url: `${content}/out/%E5%BA%97/shop%201.zip`, size: 3 },
      ],
      hasMore: false,
    });
    const isMeant = (name: string): boolean => name.includes('店');
    const [artifact, ...others] = (await builds.artifacts({ job: 'Shop_Build', number: '101' }, isMeant)).items;
    if (artifact === undefined) throw new Error('it has none');
    expect([artifact.name, others]).toEqual(['out/店/shop 1.zip', []]);
    const path = join(temporaryFolder(), 'saved');
    expect(await builds.download({ job: 'Shop_Build', number: '101' }, artifact, { path })).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('zip');
    build.files = Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`${at}.txt`, Buffer.from('')]));
    expect(await builds.artifacts({ job: 'Shop_Build', number: '101' })).toMatchObject({ hasMore: true });
  });
});

it('the agents of TeamCity say what they do, and why one does nothing', async () => {
  const off = { name: 'b', connected: false, enabled: true, authorized: true };
  farm.agents.push(
    { ...off, comment: 'shut down' },
    { ...off, name: 'c', connected: true, enabled: false, comment: 'being mended' },
    { ...off, name: 'd', connected: true, authorized: false },
  );
  farm.queue(farm.add('Shop_Build'));
  expect((await builds.agents()).items.map(({ name, isOnline, why, busy }) => [name, isOnline, why, busy])).toEqual([
    ['linux-1', true, undefined, 1],
    ['b', false, 'shut down', 0],
    ['c', false, 'disabled: being mended', 0],
    ['d', false, 'not authorized', 0],
  ]);
});
