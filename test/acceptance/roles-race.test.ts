import { describe, expect, it } from 'vitest';
import { ops, startOps } from '../support/ops.ts';
import { configuration, createProject, openPolicy, type Project } from '../support/project.ts';
import { openRoom } from '../support/room.ts';

const login = process.getBuiltinModule('node:os').userInfo().username;

/** Whoever types here may give and take roles as long as they have one of two. */
const roled = `${configuration.replace(openPolicy, '')}people:
  me: { os: ${login} }
  mary: { slack: T1/U1 }
  tom: { slack: T1/U2 }
roles:
  admin:
  founder: [me]
policy:
  - { name: everyone-reads, allow: everyone, effect: read }
  - { name: admins-may-all, allow: admin }
`;
const founding = `${roled}  - { name: founders-give, allow: founder, commands: role-* }\n`;
/** By a limit, so that the founder is no administrator. */
const limited = `${roled}  - { name: founders-take, allow: founder, commands: role-*, args: { role: '*' } }\n`;

const admins = async ({ folder }: Project): Promise<string[]> => {
  const { held } = JSON.parse((await ops(folder, ['roles', '--json'])).stdout);
  return held.filter(({ role }: { role: string }) => role === 'admin').map(({ person }: { person: string }) => person);
};

describe('two who take the role of the last two administrators at the same time', () => {
  it('leave one of these, whichever was first', async () => {
    const project = createProject(
      `${founding.replace('  mary:', "  ana: { os: 'here:1' }\n  mary:")}  - { allow: ana, commands: roles }\n`,
    );
    for (const person of ['mary', 'tom']) {
      const { exitCode, stderr } = await startOps(project.folder, ['role-add', 'admin', person]).ended;
      expect(exitCode, stderr).toBe(0);
    }
    project.write('.chatopsrc', limited.replace('  mary:', "  ana: { os: 'here:1' }\n  mary:"));
    const ends = await Promise.all(
      ['mary', 'tom'].map((person) => startOps(project.folder, ['role-remove', 'admin', person]).ended),
    );
    const codes = ends.map(({ exitCode }) => exitCode).sort();
    expect([
      [0, 75],
      [0, 77],
    ]).toContainEqual(codes);
    expect(await admins(project)).toHaveLength(1);
  });
});

describe('a role that is given in a room', () => {
  it('holds in a terminal, and one that is taken in a terminal is gone in the room', async () => {
    const people = [
      { name: 'mary', id: 'U1MARY' },
      { name: 'tom', id: 'U2TOM' },
    ];
    const room = await openRoom(roled, { people });
    const team = room.slack.team.id;
    const before = room.project.folder;
    const slack = `slack:\n  apiUrl: ${room.slack.apiUrl}\n  appToken: \${env:SLACK_APP_TOKEN}\n  botToken: \${env:SLACK_BOT_TOKEN}\n`;
    const config = founding
      .replace('T1/U1', `${team}/U1MARY`)
      .replace('T1/U2', `${team}/U2TOM`)
      .replace('admin:', 'admin: [mary]\n  lead:')
      .concat('  - { name: leads-deploy, allow: lead, commands: deploy }\n', slack);
    room.project.write('.chatopsrc', config);
    const refused = await room.type('ops role add lead tom', { as: 'tom' });
    expect(refused.exitCode).toBe(77);
    const given = await room.type('ops role add lead tom', { as: 'mary' });
    expect({ code: given.exitCode, words: given.words }).toEqual({
      code: 0,
      words: expect.stringContaining('tom has the role lead now\n'),
    });
    expect((await startOps(before, ['can', 'tom', 'deploy', 'uat']).ended).exitCode).toBe(0);
    expect((await room.type('ops deploy uat', { as: 'tom' })).exitCode).toBe(0);
    expect((await startOps(before, ['role', 'remove', 'lead', 'tom']).ended).exitCode).toBe(0);
    expect((await room.type('ops deploy uat', { as: 'tom' })).exitCode).toBe(77);
    expect((await room.type('ops roles', { as: 'tom' })).words).toMatch(/^admin +mary +configuration$/m);
  });
});
