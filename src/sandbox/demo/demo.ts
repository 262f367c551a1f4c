import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Context, OpsError } from '../../index.ts';

export interface Demo {
  folder: string;
  configuration: string;
  remove(): Promise<void>;
}

/** A project to try things in: a git repository with three versions, and a script that really releases them. */
export async function createDemo(exec: Context['exec'], apiUrl: string): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), 'ops-demo-'));
  const repository = join(folder, 'web');
  await mkdir(repository);
  const git = async (...args: string[]): Promise<void> => {
    const person = ['-c', 'user.name=Demo', '-c', 'user.email=demo@example.com', '-c', 'commit.gpgsign=false'];
    const { exitCode, stderr } = await exec('git', ['-C', repository, ...person, ...args]);
    if (exitCode !== 0) throw new OpsError('failed', `git ${args[0]} failed in the demo project: ${stderr}`);
  };
  await git('init', '--quiet', '--initial-branch=main');
  for (const version of ['v1.0.0', 'v1.1.0', 'v1.2.0']) {
    await writeFile(join(repository, 'index.html'), `<h1>Web shop ${version}</h1>\n`);
    await git('add', 'index.html');
    await git('commit', '--quiet', '--message', `Release ${version}`);
    await git('tag', version);
  }
  await mkdir(join(folder, 'scripts'));
  await writeFile(join(folder, 'deploy'), deployScript, { mode: 0o755 });
  await writeFile(join(folder, 'scripts', 'greet'), greetScript, { mode: 0o755 });
  await writeFile(join(folder, '.chatopsrc'), configurationOf(apiUrl));
  return {
    folder,
    configuration: join(folder, '.chatopsrc'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

const configurationOf = (apiUrl: string): string => `environments:
  dev: {}
  uat: {}
  prod:
    confirm: true

apps:
  web:
    repository: ./web
    ref: main
    deploy: [./deploy, '{environment}', '{commit}']

scripts: [./scripts]

slack:
  apiUrl: ${apiUrl}
  appToken: \${env:SLACK_APP_TOKEN}
  botToken: \${env:SLACK_BOT_TOKEN}
`;

const deployScript = `#!/usr/bin/env bash
set -euo pipefail
environment=$1 commit=$2
folder=releases/$environment

echo "Fetching $OPS_VERSION from $OPS_REPOSITORY"
rm -rf "$folder.new"
mkdir -p "$folder.new"
git -C "$OPS_REPOSITORY" archive "$commit" | tar -x -C "$folder.new"
echo "$OPS_VERSION" > "$folder.new/VERSION"
rm -rf "$folder"
mv "$folder.new" "$folder"
echo "Released $(cat "$folder/VERSION") to $folder"
`;

const greetScript = `#!/usr/bin/env bash
# ---
# summary: Say hello
# effect: read
# args:
#   who: { summary: Whom to greet, required: true }
# examples:
#   - { line: ops greet Ana, says: 'Hello, Ana' }
# ---
printf 'Hello, \\033[1m%s\\033[0m\\n' "$1"
`;
