import { SocketModeClient } from '@slack/socket-mode';
import {
  type ConversationsMembersResponse,
  type Logger,
  LogLevel,
  type UsersListResponse,
  WebClient,
} from '@slack/web-api';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts';

const people = [{ name: 'mary' }, { name: 'tom' }];
const logger: Logger = {
  ...{ debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, setName() {} },
  getLevel: () => LogLevel.ERROR,
};
/** Gives up nobody who is slow. */
const patient = { clientPingTimeout: 60_000, logger };
/** Connects again so soon: it waits that long before it does. */
const quick = { ...patient, clientPingTimeout: 1000 };
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

  it('streams with chatStream', async () => {
    const { ts: thread = '' } = await web.chat.postMessage({ channel, text: 'go' });
    const recipient = { recipient_team_id: sandbox.team.id, recipient_user_id: sandbox.people[0]?.id ?? '' };
    const stream = web.chatStream({ channel, thread_ts: thread, ...recipient, buffer_size: 4 });
    await stream.append({ markdown_text: '**Hello**' });
    await stream.append({ chunks: [{ type: 'task_update', id: '1', title: 'Build', status: 'in_progress' }] });
    await stream.append({ markdown_text: ' there' });
    const { message } = await stream.stop({
      chunks: [{ type: 'task_update', id: '1', title: 'Build', status: 'complete' }],
      blocks: [{ type: 'divider' }],
    });
    expect(message).toMatchObject({ text: '*Hello* there Build', streaming_state: 'completed', thread_ts: thread });
    expect(message?.blocks?.map(({ type }) => type)).toEqual(['markdown', 'task_card', 'markdown', 'divider']);
    await expect(stream.append({ markdown_text: 'more' })).rejects.toThrow('completed');
  });

  it('ends a stream to which nothing was said', async () => {
    const { ts: thread = '' } = await web.chat.postMessage({ channel, text: 'go' });
    const recipient = { recipient_team_id: sandbox.team.id, recipient_user_id: sandbox.people[0]?.id ?? '' };
    const stream = web.chatStream({ channel, thread_ts: thread, ...recipient });
    expect((await stream.stop()).message?.streaming_state).toBe('completed');
  });

  it('knows who is where, joins and leaves, and sets a status', async () => {
    const members: string[] = [];
    for await (const page of web.paginate('conversations.members', { channel, limit: 2 })) {
      members.push(...((page as ConversationsMembersResponse).members ?? []));
    }
    expect(members).toEqual([...sandbox.people.map(({ id }) => id), sandbox.bot.userId]);
    const mary = await web.users.lookupByEmail({ email: 'mary@sandbox.example' });
    expect(mary.user).toMatchObject({ name: 'mary', real_name: 'Mary' });
    expect((await web.conversations.join({ channel })).warning).toBe('already_in_channel');
    expect((await web.usergroups.list({ include_users: true })).usergroups).toEqual([]);
    expect(Object.keys((await web.emoji.list({ include_categories: true })).emoji ?? {})).toEqual([]);
    const { ts = '' } = await web.chat.postMessage({ channel, text: 'go' });
    const status = { channel_id: channel, thread_ts: ts, status: 'is thinking…', loading_messages: ['…'] };
    expect((await web.assistant.threads.setStatus(status)).ok).toBe(true);
  });

  it('is told which scope it lacks', async () => {
    const strict = await startSandbox({ people, channels: ['ops'], scopes: ['users:read'] });
    const poor = new WebClient(strict.botToken, apiOptions(strict));
    await expect(poor.chat.postMessage({ channel: '#ops', text: 'x' })).rejects.toMatchObject({
      data: {
        error: 'missing_scope',
        needed: 'chat:write',
        provided: 'users:read',
        response_metadata: { scopes: ['users:read'], acceptedScopes: ['chat:write'] },
      },
    });
    await strict.close();
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
  let client: SocketModeClient | undefined;
  let heard: { text: string; type: string; retry: number | undefined }[];
  beforeEach(async () => {
    // Its clock stands: no ack is late for a busy machine.
    sandbox = await startSandbox({ people, channels: ['ops'], time: 1_700_000_000_000 });
    heard = [];
  });
  afterEach(async () => {
    await client?.disconnect();
    client = undefined;
    await sandbox.close();
  });

  const start = async (acks: (count: number) => boolean = () => true, options = patient): Promise<void> => {
    client = new SocketModeClient({ ...options, appToken: sandbox.appToken, clientOptions: apiOptions(sandbox) });
    client.on('slack_event', async ({ ack, body, retry_num: retry }) => {
      heard.push({ text: body.event?.text ?? body.type, type: body.event?.type ?? body.type, retry });
      if (acks(heard.length)) await ack();
    });
    await client.start();
  };
  const say = (text: string) => sandbox.say({ as: 'mary', channel: '#ops', text });
  const hears = (count: number) => expect.poll(() => heard.length, { interval: 5 }).toBeGreaterThanOrEqual(count);
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
    await hears(1);
    sandbox.clock.advance(3000);
    await hears(2);
    expect(heard.map(({ retry }) => retry)).toEqual([0, 1]);
  });

  it('comes back after refresh_requested and hears what was said meanwhile', async () => {
    await start(undefined, quick);
    sandbox.disconnect('refresh_requested');
    await sandbox.waitFor(() => sandbox.connections() === 0 || undefined);
    await say('meanwhile');
    await hears(1);
    expect(texts()).toContain('meanwhile');
    expect(sandbox.connections()).toBe(1);
  });

  it('comes back after its connection was cut', async () => {
    await start(undefined, quick);
    sandbox.drop();
    await sandbox.waitFor(() => sandbox.connections() === 0 || undefined);
    await say('still there?');
    await hears(1);
  });

  it('acks a thousand events', async () => {
    // With the time that Slack gives: on a busy machine a few milliseconds are none.
    const busy = await startSandbox({ people, channels: ['ops'] });
    const acking = new SocketModeClient({ ...patient, appToken: busy.appToken, clientOptions: apiOptions(busy) });
    const lines = new Set<string>();
    acking.on('slack_event', async ({ ack, body }) => {
      lines.add(body.event?.text);
      await ack();
    });
    await acking.start();
    for (let count = 0; count < 1000; count += 1) {
      await busy.say({ as: 'mary', channel: '#ops', text: `line ${count}` });
    }
    await expect.poll(() => lines.size, { interval: 5 }).toBe(1000);
    await acking.disconnect();
    await busy.close();
  });

  it('waits for the end of TCP, where the server leaves it open after the close', async () => {
    const made = () =>
      new SocketModeClient({ ...patient, appToken: sandbox.appToken, clientOptions: apiOptions(sandbox) });
    const faults = async (init: RequestInit): Promise<void> => {
      const url = new URL('/control/faults', sandbox.apiUrl);
      expect((await fetch(url, init)).status).toBe(200);
    };
    const [left, ended] = [made(), made()];
    let isGone = false;
    left.once('disconnected', () => {
      isGone = true;
    });
    await left.start();
    await faults({ method: 'POST', body: '{"leaveTcpOpen":true}' });
    const leaving = left.disconnect();
    await sandbox.waitFor(() => sandbox.connections() === 0 || undefined);
    await faults({ method: 'DELETE' });
    await ended.start();
    await ended.disconnect();
    expect(isGone).toBe(false);
    await sandbox.close();
    await leaving;
    sandbox = await startSandbox();
  });

  it('is refused with a wrong token', async () => {
    const other = new SocketModeClient({ ...patient, appToken: 'xapp-no', clientOptions: apiOptions(sandbox) });
    await expect(other.start()).rejects.toMatchObject({ data: { error: 'invalid_auth' } });
    await start();
  });
});
