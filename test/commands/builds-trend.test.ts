import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { median, trendOf } from '../../commands/builds-trend/trend.ts';
import type { Build } from '../../src/context/builds.ts';
import { OpsError } from '../../src/context/errors.ts';
import type { Host } from '../../src/context/host.ts';
import { type FakeJenkins, usualUser } from '../../src/sandbox/jenkins/jenkins.ts';
import { jenkinsConfig, openFarm } from '../support/farm.ts';
import { cronHost, ops } from '../support/ops.ts';
import { configuration, createProject } from '../support/project.ts';

async function openShop() {
  const jenkins = await openFarm();
  const { folder } = createProject(configuration + jenkinsConfig(jenkins));
  return { jenkins, folder, type: (...argv: string[]) => ops(folder, argv) };
}

/** Gives a job so many builds more, each a copy of its newest. */
function repeat({ farm }: FakeJenkins, name: string, count: number): void {
  const job = farm.jobs.get(name);
  const [newest] = job?.builds ?? [];
  if (job === undefined || newest === undefined) throw new Error(`there is no build of ${name}`);
  for (let left = count; left > 0; left--) {
    const number = job.next++;
    job.builds.unshift({ ...newest, number, at: newest.at + number, stop: new AbortController() });
  }
}

/** Where the picture is, as the words say; it goes with the test. */
function pictureIn(words: string): string {
  const path = /\((\/\S+\.png)\)/.exec(words)?.[1] ?? expect.fail(words);
  onTestFinished(() => rmSync(dirname(path), { recursive: true }));
  return path;
}

const isPng = (path: string): boolean => readFileSync(path).subarray(1, 4).toString() === 'PNG';

