import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Host } from '../../src/context/host.ts';
import { base, groupDn, personDn, tree } from '../support/directory-tree.ts';
import { loadedBy } from '../support/loaded.ts';
import { ops, type Said, startOps } from '../support/ops.ts';
import { configuration, createProject, openPolicy, type Project } from '../support/project.ts';
import { bindDn, bindPassword, hasSlapd, type Slapd, startSlapd, withoutSlapd } from '../support/slapd.ts';

const directory = (url: string, more = ''): string => `ldap:
  url: ${url}
  bind: ${bindDn}
  password: \${env:LDAP_PASSWORD}
  people: { base: 'ou=people,${base}' }
  groups: { base: 'ou=groups,${base}' }
${more}`;

const roled = (ldap: string): string => `${configuration.replace(openPolicy, '')}people:
  mary: { slack: T1/U1, ldap: mary }
  tom: { slack: T1/U2, ldap: tom }
  odd: { slack: T1/U3, ldap: 'o*(neil)\\' }
  none: { slack: T1/U4 }
  ana: { os: 'here:1' }
  me: { os: ${process.getBuiltinModule('node:os').userInfo().username} }
roles:
  deployer: { ldap: '${groupDn('everybody')}' }
  night: { ldap: 'CN=Night, ${groupDn('x').slice('cn=x,'.length)}' }
  unix: { ldap: '${groupDn('unix')}' }
  typo: { ldap: '${groupDn('nightt')}' }
policy:
  - { name: everyone-reads, allow: everyone, effect: read }
  - { name: deployers-deploy, allow: deployer, commands: deploy, environments: uat }
  - { name: unix-rolls-back, allow: unix, commands: rollback }
  - { name: not-at-night, deny: night, commands: [deployed] }
  - { name: a-slip, deny: typo, commands: [history] }
${ldap}`;

const room = { type: 'room', team: 'T1', channel: 'C1', message: '1' } as const;
const as = (user: string): Partial<Host> => ({ actor: { id: `slack:T1:${user}`, name: 'x' }, origin: room });
const [mary, tom, odd, none] = [as('U1'), as('U2'), as('U3'), as('U4')];

const type = ({ folder }: Project, line: string, host: Partial<Host> = {}): Promise<Said> =>
  ops(folder, line.split(' '), host);

const withSlapd = it.skipIf(!hasSlapd);
let slapd: Slapd;
let before: string | undefined;

beforeAll(async () => {
  before = process.env.LDAP_PASSWORD;
  process.env.LDAP_PASSWORD = bindPassword;
  if (hasSlapd) slapd = await startSlapd(tree);
});
afterAll(async () => {
  if (before === undefined) delete process.env.LDAP_PASSWORD;
  else process.env.LDAP_PASSWORD = before;
  await slapd?.stop();
});

const here = (more = ''): Project => createProject(roled(directory(`ldap://127.0.0.1:${slapd.port}`, more)));

describe(`a role of an LDAP group${withoutSlapd}`, () => {
  withSlapd.each<[string, Partial<Host>, string, number]>([
    ['through groups within groups', mary, 'deploy uat', 0],
    ['and who is in none of them', tom, 'deploy uat', 77],
    ['and who is not in the directory', none, 'deploy uat', 77],
    ['by the name of a Unix account', odd, 'rollback uat', 1],
    ['and who is in another', mary, 'rollback uat', 77],
    ['within two that have each other, where it denies', tom, 'deployed', 77],
    ['and who is not in those, where it denies', mary, 'deployed', 0],
    ['that is not there, where it denies', mary, 'history', 77],
  ])('is had %s', async (_, host, line, code) => {
    const { exitCode, words } = await type(here(), line, host);
    expect(exitCode, words).toBe(code);
  });

  withSlapd('is listed with its people, and so is a group that is not there', async () => {
    const { stdout } = await type(here(), 'roles');
    expect(stdout).toMatch(/^deployer +mary +LDAP group cn=everybody,ou=groups,dc=example,dc=com$/m);
    expect(stdout).toMatch(/^night +tom +LDAP group CN=Night, ou=groups,dc=example,dc=com$/m);
    expect(stdout).toMatch(
      /^typo +\? +not known: the LDAP group .* cannot be asked since .*: there is no such group$/m,
    );
    expect(stdout).toMatch(/^\(none\) +none, ana, me/m);
    expect((await type(here(), 'whoami', mary)).stdout).toMatch(/^roles +deployer$/m);
  });

  withSlapd('ends when the directory says so, within its age', async () => {
    const project = here('  age: 100ms\n');
    expect((await type(project, 'can mary deploy uat')).exitCode).toBe(0);
    const change = (what: string): void =>
      slapd.modify(`dn: ${groupDn('developers')}\nchangetype: modify\n${what}: member\nmember: ${personDn('mary')}\n`);
    change('delete');
    try {
      await expect.poll(async () => (await type(project, 'can mary deploy uat')).exitCode).toBe(77);
    } finally {
      change('add');
    }
  });

  withSlapd('is not given by a command where the directory gives it, and is changed there', async () => {
    const project = createProject(
      roled(directory(`ldap://127.0.0.1:${slapd.port}`)).replace(
        '  - { name: everyone-reads',
        '  - { allow: tom, commands: role-* }\n  - { name: everyone-reads',
      ),
    );
    const { stdout, exitCode } = await type(project, 'role-remove deployer mary', tom);
    expect({ stdout, exitCode }).toEqual({
      stdout: `nobody gave mary the role deployer by command; the LDAP group ${groupDn('everybody')} may give it, and is changed there\n`,
      exitCode: 0,
    });
  });
});

describe('a directory that does not answer', () => {
  const away = (): Project => createProject(roled(directory('ldap://127.0.0.1:1')));

  it('gives nobody a role, lifts no rule that denies, and is named with the reason', async () => {
    const allowed = await type(away(), 'deploy uat', mary);
    expect(allowed.exitCode).toBe(77);
    expect(allowed.stderr).toMatch(
      /whether mary is deployer is not known: the LDAP group cn=everybody\S+ cannot be asked since \d{4}-\d\d-\d\d \S+ UTC: connect ECONNREFUSED 127\.0\.0\.1:1/,
    );
    expect((await type(away(), 'deployed', mary)).exitCode).toBe(77);
    expect((await type(away(), 'can mary help')).exitCode).toBe(0);
  });

  it('is said not to by the time it began, whichever line finds out', async () => {
    const project = away();
    const first = /since [\d: -]+ UTC/.exec((await type(project, 'deploy uat', mary)).stderr)?.[0];
    expect(first).toBeDefined();
    await expect.poll(async () => (await type(project, 'deploy uat', mary)).stderr).toContain(first);
  });

  it('is one whose password is not there', async () => {
    const { folder } = away();
    const env = { LDAP_PASSWORD: '' };
    const { exitCode, stdout } = await startOps(folder, ['can', 'mary', 'deploy', 'uat', '--json'], env).ended;
    expect(exitCode, stdout).toBe(77);
    expect(stdout).toContain('ldap.password needs ${env:LDAP_PASSWORD}, which is empty');
  });

  it('is loaded by no line that does not need it', async () => {
    const { folder } = away();
    const loads = (line: string): boolean =>
      loadedBy(line.split(' '), folder, true).some((file) => /ldapts/.test(file));
    expect(loads('version')).toBe(false);
    expect(loads('can none deploy uat')).toBe(false);
    expect(loads('can mary whoami')).toBe(false);
    expect(loads('can mary deploy uat')).toBe(true);
  });
});
