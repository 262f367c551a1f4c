import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Message } from '../../src/sandbox/server.ts';
import { messageText } from '../../src/sandbox/text/text.ts';
import { childrenOf, isRunning } from '../support/alive.ts';
import { ops, type Started, startOps } from '../support/ops.ts';
import { processesAbout } from '../support/processes.ts';
import { temporaryFolder } from '../support/project.ts';
import { until } from '../support/waiting.ts';

interface Ready {
  page: string;
  api: string;
  appToken: string;
  botToken: string;
  team: { id: string };
  channels: { id: string; name: string }[];
  people: { id: string; name: string; token: string }[];
  project?: { folder: string; sites: Record<'dev' | 'uat' | 'prod', string> };
}

interface Running extends Started {
  ready: Ready;
}

const firstLine = ({ said }: Started): string | undefined => /^(.*)\n/.exec(said.stdout)?.[1];

/** What a sandbox leaves when it is killed, it removes when it is stopped. */
function startStoppable(...args: string[]): Started {
  const started = startOps(temporaryFolder(), ['sandbox', ...args]);
  onTestFinished(async () => {
    started.child.kill('SIGTERM');
    await started.ended;
  });
  return started;
}

/** `ops sandbox --json`, once it is ready. */
async function startSandbox(...args: string[]): Promise<Running> {
  const started = startStoppable('--json', ...args);
  await Promise.race([
    until(() => firstLine(started) !== undefined, 'that it is ready'),
    started.ended.then(({ words }) => Promise.reject(new Error(words))),
  ]);
  return { ...started, ready: JSON.parse(firstLine(started) ?? '') };
}

