import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Host } from '../../src/context/host.ts';
import { openSqliteJournal } from '../../src/journal/sqlite.ts';
import { identify } from '../../src/system/process.ts';
import { ops, type Said } from '../support/ops.ts';
import { configuration, createProject, openPolicy, type Project } from '../support/project.ts';

/** `ana` types in this process's terminals. */
const roled = `${configuration.replace(openPolicy, '')}people:
  mary: { slack: T1/U1 }
  tom: { slack: T1/U2 }
  raj: { slack: T1/U3 }
  ana: { os: 'here:1' }
  ghost:
roles:
  developer: [mary]
  lead:
  granter: [tom]
  admin: [ana]
policy:
  - { name: everyone-reads, allow: everyone, effect: read }
  - { name: admins-may-all, allow: admin }
  - { name: raj-may-all, allow: raj }
  - { name: open-hearted, allow: [everyone, strangers], commands: '*' }
  - { name: granters-make-developers, allow: granter, commands: role-add, args: { role: developer } }
  - { name: leads-deploy, allow: lead, commands: deploy }
  - { name: no-deploys, deny: everyone, commands: rollback }
`;

const room = { type: 'room', team: 'T1', channel: 'C1', message: '1' } as const;
const slack = (user: string): Partial<Host> => ({ actor: { id: `slack:T1:${user}`, name: 'x' }, origin: room });
const as: Record<string, Partial<Host>> = {
  ...{ ana: {}, mary: slack('U1'), tom: slack('U2'), raj: slack('U3'), eve: slack('U9') },
};

const type = ({ folder }: Project, line: string, who = 'ana'): Promise<Said> => ops(folder, line.split(' '), as[who]);

/** Lines one after the other, each of which is to go well. */
async function typed(lines: readonly string[], config = roled): Promise<Project> {
  const project = createProject(config);
  for (const line of lines) {
    const { exitCode, words } = await type(project, line);
    expect(exitCode, words).toBe(0);
  }
  return project;
}

