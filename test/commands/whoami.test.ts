import { describe, expect, it } from 'vitest';
import { ops } from '../support/ops.ts';
import { temporaryFolder } from '../support/project.ts';

describe('ops whoami', () => {
  it('says who the host says it is, with the id', async () => {
    const actor = { id: 'slack:T1:U7', name: 'Mary' };
    const origin = { type: 'room', team: 'T1', channel: 'C1', message: '1.2' } as const;
    const { stdout } = await ops(temporaryFolder(), ['whoami'], { actor, origin });
    expect(stdout).toBe('name  Mary\nid    slack:T1:U7\nfrom  room\n');
  });

  it('takes nothing else for an answer', async () => {
    const { exitCode, stderr } = await ops(temporaryFolder(), ['whoami', 'root']);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 64,
      stderr: '✗ whoami does not take "root"\n  → ops help whoami\n',
    });
  });
});
