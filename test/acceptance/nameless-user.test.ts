import { chownSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { startOps } from '../support/ops.ts';
import { createProject } from '../support/project.ts';

const nameless = 54_321;
const isRoot = userInfo().uid === 0;
const without = isRoot ? '' : ' (left out: this user cannot be another)';

describe(`a user whom the machine has no name for${without}`, () => {
  it('is a number, and can do what others can', async () => {
    if (!isRoot) return;
    const { folder } = createProject();
    chownSync(folder, nameless, nameless);
    const said = await startOps(folder, ['whoami', '--json'], { HOME: folder }, { uid: nameless, gid: nameless }).ended;
    expect([said.exitCode, said.stderr]).toEqual([0, '']);
    expect(JSON.parse(said.stdout)).toMatchObject({ id: `os:${hostname()}:${nameless}`, name: `uid ${nameless}` });
  });
});
