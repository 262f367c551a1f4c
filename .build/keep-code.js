// Run by the build with the project's own Node: takes lines through what was built, and keeps the code that V8 made of it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const configuration = `
environments: { uat: {} }
apps:
  web: { repository: ./web, deploy: ['true', '{environment}', '{commit}'], environments: { uat: { url: 'http://127.0.0.1/' } } }
scripts: [./scripts]
people: { ana: {} }
roles: { developer: [ana] }
policy:
  - { allow: [everyone, strangers], effect: read }
  - { name: all, allow: [developer, strangers], commands: [deploy, rollback], environments: [uat] }
`;

const script = `#!/bin/sh
# ---
# summary: Say hello
# effect: read
# args: { who: { summary: Whom to greet, required: true } }
# examples: [{ line: ops greet Ana, says: 'Hello, Ana' }]
# ---
echo "Hello, $1"
`;

/** What people type most, once each: what is kept and not used costs time too. */
const lines = ['--version', 'help', 'whoami', 'deploy uat --dry-run', 'deploy uat', 'deployed', 'greet Ana', 'history'];

function createProject() {
  const folder = mkdtempSync(join(tmpdir(), 'ops-build-'));
  mkdirSync(join(folder, 'scripts'));
  mkdirSync(join(folder, 'web'));
  writeFileSync(join(folder, '.chatopsrc'), configuration);
  writeFileSync(join(folder, 'scripts/greet'), script, { mode: 0o755 });
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  const git = (...words) => spawnSync('git', ['-C', join(folder, 'web'), ...words], { env });
  git('init', '--quiet', '--initial-branch=main');
  git('-c', 'user.name=ops', '-c', 'user.email=ops@localhost', 'commit', '--quiet', '--allow-empty', '--message=first');
  return folder;
}

async function runLines(dist) {
  const require = createRequire(import.meta.url);
  const root = pathToFileURL(`${dist}/`);
  const keep = require(join(dist, 'host/code.js')).recordCode(root);
  const { main, terminalHost } = require(join(dist, 'host/terminal.js'));
  const run = async (line) => main(line.split(' '), terminalHost(process, root));
  for (const line of lines) await run(line);
  process.env.FORCE_COLOR = '1';
  await run('deployed');
  keep();
}

const folder = createProject();
process.chdir(folder);
try {
  await runLines(process.argv[2]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
