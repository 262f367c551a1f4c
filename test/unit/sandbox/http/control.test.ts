import { fetch } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../../src/sandbox/server.ts';
import { type Answer, call, connect } from '../client.ts';

const time = 1_700_000_000_000;
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ people: [{ name: 'mary' }, { name: 'tom' }], channels: ['ops'], time });
});
afterAll(() => sandbox.close());

async function ask(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(`http://127.0.0.1:${sandbox.port}/control${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: text }),
  });
  return { status: response.status, ...((await response.json()) as object) };
}
const post = (name: string, body: unknown = {}) => ask('POST', `/${name}`, body);

describe('the control API', () => {
  it('says what is needed to use the sandbox', async () => {
    expect(await ask('GET', '')).toEqual({
      status: 200,
      page: `http://127.0.0.1:${sandbox.port}/`,
      api: sandbox.apiUrl,
      appToken: sandbox.appToken,
      botToken: sandbox.botToken,
      team: sandbox.team,
      bot: sandbox.bot,
      channels: sandbox.channels,
      people: sandbox.people,
    });
  });

  it('speaks and edits as people, and shows what is in a room', async () => {
    const said = await post('say', { as: 'mary', channel: '#ops', text: 'teh' });
    expect(said).toEqual({ status: 200, ok: true, channel: sandbox.channels[0]?.id, ts: expect.any(String) });
    await post('say', { as: 'tom', channel: '#ops', text: 'what?', thread: said.ts });
    await post('edit', { as: 'mary', channel: '#ops', ts: said.ts, text: 'the' });
    const { messages } = await ask('GET', '/messages?channel=%23ops');
    expect(messages.map(({ text }: Answer) => text)).toEqual(['the', 'what?']);
  });

  it('presses buttons for people, and hands out what the app answered', async () => {
    const line = await connect(sandbox, { acks: false });
    const button = { type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } };
    const blocks = [{ type: 'actions', elements: [button] }];
    const { ts } = await call(sandbox, 'chat.postMessage', { channel: '#ops', text: 'Go?', blocks });
    const pressed = post('press', { as: 'tom', channel: '#ops', ts, actionId: 'go' });
    const interactive = () => line.envelopes().find(({ type }) => type === 'interactive');
    while (!interactive()) await new Promise((resolve) => setTimeout(resolve, 2));
    line.ack(interactive(), { fine: true });
    expect(await pressed).toMatchObject({ ok: true, acked: true, payload: { fine: true } });
    sandbox.drop();
  });

  it('moves the clock, and tells what the app called', async () => {
    const { now } = await post('clock', { advance: 60_000 });
    expect(now).toBe(sandbox.clock.now());
    await call(sandbox, 'auth.test');
    const { calls } = await ask('GET', '/calls');
    expect(calls.at(-1)).toMatchObject({ method: 'auth.test', ok: true, at: now });
  });

  it('sets faults of every kind, and forgets them', async () => {
    await post('faults', {
      next: { 'auth.test': { error: 'fatal_error' } },
      always: { 'team.info': { status: 500 } },
      delivery: { duplicate: 1 },
      linkDisabled: true,
    });
    expect((await call(sandbox, 'auth.test')).error).toBe('fatal_error');
    expect((await fetch(`${sandbox.apiUrl}team.info`)).status).toBe(500);
    expect((await call(sandbox, 'apps.connections.open', {}, sandbox.appToken)).error).toBe('access_denied');
    expect((await ask('DELETE', '/faults?method=team.info')).ok).toBe(true);
    expect((await fetch(`${sandbox.apiUrl}team.info`)).status).toBe(200);
    await ask('DELETE', '/faults');
    expect((await call(sandbox, 'apps.connections.open', {}, sandbox.appToken)).ok).toBe(true);
  });

  it('ends connections, sends again, and takes the app out of a room and back', async () => {
    const line = await connect(sandbox);
    expect((await ask('GET', '/connections')).connections).toBe(1);
    await post('disconnect', { reason: 'warning' });
    const { ts } = await post('say', { as: 'mary', channel: '#ops', text: 'again' });
    await post('redeliver', { ts, attempt: 2 });
    const about = () => line.envelopes().filter(({ payload }) => payload.event?.ts === ts);
    while (about().length < 2) await new Promise((resolve) => setTimeout(resolve, 2));
    expect(about().map(({ retry_attempt: attempt }) => attempt)).toEqual([0, 2]);
    expect(line.frames.some(({ reason }) => reason === 'warning')).toBe(true);
    await post('kick', { channel: '#ops' });
    expect((await call(sandbox, 'chat.postMessage', { channel: '#ops', text: 'x' })).error).toBe('not_in_channel');
    await post('invite', { channel: '#ops' });
    expect((await call(sandbox, 'chat.postMessage', { channel: '#ops', text: 'x' })).ok).toBe(true);
    const closed = new Promise((resolve) => line.socket.on('close', resolve));
    await post('drop');
    await closed;
  });

  it.each<[string, unknown, string]>([
    ['say', { as: 'mary', channel: '#ops' }, 'say: text is missing, a text'],
    ['say', { as: 'eve', channel: '#ops', text: 'x' }, 'nobody here is called eve (people: mary, tom)'],
    [
      'say',
      { as: 'mary', channel: '#ops', text: 'x', loud: true },
      'say: there is no loud (known: as, channel, text, raw, smart, thread)',
    ],
    ['say', { as: 'mary', channel: '#ops', text: ' ' }, 'no_text'],
    ['say', [], 'say is an object, not []'],
    ['say', '{', 'the body is not JSON'],
    ['redeliver', { ts: '1.0' }, 'no event about 1.0 was sent'],
    [
      'disconnect',
      { reason: 'boredom' },
      'disconnect: reason is one of warning, refresh_requested, link_disabled, too_many_websockets, not "boredom"',
    ],
    ['disconnect', {}, 'disconnect: reason is missing'],
    [
      'clock',
      { advance: 9e15 },
      'the clock moves by 0 to 5558118340000 ms (to the year 2200), not by 9000000000000000 ms',
    ],
    ['clock', { advance: -1 }, 'clock: advance is a whole number from 0, not -1'],
    ['faults', { leaveTcpOpen: 'yes' }, 'faults: leaveTcpOpen is true or false, not "yes"'],
    [
      'faults',
      { next: { 'auth.test': { when: 'now' } } },
      'a fault of auth.test: when is one of before, after, not "now"',
    ],
  ])('answers to %s with %j what is wrong', async (name, body, sentence) => {
    expect(await post(name, body)).toEqual({ status: 400, ok: false, error: sentence });
  });

  it('knows no other act, and no prototype', async () => {
    for (const name of ['dance', 'constructor', '__proto__']) expect((await post(name)).status).toBe(404);
    expect(await ask('PUT', '/say', {})).toMatchObject({
      status: 404,
      error: expect.stringMatching(/^there is no PUT .+GET: calls.+messages; POST: say.+; DELETE: faults/),
    });
    expect((await ask('GET', '/messages')).status).toBe(400);
  });

  it.each([
    ['', { origin: 'https://evil.example' }],
    ['/say', { origin: 'https://evil.example' }],
    ['/say', { 'sec-fetch-site': 'cross-site' }],
  ])('is not for a page elsewhere that asks for %s with %j', async (path, headers) => {
    const body = { as: 'mary', channel: '#ops', text: 'ops deploy prod' };
    const method = path === '' ? 'GET' : 'POST';
    const refused = await ask(method, path, path === '' ? undefined : body, headers);
    expect(refused).toEqual({ status: 403, ok: false, error: 'a page elsewhere may not drive this sandbox' });
    expect(sandbox.messages('#ops').map(({ text }) => text)).not.toContain('ops deploy prod');
  });
});