/** What describes a workspace. */
function file(content: unknown): string {
  const path = join(temporaryFolder(), 'slack.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** One in which a press is not lost on a slow machine. */
const startPatient = (): Promise<Running> =>
  startSandbox('--port', '0', '--workspace', file({ interactionTimeout: 60_000 }));

async function slack(ready: Ready, token: string, method: string, args: object = {}): Promise<Record<string, unknown>> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=utf-8' };
  const answer = await fetch(`${ready.api}${method}`, { method: 'POST', headers, body: JSON.stringify(args) });
  const body = (await answer.json()) as Record<string, unknown>;
  if (body['ok'] !== true) throw new Error(`${method}: ${body['error']}`);
  return body;
}

const room = ({ channels }: Ready, wanted: string): string => channels.find(({ name }) => name === wanted)?.id ?? '';

/** What a room has, as its people read it; the control API has no rate limits. */
async function messagesIn(ready: Ready, channel: string): Promise<Message[]> {
  const answer = await fetch(`${ready.page}control/messages?channel=${room(ready, channel)}`);
  return ((await answer.json()) as { messages: Message[] }).messages;
}

const texts = async (ready: Ready, channel: string): Promise<string[]> =>
  (await messagesIn(ready, channel)).map((message) => messageText(message));

/** A person types a line; resolves with what the room says of its run once that has ended. */
async function type(ready: Ready, name: string, line: string): Promise<string> {
  const { token = '' } = ready.people.find((person) => person.name === name) ?? {};
  const said = await slack(ready, token, 'chat.postMessage', { channel: room(ready, 'ops'), text: line });
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    const answers = (await messagesIn(ready, 'ops')).filter(({ ts }) => ts > String(said['ts']));
    const last = answers.find(({ metadata }) => (metadata?.['event_payload'] as { final?: boolean })?.final);
    if (last !== undefined) return messageText(last);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${line} has not ended: ${(await texts(ready, 'ops')).join('\n')}`);
}

/** A person presses a button in #ops as soon as there is one; resolves with whether the app took that. */
async function pressed(ready: Ready, as: string, actionId: string): Promise<boolean> {
  const find = async () => (await messagesIn(ready, 'ops')).find((said) => JSON.stringify(said).includes(actionId));
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    const ts = (await find())?.ts;
    if (ts === undefined) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      continue;
    }
    const body = JSON.stringify({ as, channel: room(ready, 'ops'), ts, actionId });
    const answer = await fetch(`${ready.page}control/press`, { method: 'POST', body });
    return ((await answer.json()) as { acked: boolean }).acked;
  }
  throw new Error(`there is no ${actionId}`);
}

const read = async (url: string): Promise<{ status: number; text: string }> => {
  const answer = await fetch(url);
  return { status: answer.status, text: await answer.text() };
};

describe('ops sandbox', () => {
  it('says where the page is, whom one can be and what to type, and has a room to begin in', async () => {
    const started = startStoppable('--port', '0');
    await until(() => started.said.stdout.includes('Ctrl-C'), 'that it is ready');
    const { stdout, stderr } = started.said;
    expect(stdout).toMatch(
      /^Your Slack: (http:\/\/127\.0\.0\.1:\d+\/)\npeople +mary, tom, ana, raj\nrooms +#general #ops #releases\ntype +ops deploy uat\nproject +\S+\nCtrl-C ends it\.\n$/,
    );
    expect(stderr).toMatch(/^✓ Start a Slack on this machine.*\n✓ Make a demo project.*\n✓ Connect the listener.*\n$/);
    const page = await read(/http\S+/.exec(stdout)?.[0] ?? '');
    expect(page.status).toBe(200);
    expect(page.text).toContain('<script type="module"');
    started.child.kill('SIGINT');
    expect(await started.ended).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/The sandbox has ended\n$/),
    });
  });

  it('prints one line of JSON and goes on: addresses, tokens, rooms, people and the project', async () => {
    const { ready, said, child, ended } = await startSandbox('--port', '0');
    expect(Object.keys(ready)).toEqual(
      expect.arrayContaining(['page', 'api', 'appToken', 'botToken', 'team', 'channels', 'people', 'project']),
    );
    expect(ready.channels.map(({ name }) => name)).toEqual(['general', 'ops', 'releases']);
    expect(await slack(ready, ready.botToken, 'auth.test')).toMatchObject({ team_id: ready.team.id });
    expect(await slack(ready, ready.appToken, 'apps.connections.open')).toMatchObject({ ok: true });
    for (const { id, token } of ready.people) {
      expect(await slack(ready, token, 'auth.test')).toMatchObject({ user_id: id });
    }
    const [welcome, ...others] = await texts(ready, 'ops');
    expect(welcome).toContain('ops deploy uat');
    expect(others).toEqual([]);
    child.kill('SIGTERM');
    expect((await ended).exitCode).toBe(0);
    expect(said.stdout.split('\n')).toHaveLength(2);
  });

  it('really releases what is typed, and serves it', async () => {
    const { ready } = await startSandbox('--port', '0');
    const { folder, sites } = ready.project ?? { folder: '', sites: { uat: '', dev: '', prod: '' } };
    expect(await read(sites.uat)).toEqual({ status: 404, text: expect.stringContaining('ops deploy uat') });
    expect(await type(ready, 'mary', 'ops deploy uat --ref v1.1.0')).toContain('web v1.1.0');
    const first = await read(sites.uat);
    expect(first).toMatchObject({ status: 200, text: expect.stringContaining('v1.1.0') });
    const commit = /<code>(\w{40})<\/code>/.exec(first.text)?.[1] ?? '';
    expect(existsSync(join(folder, 'sites/uat/releases', commit, 'index.html'))).toBe(true);
    expect((await read(`${sites.uat}style.css`)).text).toContain('--color');
    expect(await type(ready, 'tom', 'ops deploy uat')).toContain('v1.1.0 → v1.2.0');
    expect((await read(sites.uat)).text).toContain('v1.2.0');
    expect(await type(ready, 'raj', 'ops rollback uat')).toContain('v1.1.0');
    expect((await read(sites.uat)).text).toBe(first.text);
    expect(await read(sites.prod)).toMatchObject({
      status: 404,
      text: expect.stringContaining('ops deploy prod'),
    });
    for (const path of ['%2e%2e/', '..%2f..%2f..%2f.chatopsrc', '.git/config', 'releases/', '%2e%2e%2f.chatopsrc']) {
      expect((await read(sites.uat + path)).status, path).toBe(404);
    }
  });

  it('asks before prod, and has two commands that are scripts', async () => {
    const { ready } = await startPatient();
    const asked = type(ready, 'tom', 'ops deploy prod');
    expect(await pressed(ready, 'tom', 'question:no')).toBe(true);
    expect(await asked).toContain('prod was left as it is: the answer was no');
    expect(await type(ready, 'tom', 'ops greet')).toContain('Hello, tom');
    expect(await type(ready, 'raj', 'ops greet Ana --loud')).toContain('HELLO, ANA');
    expect((await type(ready, 'raj', 'ops load --samples 2')).match(/[█░]{20}/g)).toHaveLength(2);
  });

  it('lets developers deploy to prod once the lead approves it, the lead at once, and a stranger ask who he is', async () => {
    const { ready } = await startPatient();
    const asked = type(ready, 'mary', 'ops deploy prod --yes');
    expect(await pressed(ready, 'tom', 'approval:approve')).toBe(true);
    expect(await asked).toMatch(/✓ tom approved it, .*\n[\s\S]*is live in prod/);
    expect(await type(ready, 'raj', 'ops deploy dev')).toContain('is live in dev');
    expect(await type(ready, 'tom', 'ops deploy prod --yes')).toContain('is live in prod');
    expect(await type(ready, 'ana', 'ops deployed')).toContain('whom ops does not know, may not run ops deployed');
    expect(await type(ready, 'ana', 'ops whoami')).toContain('You are a stranger here');
    expect(await type(ready, 'mary', 'ops can tom deploy prod')).toContain(
      'tom may run ops deploy prod: leads-deploy-all',
    );
    const inShell = await startOps(ready.project?.folder ?? '', ['whoami']).ended;
    expect(inShell.stdout).toMatch(/^person +operator\nroles +admin$/m);
  });

  it('without the demo is a Slack and nothing else', async () => {
    const { ready, child, ended } = await startSandbox('--no-demo', '--port', '0');
    expect(ready.project).toBeUndefined();
    expect(processesAbout(child.pid ?? 0, ready.page)).toEqual([]);
    const { token = '' } = ready.people[0] ?? {};
    await slack(ready, token, 'chat.postMessage', { channel: room(ready, 'ops'), text: 'ops whoami' });
    expect(await texts(ready, 'ops')).toEqual(['ops whoami']);
    child.kill('SIGINT');
    expect((await ended).exitCode).toBe(0);
  });

  it('two at a time know nothing of each other', async () => {
    const [one, other] = await Promise.all([startSandbox(), startSandbox()]);
    expect(one.ready.page).not.toBe(other.ready.page);
    expect(one.ready.project?.folder).not.toBe(other.ready.project?.folder);
    expect(await type(one.ready, 'mary', 'ops deploy dev')).toContain('is live in dev');
    expect(await texts(other.ready, 'ops')).toEqual([expect.stringContaining('Welcome')]);
    expect((await read(other.ready.project?.sites.dev ?? '')).status).toBe(404);
    await expect(slack(other.ready, one.ready.botToken, 'auth.test')).rejects.toThrow('invalid_auth');
    one.child.kill('SIGINT');
    await one.ended;
    expect(await type(other.ready, 'mary', 'ops greet')).toContain('Hello, mary');
  });
});

describe('where it listens', () => {
  it('is the next free port where the one asked for is in use, and it says so', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await until(() => server.listening, 'the other program');
    const { port } = server.address() as AddressInfo;
    const { ready, said } = await startSandbox('--no-demo', '--port', `${port}`);
    const got = Number(new URL(ready.page).port);
    expect(got).toBeGreaterThan(port);
    expect(said.stderr).toContain(`! port ${port} is in use: it is ${got} instead\n`);
  });

  it.each([6000, 6667, 10080])('is not %i, which browsers refuse, but the next one that they do not', async (port) => {
    const { ready, said } = await startSandbox('--no-demo', '--port', `${port}`);
    const got = Number(new URL(ready.page).port);
    expect(said.stderr).toMatch(new RegExp(`! port ${port} .*browsers.*: it is ${got} instead\n`));
    expect((await read(ready.page)).status).toBe(200);
  });

  it('is this machine alone', async () => {
    const { ready } = await startSandbox('--no-demo', '--port', '0');
    const { port } = new URL(ready.page);
    const outside = Object.values(networkInterfaces()).flatMap((all) =>
      (all ?? []).filter(({ internal }) => !internal),
    );
    for (const { address, family } of outside) {
      const host = family === 'IPv6' ? `[${address}]` : address;
      await expect(fetch(`http://${host}:${port}/`), host).rejects.toThrow();
    }
    const refused = await startOps(temporaryFolder(), ['sandbox', '--host', '0.0.0.0']).ended;
    expect(refused).toMatchObject({ exitCode: 64, stderr: expect.stringContaining('sandbox has no option --host') });
  });

  it.each(['-1', '65536', 'many'])('cannot be %s', async (port) => {
    const { exitCode, stderr } = await startOps(temporaryFolder(), ['sandbox', `--port=${port}`]).ended;
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 64, stderr: expect.stringContaining('--port') });
  });
});

