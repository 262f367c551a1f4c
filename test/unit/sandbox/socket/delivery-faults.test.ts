import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeliveryFaults } from '../../../../src/sandbox/faults.ts';
import { type Sandbox, startSandbox } from '../../../../src/sandbox/server.ts';
import { createDeliveryTrouble } from '../../../../src/sandbox/socket/delivery-faults.ts';
import { randomFor } from '../../../../src/sandbox/state/random.ts';
import { type Answer, call, connect, type Line } from '../client.ts';

const time = 1_700_000_000_000;
let sandbox: Sandbox;
let line: Line;
beforeEach(async () => {
  sandbox = await startSandbox({ people: [{ name: 'mary' }], channels: ['ops'], time, seed: 1 });
  line = await connect(sandbox);
});
afterEach(() => sandbox.close());

const say = (text: string, more = {}) => sandbox.say({ as: 'mary', channel: '#ops', text, ...more });
const seen = (envelopes: Answer[]) =>
  envelopes.map(({ payload, retry_attempt: attempt }) => [payload.event?.text ?? payload.type, attempt]);
const reachesAll = async (): Promise<Answer[]> => {
  sandbox.faults.clear();
  await say('end');
  const ended = () => line.envelopes().some(({ payload }) => payload.event?.text === 'end');
  while (!ended()) await new Promise((resolve) => setTimeout(resolve, 2));
  return line.envelopes().slice(0, -1);
};

describe('on its way to the app an event', () => {
  it('of what the app said comes before what follows it, as soon as that is seen', async () => {
    const posted = call(sandbox, 'chat.postMessage', { channel: sandbox.channels[0]?.id, text: 'root' });
    const ts = await sandbox.waitFor(() => sandbox.messages('#ops').find(({ text }) => text === 'root')?.ts);
    sandbox.redeliver(ts);
    await say('reply', { thread: ts });
    await posted;
    expect(seen(await line.reach(3))).toEqual([
      ['root', 0],
      ['root', 1],
      ['reply', 0],
    ]);
  });

  it('may come twice, with one event_id in two envelopes', async () => {
    sandbox.faults.delivery({ duplicate: 1 });
    await say('hi');
    const [one, other] = await line.reach(2);
    expect(other.payload).toEqual(one.payload);
    expect(other.envelope_id).not.toBe(one.envelope_id);
    expect([one.retry_attempt, other.retry_attempt]).toEqual([0, 0]);
  });

  it('may come once more as if nothing had happened, 15 seconds later', async () => {
    sandbox.faults.delivery({ replay: 1 });
    await say('hi');
    const [first] = await line.reach(1);
    await sandbox.waitFor(({ isDelivered, messages }) => isDelivered(messages('#ops')[0]?.ts ?? '') || undefined);
    sandbox.clock.advance(14_999);
    expect(line.envelopes()).toHaveLength(1);
    sandbox.clock.advance(1);
    expect((await line.reach(2))[1]).toEqual(first);
  });

  it('may be late, in order', async () => {
    sandbox.faults.delivery({ delayMs: 1000 });
    await say('one');
    await say('two');
    sandbox.faults.delivery({});
    await say('in between');
    await line.reach(1);
    sandbox.clock.advance(1000);
    expect(seen(await line.reach(3))).toEqual([
      ['in between', 0],
      ['one', 0],
      ['two', 0],
    ]);
  });

  it('may be of a type that the app does not get', async () => {
    sandbox.faults.delivery({ only: ['message'] });
    await say('@ops hi');
    expect((await reachesAll()).map(({ payload }) => payload.event.type)).toEqual(['message']);
  });

  it('may meet a connection that is cut, and comes again on the next', async () => {
    sandbox.faults.delivery({ dropEvery: 2 });
    const closed = new Promise((resolve) => line.socket.on('close', resolve));
    await say('one');
    await say('two');
    await closed;
    sandbox.faults.clear();
    const next = await connect(sandbox);
    sandbox.clock.advance(3000);
    const again = await next.reach(1);
    expect(again.at(-1)).toMatchObject({ payload: { event: { text: 'two' } }, retry_attempt: 1 });
  });

  it('may not be there at all, when there were too many', async () => {
    sandbox.faults.appRateLimited();
    const [envelope] = await line.reach(1);
    expect(envelope).toMatchObject({
      type: 'events_api',
      payload: { type: 'app_rate_limited', team_id: sandbox.team.id, minute_rate_limited: 1_699_999_980 },
    });
    expect(envelope.payload.event).toBe(undefined);
  });
});

describe('an event without an ack', () => {
  it('comes again at once, a minute and five minutes later, and not more', async () => {
    const silent = await startSandbox({ people: [{ name: 'mary' }], channels: ['ops'], time });
    const held = await connect(silent, { acks: false });
    await silent.say({ as: 'mary', channel: '#ops', text: 'hello?' });
    // Each has its time for an ack first.
    for (const [count, pause] of [
      [2, 0],
      [3, 60_000],
      [4, 300_000],
    ] as const) {
      silent.clock.advance(2999);
      if (pause > 0) silent.clock.advance(pause);
      expect(held.envelopes().length).toBeLessThan(count);
      silent.clock.advance(1);
      await held.reach(count);
    }
    silent.clock.advance(60_000);
    await silent.say({ as: 'mary', channel: '#ops', text: 'end' });
    expect(seen(await held.reach(5))).toEqual([
      ['hello?', 0],
      ['hello?', 1],
      ['hello?', 2],
      ['hello?', 3],
      ['end', 0],
    ]);
    await silent.close();
  });
});

describe('faults of delivery', () => {
  const fates = (seed: string, faults: DeliveryFaults) => {
    const trouble = createDeliveryTrouble(randomFor(seed));
    trouble.set(faults);
    return Array.from({ length: 200 }, () => trouble.fateOf('message'));
  };

  it('repeat with the seed, each apart from the others', () => {
    const copies = (seed: string, faults: DeliveryFaults) => fates(seed, faults).map((fate) => fate.copies);
    expect(copies('a', { duplicate: 0.5 })).toEqual(copies('a', { duplicate: 0.5, replay: 0.5 }));
    expect(copies('a', { duplicate: 0.5 })).not.toEqual(copies('b', { duplicate: 0.5 }));
  });

  it.each<[object, string]>([
    [{ duplicate: 3 }, 'delivery: duplicate is a number from 0 to 1, not 3'],
    [{ delay: 3 }, 'delivery: there is no delay (known: duplicate, replay, delayMs, dropEvery, only)'],
    [{ only: 'message' }, 'delivery: only is a list of texts, not "message"'],
  ])('of %j are refused', (faults, sentence) => {
    expect(() => sandbox.faults.delivery(faults)).toThrow(sentence);
  });
});
