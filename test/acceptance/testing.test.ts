import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { messageText } from '../../src/sandbox/text/text.ts';
import { type Room, type RoomOptions, SandboxError, sandbox } from '../../src/testing.ts';
import { childrenOf, isRunning } from '../support/alive.ts';
import { bashScript } from '../support/listening.ts';
import { ops, root } from '../support/ops.ts';
import { processesAbout } from '../support/processes.ts';
import { configuration, createProject, type Project, temporaryFolder } from '../support/project.ts';
import { until } from '../support/waiting.ts';

/** A room of a project with scripts. */
async function openRoom(options: RoomOptions = {}): Promise<{ project: Project; room: Room }> {
  const project = createProject();
  project.write('scripts/count', bashScript('count', 'seq "$1"; exit "${2:-0}"', args), 0o755);
  const room = await sandbox({ project: project.folder, ...options });
  onTestFinished(() => room.close());
  return { project, room };
}

const args = '# args:\n#   upto: { summary: Where to stop, required: true }\n#   code: { summary: How to leave }\n';

describe('a line in a room of a test', () => {
  it('really runs, and comes back with its words, its code and its row', async () => {
    const { project, room } = await openRoom();
    const answer = await room.say('deploy uat').as('tom');
    const { exitCode, run, words, text, files, isEphemeral, messages, buttons } = answer;
    expect(buttons.map((button) => button.text)).toEqual(['Run again']);
    expect({ exitCode, files, isEphemeral }).toEqual({ exitCode: 0, files: [], isEphemeral: false });
    expect(words).toContain('released v3 to uat\n');
    expect(text).toMatch(/^ops deploy uat · tom\n[\s\S]*✓ ok · exit 0 · .+ · run \w+$/);
    expect(messages).toHaveLength(1);
    expect(run).toMatchObject({ command: 'deploy', environment: 'uat', state: 'succeeded', actor: { name: 'tom' } });
    expect(readFileSync(join(project.folder, 'releases/uat/version'), 'utf8')).toBe('v3\n');
    const facts = await room.journal.facts({ kind: 'deployment', subject: 'web/uat' });
    expect(facts[0]?.data).toMatchObject({ version: 'v3', state: 'live' });
  });

  it('may begin with ops, and be said by anybody, in a channel, a thread or a direct message', async () => {
    const { room } = await openRoom({ people: ['ana', { name: 'raj', realName: 'Raj Patel' }], channels: ['shop'] });
    const first = await room.say('whoami');
    expect(first.words).toMatch(/^name +ana\n/);
    const inThread = await room.say('ops whoami').as('raj').in('#shop').inThread(first.ts);
    expect(inThread.words).toMatch(/^name +raj\n/);
    expect(inThread.messages[0]?.thread_ts).toBe(first.ts);
    const direct = await room.say('whoami').as('raj').in('@raj');
    expect(direct.words).toMatch(/^name +raj\n/);
    expect(direct.channel).not.toBe(first.channel);
    for (const typed of ['`whoami`', '`ops whoami`', 'ops `whoami`', '```whoami```', '@ops `whoami`']) {
      expect((await room.say(typed)).words, typed).toMatch(/^name +ana\n/);
    }
  });

  it('ends with the code of its program', async () => {
    const { room } = await openRoom();
    const { exitCode, words, run } = await room.say('count 2 7');
    expect({ exitCode, words }).toEqual({ exitCode: 7, words: '1\n2\n✗ count exited with code 7\n' });
    expect(run).toMatchObject({ state: 'failed', exitCode: 7 });
  });

  it('leaves long output as a file, word for word what a terminal prints', async () => {
    const { project, room } = await openRoom();
    const { files, words, text, exitCode } = await room.say('count 3000');
    expect(exitCode).toBe(0);
    expect(files.map(({ name, title }) => [name, title])).toEqual([
      [expect.stringMatching(/^count-\w+\.txt$/), 'ops count 3000'],
    ]);
    expect(words).toBe((await ops(project.folder, ['count', '3000'])).words);
    expect(files[0]?.content.toString('utf8')).toBe(words);
    expect(text).toContain('lines left out');
  });

  it('is told to its sender alone where it makes no sense', async () => {
    const { room } = await openRoom();
    const slip = await room.say('ops coutn 3');
    expect(slip).toMatchObject({ exitCode: 64, isEphemeral: true, run: undefined });
    expect(slip.words).toBe('✗ there is no command "coutn"\n→ did you mean ops count?\n');
    const unknown = await room.say('deploy utopia');
    expect(unknown).toMatchObject({ exitCode: 64, isEphemeral: true, run: { state: 'failed', exitCode: 64 } });
    expect(unknown.words).toContain('utopia');
    const piped = await room.say('count 3 | tail').as('tom');
    expect(piped).toMatchObject({ exitCode: 64, isEphemeral: true, run: undefined });
    expect(piped.words).toContain('would hand the output to a second command');
  });

  it('is answered with its end, also where its sender was told first that it is long in beginning', async () => {
    const { project, room } = await openRoom();
    await room.say('whoami');
    for (const [line, words, code] of [
      ['count 2', '1\n2\n', 0],
      ['deploy utopia', expect.stringContaining('utopia'), 64],
    ] as const) {
      const about = processesAbout(0, room.slack.apiUrl, project.folder);
      const idle = about.filter((pid) => about.some((other) => childrenOf(other).includes(pid)));
      for (const pid of idle) process.kill(pid, 'SIGSTOP');
      const asked = room.say(line).then((answer) => answer);
      const waits = () =>
        room.slack
          .messages('#general')
          .find((message) => messageText(message).startsWith(`ops ${line} · mary · waiting`));
      await room.slack.waitFor(waits).finally(() => {
        for (const pid of idle) process.kill(pid, 'SIGCONT');
      });
      expect(await asked).toMatchObject({ words, exitCode: code, messages: { length: 1 } });
    }
  });

  it('keeps its own answer among many at once', async () => {
    const { room } = await openRoom();
    const said = ['count 1', 'ops coutn 3', 'count 1 | cat', 'count 2', 'deploy utopia', 'ops cuont 4'];
    const answers = await Promise.all(said.map((text) => room.say(text)));
    const shown = answers.map(({ words }) => words.split('\n')[0]);
    expect(shown).toEqual([
      '1',
      '✗ there is no command "coutn"',
      expect.stringContaining('second command'),
      '1',
      expect.stringContaining('utopia'),
      '✗ there is no command "cuont"',
    ]);
    expect(answers.map(({ exitCode }) => exitCode)).toEqual([0, 64, 64, 0, 64, 64]);
  });

  it('is an error that shows room and listener where it gets no answer', async () => {
    const { room } = await openRoom();
    const talk = await room.say('ops is down again').then(null, (error: unknown) => error);
    expect(talk).toBeInstanceOf(SandboxError);
    expect(talk).toMatchObject({ code: 'timeout' });
    expect(String(talk)).toMatch(
      /took it for talk[\s\S]*in the room:\n {2}ops is down again\n[\s\S]*Listening as @ops/,
    );
    const greeting = await room.say('ops is down again, @tom in #general').then(null, String);
    expect(greeting).toContain('in the room:\n  ops is down again, @tom in #general\n');
    await expect(room.say('whoami').as('nobody')).rejects.toThrow('nobody here is called nobody (people: mary, tom)');
    await expect(room.say('whoami').in('#nowhere')).rejects.toThrow('there is no channel #nowhere');
    await expect(room.say('whoami').inThread('1.000000')).rejects.toThrow('there is no message 1.000000');
  });

  it('is an error where its run does not end in time', async () => {
    const { project, room } = await openRoom({ timeout: 20_000 });
    project.write('scripts/wait', bashScript('wait', 'echo waiting; sleep 1000'), 0o755);
    await expect(room.say('wait')).rejects.toThrow(/no end came within 20000 ms[\s\S]*in the room:[\s\S]*waiting/);
  });
});

