import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OpsError } from '../../src/context/errors.ts';
import type { FarmBuild } from '../../src/sandbox/jenkins/farm.ts';
import { jenkinsConfig, openFarm } from '../support/farm.ts';
import { cronHost, ops, timeless } from '../support/ops.ts';
import { configuration, createProject, temporaryFolder } from '../support/project.ts';
import { hastyClock } from '../support/service.ts';
import { openTeamcityFarm, teamcityConfig } from '../support/teamcity/teamcity.ts';

async function openShop(extra = '') {
  const jenkins = await openFarm();
  const project = createProject(configuration + jenkinsConfig(jenkins) + extra);
  const { folder } = project;
  /** The newest build of `shop`, with these files. */
  const leave = (files: Record<string, string | Buffer>, of = 'shop'): FarmBuild => {
    const [build] = jenkins.farm.jobs.get(of)?.builds ?? [];
    if (build === undefined) throw new Error(`${of} has no build`);
    build.artifacts = Object.entries(files).map(([path, content]) => ({ path, content: Buffer.from(content) }));
    return build;
  };
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  const said = { exitCode: -1, stdout: '', stderr: '', words: '' };
  // Pauses between attempts pass at once.
  const system = { ...cronHost(folder, said).system, clock: hastyClock() };
  return { jenkins, folder, leave, read, type: (...argv: string[]) => ops(folder, argv, { system }), system };
}

const failed = ['artifacts', 'shop', '--status', 'failed'];

