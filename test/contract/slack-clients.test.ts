import { App, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { SocketModeClient } from '@slack/socket-mode';
import { type UsersListResponse, WebClient } from '@slack/web-api';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts';

const people = [{ name: 'mary' }, { name: 'tom' }];
const logger: Logger = {
  ...{ debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, setName() {} },
  getLevel: () => LogLevel.ERROR,
};
const quick = { clientPingTimeout: 60, logger };
const apiOptions = ({ apiUrl }: Sandbox) => ({ slackApiUrl: apiUrl, retryConfig: { retries: 0 }, logger });

describe('@slack/web-api', () => {
  let sandbox: Sandbox;
  let channel: string;
  let web: WebClient;
  beforeAll(async () => {
    sandbox = await startSandbox({ people, channels: ['ops'] });
    channel = sandbox.channels[0]?.id ?? '';
    web = new WebClient(sandbox.botToken, {
      ...apiOptions(sandbox),
      rejectRateLimitedCalls: true,
    });
  });
  afterAll(() => sandbox.close());

  it('posts, edits, reads and deletes', async () => {
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: '*hi*' } }] as const;
    const { ts = '' } = await web.chat.postMessage({ channel, text: 'hi', blocks: [...blocks] });
    await web.chat.postMessage({ channel, text: 'reply', thread_ts: ts });
    await web.chat.update({ channel, ts, text: 'edited' });
    const { messages } = await web.conversations.replies({ channel, ts });
    expect(messages?.map(({ text }) => text)).toEqual(['edited', 'reply']);
    await web.reactions.add({ channel, timestamp: ts, name: 'eyes' });
    expect((await web.conversations.history({ channel })).messages?.[0]?.reactions?.[0]?.name).toBe('eyes');
    expect((await web.chat.getPermalink({ channel, message_ts: ts })).permalink).toContain(channel);
    expect((await web.chat.delete({ channel, ts })).ok).toBe(true);
  });

  it('pages through people and rooms', async () => {
    const names: (string | undefined)[] = [];
    for await (const page of web.paginate('users.list', { limit: 1 })) {
      names.push(...((page as UsersListResponse).members ?? []).map(({ name }) => name));
    }
    expect(names).toEqual(['mary', 'tom', 'ops']);
    expect((await web.conversations.list()).channels?.map(({ name }) => name)).toEqual(['ops']);
    expect((await web.team.info()).team?.id).toBe(sandbox.team.id);
  });

  it('gets the names of errors, and what is wrong with blocks', async () => {
    await expect(web.chat.postMessage({ channel: 'C404', text: 'x' })).rejects.toMatchObject({
      code: 'slack_webapi_platform_error',
      data: { error: 'channel_not_found' },
    });
    const blocks = [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }] as const;
    await expect(web.chat.postMessage({ channel, text: 'x', blocks: [...blocks] })).rejects.toMatchObject({
      data: { error: 'invalid_blocks', response_metadata: { messages: [expect.stringContaining('/blocks/0')] } },
    });
  });

  it('gets rate limits and server errors as they are', async () => {
    sandbox.faults.next('chat.update', { rateLimited: 3 });
    await expect(web.chat.update({ channel, ts: '1.000001', text: 'x' })).rejects.toMatchObject({ retryAfter: 3 });
    sandbox.faults.next('chat.postMessage', { status: 500, when: 'after' });
    await expect(web.chat.postMessage({ channel, text: 'lost answer' })).rejects.toMatchObject({ statusCode: 500 });
    expect(sandbox.messages(channel).at(-1)?.text).toBe('lost answer');
  });

  it('uploads a file with uploadV2', async () => {
    const content = Buffer.from('line 1\nline 2');
    const upload = {
      file: content,
      filename: 'out.log',
      title: 'Output',
      channel_id: channel,
      initial_comment: 'done',
    };
    const answer = (await web.files.uploadV2(upload)) as unknown as { files: { files: { id: string }[] }[] };
    const id = answer.files[0]?.files[0]?.id ?? '';
    const shared = await sandbox.waitFor(({ messages }) =>
      messages(channel).find(({ files }) => files?.[0]?.['id'] === id),
    );
    expect(shared.text).toBe('done');
    expect((await web.files.info({ file: id })).file).toMatchObject({ title: 'Output', size: content.length });
  });

  it('acts as a person with their token', async () => {
    const mary = new WebClient(sandbox.people[0]?.token, apiOptions(sandbox));
    const { ts } = await mary.chat.postMessage({ channel, text: '@ops &lt;go&gt;' });
    const said = sandbox.messages(channel).find((message) => message.ts === ts);
    expect(said).toMatchObject({ user: sandbox.people[0]?.id, text: `<@${sandbox.bot.userId}> &lt;go&gt;` });
  });
});