const closed = roled.replace(/ {2}- \{ name: open-hearted.*\n/, '');

describe('ops role add', () => {
  it('gives a role that counts from the next line on, in every door', async () => {
    const project = createProject(closed);
    expect((await type(project, 'deploy uat', 'mary')).exitCode).toBe(77);
    const { stdout, exitCode } = await type(project, 'role add lead mary');
    expect({ stdout, exitCode }).toEqual({ stdout: 'mary has the role lead now\n', exitCode: 0 });
    expect((await type(project, 'can mary deploy uat')).stdout).toBe('mary may run ops deploy uat: leads-deploy\n');
    const deployed = await type(project, 'deploy uat', 'mary');
    expect(deployed.exitCode, deployed.words).toBe(0);
    expect((await type(project, 'whoami', 'mary')).stdout).toMatch(/^roles +developer, lead$/m);
  });

  it('does not hold for who has the name later', async () => {
    const project = await typed(['role-add lead mary'], closed);
    project.write('.chatopsrc', closed.replace('mary: { slack: T1/U1 }', 'mary: { slack: T1/U9 }'));
    expect((await type(project, 'deploy uat', 'eve')).exitCode).toBe(77);
    project.write('.chatopsrc', closed.replace('mary: { slack: T1/U1 }', 'mary: { slack: [T1/U1, T1/U9] }'));
    expect((await type(project, 'can mary deploy uat')).exitCode).toBe(0);
  });

  it.each([
    ['ana', 'role-add lead ghost', 78, 'nothing is known of ghost but the name'],
    ['ana', 'role-add lead eve', 64, 'nobody is called "eve"'],
    ['ana', 'role-add lead marry', 64, 'did you mean mary?'],
    ['ana', 'role-add lead stranger', 64, 'nobody is called "stranger"'],
    ['ana', 'role-add everyone mary', 64, '"everyone" is not a known role'],
    ['ana', 'role-add leed mary', 64, 'did you mean lead?'],
    ['ana', 'role-add lead', 64, 'role-add needs <person>'],
    ['mary', 'role-add lead mary', 77, 'no rule allows it (permission role-add); admin (ana) may'],
    ['mary', 'role-add admin raj', 77, 'no rule allows it'],
    ['raj', 'role-add admin raj', 77, 'no rule allows it'],
    ['raj', 'role-remove developer mary', 77, 'no rule allows it'],
    ['eve', 'role-add admin mary', 77, 'no rule allows it'],
    ['tom', 'role-add admin mary', 77, 'no rule allows it'],
    ['tom', 'role-add developer raj', 0, 'raj has the role developer now'],
    ['tom', 'role-add developer tom', 77, 'nobody gives a role to themselves but who may give all of them'],
    ['tom', 'role-remove developer mary', 77, 'no rule allows it'],
    ['ana', 'role-add lead ana', 0, 'ana has the role lead now'],
    ['ana', 'role-add developer mary', 0, 'mary has the role developer already, by the configuration'],
    ['ana', 'role-add lead slack:T1:U1', 0, 'mary has the role lead now'],
    ['ana', 'role-add lead slack:T9:U1', 64, 'nobody is called'],
  ])('%s: %s, %i', async (who, line, code, words) => {
    const said = await type(createProject(roled), line, who);
    expect(said.words.replaceAll(/\n {2}→ /g, '; ')).toContain(words);
    expect(said.exitCode).toBe(code);
  });

  it('changes nothing as a rehearsal', async () => {
    const project = createProject(closed);
    expect((await type(project, 'role-add lead mary --dry-run')).stdout).toContain('Give mary the role lead');
    expect((await type(project, 'deploy uat', 'mary')).exitCode).toBe(77);
  });

  it('says nothing new where it was said already', async () => {
    const project = await typed(['role-add lead mary'], closed);
    expect((await type(project, 'role-add lead mary')).stdout).toMatch(
      /^mary has the role lead already, by ana, .* UTC \(run \w+\)\n$/,
    );
  });

  it('decides nothing without a policy, and says so', async () => {
    const { exitCode, stderr } = await type(createProject(roled.replace(/policy:[\s\S]*/, '')), 'role-add lead mary');
    expect(exitCode).toBe(78);
    expect(stderr).toContain('no "policy" is configured');
  });
});

describe('ops role remove', () => {
  it('takes what a command gave, however often', async () => {
    const project = await typed(['role-add lead mary', 'role-remove lead mary'], closed);
    expect((await type(project, 'deploy uat', 'mary')).exitCode).toBe(77);
    expect((await type(project, 'role-remove lead mary')).stdout).toBe('nobody gave mary the role lead by command\n');
    await type(project, 'role-add lead mary');
    expect((await type(project, 'can mary deploy uat')).exitCode).toBe(0);
  });

  it('does not take what the configuration says, and names the line', async () => {
    const { exitCode, stderr } = await type(createProject(roled), 'role-remove developer mary');
    const line = roled.split('\n').findIndex((one) => one.startsWith('  developer:')) + 1;
    expect(exitCode).toBe(1);
    expect(stderr).toContain(
      `which stands above commands: .chatopsrc:${line} (roles.developer)\n  → take mary out there`,
    );
  });

  const handed = roled.replace('admin: [ana]', 'admin: []\n  founder: [ana]');
  const founders = `${handed}  - { name: founders-give, allow: founder, commands: role-* }\n`;

  it('leaves the last one who may give roles', async () => {
    const project = await typed(['role-add admin mary', 'role-add admin tom'], founders);
    project.write('.chatopsrc', handed);
    expect((await type(project, 'role-remove admin mary', 'mary')).exitCode).toBe(0);
    const last = await type(project, 'role-remove admin tom', 'tom');
    expect(last.exitCode).toBe(77);
    expect(last.stderr).toContain('tom is the last administrator: nobody could give roles any more');
    expect((await type(project, 'role-add admin raj', 'tom')).exitCode).toBe(0);
    expect((await type(project, 'role-remove admin tom', 'tom')).exitCode).toBe(0);
    expect((await type(project, 'role-remove admin raj', 'raj')).exitCode).toBe(77);
  });

  it('leaves one of two who are taken at the same moment', async () => {
    const project = await typed(['role-add admin mary', 'role-add admin tom'], founders);
    project.write('.chatopsrc', handed);
    const lines = ['role-remove admin mary', 'role-remove admin tom'];
    const ends = await Promise.all(lines.map((line) => type(project, line, 'mary')));
    expect(ends.filter(({ exitCode }) => exitCode === 0)).toHaveLength(1);
    const { held } = JSON.parse((await type(project, 'roles --json')).stdout);
    expect(held.filter(({ role }: { role: string }) => role === 'admin')).toHaveLength(1);
  });

  it.each(['role-add lead tom', 'role-remove lead mary'])(
    'waits for nobody, and says who is at it: %s',
    async (line) => {
      const project = await typed(['role-add lead mary'], closed);
      const journal = await openSqliteJournal(join(project.folder, '.ops/journal.db'));
      onTestFinished(() => journal.close());
      const by = { actor: { id: 'os:here:2', name: 'eve' }, process: identify(), at: new Date() };
      const run = await journal.accept({ ...by, argv: ['role-add'], origin: room });
      await journal.lock({ key: 'roles', run: run?.id ?? '', actor: by.actor, reason: 'ops role-add', since: by.at });
      const { exitCode, stderr } = await type(project, line);
      expect(exitCode).toBe(75);
      expect(stderr).toContain('roles is locked by eve');
    },
  );

  it('counts nobody as one who may give roles but has no account, or may give some alone', async () => {
    const project = await typed(
      ['role-add admin mary'],
      founders.replace('  ghost:', '  ghost:\n  spare: { email: s@x.org }'),
    );
    project.write(
      '.chatopsrc',
      handed.replace('admin: []', 'admin: [spare]').replace('  ghost:', '  ghost:\n  spare: { email: s@x.org }'),
    );
    expect((await type(project, 'role-remove admin mary', 'mary')).stderr).toContain('mary is the last administrator');
  });
});

describe('ops roles', () => {
  it('lists each role with its people and where they have it from, and who has none', async () => {
    const before = Date.now();
    const project = await typed(['role-add lead mary', 'role-add lead tom', 'role-remove lead tom']);
    const after = Date.now();
    const { stdout } = await type(project, 'roles');
    const { held } = JSON.parse((await type(project, 'roles --json')).stdout);
    const { at } = held.find((one: { from: string }) => one.from === 'command');
    expect(Date.parse(at)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(at)).toBeLessThanOrEqual(after);
    expect(
      stdout
        .replace(/run \w+/, 'run x')
        .split('\n')
        .map((line) => line.trimEnd()),
    ).toEqual([
      'Role       Person      From',
      'developer  mary        configuration',
      `lead       mary        added by ana, ${at.slice(0, 10)} (run x)`,
      'granter    tom         configuration',
      'admin      ana         configuration',
      '(none)     raj, ghost',
      '',
    ]);
  });

  it('says what nobody knows where groups cannot be asked', async () => {
    const project = createProject(roled.replace('  lead:\n', '  lead: { people: [raj], slack: S0DEPLOY }\n'));
    const { roles, doubts, held } = JSON.parse((await type(project, 'roles --json')).stdout);
    expect(roles).toContain('lead');
    expect(held).toContainEqual({ role: 'lead', person: 'raj', from: 'configuration' });
    expect(doubts).toEqual([
      {
        role: 'lead',
        reason: expect.stringMatching(
          /^the Slack group S0DEPLOY cannot be asked since .* UTC: "slack" is not configured here$/,
        ),
      },
    ]);
  });
});
