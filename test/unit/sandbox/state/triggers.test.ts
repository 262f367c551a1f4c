import { beforeEach, describe, expect, it } from 'vitest';
import { createIds } from '../../../../src/sandbox/state/ids.ts';
import { findTrigger, issueTrigger } from '../../../../src/sandbox/state/triggers.ts';
import type { Workspace } from '../../../../src/sandbox/state/workspace.ts';

let now: number;
let workspace: Workspace;
beforeEach(() => {
  now = 1_000_000;
  const clock = { now: () => now };
  workspace = { triggers: new Map(), triggerLifetime: 3000, clock, ids: createIds('seed') } as unknown as Workspace;
});

const problem = (id: string): unknown => {
  try {
    findTrigger(workspace, id);
    return 'none';
  } catch (error) {
    return (error as { error: string }).error;
  }
};

describe('a trigger', () => {
  it('says whom it belongs to, and in which modal', () => {
    expect(findTrigger(workspace, issueTrigger(workspace, 'U1'))).toMatchObject({ user: 'U1' });
    expect(findTrigger(workspace, issueTrigger(workspace, 'U1', 'V1'))).toMatchObject({ view: 'V1' });
  });

  it('is good for three seconds of the workspace', () => {
    const id = issueTrigger(workspace, 'U1');
    now += 3000;
    expect(problem(id)).toBe('none');
    now += 1;
    expect(problem(id)).toBe('expired_trigger_id');
  });

  it('is good once', () => {
    const id = issueTrigger(workspace, 'U1');
    findTrigger(workspace, id).exchanged = true;
    expect(problem(id)).toBe('exchanged_trigger_id');
  });

  it.each([
    ['of another shape', 'x', 'invalid_arguments'],
    ['that was never issued', '1.2.abc', 'invalid_trigger_id'],
  ])('%s is refused', (_, id, error) => {
    expect(problem(id)).toBe(error);
  });

  it('is forgotten after a thousand others', () => {
    const first = issueTrigger(workspace, 'U1');
    for (let count = 0; count < 1000; count += 1) issueTrigger(workspace, 'U1');
    expect(problem(first)).toBe('invalid_trigger_id');
    expect(workspace.triggers.size).toBe(1000);
  });
});
