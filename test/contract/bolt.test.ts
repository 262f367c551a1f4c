import type { App } from '@slack/bolt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Message, type Sandbox, startSandbox } from '../../src/sandbox/server.ts';
import { messageText } from '../../src/sandbox/text/text.ts';
import { startEchoApp } from './echo-app.ts';

let sandbox: Sandbox;
let channel: string;
let app: App;
beforeAll(async () => {
  const shortcuts = [{ callbackId: 'quote', type: 'message' as const }, { callbackId: 'new' }];
  sandbox = await startSandbox({
    people: [{ name: 'mary' }, { name: 'tom' }],
    channels: ['ops'],
    shortcuts,
    time: Date.UTC(2026, 10, 21),
  });
  channel = sandbox.channels[0]?.id ?? '';
  app = await startEchoApp(sandbox);
});
afterAll(async () => {
  await app.stop();
  await sandbox.close();
});

const idOf = (name: string) => sandbox.people.find((person) => person.name === name)?.id ?? '';
const names = (id: string) => sandbox.people.find((person) => person.id === id)?.name;

/** The latest message that the person reads so, in a room that they see. */
const reads = (as: string, text: string, room = '#ops'): Promise<Message> =>
  sandbox.waitFor(({ messages }) =>
    messages(room).findLast(
      (message) =>
        (message.ephemeralTo === undefined || message.ephemeralTo === idOf(as)) && messageText(message, names) === text,
    ),
  );

/** The modal on top, by its title. */
const sees = (as: string, title: string) =>
  sandbox.waitFor(({ views }) => (views(as).at(-1)?.title?.['text'] === title ? views(as).at(-1) : undefined));

const say = (text: string, room = '#ops') => sandbox.say({ as: 'mary', channel: room, text });
const asked = '[Go] [Tell everybody] [Fill in a form] [Where] [Version]';

/** The message with controls that the app answers a mention with. */
async function ask(): Promise<Message> {
  const { ts } = await say('@ops now');
  return sandbox.waitFor(({ messages }) =>
    messages(channel).find((message) => message.thread_ts === ts && messageText(message) === asked),
  );
}

const press = (message: Message, actionId: string, value?: string) =>
  sandbox.press({ as: 'tom', channel, ts: message.ts, actionId, ...(value === undefined ? {} : { value }) });

async function openForm(): Promise<void> {
  await press(await ask(), 'form');
  await sees('tom', 'Form');
}

describe('messages', () => {
  it('are echoed in a channel and in direct messages', async () => {
    await say('echo <a> & b');
    await reads('tom', 'heard: echo <a> & b');
    await say('echo me', '@mary');
    await reads('mary', 'heard: echo me', '@mary');
  });

  it('that mention the app get controls in their thread', async () => {
    const { ts } = await say('@ops deploy');
    const answer = await reads('tom', asked);
    expect(answer).toMatchObject({ thread_ts: ts, user: sandbox.bot.userId });
  });
});

describe('controls', () => {
  it('a button takes the place of its message through respond', async () => {
    const question = await ask();
    expect(await press(question, 'go')).toMatchObject({ acked: true });
    expect((await reads('mary', 'going: it')).ts).toBe(question.ts);
  });

  it('a button makes the app say something to everybody', async () => {
    await press(await ask(), 'tell');
    expect(await reads('mary', '@tom told me')).toMatchObject({ user: sandbox.bot.userId });
  });

  it('a select answers the person alone', async () => {
    await press(await ask(), 'where', 'uat');
    expect(await reads('tom', 'to uat')).toMatchObject({ ephemeralTo: idOf('tom') });
    expect(sandbox.messages(channel).some(({ text, ephemeralTo }) => text === 'to uat' && !ephemeralTo)).toBe(false);
  });

  it('an external select offers what the app has for the typed text', async () => {
    const { ts } = await ask();
    const { options } = await sandbox.suggest({ as: 'tom', channel, ts, actionId: 'version', text: 'v1' });
    expect(options.map(({ value }) => value)).toEqual(['v1.0', 'v1.1']);
    await sandbox.press({ as: 'tom', channel, ts, actionId: 'version', value: 'v1.1' });
    await reads('tom', 'version v1.1');
  });
});

