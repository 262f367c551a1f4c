import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { as, inTerminals, onThisMachine, twoRule } from '../support/approved.ts';
import { recorded } from '../support/listening.ts';
import { cronHost, ops, type Said, startOps, timeless } from '../support/ops.ts';
import { createProject, type Project } from '../support/project.ts';
import { until } from '../support/waiting.ts';

const deploy = ['deploy', 'prod'] as const;
const runIn = ({ words }: Said): string => /run (\w{8})/.exec(words)?.[1] ?? '';
const by = (project: Project, who: string, ...argv: string[]) => ops(project.folder, argv, as(who));
const released = async (project: Project): Promise<number> => {
  const { stdout } = await by(project, 'mary', 'history', '--json', '--command', 'deploy', '--limit', '50');
  return JSON.parse(stdout).runs.filter(({ state }: { state: string }) => state === 'succeeded').length;
};

/** Mary asks for prod; the run that waits. */
async function asked(project: Project): Promise<string> {
  return runIn(await by(project, 'mary', ...deploy));
}

describe('a line that takes an approval, without a person', () => {
  it('leaves with 75 at once, says how to go on, and asks once however often it is typed', async () => {
    const project = createProject(inTerminals);
    const said = await by(project, 'mary', ...deploy);
    expect(said.exitCode).toBe(75);
    expect(said.stderr).toMatch(
      /\n✗ ops deploy prod was not run yet: it waits for 1 approval of lead: tom, ann \(run \w{8}\)\n {2}→ ops approvals shows it; once it is approved, and before \S+ \S+ UTC, type it again: ops deploy prod\. With --wait it waits\n$/,
    );
    const again = await by(project, 'mary', '--json', ...deploy);
    expect(JSON.parse(again.stdout).error).toMatchObject({ outcome: 'retry', details: { run: runIn(said) } });
    const rows = await recorded(project);
    expect(rows.map(({ state, exitCode }) => [state, exitCode])).toEqual([
      ['waiting', undefined],
      ['failed', 75],
    ]);
  });

  it('runs once when its person types it again after it was approved', async () => {
    const project = createProject(inTerminals);
    const run = await asked(project);
    await by(project, 'tom', 'approve', run, '--yes');
    const said = await by(project, 'mary-elsewhere', ...deploy);
    expect(timeless(said.stderr)).toMatch(/^Deploy web[\s\S]*✓ tom approved it, .*\n✓ Release web v3 to prod\n/);
    expect(said.stdout).toMatch(
      /^released v3 to prod\nweb v3 .* is live in prod\nnothing → v3 · by mary-elsewhere · .*\n$/,
    );
    const [first, , second] = await recorded(project);
    expect(first).toMatchObject({ id: run, state: 'succeeded', command: 'deploy', environment: 'prod' });
    expect(second).toMatchObject({ state: 'succeeded', command: 'deploy' });
    const third = await by(project, 'mary', ...deploy);
    expect([third.exitCode, runIn(third) === run]).toEqual([75, false]);
  });

  it('is another one for another person, another line and another plan', async () => {
    const project = createProject(inTerminals);
    const run = await asked(project);
    await by(project, 'tom', 'approve', run, '--yes');
    const others = [
      await by(project, 'raj', ...deploy),
      await by(project, 'mary', ...deploy, '--ref', 'v3'),
      await by(project, 'mary', ...deploy, '--app', 'web'),
    ];
    project.write('web/version', 'v4\n');
    project.git('commit', '--all', '--quiet', '--message', 'v4');
    others.push(await by(project, 'mary', ...deploy));
    expect(others.map(({ exitCode }) => exitCode)).toEqual([75, 75, 75, 75]);
    expect(new Set([run, ...others.map(runIn)]).size).toBe(5);
  });

  it('is asked for anew where the policy was edited, or its time is over', async () => {
    const project = createProject(inTerminals);
    const run = await asked(project);
    await by(project, 'tom', 'approve', run, '--yes');
    project.write('.chatopsrc', inTerminals.replace('within: 30m', 'within: 40m'));
    const edited = await by(project, 'mary', ...deploy);
    expect([edited.exitCode, runIn(edited) === run]).toEqual([75, false]);
    project.write('.chatopsrc', inTerminals);
    const late = await ops(project.folder, deploy, { ...as('mary'), ...inAnHour(project) });
    expect([late.exitCode, runIn(late) === run]).toEqual([75, false]);
    const row = (await recorded(project)).find(({ id }) => id === run);
    expect(row).toMatchObject({
      ...{ state: 'timed out', exitCode: 124, command: 'deploy' },
      message: expect.stringMatching(/^its time was over at .* UTC: it was approved, and nobody carried it out$/),
    });
  });

  it('may be one that only reads', async () => {
    const rule = `  - { name: watched, ask: raj, commands: [deployed], approvals: { from: everyone } }\n`;
    const project = createProject(`${inTerminals}${rule}`);
    const said = await by(project, 'raj', 'deployed');
    expect([said.exitCode, said.stdout]).toEqual([75, '']);
    expect(said.stderr).toContain('waits for 1 approval of everyone: mary, tom, ann');
    await by(project, 'mary', 'approve', runIn(said), '--yes');
    expect((await by(project, 'raj', 'deployed')).exitCode).toBe(0);
  });

  it('takes each of several approvals, and one person once', async () => {
    const more = `${twoRule}  - { name: and-raj, ask: mary, environments: prod, approvals: { from: [raj, tom], count: 2 } }\n`;
    const project = createProject(inTerminals.replace(twoRule, more));
    const run = await asked(project);
    expect((await by(project, 'tom', 'approve', run, '--yes')).stdout).toContain('waits for 1 more');
    const twice = await by(project, 'tom', 'approve', run, '--yes');
    expect([twice.exitCode, twice.stderr]).toEqual([77, expect.stringContaining('tom has approved run')]);
    expect((await by(project, 'mary', ...deploy)).exitCode).toBe(75);
    expect((await by(project, 'raj', 'approve', run, '--yes')).stdout).toContain('Approved. Run');
    expect((await by(project, 'mary', ...deploy)).exitCode).toBe(0);
  });

  it('is refused where a code is asked for, which its person cannot give', async () => {
    const project = createProject(inTerminals.replace('approvals: { from: lead, within: 30m }', 'code: true'));
    const said = await by(project, 'mary', ...deploy);
    expect([said.exitCode, said.stderr]).toEqual([77, expect.stringContaining('asks for a one-time code before')]);
  });

  it('needs none for a dry run', async () => {
    const project = createProject(inTerminals);
    expect((await by(project, 'mary', ...deploy, '--dry-run')).exitCode).toBe(0);
  });
});

