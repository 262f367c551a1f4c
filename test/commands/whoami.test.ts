import { describe, expect, it } from 'vitest';
import { ops } from '../support/ops.ts';
import { createProject, temporaryFolder } from '../support/project.ts';

describe('ops whoami', () => {
  it('says who the host says it is, with the id', async () => {
    const actor = { id: 'slack:T1:U7', name: 'Mary' };
    const { stdout } = await ops(temporaryFolder(), ['whoami'], { actor });
    expect(stdout).toBe('name     Mary\nid       slack:T1:U7\nfrom     terminal\naccount  team_id T1, user_id U7\n');
  });

  const policy = `people:
  mary: { slack: T1/U7 }
roles: { developer: [mary], lead: [mary] }
policy: [{ allow: [everyone, strangers] }]
`;
  const origin = { type: 'room', team: 'T1', channel: 'C1', message: '1.2' } as const;

  it('names the person and the roles', async () => {
    const actor = { id: 'slack:T1:U7', name: 'Whatever she calls herself' };
    const { stdout } = await ops(createProject(policy).folder, ['whoami'], { actor, origin });
    expect(stdout).toMatch(/^person +mary$/m);
    expect(stdout).toMatch(/^roles +developer, lead$/m);
  });

  it('tells a stranger what an administrator adds', async () => {
    const actor = { id: 'slack:T2:U7', name: 'mary' };
    const { stdout } = await ops(createProject(policy).folder, ['whoami'], { actor, origin });
    expect(stdout).not.toMatch(/^person/m);
    expect(stdout).toMatch(/^account +team_id T2, user_id U7$/m);
    // Another mary is there already, and this one is not made her.
    expect(stdout).toContain(
      'You are a stranger here. An administrator adds you to .chatopsrc, by a name of their choice:\n' +
        'people:\n  mary-2:\n    slack: T2/U7\n',
    );
  });

  it.each([
    ['slack:T2:U7', 'Eve Smith'],
    ['os:build-1:1001', 'eve'],
  ])('tells %s lines that make a person of them', async (id, name) => {
    const project = createProject(policy);
    const { lines } = JSON.parse((await ops(project.folder, ['whoami', '--json'], { actor: { id, name } })).stdout);
    project.write('.chatopsrc', policy.replace('people:\n', `${lines}\n`));
    const { stdout } = await ops(project.folder, ['whoami'], { actor: { id, name: 'Whatever' } });
    expect(stdout).toMatch(/^person +eve(?:-smith)?$/m);
  });

  it('takes nothing else for an answer', async () => {
    const { exitCode, stderr } = await ops(temporaryFolder(), ['whoami', 'root']);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 64,
      stderr: '✗ whoami does not take "root"\n  → ops help whoami\n',
    });
  });
});