describe('ops builds-trend', () => {
  it('draws the last builds of a job, and says the same in words', async () => {
    const { type } = await openShop();
    const { exitCode, stdout } = await type('builds-trend', 'shop');
    const path = pictureIn(stdout);
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: `8 builds of shop: 6 ok, 2 failed; median 4 min 18 s, last 2 min 12 s (${path})\nThe slowest is #3: 5 min\n`,
    });
    expect([path.endsWith('/builds-trend-shop.png'), isPng(path)]).toEqual([true, true]);
  });

  it('takes the newest so many, of one branch, and says that there are older ones', async () => {
    const { jenkins, type } = await openShop();
    const { stdout } = await type('builds-trend', 'shop', '--limit', '3', '--branch', 'main');
    pictureIn(stdout);
    expect(stdout).toMatch(
      /^3 builds of shop on main: 2 ok, 1 failed; .*\nThe slowest is #7: .*\nThere are older ones: --limit/,
    );
    expect((await type('builds-trend', 'shop', '--branch', 'nowhere')).stdout).toBe(
      'shop has no builds on nowhere yet\n',
    );
    jenkins.farm.add('new');
    expect((await type('builds-trend', 'new')).stdout).toBe('new has no builds yet\n');
  });

  it('shows one build, and one that runs', async () => {
    const { jenkins, type } = await openShop();
    const one = await type('builds-trend', 'mac/nightly');
    pictureIn(one.stdout);
    expect(one.stdout).toMatch(/^1 build of mac\/nightly: 1 cancelled; median 1 h 30 min, last 1 h 30 min \(\S+\)\n$/);
    jenkins.farm.add('endless');
    await type('builds-start', 'endless');
    const running = await type('builds-trend', 'endless');
    pictureIn(running.stdout);
    expect(running.stdout).toMatch(/^1 build of endless: 1 running \(/);
    await type('builds-stop', 'endless');
  });

  it('draws 200 of 10,000 builds, and no more', async () => {
    const { jenkins, type } = await openShop();
    repeat(jenkins, 'web/deploy', 10_000);
    const { stdout } = await type('builds-trend', 'web/deploy', '--limit', '200');
    expect(isPng(pictureIn(stdout))).toBe(true);
    expect(stdout).toMatch(/^200 builds of web\/deploy: 200 ok; .*\n.*\nThere are older ones\n$/);
  });

  it.each([
    [['shp'], 64, 'Jenkins has no job shp', 'did you mean shop?'],
    [['shop', '--limit', '201'], 64, '--limit takes 1 to 200, not 201', '--limit 200'],
    [['shop', '--limit', '0'], 64, '--limit takes 1 to 200, not 0', '--limit 200'],
    [['shop', '--theme', 'blue'], 64, 'blue', 'light'],
    [['shop', '--out', 'folder.png'], 1, 'was not written: it is a folder', ''],
    [['shop', '--out', 'README.md'], 64, 'a picture is written to a file.png, not to "README.md"', '--out trend.png'],
    [['shop', '--out', '-'], 64, 'a picture is written to a file.png, not to "-"', '--out trend.png'],
    [['shop', '--out', '~/x.png'], 64, '"~/x.png" would be in a folder that is called ~', '--out "$HOME/x.png"'],
  ])('%j is refused with what would do', async (argv, code, message, hint) => {
    const { folder, type } = await openShop();
    mkdirSync(join(folder, 'folder.png'));
    const { exitCode, stderr } = await type('builds-trend', ...argv);
    expect([exitCode, stderr]).toEqual([code, expect.stringContaining(message)]);
    expect(stderr).toContain(hint);
  });

  it('gives the numbers as JSON, and draws nothing for them', async () => {
    const { type } = await openShop();
    const { stdout } = await type('builds-trend', 'shop', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      job: 'shop',
      hasMore: false,
      counts: [
        { state: 'ok', count: 6 },
        { state: 'failed', count: 2 },
      ],
      median: 258_000,
      last: { number: '8', state: 'failed', ms: 132_000 },
      slowest: { number: '3', ms: 300_000 },
    });
    expect(stdout).not.toContain('.png');
  });

  it('writes the picture where it is told to, in the colours that it is told', async () => {
    const { folder, type } = await openShop();
    const draw = async (theme: string): Promise<Buffer> => {
      const { exitCode, stdout } = await type('builds-trend', 'shop', '--out', 'a/trend.png', '--theme', theme);
      expect([exitCode, stdout]).toEqual([0, expect.stringContaining(`(${join(folder, 'a/trend.png')})`)]);
      return readFileSync(join(folder, 'a/trend.png'));
    };
    expect((await draw('light')).equals(await draw('dark'))).toBe(false);
  });

  it('says it in words alone where the machine cannot draw, and fails where a file was asked for', async () => {
    const { folder } = await openShop();
    const said = { exitCode: -1, stdout: '', stderr: '', words: '' };
    const { system } = cronHost(folder, said);
    const host: Partial<Host> = {
      system: { ...system, draw: () => Promise.reject(new OpsError('unavailable', 'no picture can be drawn here')) },
    };
    const { exitCode, stdout, stderr } = await ops(folder, ['builds-trend', 'shop'], host);
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 0,
      stdout: expect.stringMatching(/^8 builds of shop: 6 ok, 2 failed; median 4 min 18 s, last 2 min 12 s\n/),
      stderr: '! no picture can be drawn here\n',
    });
    expect((await ops(folder, ['builds-trend', 'shop', '--out', 'x.png'], host)).exitCode).toBe(69);
    expect(existsSync(join(folder, 'x.png'))).toBe(false);
  });

  it('hides in the picture what is secret', async () => {
    const { jenkins, folder } = await openShop();
    for (const build of jenkins.farm.jobs.get('shop')?.builds ?? []) build.branch = `of-${usualUser.token}`;
    const said = { exitCode: -1, stdout: '', stderr: '', words: '' };
    const { system } = cronHost(folder, said);
    const titles: string[] = [];
    const draw: Host['system']['draw'] = async ({ title }) => {
      titles.push(title);
      return { path: '/x.png' };
    };
    await ops(folder, ['builds-trend', 'shop', '--branch', `of-${usualUser.token}`], { system: { ...system, draw } });
    expect(titles).toEqual([expect.stringMatching(/^shop on of-•+$/)]);
  });
});

describe('what is usual', () => {
  it.each([
    [[], undefined],
    [[3], 3],
    [[9, 1, 5], 5],
    [[4, 1, 9, 5], 5],
  ])('of %j is %s', (values, usual) => {
    expect(median(values)).toBe(usual);
  });

  it('is that of builds that went well, and of all where none did', () => {
    const build = (number: number, outcome: Build['outcome'], ms: number | undefined) =>
      ({ job: 'a', number: `${number}`, state: 'ended', outcome, at: new Date(number), ms }) as Build;
    const about = { job: 'a', branch: undefined, hasMore: false };
    const [failed, ok, skipped] = [build(3, 'failed', 10), build(2, 'ok', 500), build(1, 'skipped', undefined)];
    expect(trendOf([failed, ok, skipped], about).median).toBe(500);
    expect(trendOf([failed, skipped], about)).toMatchObject({
      median: 10,
      last: { number: '3' },
      slowest: { number: '3' },
    });
    expect(trendOf([skipped], about)).toMatchObject({ median: undefined, slowest: undefined });
  });
});