describe('the end of a sandbox', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'by %s leaves nothing, in the middle of a deploy',
    async (signal) => {
      const { ready, child, ended } = await startSandbox('--port', '0');
      const { folder, sites } = ready.project ?? { folder: '', sites: { uat: '' } };
      const typing = type(ready, 'mary', 'ops deploy uat').catch(() => {});
      await until(() => existsSync(join(folder, 'sites/uat')), 'the deploy runs');
      const others = processesAbout(child.pid ?? 0, ready.page, folder);
      expect(others.length).toBeGreaterThan(2);
      child.kill(signal);
      expect((await ended).exitCode).toBe(0);
      await typing;
      expect(others.filter(isRunning)).toEqual([]);
      expect(processesAbout(child.pid ?? 0, ready.page, folder)).toEqual([]);
      expect(existsSync(folder)).toBe(false);
      for (const url of [ready.page, sites.uat]) await expect(fetch(url), url).rejects.toThrow();
    },
  );

  it('by a second Ctrl-C comes at once, and leaves nothing either', async () => {
    const { ready, child, ended } = await startSandbox('--port', '0');
    const folder = ready.project?.folder ?? '';
    const others = processesAbout(child.pid ?? 0, ready.page, folder);
    child.kill('SIGINT');
    child.kill('SIGTERM');
    await ended;
    await until(() => others.filter(isRunning).length === 0, 'all of them have ended');
    expect(existsSync(folder)).toBe(false);
  });

  it('by kill -9 ends its listener too, which finds it gone; the next sandbox removes its folder', async () => {
    const { ready, child, ended } = await startSandbox('--port', '0');
    const folder = ready.project?.folder ?? '';
    const others = processesAbout(child.pid ?? 0, ready.page, folder);
    expect(others.length).toBeGreaterThan(0);
    child.kill('SIGKILL');
    await ended;
    await until(() => others.filter(isRunning).length === 0, 'all of them have ended');
    const living = await startSandbox('--port', '0');
    expect(existsSync(folder)).toBe(false);
    await startSandbox('--port', '0');
    expect(existsSync(living.ready.project?.folder ?? '')).toBe(true);
  });
});

