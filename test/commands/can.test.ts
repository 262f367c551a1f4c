import { describe, expect, it } from 'vitest';
import { ops } from '../support/ops.ts';
import { createProject, type Project } from '../support/project.ts';
import { ruled } from '../support/ruled.ts';

const can = (project: Project, ...words: string[]) => ops(project.folder, ['can', ...words]);

describe('ops can', () => {
  it.each([
    ['mary deploy uat', 0, 'mary may run ops deploy uat: developers-deploy\n'],
    ['mary deploy uat --ref v1', 0, 'mary may run ops deploy uat --ref v1: developers-deploy\n'],
    ['mary "ops deploy uat"', 0, 'mary may run ops deploy uat: developers-deploy\n'],
    ['slack:T1:U2 deploy prod', 0, 'tom may run ops deploy prod: leads-deploy-all\n'],
    [
      'mary deploy prod',
      77,
      'mary may not run ops deploy prod: no rule allows it (permission deploy, environment prod)',
    ],
    ['tom rollback prod', 0, 'leads-deploy-all\nafter 1 approval of lead or raj: raj\n'],
    ['stranger deployed', 77, 'a stranger may not run ops deployed: no rule allows it (permission deployed)'],
    ['slack:T9:U2 deploy prod', 77, 'a stranger may not run ops deploy prod'],
    ['stranger whoami', 0, 'a stranger may run ops whoami: strangers-ask\n'],
    ['--at 2026-11-21T10:00Z tom deploy dev', 77, 'the rule not-at-weekends denies it on sat, sun (UTC)'],
    ['--at 2026-11-20T10:00Z tom deploy dev', 0, 'tom may run ops deploy dev: leads-deploy-all'],
    ['--room C9 raj rollback uat', 0, 'raj may run ops rollback uat: raj-in-his-room'],
    ['--room C8 raj rollback uat', 77, 'raj may not run ops rollback uat'],
    ['mary deploy nowhere', 64, '"nowhere" is not a known environment: choose dev, uat or prod'],
    ['mary deploy uat --fource', 64, 'deploy has no option --fource'],
    ['marry deploy uat', 64, 'did you mean mary?'],
    ['mary', 64, 'can needs <line>'],
  ])('%s: %i', async (line, code, words) => {
    const quoted = line.split(/ (?=(?:[^"]*"[^"]*")*[^"]*$)/).map((word) => word.replaceAll('"', ''));
    const said = await can(createProject(ruled), ...quoted);
    expect(said.words).toContain(words);
    expect(said.exitCode).toBe(code);
  });

  it('says no in JSON too', async () => {
    const { stdout, exitCode } = await ops(createProject(ruled).folder, ['--json', 'can', 'mary', 'deploy', 'prod']);
    expect(exitCode).toBe(77);
    expect(JSON.parse(stdout).error).toMatchObject({ outcome: 'denied', details: { allowed: false, who: 'mary' } });
  });

  it('runs nothing of the line', async () => {
    const project = createProject(ruled);
    await can(project, 'tom', 'deploy', 'uat', '--yes');
    expect((await ops(project.folder, ['deployed'])).stdout).not.toContain('v3');
  });

  it('keeps no value of an option, since it may be a secret of the line', async () => {
    const project = createProject(ruled);
    await can(project, 'tom', 'deploy', 'uat', '--ref', 'sup3r-s3cret');
    const { stdout } = await ops(project.folder, ['history']);
    expect(stdout).toContain("ops can tom deploy uat --ref '••••'");
  });
});
