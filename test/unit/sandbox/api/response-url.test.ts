import { fetch } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../../src/sandbox/server.ts';
import { connectApp, type TestApp } from '../app.ts';
import { call } from '../client.ts';

const go = { type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } };
const blocks = [{ type: 'actions', elements: [go] }];

let sandbox: Sandbox;
let channel: string;
let tom: string;
let app: TestApp;
beforeEach(async () => {
  sandbox = await startSandbox({
    people: [{ name: 'mary' }, { name: 'tom' }],
    channels: ['ops'],
    time: 1_763_700_000_000,
  });
  channel = sandbox.channels[0]?.id ?? '';
  tom = sandbox.people[1]?.id ?? '';
  app = await connectApp(sandbox);
});
afterEach(() => sandbox.close());

async function post(url: string, body: object): Promise<[number, string]> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return [response.status, await response.text()];
}

/** The address that tom's press of a button in the message gives. */
async function pressed(ts: string): Promise<string> {
  await sandbox.press({ as: 'tom', channel, ts, actionId: 'go' });
  return app.done().at(-1).response_url;
}

const ask = async (more = {}): Promise<string> =>
  (await call(sandbox, 'chat.postMessage', { channel, text: 'Go?', blocks, ...more })).ts;
const latest = () => sandbox.messages(channel).at(-1);
const at = (ts: string) => sandbox.messages(channel).find((message) => message.ts === ts);

describe('the address of a press', () => {
  it('answers the person alone, in the room, unless told otherwise', async () => {
    const url = await pressed(await ask());
    expect(await post(url, { text: 'only you' })).toEqual([200, 'ok']);
    expect(latest()).toMatchObject({ text: 'only you', ephemeralTo: tom });
    expect(await post(url, { text: 'everybody', response_type: 'in_channel' })).toEqual([200, 'ok']);
    expect(latest()).toMatchObject({ text: 'everybody', bot_id: sandbox.bot.botId });
    expect(latest()).not.toHaveProperty('ephemeralTo');
  });

  it('replaces the message, and takes it away', async () => {
    const ts = await ask();
    const url = await pressed(ts);
    await post(url, { text: 'Gone', replace_original: true });
    expect(at(ts)).toMatchObject({ text: 'Gone' });
    expect(at(ts)).not.toHaveProperty('blocks');
    await post(url, { delete_original: true });
    expect(at(ts)).toBe(undefined);
  });

  it('replaces what only the person sees', async () => {
    const { message_ts: ts } = await call(sandbox, 'chat.postEphemeral', { channel, user: tom, text: 'Go?', blocks });
    await post(await pressed(ts), { text: 'Gone', replace_original: 'true' });
    expect(at(ts)).toMatchObject({ text: 'Gone', ephemeralTo: tom });
  });

  it('answers in the thread only with thread_ts', async () => {
    const thread_ts = await ask();
    const url = await pressed(await ask({ thread_ts }));
    await post(url, { text: 'in the room' });
    expect(latest()).not.toHaveProperty('thread_ts');
    await post(url, { text: 'in the thread', thread_ts, replace_original: false });
    expect(latest()).toMatchObject({ text: 'in the thread', thread_ts });
  });

  it('is good five times', async () => {
    const url = await pressed(await ask());
    for (let count = 0; count < 5; count += 1) await post(url, { text: `${count}` });
    expect(await post(url, { text: 'sixth' })).toEqual([404, '{"ok":false,"error":"used_url"}']);
    expect(latest()?.text).toBe('4');
  });

  it('is good for half an hour of the workspace', async () => {
    const url = await pressed(await ask());
    sandbox.clock.advance(30 * 60_000);
    expect(await post(url, { text: 'just in time' })).toEqual([200, 'ok']);
    sandbox.clock.advance(1);
    expect(await post(url, { text: 'late' })).toEqual([404, '{"ok":false,"error":"expired_url"}']);
  });

  it.each([
    [{}, 'no_text'],
    [{ blocks: [{ type: 'poem' }] }, 'invalid_blocks'],
  ])('refuses %j', async (body, error) => {
    const [status, text] = await post(await pressed(await ask()), body);
    expect([status, JSON.parse(text).error]).toEqual([400, error]);
  });

  it("is nobody else's to guess", async () => {
    const url = await pressed(await ask());
    expect(
      (
        await post(
          url.replace(/.$/u, (last) => (last === '0' ? '1' : '0')),
          { text: 'x' },
        )
      )[0],
    ).toBe(404);
  });
});

describe('the address of a command', () => {
  it('posts anew, whatever it is asked to replace', async () => {
    await sandbox.command({ as: 'tom', channel });
    const url = app.done()[0].response_url;
    expect(url).toContain('/commands/');
    await post(url, { text: 'one' });
    await post(url, { text: 'two', replace_original: true });
    await post(url, { text: 'three', response_type: 'in_channel' });
    const shown = sandbox.messages(channel).map(({ text, ephemeralTo }) => [text, ephemeralTo]);
    expect(shown).toEqual([
      ['one', tom],
      ['two', tom],
      ['three', undefined],
    ]);
  });
});
