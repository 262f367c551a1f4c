import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bashScript } from './listening.ts';
import { ops, type Started, startOps } from './ops.ts';
import { createProject, type Project } from './project.ts';
import { until } from './waiting.ts';

/** A project with a script that says it began, then waits until it is told to go on. */
export function slowProject(config?: string): Project {
  const project = createProject(config);
  project.write('scripts/slow', slowScript, 0o755);
  return project;
}

export const slowScript = bashScript(
  'slow',
  'echo $$ > began; echo began; until [ -e go ]; do sleep 0.05; done; echo ended',
);

/** The script at work, in a process of its own, and its run's id. */
export async function startSlow(
  { folder }: Project,
  argv: readonly string[] = ['slow'],
): Promise<Started & { run: string }> {
  const started = startOps(folder, argv);
  await until(() => existsSync(join(folder, 'began')) && started.said.stdout.includes('began'), 'the script');
  const { stdout } = await ops(folder, ['runs', '--json']);
  const { runs } = JSON.parse(stdout) as { runs: { id: string; line: string }[] };
  const run = runs.find(({ line }) => line === `ops ${argv.join(' ')}`)?.id;
  if (run === undefined) throw new Error(`it is not among what runs: ${stdout}`);
  return { ...started, run };
}

/** The ids of the runs of that line, newest first. */
export async function idsOf({ folder }: Project, line: string): Promise<string[]> {
  const { stdout } = await ops(folder, ['history', '--json', '--limit', '100']);
  const { runs } = JSON.parse(stdout) as { runs: { id: string; line: string }[] };
  return runs.filter((run) => run.line === line).map(({ id }) => id);
}
