import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/server.ts';
import { namedId } from '../../src/sandbox/state/ids.ts';
import { startOps } from '../support/ops.ts';
import { configuration, openPolicy } from '../support/project.ts';
import { openRoom, type Room, tokens, withSlack } from '../support/room.ts';

const people = [
  { name: 'mary', id: 'U0MARY' },
  { name: 'tom', id: 'U0TOM' },
  { name: 'ana', id: 'U0ANA' },
];
const team = namedId('T', 'sandbox');
const group = namedId('S', 'deployers');
const login = process.getBuiltinModule('node:os').userInfo().username;

const roled = `${configuration.replace(openPolicy, '')}people:
  mary: { slack: ${team}/U0MARY }
  tom: { slack: ${team}/U0TOM }
  ana: { slack: ${team}/U0ANA, os: ${login} }
roles:
  deployer: { slack: ${group} }
  admin: [ana]
policy:
  - { name: everyone-reads, allow: everyone, effect: read }
  - { name: deployers-deploy, allow: deployer, commands: deploy }
  - { name: admins-may-all, allow: admin }
`;

async function openGrouped(age: string): Promise<Room> {
  const room = await openRoom(roled, { people, usergroups: [{ handle: 'deployers', users: ['mary', 'tom'] }] });
  room.project.write('.chatopsrc', `${withSlack(room.slack.apiUrl, roled)}  groupAge: ${age}\n`);
  return room;
}

async function call(slack: Sandbox, method: string, args: Record<string, string> = {}) {
  const headers = { authorization: `Bearer ${slack.botToken}` };
  const answer = await fetch(`${slack.apiUrl}${method}`, { method: 'POST', headers, body: new URLSearchParams(args) });
  return (await answer.json()) as { ok: boolean };
}

const asked = ({ slack }: Room): number =>
  slack.calls.filter(({ method }) => method === 'usergroups.users.list').length;

describe('a role of a user group', () => {
  it('is had by who is in it, for as long as they are', async () => {
    const room = await openGrouped('2s');
    const allowed = await room.type('ops deploy uat', { as: 'mary' });
    expect(allowed.exitCode, allowed.words).toBe(0);
    expect((await room.type('ops deploy uat', { as: 'ana' })).exitCode).toBe(0);
    expect((await room.type('ops whoami', { as: 'tom' })).words).toMatch(/^roles +deployer$/m);
    const changed = await call(room.slack, 'usergroups.users.update', { usergroup: group, users: 'U0TOM' });
    expect(changed.ok).toBe(true);
    await expect.poll(async () => (await room.type('ops deploy dev --dry-run', { as: 'mary' })).exitCode).toBe(77);
    expect((await room.type('ops deploy dev --dry-run', { as: 'tom' })).exitCode).toBe(0);
    expect((await room.type('ops roles', { as: 'tom' })).words).toMatch(
      new RegExp(`^deployer +tom +Slack group ${group}$`, 'm'),
    );
  });

  it('is asked for once for many lines', async () => {
    const room = await openGrouped('1h');
    await room.type('ops deploy uat --dry-run', { as: 'mary' });
    const before = asked(room);
    for (const as of ['tom', 'mary', 'tom']) {
      expect((await room.type('ops deploy uat --dry-run', { as })).exitCode).toBe(0);
    }
    expect(asked(room)).toBe(before);
  });

  it.each([
    ['has no right to ask', { error: 'missing_scope' }, 'Slack refuses usergroups.users.list: missing_scope'],
    ['does not answer', { status: 503 }, 'no answer to usergroups.users.list: HTTP 503'],
    ['asks too often', { rateLimited: 30 }, 'Slack limits usergroups.users.list'],
    ['asks for one that is not there', { error: 'no_such_subteam' }, 'no_such_subteam'],
  ])('is had by nobody where the bot %s', async (_, fault, reason) => {
    const room = await openGrouped('100ms');
    room.slack.faults.always('usergroups.users.list', fault);
    const refused = await room.type('ops deploy uat', { as: 'mary' });
    expect(refused.exitCode).toBe(77);
    expect(refused.words).toContain(
      `; whether mary is deployer is not known: the Slack group ${group} cannot be asked since `,
    );
    expect(refused.words).toContain(reason);
    const allowed = await room.type('ops deploy uat', { as: 'ana' });
    expect(allowed.exitCode, allowed.words).toBe(0);
  });

  it('holds in a terminal that has the bot’s token, and is in doubt in one without', async () => {
    const { project, slack } = await openGrouped('1ms');
    const can = (who: string, env: NodeJS.ProcessEnv) =>
      startOps(project.folder, ['can', who, 'deploy', 'uat'], env).ended;
    expect((await can('mary', tokens(slack))).exitCode).toBe(0);
    const without = await can('mary', { SLACK_BOT_TOKEN: '' });
    expect(without.exitCode).toBe(77);
    expect(without.stderr).toContain(`the Slack group ${group} cannot be asked since`);
    expect(without.stderr).toContain('slack.botToken needs ${env:SLACK_BOT_TOKEN}, which is empty');
    expect((await can('ana', { SLACK_BOT_TOKEN: '' })).exitCode).toBe(0);
  });

  it('is looked at by the doctor', async () => {
    const { project, slack } = await openGrouped('1ms');
    const doctor = () => startOps(project.folder, ['doctor'], tokens(slack)).ended;
    expect((await doctor()).stdout).toMatch(/^✓ the role deployer: 2 people$/m);
    slack.faults.always('usergroups.users.list', { error: 'missing_scope' });
    const { stdout, exitCode } = await doctor();
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(
      new RegExp(`^✗ the role deployer is not known of all: the Slack group ${group} .*missing_scope$`, 'm'),
    );
  });
});
