// Run by the build with the project's own Node: takes lines through what was built, and keeps the code that V8 made of it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Of all that many projects have, something. */
const configuration = `
environments: { uat: {}, prod: { confirm: true } }
apps:
  web:
    repository: ./web
    ref: main
    deploy: ['true', '{environment}', '{commit}']
    environments: { uat: { url: 'http://127.0.0.1/' } }
scripts: [./scripts]
jenkins: { url: 'http://127.0.0.1', user: ops, token: '\${file:token}' }
builds: { system: jenkins }
github: { url: 'http://127.0.0.1', token: '\${file:token}', repositories: [acme/shop] }
jira: { url: 'http://127.0.0.1', edition: cloud, user: ops@localhost, token: '\${file:token}', projects: { PS: { board: 12 } } }
graphite: { url: 'http://127.0.0.1' }
graphs: { load: { targets: ['alias(load, "load")'], title: How busy it is, unit: percent } }
people: { ana: { os: '${hostname()}:${process.getuid()}', email: ana@localhost }, operator: { os: nobody } }
roles: { developer: [ana], lead: [ana], admin: [operator] }
policy:
  - { allow: [everyone, strangers], effect: read }
  - { name: all, allow: developer, commands: [deploy, rollback], environments: [uat] }
  - { name: two, ask: developer, commands: deploy, environments: prod, approvals: { from: lead } }
  - { name: tickets, allow: [developer, lead], commands: jira-* }
limits: { person: { atOnce: 2, perMinute: 30, waiting: 20 } }
`;

const script = `#!/bin/sh
# ---
# summary: Say hello
# effect: read
# args: { who: { summary: Whom to greet, required: true } }
# options: { times: { summary: How often, type: integer, default: 1 } }
# examples: [{ line: ops greet Ana, says: 'Hello, Ana' }]
# ---
printf '\\033[1mHello, %s\\033[0m\\n' "$1"
`;

/** What people type most, once each: what is kept and not used costs time too. */
const lines = ['--version', 'help', 'whoami', 'deploy uat --dry-run', 'deploy uat', 'deployed', 'greet Ana', 'history'];

function createProject() {
  const folder = mkdtempSync(join(tmpdir(), 'ops-build-'));
  mkdirSync(join(folder, 'scripts'));
  mkdirSync(join(folder, 'web'));
  writeFileSync(join(folder, '.chatopsrc'), configuration);
  writeFileSync(join(folder, 'token'), 'no-real-token');
  writeFileSync(join(folder, 'scripts/greet'), script, { mode: 0o755 });
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  const git = (...words) => spawnSync('git', ['-C', join(folder, 'web'), ...words], { env });
  git('init', '--quiet', '--initial-branch=main');
  git('-c', 'user.name=ops', '-c', 'user.email=ops@localhost', 'commit', '--quiet', '--allow-empty', '--message=first');
  return folder;
}

async function runLines(dist, of) {
  const require = createRequire(import.meta.url);
  const root = pathToFileURL(`${dist}/`);
  const keep = require(join(dist, 'host/code.js')).recordCode(root, of);
  const { main, terminalHost } = require(join(dist, 'host/terminal.js'));
  const run = async (line) => main(line.split(' '), terminalHost(process, root));
  for (const line of lines) await run(line);
  process.env.FORCE_COLOR = '1';
  await run('deployed');
  keep();
}

const [, self, dist, of = 'line'] = process.argv;
if (of === 'line') {
  const { childFlags } = createRequire(import.meta.url)(join(dist, 'host/child-flags.js'));
  spawnSync(process.execPath, [...childFlags, self, dist, 'child'], { stdio: 'inherit' });
}
const folder = createProject();
process.chdir(folder);
try {
  await runLines(dist, of);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
