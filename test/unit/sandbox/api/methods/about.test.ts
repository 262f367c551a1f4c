import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { type Sandbox, startSandbox } from '../../../../../src/sandbox/server.ts';
import { connectApp } from '../../app.ts';
import { type Answer, call } from '../../client.ts';

const time = 1_763_700_000_000;
const nothing = { value: '', creator: '', last_set: 0 };

let sandbox: Sandbox;
beforeEach(async () => {
  const channels = [
    'ops',
    { name: 'lounge', bot: false },
    { name: 'secret', private: true },
    { name: 'freeze', topic: 'until <Monday> & later', purpose: 'no deploys' },
  ];
  sandbox = await startSandbox({ people: [{ name: 'mary' }, { name: 'tom' }], channels, time });
  onTestFinished(() => sandbox.close());
});

const id = (name: string) => sandbox.channels.find((channel) => channel.name === name)?.id ?? '';
const set = (args: object, token = sandbox.botToken) => call(sandbox, 'conversations.setTopic', args, token);
const about = async (name: string): Promise<Answer> => {
  const { channel } = await call(sandbox, 'conversations.info', { channel: id(name) });
  const { topic, purpose } = channel;
  return { topic, purpose };
};

it('is nothing at first, or what the options say', async () => {
  expect(await about('ops')).toEqual({ topic: nothing, purpose: nothing });
  const by = { creator: sandbox.people[0]?.id, last_set: time / 1000 };
  const expected = {
    topic: { value: 'until &lt;Monday&gt; &amp; later', ...by },
    purpose: { value: 'no deploys', ...by },
  };
  expect(await about('freeze')).toEqual(expected);
  const { channels } = await call(sandbox, 'conversations.list');
  expect(channels.find(({ name }: Answer) => name === 'freeze')).toMatchObject(expected);
});

it('is set by whoever is there, and everybody sees it', async () => {
  const app = await connectApp(sandbox);
  const mary = sandbox.people[0];
  const topic = { value: 'v1.4 &amp; on', creator: mary?.id, last_set: time / 1000 };
  const answer = await set({ channel: id('ops'), topic: 'v1.4 & on' }, mary?.token);
  expect(answer).toMatchObject({ ok: true, channel: { id: id('ops'), topic } });
  expect(await about('ops')).toEqual({ topic, purpose: nothing });
  await sandbox.waitFor(() => app.events('message')[0]);
  expect(app.events('message')).toMatchObject([
    {
      ...{ subtype: 'channel_topic', topic: 'v1.4 &amp; on', user: mary?.id, channel: id('ops') },
      text: 'set the channel topic: v1.4 &amp; on',
    },
  ]);
  await set({ channel: id('ops'), topic: 'v1.4 & on' });
  await set({ channel: id('ops'), topic: '' });
  const said = sandbox.messages('#ops').map(({ text, user }) => [user, text]);
  expect(said.slice(1)).toEqual([[sandbox.bot.userId, 'cleared the channel topic']]);
});

it('is what a private channel is for, too', async () => {
  const { channel } = await call(sandbox, 'conversations.setPurpose', { channel: id('secret'), purpose: 'plans' });
  expect(channel.purpose.value).toBe('plans');
  expect(sandbox.messages('#secret')).toMatchObject([
    { subtype: 'group_purpose', text: 'set the channel purpose: plans' },
  ]);
});

it.each([
  ['without a text', () => ({ channel: id('ops') }), 'invalid_arguments'],
  ['without a channel', () => ({ topic: 'x' }), 'invalid_arguments'],
  ['of a channel that is none', () => ({ channel: 'C404', topic: 'x' }), 'channel_not_found'],
  ['where the app is not', () => ({ channel: id('lounge'), topic: 'x' }), 'not_in_channel'],
  ['that is too long', () => ({ channel: id('ops'), topic: 'x'.repeat(251) }), 'too_long'],
])('is not set %s', async (_, args, error) => {
  expect(await set(args())).toMatchObject({ ok: false, error });
});

it('is not set of direct messages', async () => {
  const { channel } = await call(sandbox, 'conversations.open', { users: sandbox.people[0]?.id });
  expect((await set({ channel: channel.id, topic: 'x' })).error).toBe('method_not_supported_for_channel_type');
});

it('has up to 250 characters in the options too', async () => {
  const channels = [{ name: 'ops', purpose: 'x'.repeat(251) }];
  await expect(startSandbox({ channels })).rejects.toThrow('a channel: purpose has up to 250 characters, not 251');
});
