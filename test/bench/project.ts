import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createDemo } from '../../src/sandbox/demo/demo.ts';
import { createExec } from '../../src/system/exec.ts';
import { ops } from './processes.ts';
import { type Program, startProgram } from './program.ts';
import type { Slack } from './slack.ts';
import type { Workspace } from './slack-process.ts';

const floodScript = `#!/usr/bin/env bash
# ---
# summary: Print many megabytes
# effect: read
# args:
#   megabytes: { summary: How many, required: true }
# examples:
#   - { line: ops flood 200, says: 200 MB }
# ---
yes 'A line of a build log: [INFO] compiled module 17 of 4711 in 23 ms, no warnings, nothing else to tell' |
  head -c "$(($1 * 1000000))"
`;

/** What a project has besides. */
export interface Additions {
  configuration?: string;
  scripts?: Readonly<Record<string, string>>;
}

export interface Project extends AsyncDisposable {
  folder: string;
}

/** The names that people have in the workspaces of the bench. */
const cast = { people: [{ name: 'mary' }], terminal: `os: ${userInfo().username}` };
/** What is measured is typed faster than any person does. */
const limits = `
limits:
  person: { atOnce: 16, perMinute: 100000, waiting: 100000 }
  room: { atOnce: 16, perMinute: 100000, waiting: 100000 }
`;

/** The demo project, with a git repository, a journal and script commands. */
export async function createProject({ configuration = '', scripts = {} }: Additions = {}): Promise<Project> {
  const { folder, complete, remove } = await createDemo(createExec(process.env), cast);
  await complete;
  for (const [name, script] of Object.entries({ flood: floodScript, ...scripts })) {
    writeFileSync(join(folder, 'scripts', name), script, { mode: 0o755 });
  }
  const path = join(folder, '.chatopsrc');
  writeFileSync(path, `${without(readFileSync(path, 'utf8'), configuration)}${limits}${configuration}`);
  return { folder, [Symbol.asyncDispose]: remove };
}

/** A section that is given stands for the one that the demo has. */
const without = (text: string, configuration: string): string =>
  (configuration.match(/^\w+(?=:)/gm) ?? []).reduce(
    (left, name) => left.replace(new RegExp(`^${name}:.*\\n(?:(?:[ #].*)?\\n)*`, 'm'), ''),
    text,
  );

/** Meanwhile this process goes on: the site that is deployed to is served by it. */
export async function deployOnce(folder: string): Promise<void> {
  await promisify(execFile)(ops, ['deploy', 'uat', '--ref', 'v1.1.0'], { cwd: folder });
}

/** The real listener on a project of its own, connected. */
export async function startListener(
  slack: Slack,
  workspace: Workspace,
  stack: AsyncDisposableStack,
  additions?: Additions,
): Promise<Pick<Program, 'pid'> & { folder: string }> {
  const { folder } = stack.use(await createProject(additions));
  const listener = stack.use(startProgram(ops, ['listen', '--sandbox', workspace.apiUrl], folder, workspace.env));
  await Promise.race([slack.connected(workspace), listener.early]);
  return { pid: listener.pid, folder };
}
