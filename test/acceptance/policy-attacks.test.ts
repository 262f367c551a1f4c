import { existsSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Host } from '../../src/context/host.ts';
import { createSystem } from '../../src/host/system.ts';
import { splitWords } from '../../src/slack/words/split.ts';
import { bashScript } from '../support/listening.ts';
import { ops, root, startOps } from '../support/ops.ts';
import { createProject, type Project } from '../support/project.ts';
import { ruled } from '../support/ruled.ts';

const origin = { type: 'room', team: 'T1', channel: 'C1', message: '1' } as const;
const mary = { id: 'slack:T1:U1', name: 'mary' };

/** Anybody who is known may load; nobody may load prod. */
const rules = `  - { name: everyone-loads, allow: everyone, commands: [load-db, move-db] }
  - { name: nobody-loads-prod, deny: [everyone, strangers], environments: prod, commands: [load-db, move-db] }
  - { name: no-force, deny: everyone, options: { force: true }, commands: load-db }
`;

const manifest = `# environment: target
# args:
#   target: { summary: Where }
# options:
#   force: { summary: At once, type: boolean, short: f }
#   size: { summary: How much, short: s }
`;
const byOption = `# environment: env
# options:
#   env: { summary: Where, short: e }
`;

function attacked(): Project {
  const project = createProject(`${ruled}${rules}`);
  project.write('scripts/load-db', bashScript('load-db', 'touch loaded', manifest), 0o755);
  project.write('scripts/move-db', bashScript('move-db', 'touch loaded', byOption), 0o755);
  return project;
}

/** A plan would open the repository. */
const blind = (host: Partial<Host>): Partial<Host> => {
  const system = createSystem({ root, execPath: process.execPath, env: process.env });
  return { ...host, system: { ...system, git: () => expect.unreachable('it was planned') } };
};

const nothingRan = ({ folder }: Project): boolean =>
  !existsSync(join(folder, 'releases')) && !existsSync(join(folder, 'loaded'));

describe('a line that is not allowed', () => {
  it.each([
    ['deploy prod', 77],
    ['deploy prod --yes', 77],
    ['deploy --yes prod', 77],
    ['--yes deploy prod', 77],
    ['deploy --ref v1 prod', 77],
    ['deploy prod --dry-run', 77],
    ['--dry-run deploy prod', 77],
    ['deploy --dry-run --json prod', 77],
    ['deploy -- prod', 77],
    ['deploy "prod"', 77],
    ['deploy pr"o"d', 77],
    ["deploy p'ro'd", 77],
    ['deploy pr\\od', 77],
    ['"deploy" prod', 77],
    ["'deploy prod'", 64],
    ['deploy uat prod', 64],
    ['deploy PROD', 64],
    ['deploy рrod', 64],
    ['deploy pr\u200bod', 64],
    ['rollback prod --yes', 77],
    ['help deploy prod', 0],
    ['deploy prod --help', 0],
    ['-h deploy prod --yes', 0],
    ['can tom deploy prod', 0],
    ['load-db prod', 77],
    ['load db prod', 77],
    ['load-db PROD', 77],
    ['load-db Prod', 77],
    ['load-db рrod', 77],
    ['load-db ｐｒｏｄ', 77],
    ['load-db "prod "', 77],
    ['load-db --size 3 prod', 77],
    ['load-db prod --size=3', 77],
    ['load-db dev --force', 77],
    ['load-db --force dev', 77],
    ['load-db -f dev', 77],
    ['load-db -fs 3 dev', 77],
    ['load-db dev --force=false', 64],
    ['load-db dev --FORCE', 64],
    ['move-db --env prod', 77],
    ['move-db --env=prod', 77],
    ['move-db -e prod', 77],
    ['move-db -eprod', 77],
    ['move db --env=prod', 77],
    ['move-db --env=dev --env=prod', 64],
    ['move-db --env prod --env dev', 64],
    ['move-db --env=PROD', 77],
    ['move-db --env "=prod"', 77],
  ])('%s: %i, and nothing runs', async (line, code) => {
    const project = attacked();
    const { exitCode, words } = await ops(project.folder, splitWords(line), blind({ actor: mary, origin }));
    expect(exitCode, words).toBe(code);
    expect(nothingRan(project)).toBe(true);
  });

  it.each(['load-db dev', 'load db dev --size 3', 'move-db --env=dev'])('is not this one: %s', async (line) => {
    const project = attacked();
    const { exitCode, words } = await ops(project.folder, splitWords(line), { actor: mary, origin });
    expect(exitCode, words).toBe(0);
    expect(nothingRan(project)).toBe(false);
  });
});