describe('ops approve and ops deny', () => {
  it('ask whether it is meant, after what would run', async () => {
    const project = createProject(inTerminals);
    const run = await asked(project);
    expect((await by(project, 'tom', 'approve', run)).exitCode).toBe(64);
    const no = await ops(project.folder, ['approve', run.slice(0, 4)], { ...as('tom'), ask: async () => false });
    expect(no.exitCode).toBe(130);
    expect(no.stderr).toMatch(/^Run \w{8} of mary: ops deploy prod\nDeploy web in prod: nothing → v3\ncommit/);
    expect((await by(project, 'mary', ...deploy)).exitCode).toBe(75);
  });

  it.each([
    ['mary', /mary asks for it, and approves nothing of that/],
    ['mary-elsewhere', /mary asks for it, with another account/],
    ['raj', /raj is not one of lead/],
    ['eve', /eve \(os:here:9999\), whom ops does not know, may not run/],
  ])('are not for %s', async (who, words) => {
    const project = createProject(inTerminals);
    const run = await asked(project);
    for (const argv of [
      ['approve', run, '--yes'],
      ['deny', run, '--reason', 'x'],
    ]) {
      const said = await by(project, who, ...argv);
      expect([said.exitCode, said.stderr]).toEqual([77, expect.stringMatching(words)]);
    }
  });

  it('end a run with the reason, which its person is told', async () => {
    const project = createProject(inTerminals);
    const run = await asked(project);
    expect((await by(project, 'ann', 'deny', run)).exitCode).toBe(64);
    expect((await by(project, 'ann', 'deny', run, '--reason', 'not today')).exitCode).toBe(0);
    const late = await by(project, 'tom', 'approve', run, '--yes');
    expect(late.stderr).toContain('has ended already: denied, ann denied it: not today');
    expect((await by(project, 'mary', 'history')).stdout).toMatch(/ops deploy prod +denied/);
    const stopped = await asked(project);
    expect((await by(project, 'mary', 'stop', stopped)).stdout).toContain('has ended, cancelled');
    expect((await by(project, 'tom', 'approve', 'help')).stderr).toContain('there is no run');
  });

  it('know runs that wait for nothing', async () => {
    const project = createProject(inTerminals);
    await by(project, 'mary', 'deploy', 'uat');
    const [{ id = '' } = {}] = await recorded(project);
    expect((await by(project, 'tom', 'approve', id, '--yes')).stderr).toContain('has ended already: succeeded');
  });
});