describe('a slash command', () => {
  it('is answered by the ack, to the person alone', async () => {
    expect(await sandbox.command({ as: 'mary', channel: '#ops', text: 'quickly' })).toMatchObject({ acked: true });
    expect(await reads('mary', 'at once')).toMatchObject({ ephemeralTo: idOf('mary') });
  });

  it('is answered by respond, to everybody', async () => {
    await sandbox.command({ as: 'mary', channel: '#ops', text: 'deploy uat' });
    expect(await reads('tom', 'ran deploy uat')).toMatchObject({ user: sandbox.bot.userId });
  });

  it('without an ack tells the person so', async () => {
    const sent = sandbox.command({ as: 'mary', channel: '#ops', text: 'nothing' });
    sandbox.clock.advance(3000);
    expect((await sent).acked).toBe(false);
    expect(await reads('mary', '/ops failed with the error "dispatch_failed"')).toMatchObject({ user: 'USLACKBOT' });
  });
});

describe('a modal', () => {
  it('opens from a button, refuses what is wrong, and closes when it is right', async () => {
    await openForm();
    const submit = (service: string) => sandbox.submit({ as: 'tom', values: { service: { it: service } } });
    expect((await sandbox.submit({ as: 'tom' })).errors).toEqual({ service: 'Please complete this required field.' });
    expect((await submit('poem')).errors).toEqual({ service: 'There is no poem.' });
    expect((await sees('tom', 'Form'))?.callback_id).toBe('form');
    await submit('next');
    await sees('tom', 'Next');
    expect(await submit('web')).toEqual({ acked: true, payload: {} });
    expect(sandbox.views('tom')).toEqual([]);
    await reads('tom', 'sent web', '@tom');
  });

  it('is updated, and has another on top of it', async () => {
    await openForm();
    await sandbox.press({ as: 'tom', actionId: 'rename' });
    await sees('tom', 'Renamed');
    await sandbox.press({ as: 'tom', actionId: 'deeper' });
    await sees('tom', 'More');
    expect(sandbox.views('tom')).toHaveLength(2);
    await sandbox.submit({ as: 'tom', values: { reason: { it: 'it is slow' } } });
    await sees('tom', 'Because it is slow');
    sandbox.closeView('tom');
    expect(sandbox.views('tom')).toEqual([]);
    await reads('tom', 'closed', '@tom');
  });

  it('opens from a global shortcut', async () => {
    expect(await sandbox.shortcut({ as: 'mary', callbackId: 'new' })).toMatchObject({ acked: true });
    await sees('mary', 'From a shortcut');
    sandbox.closeView('mary');
  });
});

it('a shortcut of a message answers in its room', async () => {
  const { ts } = await say('quote me');
  await sandbox.shortcut({ as: 'tom', callbackId: 'quote', channel: '#ops', ts });
  await reads('mary', 'quoted: quote me');
});

it('the App Home is published when it is opened, and again by its button', async () => {
  const shows = (text: string) =>
    sandbox.waitFor(
      ({ home }) =>
        (home('mary') && messageText({ text: '', blocks: home('mary')?.blocks ?? [] }) === text) || undefined,
    );
  expect(sandbox.home('mary')).toBe(undefined);
  sandbox.openHome('mary');
  await shows('Welcome\n[Refresh]');
  await sandbox.press({ as: 'mary', actionId: 'refresh' });
  await shows('Fresh\n[Refresh]');
  expect(sandbox.home('tom')).toBe(undefined);
});

it('a file is shared with its comment', async () => {
  await say('file please');
  const shared = await reads('tom', 'Here it is\n[A log]');
  expect(sandbox.file(String(shared.files?.[0]?.['id'])).content.toString()).toBe('one\ntwo\n');
});

it('an answer is streamed into the thread', async () => {
  const { ts } = await say('count');
  const streamed = await sandbox.waitFor(({ messages }) =>
    messages(channel).find((message) => message.thread_ts === ts && message.streaming_state === 'completed'),
  );
  expect(messageText(streamed)).toBe('one two three');
});

it('goes on after a refresh', async () => {
  await app.stop();
  app = await startEchoApp(sandbox, 1000);
  sandbox.disconnect('refresh_requested');
  await sandbox.waitFor(() => sandbox.connections() === 0 || undefined);
  await say('echo after the refresh');
  await reads('mary', 'heard: echo after the refresh');
});
