import { expect, it } from 'vitest';
import { ops } from '../support/ops.ts';
import { createProject } from '../support/project.ts';
import { ruled } from '../support/ruled.ts';

async function policyTest(cases: string, file = 'cases.yaml', ...more: string[]) {
  const project = createProject(ruled);
  project.write(file, cases);
  return ops(project.folder, ['policy', 'test', file, ...more]);
}

const holding = `
- { who: mary, line: ops deploy uat, expect: allow, rule: developers-deploy }
- { who: mary, line: deploy prod --ref v1, expect: deny, rule: none }
- { who: tom, line: deploy dev, expect: deny, at: 2026-11-21T10:00Z, rule: not-at-weekends }
- { who: tom, line: deploy dev, expect: allow, at: 2026-11-20T10:00:00Z }
- { who: raj, line: rollback uat, expect: allow, room: C9 }
- { who: stranger, line: deployed, expect: deny }
- { who: tom, line: rollback prod, expect: ask, rule: prod-takes-two }
`;

it('leaves with 0 where all cases hold', async () => {
  const { exitCode, stdout } = await policyTest(holding);
  expect(stdout).toMatch(/^✓ +mary +ops deploy uat +allow by developers-deploy +allow +developers-deploy$/m);
  expect(stdout).toMatch(/All 7 cases hold\n$/);
  expect(exitCode).toBe(0);
});

it('leaves with 1 where one does not, and shows what came instead', async () => {
  const cases = `${holding}- { who: mary, line: deploy uat, expect: deny }\n- { who: mary, line: deploy nowhere, expect: deny }\n`;
  const { exitCode, stdout, stderr } = await policyTest(cases);
  expect(stdout).toMatch(/^✗ +mary +deploy uat +deny +allow +developers-deploy$/m);
  expect(stdout).toMatch(/^✗ +mary +deploy nowhere +deny +usage +"nowhere" is not a known environment/m);
  expect(stderr).toContain('2 of 9 cases do not hold');
  expect(exitCode).toBe(1);
});

it('holds the rule to its name', async () => {
  const { exitCode } = await policyTest('- { who: mary, line: deploy uat, expect: allow, rule: leads-deploy-all }');
  expect(exitCode).toBe(1);
});

it('reads JSON, and prints it', async () => {
  const { exitCode, stdout } = await policyTest(
    '[{"who":"tom","line":"deploy uat","expect":"allow"}]',
    'c.json',
    '--json',
  );
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout).results).toMatchObject([{ got: 'allow', decidedBy: 'leads-deploy-all', holds: true }]);
});

it.each([
  ['who: mary', 78, 'cases.yaml holds no list of cases'],
  ['- { who: mary, line: deploy uat }', 78, 'cases.yaml: case 1: expect: expected allow, deny or ask'],
  ['- { who: mary, expect: deny }', 78, 'cases.yaml: case 1: line: expected a text'],
  ['- { who: mary, lien: x, expect: deny }', 78, 'cases.yaml: case 1: lien: expected one of who, line'],
  ['- { who: mary, line: help, expect: allow, at: noon }', 64, 'case 1: at takes a time, not "noon"'],
  ['- [', 78, 'cases.yaml:1: this is not YAML'],
])('refuses %j', async (cases, code, words) => {
  const { exitCode, stderr } = await policyTest(cases);
  expect(stderr).toContain(words);
  expect(exitCode).toBe(code);
});

it('is for terminals: a room names no file of the machine', async () => {
  const origin = { type: 'room', team: 'T1', channel: 'C9', message: '1' } as const;
  const actor = { id: 'slack:T1:U3', name: 'raj' };
  const { exitCode, stderr } = await ops(createProject(ruled).folder, ['policy', 'test', '/etc/passwd'], {
    origin,
    actor,
  });
  expect({ exitCode, stderr }).toMatchObject({
    exitCode: 64,
    stderr: expect.stringContaining('policy-test is for a terminal'),
  });
});