describe('a room of a test', () => {
  it("leaves the project's journal alone and nothing behind, whatever still runs", async () => {
    const { project, room } = await openRoom();
    const { folder } = project;
    project.write('scripts/wait', bashScript('wait', 'echo $$ > began; sleep 1000'), 0o755);
    expect((await room.say('count 1')).exitCode).toBe(0);
    const cut = room.say('wait').then(null, (error: unknown) => error);
    await until(() => existsSync(join(folder, 'began')), 'the script runs');
    const working = processesAbout(0, room.slack.apiUrl, folder);
    expect(working.length).toBeGreaterThan(2);
    await room.close();
    await cut;
    expect(working.filter(isRunning)).toEqual([]);
    expect(processesAbout(0, room.slack.apiUrl, folder)).toEqual([]);
    expect(existsSync(join(folder, '.ops'))).toBe(false);
    await expect(fetch(room.slack.apiUrl)).rejects.toThrow();
    const late = await room.say('whoami').then(null, (error: unknown) => error);
    expect(late).toBeInstanceOf(SandboxError);
    expect(late).toMatchObject({ code: 'closed', message: expect.stringMatching(/^the room is closed: "whoami"/) });
  });

  it('records where it is told to', async () => {
    const journal = join(temporaryFolder(), 'journal.db');
    const { project, room } = await openRoom({ journal });
    const { run } = await room.say('count 1');
    const history = await ops(project.folder, ['history', '--json'], {}).catch(() => undefined);
    expect(history?.stdout).not.toContain(run?.id);
    expect(existsSync(journal)).toBe(true);
  });

  it('hands variables to what the configuration refers to', async () => {
    const project = createProject(configuration.replace('scripts:', '    env: { TOKEN: "${env:TOKEN}" }\nscripts:'));
    project.write('deploy', '#!/bin/sh\n[ "$TOKEN" = s3cret-s3cret ] && echo "it is $TOKEN"\n', 0o755);
    await using room = await sandbox({ project: project.folder, env: { TOKEN: 's3cret-s3cret' } });
    expect((await room.say('deploy uat')).words).toContain('it is ••••');
  });

  it('does not open without a project, and says what the listener said', async () => {
    const folder = temporaryFolder();
    await expect(sandbox({ project: folder })).rejects.toThrow(/the listener did not start: .*\n.*no \.chatopsrc/);
    expect(processesAbout(0, 'http://127.0.0.1:1', folder)).toEqual([]);
    const missing = await sandbox({ project: join(folder, 'shpo') }).then(null, (error: unknown) => error);
    expect(missing).toBeInstanceOf(SandboxError);
    expect(String(missing)).toContain(`there is no folder ${join(folder, 'shpo')}`);
    expect(missing).toMatchObject({ code: 'not_found' });
  });

  it('does not open where the listener is longer in connecting than it may be', async () => {
    const project = createProject(configuration);
    const late = await sandbox({ project: project.folder, timeout: 1 }).then(null, (error: unknown) => error);
    const message = 'the listener has not connected within 1 ms, the "timeout" of the room';
    expect(late).toMatchObject({ code: 'timeout', message });
    expect(processesAbout(0, 'http://127.0.0.1:1', project.folder)).toEqual([]);
  });
});