describe('ops artifacts', () => {
  it('shows what the newest build of a branch left, with sizes and links', async () => {
    const { jenkins, type } = await openShop();
    const { exitCode, stdout } = await type('artifacts', 'web/pipeline', '--branch', 'main');
    const url = `${jenkins.url}/job/web/job/pipeline/job/main/1/`;
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /^build +web\/pipeline\/main#1 \(http.*\nstate +ok\nbranch +main\ncommit +[0-9a-f]{10}\nended +\d{4}-/s,
    );
    expect(stdout).toContain(`246 kB  dist/shop.tar (${url}artifact/dist/shop.tar)\n`);
    expect(stdout).toContain(`75 B  dist/shop.sha256 (${url}artifact/dist/shop.sha256)\n`);
    expect((await type('artifacts', 'web/pipeline')).stdout).toBe(stdout);
  });

  it('is of the newest build that went well, unless another is asked for', async () => {
    const { type } = await openShop();
    expect((await type('artifacts', 'shop')).stdout).toMatch(/^build +shop#7 .*\nshop#7 left no artifacts\n$/s);
    expect((await type(...failed)).stdout).toMatch(/^build +shop#8 .*\n48 kB {2}out\/test-report\.html /s);
    expect((await type('artifacts', 'shop', '--status', 'any')).stdout).toMatch(/^build +shop#8 /);
    expect((await type('artifacts', 'shop#8')).stdout).toMatch(/^build +shop#8 /);
  });

  it('says plainly what it does not know, and what it leaves out', async () => {
    const { jenkins, leave, type } = await openShop();
    leave(Object.fromEntries(Array.from({ length: 230 }, (_, index) => [`part-${index}`, 'x'])));
    const { stdout } = await type(...failed);
    expect(stdout.match(/ part-\d+/g)).toHaveLength(50);
    expect(stdout).toContain('150 more are not shown: --only names those that are wanted\n');
    expect(stdout).toContain('There are more than these');
    expect((await type(...failed, '--only', 'part-229')).stdout).toContain(' 1 B  part-229 ');
    jenkins.fault = ({ method }, response) => {
      if (method === 'HEAD') response.writeHead(405).end();
      return method === 'HEAD';
    };
    expect((await type(...failed, '--only', 'part-229')).stdout).toContain('unknown  part-229 ');
  });

  it.each([
    [['shp'], 64, 'Jenkins has no job shp', 'did you mean shop?'],
    [['shop', '--status', 'unstable'], 1, 'shop has no build that ended unstable', '--status any takes'],
    [['shop', '--branch', 'nowhere'], 1, 'shop has no build that ended ok on nowhere', 'ops builds --job shop'],
    [['web', '-b', 'nowhere'], 1, 'no job right in web has a build that ended ok on nowhere', '--job web/deploy'],
    [['shop', '--download'], 1, 'shop#7 left no artifacts', 'ops builds --job shop'],
    [['shop#8', '--only', '*.dmg'], 1, 'shop#8 left nothing that fits *.dmg', 'it left out/test-report.html'],
    [['shop#8', '--status', 'ok'], 64, '--status chooses a build, and shop#8 is one', "ops artifacts 'shop#8'"],
    [['shop', '--force'], 64, '--force is about files that are downloaded', '--download --force'],
  ])('%j is refused with what is there', async (argv, code, message, hint) => {
    const { type } = await openShop();
    const { exitCode, stderr } = await type('artifacts', ...argv);
    expect({ exitCode, stderr }).toEqual({ exitCode: code, stderr: expect.stringContaining(`✗ ${message}`) });
    expect(stderr).toContain(hint);
  });
});

describe('ops artifacts --download', () => {
  it('writes them here, or into a folder that it makes', async () => {
    const { folder, leave, read, type } = await openShop();
    leave({ 'out/shop 1.zip': 'zip', 'выкладка/приложение.apk': 'apk' });
    const { exitCode, stdout, stderr } = await type(...failed, '--download');
    expect(exitCode).toBe(0);
    expect(timeless(stderr)).toBe('✓ Download out/shop 1.zip (3 B)\n✓ Download выкладка/приложение.apk (3 B)\n');
    expect(stdout).toMatch(
      /\nshop 1\.zip, 3 B \(out\/shop 1\.zip\)\nприложение\.apk, 3 B \(выкладка\/приложение\.apk\)\n$/,
    );
    expect([read('out/shop 1.zip'), read('выкладка/приложение.apk')]).toEqual(['zip', 'apk']);
    const there = await type(...failed, '--to', 'new/folder', '--only', 'zip');
    expect(there.stdout).toContain('shop 1.zip, 3 B (new/folder/out/shop 1.zip)\n');
    expect(read('new/folder/out/shop 1.zip')).toBe('zip');
    expect(readdirSync(join(folder, 'new/folder'))).toEqual(['out']);
  });

  it('writes over nothing, unless it is told to', async () => {
    const { folder, leave, read, type } = await openShop();
    leave({ 'a.txt': 'new', 'b.txt': 'new' });
    writeFileSync(join(folder, 'b.txt'), 'old');
    const { exitCode, stderr } = await type(...failed, '--download');
    expect([exitCode, stderr]).toEqual([
      1,
      '✗ b.txt is there already: nothing is written over\n  → --force writes over what is there, --to takes another folder\n',
    ]);
    expect([existsSync(join(folder, 'a.txt')), read('b.txt')]).toEqual([false, 'old']);
    expect((await type(...failed, '--download', '--force')).exitCode).toBe(0);
    expect([read('a.txt'), read('b.txt')]).toEqual(['new', 'new']);
  });

  it.each(['../stolen', '/tmp/stolen', 'a/../../stolen', '.git/config', 'a\nb'])(
    'brings nothing where a name may not be written: %j',
    async (name) => {
      const { jenkins, folder, leave, type } = await openShop();
      leave({ 'a.txt': 'a', [name]: 'stolen' });
      const { exitCode, stderr } = await type(...failed, '--to', 'new');
      expect([exitCode, stderr]).toEqual([1, expect.stringContaining(`✗ ${JSON.stringify(name)} is not downloaded: `)]);
      expect(jenkins.asked.filter((line) => line.startsWith('GET') && line.includes('/artifact/'))).toEqual([]);
      expect(existsSync(join(folder, 'new'))).toBe(false);
    },
  );

  it('follows no link that leads out of the folder, and writes over one instead of through it', async () => {
    const { folder, leave, read, type } = await openShop();
    const elsewhere = createProject().folder;
    writeFileSync(join(elsewhere, 'kept'), 'kept');
    mkdirSync(join(folder, 'new'));
    symlinkSync(elsewhere, join(folder, 'new/out'));
    symlinkSync(join(elsewhere, 'kept'), join(folder, 'new/file'));
    leave({ 'out/stolen': 'stolen' });
    const { exitCode, stderr } = await type(...failed, '--to', 'new');
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('out is a link, which may lead out of the folder')]);
    leave({ file: 'new' });
    expect((await type(...failed, '--to', 'new', '--force')).exitCode).toBe(0);
    expect([read('new/file'), readFileSync(join(elsewhere, 'kept'), 'utf8')]).toEqual(['new', 'kept']);
    expect(existsSync(join(elsewhere, 'stolen'))).toBe(false);
  });

  it('leaves nothing half where a download breaks off, and what came before it whole', async () => {
    const { jenkins, folder, leave, read, type } = await openShop();
    leave({ 'a.txt': 'a', 'b.txt': 'bbbb' });
    let asked = 0;
    jenkins.fault = ({ method, url = '' }, response) => {
      if (method !== 'GET' || !url.endsWith('/b.txt')) return false;
      asked += 1;
      response.writeHead(200, { 'content-length': 4 }).write('bb', () => response.destroy());
      return true;
    };
    const { exitCode, stderr } = await type(...failed, '--to', 'new');
    expect([exitCode, asked]).toEqual([69, 4]);
    expect(stderr).toContain('✗ Jenkins: 127.0.0.1');
    expect([readdirSync(join(folder, 'new')), read('new/a.txt')]).toEqual([['a.txt'], 'a']);
  });

  it('takes no file of another size than was said, nor a page instead of one', async () => {
    const { jenkins, folder, leave, type } = await openShop();
    leave({ 'b.txt': 'bbbb' });
    let answer: [Record<string, string>, string] = [{}, 'bb'];
    jenkins.fault = ({ method, url = '' }, response) => {
      if (method !== 'GET' || !url.endsWith('/b.txt')) return false;
      response.writeHead(200, answer[0]).end(answer[1]);
      return true;
    };
    const cut = await type(...failed, '--to', 'new');
    expect([cut.exitCode, cut.stderr]).toEqual([
      69,
      expect.stringContaining('b.txt came with 2 bytes, and Jenkins said 4'),
    ]);
    answer = [{ 'content-type': 'text/html;charset=utf-8' }, '<p>'];
    const page = await type(...failed, '--to', 'new');
    expect([page.exitCode, page.stderr]).toEqual([69, expect.stringContaining('a page where b.txt was due')]);
    expect(readdirSync(join(folder, 'new'))).toEqual([]);
  });

  it('leaves nothing where it is stopped', async () => {
    const { jenkins, folder, leave, system } = await openShop();
    leave({ 'b.txt': 'bbbb' });
    const controller = new AbortController();
    jenkins.fault = ({ method, url = '' }, response) => {
      if (method !== 'GET' || !url.endsWith('/b.txt')) return false;
      response.writeHead(200).write('bb', () => controller.abort(new OpsError('cancelled', 'it was stopped')));
      return true;
    };
    const { exitCode } = await ops(folder, [...failed, '--to', 'new'], { system, signal: controller.signal });
    expect([exitCode, readdirSync(join(folder, 'new'))]).toEqual([130, []]);
  });

  it('is the same where TeamCity builds', async () => {
    const teamcity = await openTeamcityFarm();
    const { folder } = createProject(configuration + teamcityConfig(teamcity));
    const { farm } = teamcity;
    const type = farm.add('Shop_Build');
    const good = farm.queue(type);
    good.files = { 'out/приложение.apk': Buffer.from('apk') };
    farm.finish(good, 'SUCCESS');
    for (let count = 0; count < 5; count++) farm.finish(farm.queue(type), 'FAILURE');
    expect((await ops(folder, ['artifacts', 'Shop_Build'])).stdout).toMatch(
      /^build +Shop_Build#101 .*\n *3 B {2}out\/приложение\.apk \(http/s,
    );
    expect((await ops(folder, ['artifacts', 'Shop_Build', '--download'])).exitCode).toBe(0);
    expect(readFileSync(join(folder, 'out/приложение.apk'), 'utf8')).toBe('apk');
    expect((await ops(folder, ['artifacts', 'Shop_Build', '-s', 'failed'])).stdout).toContain('left no artifacts');
  });

  it('is refused where two files would be one', async () => {
    const { leave, type } = await openShop();
    leave({ 'a.txt': 'a', 'A.txt': 'A' });
    expect((await type(...failed, '--download')).stderr).toContain('✗ two artifacts would both be A.txt');
  });
});

describe('ops artifacts --download in a room', () => {
  const origin = { type: 'room', team: 'T1', channel: 'C1', message: '1.1' } as const;

  it('leaves what turns out too large, and what are too many, where they are', async () => {
    const { jenkins, folder, leave, system } = await openShop('files: { largest: 1kB }\n');
    leave({
      'a-big': 'x'.repeat(1001),
      ...Object.fromEntries(Array.from({ length: 22 }, (_, index) => [`part-${index}`, 'x'])),
    });
    jenkins.fault = ({ method }, response) => {
      if (method === 'HEAD') response.writeHead(405).end();
      return method === 'HEAD';
    };
    const passing = join(temporaryFolder(), 'brought');
    const { exitCode, stdout } = await ops(folder, [...failed, '--download'], { system, passing, origin });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/\n• a-big \(http\S+\), unknown: too large for a room, where 1 kB is the most\n/);
    expect(stdout.match(/^part-\d+, 1 B \(part-\d+\)$/gm)).toHaveLength(20);
    expect(stdout).toMatch(/• part-20 \(http\S+\), unknown: 20 files are the most/);
    expect(existsSync(join(folder, 'part-0'))).toBe(false);
  });

  it.each([
    [['--to', 'x'], true, '--to is for a terminal'],
    [['--download', '--force'], true, '--force is for a terminal'],
    [['--download'], false, 'nothing is downloaded to be looked at'],
  ])('with %j writes nothing to the disk there', async (words, hasFolder, message) => {
    const { folder, system } = await openShop();
    const passing = hasFolder ? { passing: join(temporaryFolder(), 'brought') } : {};
    const { exitCode, stderr } = await ops(folder, [...failed, ...words], { system, origin, ...passing });
    expect([exitCode, stderr]).toEqual([64, expect.stringContaining(`✗ ${message}`)]);
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });
});

it('ops artifacts of a folder looks at no more than some of its jobs, and says so', async () => {
  const { jenkins, type } = await openShop();
  for (let number = 0; number < 25; number++) {
    const job = jenkins.farm.add(`many/job-${number}`);
    const item = jenkins.farm.schedule(job, {}, 'ops').item;
    const build = item.build ?? jenkins.farm.begin(item);
    if (number === 3) build.artifacts.push({ path: 'a.zip', content: Buffer.from('zip') });
    jenkins.farm.finish(build, 'SUCCESS');
  }
  const { stdout } = await type('artifacts', 'many');
  expect(stdout).toMatch(
    /^build +many\/job-3#1 .*\n *3 B {2}a\.zip .*5 more jobs were not looked at: many\/job-20 …\n$/s,
  );
});
