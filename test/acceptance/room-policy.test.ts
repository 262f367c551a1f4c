import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../src/sandbox/server.ts';
import { messageText } from '../../src/sandbox/text/text.ts';
import { type Room, sandbox } from '../../src/testing.ts';
import { startOps } from '../support/ops.ts';
import { configuration, createProject, openPolicy, type Project } from '../support/project.ts';

/** The ids of a Slack on this machine are those of whoever has the name there. */
const named = `${configuration.replace(openPolicy, '')}people:
  mary:
  tom:
  me: { os: ${process.getBuiltinModule('node:os').userInfo().username} }
roles: { developer: [mary], lead: [tom] }
policy:
  - { name: everyone-reads, allow: everyone, effect: read }
  - { name: developers-deploy, allow: developer, commands: deploy, environments: [dev, uat] }
  - { name: leads-deploy, allow: lead, commands: [deploy, rollback] }
  - { name: strangers-ask, allow: strangers, commands: [help, whoami] }
`;

async function openRoom(): Promise<{ project: Project; room: Room }> {
  const project = createProject(named);
  const people = ['mary', 'tom', 'ann', { name: 'eve', realName: 'tom' }];
  const room = await sandbox({ project: project.folder, people });
  onTestFinished(() => room.close());
  return { project, room };
}

describe('a policy in a room', () => {
  it('holds for each person, found by id', async () => {
    const { project, room } = await openRoom();
    const refused = await room.say('deploy prod --yes').as('mary');
    expect(refused.words).toBe(
      '✗ mary may not run ops deploy prod --yes: no rule allows it (permission deploy, environment prod)\n' +
        '  → lead (tom) may; it is granted in .chatopsrc\n',
    );
    expect(refused.exitCode).toBe(77);
    expect(refused.run).toMatchObject({ state: 'denied', outcome: 'denied', startedAt: undefined });
    expect((await room.say('deploy uat').as('mary')).exitCode).toBe(0);
    const allowed = await room.say('deploy prod --yes').as('tom');
    expect(allowed.exitCode, allowed.words).toBe(0);
    expect(readFileSync(join(project.folder, 'releases/prod/version'), 'utf8')).toBe('v3\n');
    const eve = await room.say('deploy prod --yes').as('eve');
    expect(eve.words).toMatch(/^✗ eve \(slack:T\w+:U\w+\), whom ops does not know, may not run ops deploy prod --yes/);
    expect(eve.exitCode).toBe(77);
    expect((await room.say('whoami').as('ann')).words).toMatch(
      /You are a stranger here.*\npeople:\n {2}ann:\n {4}slack: T\w+\/U\w+\n$/,
    );
  });

  it('tells whoever pressed alone that they may not, and not the room', async () => {
    const { room } = await openRoom();
    const { buttons, channel } = await room.say('deploy prod --yes').as('tom');
    const [button] = buttons;
    expect(button?.text).toBe('Run again');
    await button?.press('mary');
    const told = await room.slack.waitFor(() =>
      room.slack.messages(channel).find((message) => messageText(message).includes('mary may not run ops deploy prod')),
    );
    expect(told.ephemeralTo).toBe(room.slack.people.find(({ name }) => name === 'mary')?.id);
    expect(messageText(told)).not.toContain('Repeats run');
  });

  it('shows in help what somebody may run', async () => {
    const { room } = await openRoom();
    const commands = async (who: string) =>
      [...(await room.say('help').as(who)).words.matchAll(/^ {2}([a-z][a-z-]+) {2,}/gm)].map(([, name]) => name);
    expect(await commands('ann')).toEqual(['help', 'whoami']);
    const forMary = await commands('mary');
    expect(forMary).toEqual(expect.arrayContaining(['deploy', 'deployed', 'whoami']));
    expect(forMary).not.toContain('rollback');
    expect(await commands('tom')).toContain('rollback');
  });

  it('is what the file says now, and no other file', async () => {
    const { project, room } = await openRoom();
    expect((await room.say('deploy dev').as('mary')).exitCode).toBe(0);
    project.write('other.yaml', configuration);
    expect((await room.say('deploy prod --yes --config other.yaml').as('mary')).exitCode).toBe(64);
    project.write('.chatopsrc', named.replace('developer: [mary]', 'developer: []'));
    expect((await room.say('deploy dev').as('mary')).exitCode).toBe(77);
    project.write('.chatopsrc', `${named}  - { allow: mary`);
    expect((await room.say('deploy dev').as('mary')).exitCode).toBe(78);
    project.write('.chatopsrc', named);
    expect((await room.say('deploy dev').as('mary')).exitCode).toBe(0);
  });
});

describe('ops listen', () => {
  it('does not start without a policy, and says what to add before it calls anybody', async () => {
    const slack = await startSandbox();
    onTestFinished(() => slack.close());
    const { folder } = createProject(configuration.replace(openPolicy, ''));
    const { exitCode, stderr } = await startOps(folder, ['listen', '--sandbox', new URL(slack.apiUrl).origin]).ended;
    expect(exitCode).toBe(78);
    expect(stderr).toContain('.chatopsrc: policy: expected rules that say who may do what in rooms, got nothing');
    expect(stderr).toContain('- { name: admins-may-all, allow: admin }');
    expect(slack.calls).toEqual([]);
  });

  it('is a line like any other: whoever may not run it does not', async () => {
    const { folder } = createProject(named.replace(/ {2}me:.*\n/, ''));
    const { exitCode, stderr } = await startOps(folder, ['listen', '--sandbox', 'http://127.0.0.1:1']).ended;
    expect(exitCode).toBe(77);
    expect(stderr).toContain('may not run ops listen');
  });
});
