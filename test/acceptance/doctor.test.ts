import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/server.ts';
import { jenkinsConfig, openFarm } from '../support/farm.ts';
import { jiraConfig, openSite } from '../support/jira/open.ts';
import { stop, whispered } from '../support/listening.ts';
import { startOddSlack } from '../support/odd-slack.ts';
import { startOps } from '../support/ops.ts';
import { configuration, createProject, type Project } from '../support/project.ts';
import { openRoom, tokens, withSlack } from '../support/room.ts';

interface Case {
  slack: Sandbox;
  project: Project;
  doctor(words?: readonly string[], env?: NodeJS.ProcessEnv): ReturnType<typeof startOps>['ended'];
}

async function openCase(options: SandboxOptions = {}, config = configuration): Promise<Case> {
  const slack = await startSandbox(options);
  onTestFinished(() => slack.close());
  const project = createProject(withSlack(slack.apiUrl, config));
  const doctor: Case['doctor'] = (words = [], env = {}) =>
    startOps(project.folder, ['doctor', ...words], { ...tokens(slack), ...env }).ended;
  return { slack, project, doctor };
}

describe('ops doctor', () => {
  it('finds nothing wrong where all is well, and leaves nothing in the room', async () => {
    const { slack, doctor } = await openCase();
    const { exitCode, stdout, stderr } = await doctor(['--room', '#ops']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    for (const words of [
      /^✓ the configuration is \/.+\/\.chatopsrc$/m,
      /^✓ the journal \/.+ can be written, and is read by its owner alone$/m,
      /^✓ git version /m,
      /^✓ web: its deploy program is \/.+\/deploy$/m,
      /^✓ Slack answers at http/m,
      /^✓ the clock of this machine agrees with that of Slack$/m,
      /^✓ slack\.botToken is @ops of Sandbox$/m,
      /^✓ the bot may do all that ops needs: \d+ scopes$/m,
      /^✓ slack\.appToken opens a connection: Socket Mode is on$/m,
      /^! no listener is connected\n {2}→ ops listen$/m,
      /^✓ @ops is in #/m,
      /^✓ a message in #ops came back after \d+ ms$/m,
    ]) {
      expect(stdout).toMatch(words);
    }
    expect(slack.messages('#ops')).toEqual([]);
    expect(slack.connections()).toBe(0);
  });

  it.each([
    [0o700, 0o600, '✓', 'is read by its owner alone'],
    [0o2770, 0o660, '✓', 'is read by its group alone'],
    [0o755, 0o664, '!', 'others on this machine may read the journal'],
    [0o2775, 0o664, '!', 'others on this machine may read the journal'],
  ])('says who reads a journal of the mode %o %o', async (folder, file, mark, words) => {
    const { project, doctor } = await openCase();
    project.write('.ops/journal.db', '');
    chmodSync(join(project.folder, '.ops'), folder);
    chmodSync(join(project.folder, '.ops', 'journal.db'), file);
    const { stdout } = await doctor();
    expect(stdout.split('\n').find((line) => line.includes(' the journal '))).toMatch(
      new RegExp(`^${mark} .*${words}`),
    );
  });

  it('says whether a system that builds answers, and lets its token in', async () => {
    const jenkins = await openFarm();
    const { doctor } = await openCase({}, configuration + jenkinsConfig(jenkins));
    const well = await doctor();
    expect(well.stdout).toMatch(/^✓ Jenkins answers, and has jobs, such as shop$/m);
    const refused = await doctor([], { JENKINS_TOKEN: 'of-last-year' });
    expect(refused.exitCode).toBe(78);
    expect(refused.stdout).toMatch(/^✗ .*Jenkins.*\n {2}→ /m);
    expect(refused.stdout).not.toContain('of-last-year');
  });

  it('says whether a system that has tickets answers, and whom it lets in', async () => {
    const jira = await openSite();
    const { doctor } = await openCase({}, configuration + jiraConfig(jira));
    const well = await doctor();
    expect(well.stdout).toMatch(/^✓ Jira answers, and lets Ops in$/m);
    const refused = await doctor([], { JIRA_TOKEN: 'of-last-year' });
    expect([refused.exitCode, refused.stdout]).toEqual([78, expect.stringMatching(/^✗ .*Jira.*401.*\n {2}→ /m)]);
  });

  it('gives data with --json, and needs no configuration for a sandbox', async () => {
    const { slack, project } = await openCase();
    project.write('.chatopsrc', configuration);
    const words = ['doctor', '--json', '--sandbox', new URL(slack.apiUrl).origin];
    const { exitCode, stdout } = await startOps(project.folder, words).ended;
    const { findings } = JSON.parse(stdout);
    expect(exitCode).toBe(0);
    expect(findings).toContainEqual({ area: 'slack', state: 'ok', says: 'slack.botToken is @ops of Sandbox' });
    expect(findings).toContainEqual({
      area: 'slack',
      state: 'warning',
      says: 'no listener is connected',
      mend: 'ops listen',
    });
  });

  it('looks at this machine alone where there is no Slack', async () => {
    const { folder } = createProject();
    const { exitCode, stdout } = await startOps(folder, ['doctor']).ended;
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: expect.stringContaining('! there is no "slack"') });
  });

  it.each([
    [
      'the bot’s token is wrong',
      { SLACK_BOT_TOKEN: 'xoxb-wrong' },
      /✗ Slack refuses slack\.botToken: invalid_auth\n {2}→ ops config/,
    ],
    [
      'the app’s token is wrong',
      { SLACK_APP_TOKEN: 'xapp-wrong' },
      /✗ Slack refuses slack\.appToken: invalid_auth\n {2}→ ops config/,
    ],
    ['a token is missing', { SLACK_BOT_TOKEN: undefined }, /✗ .*SLACK_BOT_TOKEN.*\n {2}→ /],
  ])('leaves with 78 where %s', async (_, env, words) => {
    const { doctor } = await openCase();
    const { exitCode, stdout, stderr } = await doctor([], env);
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 78,
      stdout: expect.stringMatching(words),
      stderr: expect.stringContaining('✗ one thing is to be mended'),
    });
  });

  it('names each scope that is missing, and what there is not without it', async () => {
    const { doctor } = await openCase({
      scopes: ['channels:history', 'im:history', 'groups:history', 'mpim:history', 'users:read'],
    });
    const { exitCode, stdout } = await doctor();
    expect(exitCode).toBe(1);
    expect(stdout).toContain('✗ the bot has no scope chat:write: without it there is nothing of answers\n  → add it');
    expect(stdout).toContain(
      '! the bot has no scope files:write: without it there is nothing of long output as a file',
    );
    expect(stdout).toContain(
      '! which rooms the bot is in cannot be seen: Slack refuses conversations.list: missing_scope',
    );
  });

  it('leaves with 1 where a room, the programs and the journal’s folder are wrong', async () => {
    const { project, doctor, slack } = await openCase();
    slack.kick('#ops');
    await doctor();
    chmodSync(join(project.folder, 'deploy'), 0o644);
    chmodSync(join(project.folder, '.ops', 'journal.db'), 0o644);
    project.write('scripts/odd', '#!/bin/sh\n', 0o755);
    const { exitCode, stdout } = await doctor(['--room', '#ops', '--json']);
    const { findings } = JSON.parse(stdout);
    const of = (state: string): unknown[] => findings.filter((one: { state: string }) => one.state === state);
    expect(exitCode).toBe(1);
    expect(of('fault')).toEqual([
      expect.objectContaining({ area: 'programs', mend: `chmod +x ${join(project.folder, 'deploy')}` }),
      expect.objectContaining({ says: expect.stringMatching(/^the command odd cannot run: /) }),
      expect.objectContaining({
        area: 'room',
        says: 'nothing can be said in #ops: Slack refuses chat.postMessage: not_in_channel',
        mend: 'type there: /invite @ops',
      }),
    ]);
    expect(of('warning')).toContainEqual(expect.objectContaining({ mend: expect.stringContaining('chmod 600 ') }));
  });

  it('says that messages do not come back', async () => {
    const slack = await startOddSlack();
    const { folder } = createProject(withSlack(slack.apiUrl));
    const env = { SLACK_APP_TOKEN: 'xapp-1', SLACK_BOT_TOKEN: 'xoxb-1' };
    const { exitCode, stdout } = await startOps(folder, ['doctor', '--room', '#ops'], env).ended;
    expect({ exitCode, stdout }).toEqual({
      exitCode: 1,
      stdout: expect.stringMatching(
        /✗ a message in #ops did not come back: lines there are not heard\n {2}→ subscribe to/,
      ),
    });
    expect(slack.calls).toContain('chat.delete');
  });

  it('tells whoever types a slash command that it took by mistake to type it again', async () => {
    const room = await openRoom(undefined, { commands: [{ command: '/ops', shouldEscape: true }] });
    await stop(room.listener);
    const doctor = startOps(room.project.folder, ['doctor', '--room', '#general'], tokens(room.slack));
    await room.slack.waitFor(() => room.slack.connections() === 1 || undefined);
    const answer = await room.slack.command({ as: 'mary', channel: room.channel, text: 'whoami' });
    expect(answer).toMatchObject({ acked: true });
    const [told] = await whispered(room);
    expect(told?.text).toBe('! ops doctor was looking at the connection just then: nothing was done\n→ type it again');
    await doctor.ended;
  });

  it('takes no line from a listener that is there', async () => {
    const room = await openRoom();
    await room.slack.waitFor(() => room.slack.connections() === 2 || undefined);
    const [answers, { exitCode, stdout }] = await Promise.all([
      Promise.all([1, 2, 3].map(() => room.type('ops whoami'))),
      startOps(room.project.folder, ['doctor'], tokens(room.slack)).ended,
    ]);
    expect(answers.map((answer) => answer.exitCode)).toEqual([0, 0, 0]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: expect.stringContaining('✓ 2 other connections') });
  });
});