describe('--try', () => {
  it.each([
    ['deploy uat', 0, 'is live in uat'],
    ['ops greet Ana', 0, 'Hello, Ana'],
    ['deploy nowhere', 64, 'nowhere'],
    ['rollback uat', 1, 'uat'],
    ['deploy prod --yes', 75, '1 approval of lead: tom'],
  ])('runs %j through both doors and leaves with its code %i', async (line, code, words) => {
    const { exitCode, stdout } = await startOps(temporaryFolder(), ['sandbox', '--try', line]).ended;
    const [, shell = '', inRoom = ''] = stdout.split(/^In the .*\n/m);
    expect(shell).toContain(words);
    expect(inRoom).toContain(words);
    expect(exitCode).toBe(code);
  });

  it('is typed by whom --as names, in the shell too', async () => {
    const { exitCode, stdout } = await startOps(temporaryFolder(), ['sandbox', '--try', 'whoami', '--as', 'tom']).ended;
    expect(stdout.match(/^person +tom$/gm)).toHaveLength(2);
    expect(stdout).toContain('typed by tom: ops whoami');
    expect(exitCode).toBe(0);
  });

  it('waits at both for whom --approve names, and proves the record of it', async () => {
    const words = ['sandbox', '--try', 'deploy prod --yes', '--approve', 'tom'];
    const { exitCode, stdout } = await startOps(temporaryFolder(), words).ended;
    const [, shell = '', inRoom = '', proof = ''] = stdout.split(/^In the .*\n/m);
    for (const said of [shell, inRoom]) expect(said).toMatch(/✓ tom approved it, .*\n[\s\S]*is live in prod/);
    expect(proof).toMatch(/^The journal is as it was written\n/);
    expect(exitCode).toBe(0);
  });

  it.each([
    [['--approve', 'tom', '--port', '0'], '--approve says who approves the line of --try'],
    [['--try', 'help', '--as', 'eva'], 'nobody in the sandbox is called "eva"'],
    [['--as', 'tom', '--port', '0'], '--as says who types the line of --try'],
  ])('refuses %j', async (words, sentence) => {
    const { exitCode, stderr } = await startOps(temporaryFolder(), ['sandbox', ...words]).ended;
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 64, stderr: expect.stringContaining(sentence) });
  });

  it('of words that are talk says so, and does not wait for ever', async () => {
    const { exitCode, stdout, stderr } = await startOps(temporaryFolder(), ['sandbox', '--try', 'is down again']).ended;
    expect(stdout).toContain('no answer: it reads like talk');
    expect(stderr).toContain('ended with 64 in the shell and got no answer in the room');
    expect(exitCode).toBe(64);
  });

  it('ends at once where its listener does', async () => {
    const locked = { OPS_JOURNAL: join(temporaryFolder(), 'journal.db') };
    const run = (...words: string[]): Started => startOps(temporaryFolder(), ['sandbox', ...words], locked);
    await run('--as', 'tom', '--try', 'lock uat --reason mine').ended;
    const trying = run('--as', 'mary', '--try', 'deploy uat --queue');
    await until(() => trying.said.stdout.includes('Next in line'), 'that it waits in the shell');
    const listeners = childrenOf(trying.child.pid ?? 0).filter((pid) =>
      readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('\0listen\0'),
    );
    expect(listeners).toHaveLength(1);
    for (const pid of listeners) process.kill(pid, 'SIGKILL');
    const { exitCode, stderr } = await trying.ended;
    expect(stderr).toContain('✗ the listener ended with 137: ');
    expect(exitCode).toBe(1);
  });

  it('shows the same words twice, empty lines too', async () => {
    const { stdout } = await startOps(temporaryFolder(), ['sandbox', '--try', 'help deploy']).ended;
    const [, shell = '', inRoom = ''] = stdout.split(/^In the .*\n/m);
    expect(shell).toContain('\n\nUsage\n');
    expect(inRoom).toContain(shell.trim());
  });

  it.each(['sandbox', 'ops listen --sandbox http://127.0.0.1:8400', '--json sandbox --no-demo', '--timeout 1h listen'])(
    'refuses %j, which would never end',
    async (line) => {
      const { exitCode, stderr } = await startOps(temporaryFolder(), ['sandbox', '--try', line]).ended;
      expect({ exitCode, stderr }).toMatchObject({
        exitCode: 64,
        stderr: expect.stringMatching(/--try runs a line that ends, and (sandbox|listen) goes on until it is stopped/),
      });
    },
  );

  it('wants the demo', async () => {
    const { exitCode, stderr } = await startOps(temporaryFolder(), ['sandbox', '--try', 'help', '--no-demo']).ended;
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 64, stderr: expect.stringContaining('--no-demo') });
  });
});

