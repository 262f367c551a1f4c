import { ops } from './ops.ts';
import type { Project } from './project.ts';

/** How the deploys of a project ended, newest first. */
export async function deployStates({ folder }: Pick<Project, 'folder'>): Promise<unknown[]> {
  const { stdout } = await ops(folder, ['history', '--command', 'deploy', '--json']);
  return JSON.parse(stdout).runs.map(({ state }: { state: string }) => state);
}