/** Puts into a project what another one gets: the packed files, and what the package depends on. */
function install(project: Project): void {
  const modules = join(project.folder, 'node_modules');
  const link = (name: string, to: string): void => {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(to, join(modules, name));
  };
  mkdirSync(modules);
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', modules], { cwd: root });
  execFileSync('tar', ['-xzf', `chatops-${manifest.version}.tgz`], { cwd: modules });
  renameSync(join(modules, 'package'), join(modules, 'chatops'));
  for (const name of [...Object.keys(manifest.dependencies), '@types/node']) {
    link(name, join(root.pathname, 'node_modules', name));
  }
}

const ownTest = `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Answer, type RoomOptions, SandboxError, sandbox } from 'chatops/testing';

test('tom may not be nobody', async () => {
  const options: RoomOptions = { people: ['tom'] };
  await using room = await sandbox(options);
  const answer: Answer = await room.say('whoami');
  assert.match(answer.words, /tom/);
  await assert.rejects(room.say('whoami').as('nobody'), SandboxError);
  // @ts-expect-error there is no such word
  void answer.exit;
});
`;

describe('chatops/testing', () => {
  it('works as it is packed and as the README has it, in the test runner of Node, and its types hold', async () => {
    const project = createProject();
    install(project);
    const readme = readFileSync(new URL('README.md', root), 'utf8');
    const [, example = ''] = /```ts\n(\/\/ test\/deploy\.test\.mts\n[\s\S]*?)```/.exec(readme) ?? [];
    expect(example).toContain("from 'chatops/testing'");
    const files = [project.write('test/deploy.test.mts', example), project.write('test/own.test.ts', ownTest)];
    project.write('package.json', '{ "type": "module" }');
    const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
    const options = { cwd: project.folder, encoding: 'utf8', env } as const;
    const said = execFileSync(process.execPath, ['--test', ...files], options);
    expect(said).toMatch(/pass 2\b[\s\S]*fail 0\b/);
    expect(existsSync(join(project.folder, '.ops'))).toBe(false);
    const flags = ['--noEmit', '--strict', '--target', 'es2024', '--module', 'nodenext', '--types', 'node'];
    const lib = ['--lib', 'es2024,esnext.disposable'];
    const tsc = join(root.pathname, 'node_modules/typescript/bin/tsc');
    expect(spawnSync(process.execPath, [tsc, ...flags, ...lib, ...files], options).stdout).toBe('');
  });
});
