import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Sandbox, startSandbox } from '../../../../src/sandbox/server.ts';
import { until } from '../../../support/waiting.ts';
import { type Answer, call, connect } from '../client.ts';

/** The clock stands: no ack is late for a slow machine, and no retry comes before it is told to. */
const time = 1_700_000_000_000;
let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ people: [{ name: 'mary' }], channels: ['ops'], time });
});
afterEach(() => sandbox.close());

const say = (text: string, more = {}) => sandbox.say({ as: 'mary', channel: '#ops', text, ...more });
const events = (envelopes: Answer[]) => envelopes.map(({ payload }) => payload.event);

describe('a connection', () => {
  it('begins with hello', async () => {
    const { frames } = await connect(sandbox);
    expect(frames[0]).toMatchObject({ type: 'hello', num_connections: 1, connection_info: {}, debug_info: {} });
    expect(sandbox.connections()).toBe(1);
  });

  it('needs a ticket, and each ticket opens one', async () => {
    const { url } = await call(sandbox, 'apps.connections.open', {}, sandbox.appToken);
    const outcome = (address: string): Promise<string> =>
      new Promise((resolve) => {
        const socket = new WebSocket(address);
        socket.on('open', () => resolve('open'));
        socket.on('error', (error) => resolve(error.message));
      });
    expect(await outcome(url)).toBe('open');
    expect(await outcome(url)).toContain('403');
    expect(await outcome(`ws://127.0.0.1:${sandbox.port}/other`)).toContain('404');
  });

  it('is one of ten at most', async () => {
    for (let count = 0; count < 10; count += 1) await connect(sandbox);
    const eleventh = await connect(sandbox);
    expect(eleventh.frames[0]).toMatchObject({ type: 'disconnect', reason: 'too_many_websockets' });
    expect(sandbox.connections()).toBe(10);
  });

  it('survives frames that are no acks', async () => {
    const line = await connect(sandbox);
    for (const frame of ['', '{', '[]', 'null', '{"envelope_id":7}', '{"envelope_id":"nobody"}'])
      line.socket.send(frame);
    line.socket.send(Buffer.from([0, 255]));
    await say('still here');
    expect(events(await line.reach(1))[0].text).toBe('still here');
  });

  it('ends alone when its frame is broken', async () => {
    const [broken, other] = [await connect(sandbox), await connect(sandbox)];
    const closed = new Promise((resolve) => broken.socket.on('close', resolve));
    (broken.socket as Answer)._socket.write(Buffer.from([0xff, 0xff, 0xff]));
    await closed;
    await sandbox.waitFor(() => sandbox.connections() === 1 || undefined);
    await say('on');
    expect(events(await other.reach(1))[0].text).toBe('on');
  });

  it('is pinged, and ended when it does not answer', async () => {
    const quick = await startSandbox({ pingInterval: 10 });
    const { url } = await call(quick, 'apps.connections.open', {}, quick.appToken);
    const socket = new WebSocket(url, { autoPong: false });
    const pinged = new Promise((resolve) => socket.once('ping', resolve));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    await pinged;
    await closed;
    await quick.close();
  });
});

describe('being told to go', () => {
  it('is a frame on every connection', async () => {
    const lines = [await connect(sandbox), await connect(sandbox)];
    sandbox.disconnect('link_disabled');
    await until(() => lines.every(({ frames }) => frames.length > 1), 'each has heard of it');
    expect(lines.map(({ frames }) => frames.at(-1))).toMatchObject([
      { type: 'disconnect', reason: 'link_disabled', debug_info: {} },
      { type: 'disconnect', reason: 'link_disabled' },
    ]);
  });

  it('is a warning, during which events still come, and then the refresh', async () => {
    const line = await connect(sandbox);
    sandbox.disconnect('warning');
    await say('in between');
    await line.reach(1);
    const reasons = () => line.frames.filter(({ type }) => type === 'disconnect').map(({ reason }) => reason);
    expect(reasons()).toEqual(['warning']);
    sandbox.clock.advance(10_000);
    await until(() => reasons().length === 2, 'it is told again');
    expect(reasons()).toEqual(['warning', 'refresh_requested']);
  });

  it('is nothing at all when connections are cut', async () => {
    const line = await connect(sandbox);
    sandbox.drop();
    await new Promise((resolve) => line.socket.on('close', resolve));
    expect(line.frames).toHaveLength(1);
    await sandbox.waitFor(() => sandbox.connections() === 0 || undefined);
  });
});