it('ops approvals shows what waits, for whoever looks first', async () => {
  const project = createProject(inTerminals);
  const first = await asked(project);
  const second = runIn(await by(project, 'tom', ...deploy));
  const lines = async (who: string) => (await by(project, who, 'approvals')).stdout.split('\n').slice(1, 3);
  expect(await lines('tom')).toEqual([
    expect.stringMatching(new RegExp(`^→ +${first} +ops deploy prod +mary +1 approval of lead: tom, ann`)),
    expect.stringMatching(new RegExp(`^ +${second} +ops deploy prod +tom +1 approval of lead: ann`)),
  ]);
  const { stdout } = await by(project, 'ann', 'approvals', '--mine', '--json');
  expect(JSON.parse(stdout).waiting).toMatchObject([
    { run: first, isMine: true, missing: 1 },
    { run: second, isMine: true },
  ]);
  expect((await by(project, 'raj', 'approvals', '--mine')).stdout).toBe('Nothing waits for you\n');
});

describe('a line that waits', () => {
  const open = () => createProject(onThisMachine());
  const waiting = async (project: Project) => {
    const line = startOps(project.folder, [...deploy, '--wait']);
    await until(() => line.said.stderr.includes('ops approve'), 'that it waits');
    return { line, run: /ops approve (\w{8})/.exec(line.said.stderr)?.[1] ?? '' };
  };

  it('goes on once it is approved, with the policy of then', async () => {
    const project = open();
    const { line, run } = await waiting(project);
    await by(project, 'tom', 'approve', run, '--yes');
    const said = await line.ended;
    expect([said.exitCode, said.stderr]).toEqual([0, expect.stringMatching(/✓ tom approved it.*\n✓ Release/)]);
    const other = await waiting(project);
    project.write('.chatopsrc', `${onThisMachine()}  - { name: late, deny: mary, environments: prod }\n`);
    await by(project, 'tom', 'approve', other.run, '--yes');
    expect(await other.line.ended).toMatchObject({
      exitCode: 77,
      stderr: expect.stringContaining('the rule late denies it'),
    });
    expect(await released(project)).toBe(1);
  });

  it('is taken back with Ctrl-C, and told of a no', async () => {
    const project = open();
    const first = await waiting(project);
    first.line.child.kill('SIGINT');
    expect(await first.line.ended).toMatchObject({ exitCode: 130 });
    const second = await waiting(project);
    await by(project, 'tom', 'deny', second.run, '--reason', 'later');
    const { exitCode, stderr } = await second.line.ended;
    expect([exitCode, stderr]).toEqual([77, expect.stringContaining('✗ tom denied it: later')]);
    expect((await recorded(project)).map(({ state }) => state)).toEqual(['cancelled', 'denied', 'succeeded']);
  });

  it('is not lost with its process: typed again, it is the same request, and one of several that are typed runs', async () => {
    const project = open();
    const { line, run } = await waiting(project);
    line.child.kill('SIGKILL');
    await line.ended;
    expect((await by(project, 'tom', 'approve', run, '--yes')).exitCode).toBe(0);
    const lines = Array.from({ length: 4 }, () => startOps(project.folder, deploy).ended);
    const codes = (await Promise.all(lines)).map(({ exitCode }) => exitCode);
    expect(codes.sort()).toEqual([0, 75, 75, 75]);
    const releases = readFileSync(join(project.folder, 'releases/prod/version'), 'utf8');
    expect([releases, (await recorded(project)).find(({ id }) => id === run)?.state]).toEqual(['v3\n', 'succeeded']);
  });
});

/** A host whose clock has gone on. */
function inAnHour({ folder }: Project) {
  const { system } = cronHost(folder, { exitCode: 0, stdout: '', stderr: '', words: '' });
  const now = (): Date => new Date(system.clock.now().getTime() + 3_600_000);
  return { system: { ...system, clock: { ...system.clock, now } } };
}
