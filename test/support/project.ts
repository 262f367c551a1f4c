import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { temporaryFolder } from './folder.ts';

export { temporaryFolder };

export interface Project {
  folder: string;
  write(path: string, content: string, mode?: number): string;
  git(...args: string[]): string;
}

const deployScript = `#!/usr/bin/env bash
set -euo pipefail
environment=$1 commit=$2
mkdir -p "releases/$environment"
git -C "$OPS_REPOSITORY" show "$commit:version" > "releases/$environment/version"
echo "released $(cat "releases/$environment/version") to $environment"
`;

/** Everybody may do everything, in rooms too. */
export const openPolicy = `policy:
  - { name: open, allow: [everyone, strangers] }
`;

export const configuration = `environments:
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
${openPolicy}`;

type Tree = readonly { path: string; content: Buffer | undefined }[];

/** As `git` made it for the first project of a file: the ten processes took a quarter of what the tests of a command take. */
let repository: Tree | undefined;

const readTree = (folder: string): Tree =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => {
    const whole = join(entry.parentPath, entry.name);
    return { path: relative(folder, whole), content: entry.isDirectory() ? undefined : readFileSync(whole) };
  });

function writeTree(folder: string, tree: Tree): void {
  for (const { path } of tree.filter(({ content }) => content === undefined)) {
    mkdirSync(join(folder, path), { recursive: true });
  }
  for (const { path, content } of tree) if (content !== undefined) writeFileSync(join(folder, path), content);
}

/** A real project: a git repository with v1, v2 and v3 (main), a deploy script, script commands. */
export function createProject(config: string = configuration): Project {
  const folder = temporaryFolder();
  const write = (path: string, content: string, mode = 0o644): string => {
    const whole = join(folder, path);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, content, { mode });
    return whole;
  };
  const git = (...args: string[]): string => {
    const person = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
    // Nothing goes on in the folder once it is done: the next reads it.
    const alone = ['-c', 'maintenance.auto=false'];
    // Fixed dates give the same commits in every project.
    const env = { ...process.env, GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z', GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z' };
    return execFileSync('git', ['-C', join(folder, 'web'), ...person, ...alone, ...args], {
      encoding: 'utf8',
      env,
    }).trim();
  };
  mkdirSync(join(folder, 'web'));
  if (repository === undefined) {
    git('init', '--quiet', '--initial-branch=main');
    for (const version of ['v1', 'v2', 'v3']) {
      write('web/version', `${version}\n`);
      git('add', 'version');
      git('commit', '--quiet', '--message', version);
      git('tag', version);
    }
    repository = readTree(join(folder, 'web'));
  } else writeTree(join(folder, 'web'), repository);
  write('deploy', deployScript, 0o755);
  write('.chatopsrc', config);
  mkdirSync(join(folder, 'scripts'));
  return { folder, write, git };
}