describe('an event', () => {
  it('comes as Slack sends it', async () => {
    const line = await connect(sandbox);
    const { channel, ts } = await say('hi');
    const [envelope] = await line.reach(1);
    expect(envelope).toMatchObject({
      type: 'events_api',
      accepts_response_payload: false,
      retry_attempt: 0,
      retry_reason: '',
      payload: {
        type: 'event_callback',
        team_id: sandbox.team.id,
        event_id: expect.stringMatching(/^Ev/u),
        authorizations: [{ user_id: sandbox.bot.userId, is_bot: true }],
        event: {
          type: 'message',
          channel,
          ts,
          event_ts: ts,
          channel_type: 'channel',
          text: 'hi',
          user: sandbox.people[0]?.id,
        },
      },
    });
  });

  it('comes twice for a mention: as a message and as app_mention, with two ids and one ts', async () => {
    const line = await connect(sandbox);
    const { ts } = await say('@ops hi');
    const envelopes = await line.reach(2);
    expect(events(envelopes).map((event) => [event.type, event.ts, event.channel_type])).toEqual([
      ['message', ts, 'channel'],
      ['app_mention', ts, undefined],
    ]);
    expect(new Set(envelopes.map(({ payload }) => payload.event_id)).size).toBe(2);
  });

  it('is of type im in direct messages, and once even for a mention', async () => {
    const line = await connect(sandbox);
    await say('@ops hi', { channel: '@mary' });
    await say('end');
    const [direct, next] = events(await line.reach(2));
    expect(direct).toMatchObject({ type: 'message', channel_type: 'im' });
    expect(next.text).toBe('end');
  });

  it('comes for own posts, edits, deletions and reactions too', async () => {
    const line = await connect(sandbox);
    const channel = sandbox.channels[0]?.id;
    const { ts } = await call(sandbox, 'chat.postMessage', { channel, text: 'one' });
    await call(sandbox, 'chat.update', { channel, ts, text: 'two' });
    await call(sandbox, 'reactions.add', { channel, timestamp: ts, name: 'eyes' });
    await call(sandbox, 'chat.delete', { channel, ts });
    expect(events(await line.reach(4))).toMatchObject([
      { type: 'message', text: 'one', bot_id: sandbox.bot.botId },
      { subtype: 'message_changed', message: { text: 'two', ts }, previous_message: { text: 'one' }, hidden: true },
      {
        type: 'reaction_added',
        reaction: 'eyes',
        item: { type: 'message', channel, ts },
        item_user: sandbox.bot.userId,
      },
      { subtype: 'message_deleted', deleted_ts: ts, previous_message: { text: 'two' } },
    ]);
  });

  it('tells of a person who edits, with `edited`', async () => {
    const line = await connect(sandbox);
    const { channel, ts } = await say('teh');
    await sandbox.edit({ as: 'mary', channel, ts, text: 'the' });
    expect(events(await line.reach(2))[1]).toMatchObject({
      subtype: 'message_changed',
      message: { text: 'the', ts, edited: { user: sandbox.people[0]?.id } },
      previous_message: { text: 'teh' },
    });
  });

  it('does not come from a channel that the app left', async () => {
    const line = await connect(sandbox);
    sandbox.kick('#ops');
    await say('@ops secret');
    sandbox.invite('#ops');
    await say('open');
    const told = events(await line.reach(4)).map(({ type, text }) => [type, text]);
    expect(told).toEqual([
      ['channel_left', undefined],
      ['message', `<@${sandbox.bot.userId}> has joined the channel`],
      ['member_joined_channel', undefined],
      ['message', 'open'],
    ]);
  });

  it('goes to one of the connections', async () => {
    const lines = [await connect(sandbox), await connect(sandbox)];
    for (const text of ['1', '2', '3', '4']) await say(text);
    const texts = () => lines.flatMap((line) => events(line.envelopes()).map(({ text }) => text));
    await until(() => texts().length === 4, 'all have come');
    expect(texts().sort()).toEqual(['1', '2', '3', '4']);
    expect(lines.every((line) => line.envelopes().length > 0)).toBe(true);
  });

  it('without an ack comes again three times, with the same event_id', async () => {
    const line = await connect(sandbox, { acks: false });
    await say('hello?');
    for (const time of [3000, 63_000, 303_000, 303_000]) sandbox.clock.advance(time);
    await say('end');
    const envelopes = (await line.reach(5)).slice(0, -1);
    expect(events(line.envelopes()).at(-1).text).toBe('end');
    expect(envelopes.map(({ retry_attempt: attempt, retry_reason: reason }) => [attempt, reason])).toEqual([
      [0, ''],
      [1, 'timeout'],
      [2, 'timeout'],
      [3, 'timeout'],
    ]);
    expect(new Set(envelopes.map(({ payload }) => payload.event_id)).size).toBe(1);
  });

  it('is settled by an ack, also by a late one', async () => {
    const line = await connect(sandbox, { acks: false });
    await say('hello?');
    sandbox.clock.advance(3000);
    const [first] = await line.reach(2);
    line.ack(first);
    await sandbox.waitFor(({ isDelivered }) => isDelivered(first.payload.event.ts) || undefined);
    sandbox.clock.advance(600_000);
    await say('end');
    expect(events(await line.reach(3)).map(({ text }) => text)).toEqual(['hello?', 'hello?', 'end']);
  });

  it('waits while nobody is connected, and then comes as a retry, in order', async () => {
    await say('1');
    await say('2');
    const line = await connect(sandbox);
    const envelopes = await line.reach(2);
    expect(envelopes.map(({ payload, retry_attempt: attempt }) => [payload.event.text, attempt])).toEqual([
      ['1', 1],
      ['2', 1],
    ]);
  });

  it('comes again on demand', async () => {
    const line = await connect(sandbox);
    const { ts } = await say('@ops twice');
    sandbox.redeliver(ts);
    const envelopes = await line.reach(4);
    const ids = envelopes.map(({ payload }) => payload.event_id);
    expect(ids.slice(2)).toEqual(ids.slice(0, 2));
    expect(envelopes.map(({ retry_attempt: attempt }) => attempt)).toEqual([0, 0, 1, 1]);
    expect(() => sandbox.redeliver('1.0')).toThrow('no event about 1.0');
  });
});
