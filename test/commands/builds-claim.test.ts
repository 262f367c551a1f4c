import { describe, expect, it } from 'vitest';
import { jenkinsConfig, openFarm } from '../support/farm.ts';
import { ops } from '../support/ops.ts';
import { configuration, createProject } from '../support/project.ts';

async function openShop() {
  const jenkins = await openFarm();
  const people = "people: { ana: { os: ['here:1001', 'there:2001'] } }\n";
  const { folder } = createProject(configuration + people + jenkinsConfig(jenkins));
  const by = (name: string, ...argv: string[]) =>
    ops(folder, argv, { actor: { id: `os:here:${{ ana: 1001, bob: 1002 }[name] ?? 1003}`, name } });
  return { farm: jenkins.farm, by, folder };
}

type Shop = Awaited<ReturnType<typeof openShop>>;

/** The next build of shop, which ends so. */
async function build({ farm, by }: Shop, result: 'SUCCESS' | 'FAILURE'): Promise<void> {
  const shop = farm.jobs.get('shop');
  delete shop?.script;
  await by('ana', 'builds-start', 'shop');
  const [newest] = shop?.builds ?? [];
  if (newest !== undefined) {
    newest.branch = 'main';
    farm.finish(newest, result);
  }
}

describe('ops builds-claim', () => {
  it('shows who looks into a failed build, wherever that build is shown', async () => {
    const { by } = await openShop();
    const { exitCode, words } = await by('ana', 'builds-claim', 'shop#8', 'it rounds', 'twice');
    expect([exitCode, words]).toEqual([
      0,
      'Look into shop#8, which ended failed: it rounds twice\nana looks into shop#8: it rounds twice\n',
    ]);
    expect((await by('bob', 'builds-status', 'shop')).stdout).toMatch(
      /^claim +ana looks into it since .*: it rounds twice$/m,
    );
    expect((await by('bob', 'builds')).stdout).toMatch(/ Looked into by\nshop#8 +failed .* ana: it rounds twice\n/);
    expect((await by('bob', 'builds-health', 'shop')).stdout).toMatch(/^It is broken, and ana looks into it since /m);
    expect((await by('bob', 'builds-watch', 'shop#8')).stderr).toMatch(/since shop#7\. ana looks into it\n/);
  });

  it('holds for builds that fail after it, and is over once one went well', async () => {
    const shop = await openShop();
    await shop.by('ana', 'builds-claim', 'shop');
    await build(shop, 'FAILURE');
    expect((await shop.by('bob', 'builds-status', 'shop')).stdout).toMatch(/^build +shop#9[\s\S]*^claim +ana/m);
    await build(shop, 'SUCCESS');
    await build(shop, 'FAILURE');
    for (const name of ['shop#11', 'shop#8']) {
      expect((await shop.by('bob', 'builds-status', name)).stdout).toMatch(/^state +failed$(?![\s\S]*^claim)/m);
    }
    expect((await shop.by('bob', 'builds')).stdout).not.toContain('Looked into');
  });

  it('does not speak for what failed before it was made', async () => {
    const { by } = await openShop();
    await by('ana', 'builds-claim', 'shop#8');
    expect((await by('ana', 'builds-status', 'shop#4')).stdout).not.toContain('claim');
  });

  it('shows whose it is before it is taken over, which takes a yes', async () => {
    const { by } = await openShop();
    await by('ana', 'builds-claim', 'shop', 'first');
    const asked = await by('bob', 'builds-claim', 'shop', 'let me');
    expect([asked.exitCode, asked.stderr]).toEqual([
      64,
      expect.stringMatching(/So far ana looks into it since .*: first\n/),
    ]);
    expect((await by('bob', 'builds-status', 'shop')).stdout).toContain('ana looks into it');
    const taken = await by('bob', 'builds-claim', 'shop', 'let me', '--yes');
    expect(taken.stdout).toBe('bob looks into shop#8 from now on, and ana no longer: let me\n');
    expect((await by('ana', 'builds-status', 'shop')).stdout).toMatch(/^claim +bob looks into it .*: let me$/m);
    expect((await by('bob', 'builds-claim', 'shop', 'anew')).exitCode).toBe(0);
  });

  it('is asked about by whoever names an earlier build that failed as well', async () => {
    const shop = await openShop();
    await build(shop, 'FAILURE');
    await shop.by('ana', 'builds-claim', 'shop#9', 'first');
    const asked = await shop.by('bob', 'builds-claim', 'shop#8', 'let me');
    expect([asked.exitCode, asked.stderr]).toEqual([64, expect.stringContaining('So far ana looks into it since ')]);
    expect((await shop.by('bob', 'builds-status', 'shop#9')).stdout).toMatch(/^claim +ana looks into it/m);
  });

  it('takes nothing over that moved while it was asked about', async () => {
    const shop = await openShop();
    await shop.by('ana', 'builds-claim', 'shop', 'first');
    let meanwhile: unknown;
    const ask = async () => {
      meanwhile = await shop.by('tom', 'builds-claim', 'shop', 'no, let me', '--yes');
      return true;
    };
    const taken = await ops(shop.folder, ['builds-claim', 'shop'], { actor: { id: 'os:here:1002', name: 'bob' }, ask });
    expect(meanwhile).toMatchObject({ exitCode: 0 });
    expect([taken.exitCode, taken.stderr]).toEqual([
      1,
      expect.stringMatching(/✗ it moved meanwhile: tom looks into it since .*: no, let me\n/),
    ]);
  });

  it('has a note of one line, which is not too long for a table', async () => {
    const { by } = await openShop();
    await by('ana', 'builds-claim', 'shop', 'one\n\ttwo');
    expect((await by('bob', 'builds')).stdout).toMatch(/ ana: one two\n/);
    expect(await by('ana', 'builds-claim', 'shop', 'a'.repeat(201))).toMatchObject({
      exitCode: 64,
      stderr: '✗ a note has 200 characters at the most, and this one has 201\n',
    });
  });

  it('is refused for what went well since, and leaves the claim of what is broken now', async () => {
    const { by } = await openShop();
    await by('ana', 'builds-claim', 'shop#8');
    expect(await by('bob', 'builds-claim', 'shop#4')).toMatchObject({
      exitCode: 1,
      stderr: '✗ nothing is left to look into: shop#7 went well after shop#4\n  → ops builds --job shop\n',
    });
    expect((await by('bob', 'builds-status', 'shop')).stdout).toMatch(/^claim +ana looks into it/m);
  });

  it('is refused for a build that is under way', async () => {
    const { farm, by } = await openShop();
    farm.add("till's end");
    await by('ana', 'builds-start', "till's end");
    expect((await by('ana', 'builds-claim', "till's end")).stderr).toBe(
      "✗ till's end#1 did not fail: it still runs\n  → ops builds --job 'till'\\''s end'\n",
    );
  });

  it('is taken up from another account of the same person without a question', async () => {
    const { by, folder } = await openShop();
    await by('ana', 'builds-claim', 'shop', 'first');
    const actor = { id: 'os:there:2001', name: 'anna' };
    const { stdout } = await ops(folder, ['builds-claim', 'shop', 'second'], { actor });
    expect(stdout).toBe('anna looks into shop#8: second\n');
  });

  it.each([
    ['shop#7', "✗ shop#7 did not fail: it ended ok\n  → ops builds-claim 'shop#8'\n"],
    ['web/deploy', '✗ web/deploy#17 did not fail: it ended ok\n  → ops builds --job web/deploy\n'],
    ['mac/nightly', '✗ mac/nightly#1 did not fail: it ended cancelled\n  → ops builds --job mac/nightly\n'],
  ])('is refused for %s, which did not fail', async (name, words) => {
    const { by } = await openShop();
    const { exitCode, stderr } = await by('ana', 'builds-claim', name);
    expect([exitCode, stderr]).toEqual([1, words]);
  });
});

it('ops builds-status names those whose changes came in since the job last went well', async () => {
  const { farm, by } = await openShop();
  const [, before] = farm.jobs.get('shop')?.builds ?? [];
  if (before !== undefined) before.result = 'FAILURE';
  expect((await by('ana', 'builds-status', 'shop')).stdout).toMatch(/^culprits +Tom, Mary since shop#6$/m);
  expect((await by('ana', 'builds-status', 'shop#6')).stdout).not.toContain('culprits');
});
