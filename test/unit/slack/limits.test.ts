import { describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../src/sandbox/server.ts';
import { literal } from '../../../src/slack/answer/whisper.ts';
import { signIn } from '../../../src/slack/connection/client.ts';
import { createDelivery, type Delivery, type Place } from '../../../src/slack/delivery/deliver.ts';
import { systemClock } from '../../../src/system/clock.ts';
import { type IdleClock, idleClock } from '../../support/idle-clock.ts';

interface Harness {
  slack: Sandbox;
  clock: IdleClock;
  delivery: Delivery;
  place(run: number, room?: number): Place;
  /** Seconds that have passed for Slack. */
  seconds(): number;
  refused(): number;
}

/** A local Slack that limits as Slack does, and a delivery to it; time passes for both alike. */
async function open(stack: AsyncDisposableStack): Promise<Harness> {
  const began = Date.UTC(2026, 0, 1);
  const slack = await startSandbox({ limits: true, time: began, channels: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] });
  stack.defer(() => slack.close());
  const clock = idleClock(slack.clock.now, slack.clock.advance);
  const { apiUrl, appToken, botToken } = slack;
  const { call } = await signIn(
    { apiUrl, appToken, botToken, word: 'ops', pool: 1 },
    { clock: systemClock, warn() {} },
  );
  const delivery = createDelivery(clock.watch(call), () => Promise.reject(new Error('no files here')), clock);
  return {
    slack,
    clock,
    delivery,
    place: (run, room = 0) => ({
      channel: slack.channels[room]?.id ?? '',
      thread: undefined,
      asked: '1.000001',
      run: `r${run}`,
    }),
    seconds: () => (slack.clock.now() - began) / 1000,
    refused: () => slack.calls.filter(({ error }) => error === 'ratelimited').length,
  };
}

const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);

describe('a Slack that limits', () => {
  it('has 300 answers in one room at last, in their order, and refuses a handful of calls', async () => {
    await using stack = new AsyncDisposableStack();
    const { slack, clock, delivery, place, refused, seconds } = await open(stack);
    await clock.runUntil(Promise.all(numbers(300).map((run) => delivery.post(place(run), () => literal(`${run}`)))));
    const shown = slack.messages(place(0).channel).map(({ text }) => Number(text));
    expect(shown.toSorted((one, other) => one - other)).toEqual(numbers(300));
    expect(shown.slice(10)).toEqual(numbers(300).slice(10));
    expect(refused()).toBeLessThan(10);
    // Slack takes a message a second.
    expect(seconds()).toBeLessThan(330);
  });

  it('has 700 answers in seven rooms, as many a minute as it takes of all', async () => {
    await using stack = new AsyncDisposableStack();
    const { slack, clock, delivery, place, refused, seconds } = await open(stack);
    const posts = numbers(700).map((run) => delivery.post(place(run, run % 7), () => literal(`${run}`)));
    await clock.runUntil(Promise.all(posts));
    expect(slack.channels.map(({ id }) => slack.messages(id).length)).toEqual(numbers(7).map(() => 100));
    expect(refused()).toBeLessThan(60);
    expect(seconds()).toBeLessThan(200);
  });

  it('has 100 ends before most of the 200 edits that are not the last, and refuses a handful of calls', async () => {
    await using stack = new AsyncDisposableStack();
    const { slack, clock, delivery, place, refused, seconds } = await open(stack);
    const ts = String(await delivery.post(place(0), () => literal('begun')));
    const progress = new AbortController();
    const ends: number[] = [];
    const edits = numbers(200).map((run) => delivery.update(place(run), ts, () => literal(`${run}`), progress.signal));
    for (const run of numbers(100)) {
      void delivery.update(place(run), ts, () => literal('end')).then(() => ends.push(seconds()));
    }
    await clock.runUntil(Promise.all(edits));
    expect(ends).toHaveLength(100);
    expect(Math.max(...ends)).toBeLessThan(180);
    expect(refused()).toBeLessThan(20);
    expect(slack.calls.filter(({ method, ok }) => method === 'chat.update' && ok)).toHaveLength(300);
  });
});