describe('--workspace', () => {
  const described = {
    ...{ people: ['eva', { name: 'li', realName: 'Li Wei' }], channels: [{ name: 'shop', private: true }] },
    ...{ usergroups: [{ handle: 'sre', users: ['eva'] }], commands: [{ command: '/ship', description: 'Ship it' }] },
    ...{ scopes: ['chat:write', 'users:read', 'team:read'], limits: { 'team.info': 2 }, leaveTcpOpen: true },
  };
  it('has every key that the README shows', async () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const [, shown = ''] = /```json\n([\s\S]*?)```/.exec(readme) ?? [];
    const { ready } = await startSandbox('--no-demo', '--port', '0', '--workspace', file(shown));
    expect(ready.people.map(({ name }) => name)).toEqual(['mary', 'li']);
    expect(ready.channels.map(({ name }) => name)).toEqual(['ops', 'secret']);
  });

  it('is the Slack that the file describes, without the demo', async () => {
    const { ready } = await startSandbox('--no-demo', '--port', '0', '--workspace', file(described));
    expect(ready.people.map(({ name }) => name)).toEqual(['eva', 'li']);
    expect(ready.channels.map(({ name }) => name)).toEqual(['shop']);
    const [first] = ready.people;
    expect(await slack(ready, ready.botToken, 'users.info', { user: ready.people[1]?.id })).toMatchObject({
      user: { real_name: 'Li Wei' },
    });
    await expect(slack(ready, ready.botToken, 'emoji.list')).rejects.toThrow('missing_scope');
    await slack(ready, ready.botToken, 'team.info');
    await slack(ready, ready.botToken, 'team.info');
    await expect(slack(ready, ready.botToken, 'team.info')).rejects.toThrow('ratelimited');
    const typed = async (command: string): Promise<unknown> => {
      const body = JSON.stringify({ as: first?.name, channel: '#shop', command });
      return (await fetch(`${ready.page}control/command`, { method: 'POST', body })).json();
    };
    expect(await typed('/ops')).toMatchObject({ failure: expect.stringContaining('/ops is not a valid command') });
    expect(await typed('/ship')).toMatchObject({ failure: expect.stringContaining('dispatch_failed') });
  });

  it('has the demo in it', async () => {
    const { ready } = await startSandbox('--port', '0', '--workspace', file({ people: ['eva'], channels: ['ops'] }));
    expect(await type(ready, 'eva', 'ops greet')).toContain('Hello, eva');
  });

  it.each([
    ['{', 'slack.json is not JSON'],
    [[], 'slack.json holds an object, not []'],
    [{ chanels: [] }, 'did you mean channels?'],
    [{ port: 1 }, 'slack.json: there is no port'],
    [{ people: [{ name: 'eva', mail: 'x' }] }, 'slack.json: people[0]: there is no mail (known: name, id'],
    [{ people: [] }, 'slack.json: people is a list with at least one in it, not []'],
    [{ channels: 'ops' }, 'slack.json: channels is a list with at least one in it, not "ops"'],
    [{ shortcuts: [{ callbackId: 'a', type: 'local' }] }, 'slack.json: shortcuts[0]: type is one of global, message'],
    [{ ackTimeout: '3s' }, 'slack.json: ackTimeout is a whole number from 1, not "3s"'],
    [{ limits: { 'chat.update': -1 } }, 'chat.update is a whole number from 0, not -1'],
  ])('%j is refused with the file and the key', async (content, sentence) => {
    const { exitCode, stderr } = await ops(temporaryFolder(), ['sandbox', '--no-demo', '--workspace', file(content)]);
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 78, stderr: expect.stringContaining(sentence) });
  });

  it('is refused where two people have one name', async () => {
    const path = file({ people: ['eva', 'eva'] });
    const { exitCode, stderr } = await ops(temporaryFolder(), ['sandbox', '--no-demo', '--workspace', path]);
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 64,
      stderr: expect.stringContaining('two people called eva'),
    });
  });

  it('names the file that is not there', async () => {
    const { exitCode, stderr } = await ops(temporaryFolder(), ['sandbox', '--no-demo', '--workspace', 'gone.json']);
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 78,
      stderr: expect.stringContaining('gone.json cannot be'),
    });
  });
});

describe('what it keeps', () => {
  it('is in the files that --state and --record name: rooms last, and the welcome is said once', async () => {
    const folder = temporaryFolder();
    const [state, record] = [join(folder, 'state.json'), join(folder, 'record.jsonl')];
    const first = await startSandbox('--port', '0', '--state', state, '--record', record);
    await type(first.ready, 'mary', 'ops greet');
    first.child.kill('SIGINT');
    await first.ended;
    const second = await startSandbox('--port', '0', '--state', state);
    const said = await texts(second.ready, 'ops');
    expect(said.filter((text) => text.includes('Welcome'))).toHaveLength(1);
    expect(said).toContainEqual(expect.stringContaining('Hello, mary'));
    const lines = readFileSync(record, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as object).length).toBeGreaterThan(10);
    expect(lines.join('\n')).not.toContain(first.ready.botToken);
  });
});
