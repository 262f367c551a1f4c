import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts';
import { namedId } from '../../src/sandbox/state/ids.ts';
import { messageText } from '../../src/sandbox/text/text.ts';
import { startOps } from '../support/ops.ts';
import { configuration, createProject, openPolicy, temporaryFolder } from '../support/project.ts';

const origin = ({ apiUrl }: Sandbox): string => new URL(apiUrl).origin;

async function openSlack(): Promise<Sandbox> {
  const slack = await startSandbox();
  onTestFinished(() => slack.close());
  return slack;
}

const answered = async (slack: Sandbox, text: string): Promise<string> => {
  const { channel, ts } = await slack.say({ as: 'mary', channel: '#ops', text });
  return slack.waitFor(() => {
    const said = slack.messages(channel).filter((one) => one.ts > ts && one.user === slack.bot.userId);
    return said.map((one) => messageText(one)).find((words) => words.includes(' · exit '));
  });
};

describe('ops listen --sandbox', () => {
  it.each([
    ['no Slack', configuration],
    ['another one', `${configuration}slack: { appToken: "\${env:GONE}", botToken: "\${env:GONE}", word: bot }\n`],
  ])('serves a project that names %s', async (_, config) => {
    const slack = await openSlack();
    const listener = startOps(createProject(config).folder, ['listen', '--sandbox', origin(slack)]);
    await slack.waitFor(() => slack.connections() > 0 || undefined);
    expect(await answered(slack, config.includes('word: bot') ? 'bot deploy uat' : 'ops deploy uat')).toContain(
      'web v3',
    );
    listener.child.kill('SIGTERM');
    expect((await listener.ended).exitCode).toBe(0);
  });

  it('lets a line speak to the sandbox that it was typed in, whatever Slack the project names', async () => {
    const slack = await openSlack();
    const config = `${configuration}slack: { appToken: "\${env:GONE}", botToken: "\${env:GONE}" }\n`;
    startOps(createProject(config).folder, ['listen', '--sandbox', origin(slack)]);
    await slack.waitFor(() => slack.connections() > 0 || undefined);
    expect(await answered(slack, "ops say '#general' hello")).toContain('Said in #general');
    expect(slack.messages('#general').map((said) => messageText(said))).toEqual([
      expect.stringMatching(/^hello\nmary · run said-\w+$/),
    ]);
  });

  it('counts on Home the roles that a user group of the sandbox gives', async () => {
    const slack = await startSandbox({ usergroups: [{ handle: 'deployers', users: ['mary'] }] });
    onTestFinished(() => slack.close());
    const config = `${configuration.replace(openPolicy, '')}people: { mary: {}, tom: {} }
roles: { deployer: { slack: ${namedId('S', 'deployers')} } }
policy:
  - { name: all-listen, allow: strangers, commands: listen }
  - { name: all-read, allow: everyone, effect: read }
  - { name: they-deploy, allow: deployer, commands: deploy }
`;
    startOps(createProject(config).folder, ['listen', '--sandbox', origin(slack)]);
    await slack.waitFor(() => slack.connections() > 0 || undefined);
    const home = (who: string): Promise<string> => {
      slack.openHome(who);
      return slack.waitFor(() => JSON.stringify(slack.home(who) ?? '').match(/.*What you may run.*/)?.[0]);
    };
    expect(await home('mary')).toContain('deploy · Deploy an app');
    expect(await home('tom')).not.toContain('deploy · Deploy an app');
  });

  it('ends when the sandbox does, and says so', async () => {
    const slack = await openSlack();
    const listener = startOps(createProject().folder, ['listen', '--sandbox', `${origin(slack)}/`]);
    await slack.waitFor(() => slack.connections() > 0 || undefined);
    await slack.close();
    const { exitCode, stderr } = await listener.ended;
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 69,
      stderr: expect.stringContaining(`✗ the sandbox at ${origin(slack)} has ended`),
    });
  });

  it('connects again to one that is started anew in its place, with the tokens of that one', async () => {
    const slack = await openSlack();
    const listener = startOps(createProject().folder, ['listen', '--sandbox', origin(slack)]);
    await slack.waitFor(() => slack.connections() > 0 || undefined);
    // It misses it three times, and goes: it stands still until the next one is there.
    listener.child.kill('SIGSTOP');
    await slack.close();
    const next = await startSandbox({ port: slack.port });
    onTestFinished(() => next.close());
    listener.child.kill('SIGCONT');
    await next.waitFor(() => next.connections() > 0 || undefined);
    expect(await answered(next, 'ops deploy uat')).toContain('web v3');
    expect(listener.said.stderr).toContain(`! the sandbox at ${origin(slack)} was started anew: connecting to it\n`);
    listener.child.kill('SIGTERM');
    expect((await listener.ended).exitCode).toBe(0);
  });

  it('refuses what is not on this machine, and what is no sandbox', async () => {
    const { folder } = createProject();
    const elsewhere = await startOps(folder, ['listen', '--sandbox', 'https://slack.com']).ended;
    expect(elsewhere.exitCode).toBe(64);
    expect(elsewhere.stderr).toContain('a Slack on this machine, and https://slack.com is not one');
    const nowhere = await startOps(folder, ['listen', '--sandbox', 'http://127.0.0.1:1']).ended;
    expect(nowhere.exitCode).toBe(69);
    expect(nowhere.stderr).toContain('127.0.0.1:1');
  });

  it('records in the journal that OPS_JOURNAL names', async () => {
    const slack = await openSlack();
    const { folder } = createProject();
    const journal = join(temporaryFolder(), 'journal.db');
    const env = { OPS_JOURNAL: journal };
    startOps(folder, ['listen', '--sandbox', origin(slack)], env);
    await slack.waitFor(() => slack.connections() > 0 || undefined);
    expect(await answered(slack, 'ops deploy uat')).toContain('web v3');
    expect((await startOps(folder, ['deployed', 'uat'], env).ended).stdout).toContain('v3');
    expect((await startOps(folder, ['deployed', 'uat']).ended).stdout).not.toContain('v3');
  });
});