describe('@slack/socket-mode', () => {
  let sandbox: Sandbox;
  let client: SocketModeClient;
  let heard: { text: string; type: string; retry: number | undefined }[];
  beforeEach(async () => {
    sandbox = await startSandbox({ people, channels: ['ops'], ackTimeout: 60 });
    heard = [];
    client = new SocketModeClient({ ...quick, appToken: sandbox.appToken, clientOptions: apiOptions(sandbox) });
  });
  afterEach(async () => {
    await client.disconnect();
    await sandbox.close();
  });

  const start = async (acks: (count: number) => boolean = () => true): Promise<void> => {
    client.on('slack_event', async ({ ack, body, retry_num: retry }) => {
      heard.push({ text: body.event?.text ?? body.type, type: body.event?.type ?? body.type, retry });
      if (acks(heard.length)) await ack();
    });
    await client.start();
  };
  const say = (text: string) => sandbox.say({ as: 'mary', channel: '#ops', text });
  const hears = (count: number) =>
    expect.poll(() => heard.length, { timeout: 5000, interval: 5 }).toBeGreaterThanOrEqual(count);
  const texts = () => heard.map(({ text }) => text);

  it('hears messages and mentions', async () => {
    await start();
    await say('hi');
    await say('@ops go');
    await hears(3);
    expect(heard.map(({ type }) => type)).toEqual(['message', 'message', 'app_mention']);
  });

  it('hears again what it did not ack', async () => {
    await start((count) => count > 1);
    await say('once more');
    await hears(2);
    expect(heard.map(({ retry }) => retry)).toEqual([0, 1]);
  });

  it('comes back after refresh_requested and hears what was said meanwhile', async () => {
    await start();
    sandbox.disconnect('refresh_requested');
    await sandbox.waitFor(() => sandbox.connections() === 0 || undefined);
    await say('meanwhile');
    await hears(1);
    expect(texts()).toContain('meanwhile');
    expect(sandbox.connections()).toBe(1);
  });

  it('comes back after its connection was cut', async () => {
    await start();
    sandbox.drop();
    await sandbox.waitFor(() => sandbox.connections() === 0 || undefined);
    await say('still there?');
    await hears(1);
  });

  it('acks a thousand events', async () => {
    await start();
    for (let count = 0; count < 1000; count += 1) await say(`line ${count}`);
    await hears(1000);
    expect(new Set(texts()).size).toBe(1000);
  });

  it('is refused with a wrong token', async () => {
    const other = new SocketModeClient({ ...quick, appToken: 'xapp-no', clientOptions: apiOptions(sandbox) });
    await expect(other.start()).rejects.toMatchObject({ data: { error: 'invalid_auth' } });
    await start();
  });
});

describe('an echo app on @slack/bolt', () => {
  let sandbox: Sandbox;
  let channel: string;
  let app: App;
  beforeAll(async () => {
    sandbox = await startSandbox({ people, channels: ['ops'] });
    channel = sandbox.channels[0]?.id ?? '';
    const { appToken, botToken } = sandbox;
    const receiver = new SocketModeReceiver({
      appToken,
      installerOptions: { clientOptions: apiOptions(sandbox) },
      ...quick,
    });
    app = new App({ token: botToken, logger, clientOptions: apiOptions(sandbox), receiver });
    app.message('echo', async ({ message, say }) => {
      await say(`heard: ${'text' in message ? message.text : ''}`);
    });
    app.event('app_mention', async ({ event, client }) => {
      const button = {
        type: 'button',
        action_id: 'go',
        text: { type: 'plain_text', text: 'Go' },
        value: 'it',
      } as const;
      const blocks = [{ type: 'actions', elements: [button] }] as const;
      await client.chat.postMessage({ channel: event.channel, thread_ts: event.ts, text: 'Go?', blocks: [...blocks] });
    });
    app.action('go', async ({ ack, respond, action }) => {
      await ack();
      await respond({ text: `going: ${'value' in action ? action.value : ''}`, replace_original: true });
    });
    app.message('file', async ({ client, message }) => {
      const file = Buffer.from('log');
      await client.files.uploadV2({ channel_id: message.channel, file, filename: 'a.log', title: 'A log' });
    });
    await app.start();
  });
  afterAll(async () => {
    await app.stop();
    await sandbox.close();
  });

  const said = (text: string, room = channel) =>
    sandbox.waitFor(({ messages }) => messages(room).find((message) => message.text === text));

  it('echoes in a channel and in direct messages', async () => {
    await sandbox.say({ as: 'mary', channel: '#ops', text: 'echo <a> & b' });
    await said('heard: echo &lt;a&gt; &amp; b');
    await sandbox.say({ as: 'tom', channel: '@tom', text: 'echo me' });
    await said('heard: echo me', '@tom');
  });

  it('answers a mention with a button, and a press through response_url', async () => {
    const { ts } = await sandbox.say({ as: 'mary', channel: '#ops', text: '@ops deploy' });
    const asked = await said('Go?');
    expect(asked.thread_ts).toBe(ts);
    expect((await sandbox.press({ as: 'tom', channel, ts: asked.ts, actionId: 'go' })).acked).toBe(true);
    expect((await said('going: it')).ts).toBe(asked.ts);
  });

  it('uploads a file', async () => {
    await sandbox.say({ as: 'mary', channel: '#ops', text: 'file please' });
    const shared = await sandbox.waitFor(({ messages }) => messages(channel).find(({ files }) => files));
    expect(shared.files).toMatchObject([{ title: 'A log', user: sandbox.bot.userId }]);
  });

  it('goes on after a refresh', async () => {
    sandbox.disconnect('refresh_requested');
    await sandbox.waitFor(() => sandbox.connections() === 0 || undefined);
    await sandbox.say({ as: 'mary', channel: '#ops', text: 'echo after the refresh' });
    await said('heard: echo after the refresh');
  });
});