describe('whoever is not the lead', () => {
  it.each([
    ['calls himself like him', { id: 'slack:T1:U9', name: 'tom' }],
    ['has his number in another workspace', { id: 'slack:T9:U2', name: 'Tom' }],
    ['has his name for an id', { id: 'tom', name: 'tom' }],
    ['has no id', { id: '', name: 'tom' }],
    ['types where he has no account', { id: 'os:here:U2', name: 'tom' }],
    ['has the id in small letters', { id: 'slack:t1:u2', name: 'tom' }],
    ['has more behind the id', { id: 'slack:T1:U2:x', name: 'tom' }],
  ])('does not deploy to prod: one who %s', async (_, actor) => {
    const project = attacked();
    const host = blind({ actor, origin });
    const { exitCode, stderr } = await ops(project.folder, ['deploy', 'prod', '--yes'], host);
    expect(stderr).toContain('whom ops does not know');
    expect(exitCode).toBe(77);
    expect(nothingRan(project)).toBe(true);
  });

  it('cannot claim to be him with variables of the environment', async () => {
    const { uid } = userInfo();
    const project = createProject(ruled.replace("os: 'here:1'", "os: 'here:1', github: ana"));
    const env = {
      ...{ USER: 'tom', LOGNAME: 'tom', USERNAME: 'tom', SUDO_USER: 'tom', HOSTNAME: 'here', UID: '1' },
      ...{ OPS_ACTOR: 'tom', OPS_ACTOR_ID: 'slack:T1:U2', OPS_ORIGIN: 'room', OPS_PERSON: 'tom', OPS_RUN: 'x' },
    };
    const whoami = await startOps(project.folder, ['whoami'], env).ended;
    expect(whoami.stdout).toContain(`os:${hostname()}:${uid}`);
    expect(whoami.stdout).toContain('You are a stranger here');
    const { exitCode } = await startOps(project.folder, ['deploy', 'prod', '--yes'], env).ended;
    expect(exitCode).toBe(77);
    expect(nothingRan(project)).toBe(true);
  });

  it.each(['--actor=tom', '--as=tom', '--user=tom', '--person=tom'])('cannot claim it with %s', async (option) => {
    const { exitCode } = await ops(attacked().folder, ['deploy', 'prod', option], blind({ actor: mary, origin }));
    expect(exitCode).toBe(64);
  });
});

describe('a configuration that was edited', () => {
  it.each([
    ['so that it does not parse', (text: string) => `${text}  - { allow: mary`],
    ['with an unknown key', (text: string) => `${text}  - { allow: mary, enviroments: dev }\n`],
    ['with an unknown person', (text: string) => text.replace('lead: [tom]', 'lead: [tim]')],
    ['with an unknown command', (text: string) => `${text}  - { deny: everyone, commands: depoly }\n`],
    ['with a rule for nobody', (text: string) => `${text}  - { allow: [] }\n`],
    ['with nothing behind policy', (text: string) => text.replace(/policy:[\s\S]*/, 'policy:\n')],
  ])('lets nobody through: %s', async (_, edit) => {
    const project = createProject(edit(ruled));
    const tom = { id: 'slack:T1:U2', name: 'tom' };
    const { exitCode } = await ops(project.folder, ['deploy', 'prod', '--yes'], blind({ actor: tom, origin }));
    expect(exitCode).toBe(78);
    expect(nothingRan(project)).toBe(true);
  });

  it('closes rooms where the policy is gone from it', async () => {
    const project = createProject(ruled.replace(/policy:[\s\S]*/, ''));
    const { exitCode, stderr } = await ops(project.folder, ['help'], { actor: mary, origin });
    expect(stderr).toContain('no "policy" is configured');
    expect(exitCode).toBe(77);
  });
});
