import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { inJournal, type Somebody, shared, typed } from '../support/locking.ts';
import { createProject, type Project } from '../support/project.ts';
import { until } from '../support/waiting.ts';

const ordered = shared.replace('confirm: false', 'after: uat');
const commitOf = (project: Project, ref: string): string => project.git('rev-parse', `${ref}^{commit}`);

/** Each line must do what it says. */
async function does(project: Project, ...lines: string[]): Promise<void> {
  for (const line of lines) {
    const { exitCode, words } = await typed(project, 'ana', line);
    expect(exitCode, `${line}\n${words}`).toBe(0);
  }
}

async function refused(project: Project, line: string, as: Somebody = 'ana'): Promise<[number, string]> {
  const { exitCode, stderr } = await typed(project, as, line);
  return [exitCode, stderr];
}

const released = ({ folder }: Project, environment: string): string | undefined => {
  const path = join(folder, 'releases', environment, 'version');
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
};

describe('ops signoff', () => {
  it('vouches for the commit that is live, with who, what for and which deploy brought it', async () => {
    const project = createProject(ordered);
    await does(project, 'deploy uat --ref v2');
    const { stdout, stderr } = await typed(project, 'bob', "signoff uat --note 'release test 481'");
    const short = commitOf(project, 'v2').slice(0, 10);
    expect(stdout).toBe(`bob signed off web v2 (${short}) in uat: release test 481\n`);
    expect(stderr).toMatch(new RegExp(`^Sign off web v2 \\(${short}\\), live in uat since .+ UTC, by ana\n$`));
    const [deployment] = await inJournal(project, (journal) => journal.facts({ kind: 'deployment', latest: true }));
    expect(await inJournal(project, (journal) => journal.facts({ kind: 'signoff' }))).toMatchObject([
      {
        ...{ subject: 'web/uat', actor: { id: 'os:here:2' } },
        data: { commit: commitOf(project, 'v2'), deployment: deployment?.run, note: 'release test 481' },
      },
    ]);
  });

  it('is refused where nobody knows what is live', async () => {
    const project = createProject(ordered);
    const unknown = 'nobody knows what is live of web in uat: ';
    expect(await refused(project, 'signoff uat')).toEqual([
      1,
      `✗ ${unknown}nothing was deployed there through ops\n  → ops deploy uat --app web\n`,
    ]);
    await does(project, 'deploy uat --ref v1');
    project.write('deploy', '#!/bin/sh\nexit 9\n', 0o755);
    await typed(project, 'ana', 'deploy uat');
    expect(await refused(project, 'signoff uat')).toEqual([
      1,
      expect.stringMatching(
        new RegExp(`✗ ${unknown}v3 of ana failed \\(run \\w+\\)\n {2}→ ops log \\w+; then ops deploy`),
      ),
    ]);
  });

  it('is refused while something is deployed there, and waits for its end with --queue', async () => {
    const project = createProject(ordered);
    project.write('deploy', '#!/bin/sh\ntouch began\nuntil [ -e go ]; do sleep 0.02; done\n', 0o755);
    const deploy = typed(project, 'ana', 'deploy uat --ref v1');
    await until(() => existsSync(join(project.folder, 'began')), 'the deploy runs');
    const [code, words] = await refused(project, 'signoff uat', 'bob');
    expect([code, words]).toEqual([1, expect.stringContaining('v1 of ana is on its way, or was interrupted')]);
    const waits = typed(project, 'bob', 'signoff uat --queue');
    while ((await inJournal(project, (journal) => journal.queue())).length === 0) await setImmediate();
    project.write('go', '');
    expect((await deploy).exitCode).toBe(0);
    expect((await waits).stdout).toContain('bob signed off web v1');
  });

  it('may be given in an environment that somebody else keeps for themselves', async () => {
    const project = createProject(ordered);
    await does(project, 'deploy uat', "lock uat --reason 'release test'");
    expect((await typed(project, 'bob', 'signoff uat')).exitCode).toBe(0);
  });

  it('is given by whom the rules let', async () => {
    const rules =
      'policy:\n  - { allow: everyone, commands: [deploy, promote] }\n  - { allow: bob, commands: signoff, environments: uat }\n';
    const project = createProject(ordered.replace(/policy:[\s\S]*/, rules));
    await does(project, 'deploy uat');
    expect(await refused(project, 'signoff uat')).toEqual([
      77,
      expect.stringContaining(
        'ana may not run ops signoff uat: no rule allows it (permission signoff, environment uat)',
      ),
    ]);
    expect((await typed(project, 'bob', 'signoff uat')).exitCode).toBe(0);
    await does(project, 'promote uat prod');
  });

  it('only looks with --dry-run', async () => {
    const project = createProject(ordered);
    await does(project, 'deploy uat', 'signoff uat --dry-run');
    expect(await inJournal(project, (journal) => journal.facts({ kind: 'signoff' }))).toEqual([]);
  });
});

