import { fetch } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import { slackLimits } from '../../../../src/sandbox/api/limits.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../../src/sandbox/server.ts';

const time = 1_700_000_000_000;
let sandbox: Sandbox;
afterEach(() => sandbox.close());

const start = async (options: SandboxOptions = {}): Promise<void> => {
  sandbox = await startSandbox({ channels: ['ops', 'quiet'], time, ...options });
};

async function ask(method: string, args: object = {}, token = sandbox.botToken) {
  const response = await fetch(sandbox.apiUrl + method, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(args),
  });
  const { error } = (await response.json()) as { error?: string };
  return { status: response.status, error, wait: response.headers.get('retry-after') };
}

const post = (channel = '#ops') => ask('chat.postMessage', { channel, text: 'x' });
const statuses = (answers: readonly { status: number }[]) => answers.map(({ status }) => status);

async function several(count: number, call: () => ReturnType<typeof ask>) {
  const answers = [];
  for (let at = 0; at < count; at += 1) answers.push(await call());
  return answers;
}

describe('rate limits', () => {
  it('are off unless asked for', async () => {
    await start();
    expect(new Set(statuses(await several(120, () => ask('chat.update'))))).toEqual(new Set([200]));
  });

  it('refuse a call too many in a minute, and say how long to wait', async () => {
    await start({ limits: true });
    const few = slackLimits['users.list'] ?? 0;
    expect(new Set(statuses(await several(few, () => ask('users.list'))))).toEqual(new Set([200]));
    sandbox.clock.advance(20_500);
    expect(await ask('users.list')).toEqual({ status: 429, error: 'ratelimited', wait: '40' });
    expect((await ask('users.info', { user: sandbox.bot.userId })).status).toBe(200);
    expect((await ask('users.list', {}, sandbox.people[0]?.token)).status).toBe(200);
    sandbox.clock.advance(39_500);
    expect((await ask('users.list')).status).toBe(200);
  });

  it('let a room have a message a second, after a few at once', async () => {
    await start({ limits: true });
    expect(statuses(await several(6, post))).toEqual([200, 200, 200, 200, 200, 429]);
    expect((await post('#quiet')).status).toBe(200);
    expect((await post(sandbox.channels[0]?.id)).wait).toBe('1');
    sandbox.clock.advance(1000);
    expect(statuses(await several(2, post))).toEqual([200, 429]);
    sandbox.clock.advance(60_000);
    expect(statuses(await several(6, post))).toEqual([200, 200, 200, 200, 200, 429]);
  });

  it('can be set for single methods', async () => {
    await start({ limits: { 'auth.test': 1, 'chat.postMessage': 100 } });
    expect(statuses(await several(2, () => ask('auth.test')))).toEqual([200, 429]);
    expect(new Set(statuses(await several(30, post)))).toEqual(new Set([200]));
  });

  it('do not count who has no token of the workspace', async () => {
    await start({ limits: { 'auth.test': 1 } });
    const answers = await several(3, () => ask('auth.test', {}, 'xoxb-wrong'));
    expect(answers.map(({ error }) => error)).toEqual(['invalid_auth', 'invalid_auth', 'invalid_auth']);
  });

  it('that are none are refused', async () => {
    await start();
    await expect(startSandbox({ limits: { 'auth.test': -1 } })).rejects.toMatchObject({
      code: 'invalid',
      message: 'limits: auth.test is a whole number from 0, not -1',
    });
  });
});