describe('ops promote', () => {
  it('deploys the commit that is signed off, though the branch has moved on', async () => {
    const project = createProject(ordered);
    await does(project, 'deploy uat --ref v2', 'signoff uat');
    const dry = JSON.parse((await typed(project, 'ana', 'promote uat prod --dry-run --json')).stdout);
    expect(dry).toMatchObject({
      command: 'promote',
      commit: commitOf(project, 'v2'),
      signedOff: { in: 'uat', by: 'ana' },
    });
    expect(released(project, 'prod')).toBeUndefined();
    const { stdout, stderr } = await typed(project, 'ana', 'promote uat prod');
    expect(stderr).toMatch(/^Promote web in prod: nothing → v2\n/);
    expect(stdout).toMatch(/ is live in prod\nnothing → v2 · by ana · /);
    expect(released(project, 'prod')).toBe('v2');
    const { places } = JSON.parse((await typed(project, 'ana', 'deployed prod --json')).stdout);
    expect(places).toMatchObject([{ live: { version: 'v2', command: 'promote', ref: 'v2' } }]);
  });

  it('takes nothing that is not signed off', async () => {
    const project = createProject(ordered);
    await does(project, 'deploy uat --ref v2');
    expect(await refused(project, 'promote uat prod')).toEqual([
      77,
      '✗ web v2, which is live in uat, is not signed off there\n  → look at it, then: ops signoff uat --app web\n',
    ]);
    expect(released(project, 'prod')).toBeUndefined();
  });

  it.each([
    ['another commit', ['deploy uat --ref v3'], 'ana brought v3 there since'],
    ['the same commit again', ['deploy uat --ref v2'], 'ana brought v2 there since'],
    ['another one and back', ['deploy uat --ref v3', 'rollback uat'], 'ana brought v2 there since'],
  ])('takes no sign-off that a deploy made void: %s', async (_, since, words) => {
    const project = createProject(ordered);
    await does(project, 'deploy uat --ref v2', 'signoff uat', ...since);
    const [code, said] = await refused(project, 'promote uat prod');
    expect(code).toBe(77);
    expect(said).toMatch(/✗ web v2 was signed off in uat by ana, .+ UTC, and that is void: /);
    expect(said).toContain(words);
    await does(project, 'signoff uat', 'promote uat prod');
  });

  it('takes no sign-off of what a failed deploy may have changed, nor of another app', async () => {
    const project = createProject(ordered);
    await does(project, 'deploy uat --ref v2', 'signoff uat', 'deploy uat --app api --ref v2');
    expect((await refused(project, 'promote uat prod --app api'))[1]).toContain(
      'api v2, which is live in uat, is not signed off',
    );
    project.write('deploy', '#!/bin/sh\nexit 9\n', 0o755);
    await typed(project, 'ana', 'deploy uat --ref v3');
    expect((await refused(project, 'promote uat prod'))[1]).toContain(
      'nobody knows what is live of web in uat: v3 of ana failed',
    );
  });

  it('is not led astray by a clock that is behind', async () => {
    const project = createProject(ordered);
    await does(project, 'deploy uat --ref v2', 'signoff uat');
    await typed(project, 'ana', 'deploy uat --ref v3', { ahead: -86_400_000 });
    expect((await refused(project, 'promote uat prod'))[1]).toContain('that is void: ana brought v3 there since');
  });

  it.each([
    ['promote uat uat', 64, 'uat is where it is already'],
    ['promote dev prod', 77, 'prod comes after uat, not after dev'],
    ['promote uat nowhere', 64, '"nowhere" is not a known to'],
    ['promote uat', 64, 'promote needs <to>'],
  ])('%s is refused with %i', async (line, code, words) => {
    expect(await refused(createProject(ordered), line)).toEqual([code, expect.stringContaining(words)]);
  });

  it('goes between environments of which no order is said', async () => {
    const project = createProject(ordered);
    await does(project, 'deploy dev --ref v1', 'signoff dev', 'promote dev uat');
    expect(released(project, 'uat')).toBe('v1');
  });

  it('waits for nothing that somebody else holds, and is told so', async () => {
    const project = createProject(ordered);
    await does(project, 'deploy uat', 'signoff uat');
    await typed(project, 'bob', "lock prod --reason 'load test'");
    expect(await refused(project, 'promote uat prod')).toEqual([75, expect.stringContaining('prod is locked by bob')]);
  });
});

describe('an environment that comes after another one', () => {
  it('takes from ops deploy only what is signed off there', async () => {
    const project = createProject(ordered);
    expect(await refused(project, 'deploy prod')).toEqual([
      77,
      '✗ prod comes after uat: nobody knows what is live of web in uat: nothing was deployed there through ops\n' +
        '  → ops deploy uat --app web; then ops promote uat prod --app web\n',
    ]);
    await does(project, 'deploy uat --ref v2');
    expect((await refused(project, 'deploy prod --ref v2'))[1]).toContain(
      'prod comes after uat: web v2, which is live in uat, is not signed off',
    );
    await does(project, 'signoff uat');
    const short = commitOf(project, 'v3').slice(0, 10);
    expect(await refused(project, 'deploy prod')).toEqual([
      77,
      `✗ prod comes after uat, where web v2 is signed off, not v3 (${short})\n  → ops promote uat prod --app web; or bring v3 to uat and sign it off there\n`,
    ]);
    expect(released(project, 'prod')).toBeUndefined();
    await does(project, 'deploy prod --ref v2');
    expect(released(project, 'prod')).toBe('v2');
  });

  it('goes back to what was live there without being asked for it again', async () => {
    const project = createProject(ordered);
    for (const ref of ['v1', 'v2']) await does(project, `deploy uat --ref ${ref}`, 'signoff uat', 'promote uat prod');
    await does(project, 'deploy uat --ref v3', 'rollback prod');
    expect(released(project, 'prod')).toBe('v1');
  });

  it('must be one of those configured, and another one', async () => {
    for (const [after, words] of [
      ['nowhere', 'environments.prod.after: expected one of dev, uat, prod, got "nowhere"'],
      ['prod', 'environments.prod.after: expected another environment, got itself'],
    ]) {
      const project = createProject(shared.replace('confirm: false', `after: ${after}`));
      expect(await refused(project, 'deployed')).toEqual([78, expect.stringContaining(`${words}`)]);
    }
  });
});
