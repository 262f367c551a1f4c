import { describe, expect, it, onTestFinished } from 'vitest';
import type { OpsError } from '../../../../src/context/errors.ts';
import type { Clock } from '../../../../src/context/host.ts';
import { signIn } from '../../../../src/slack/connection/client.ts';
import type { OnEnvelope } from '../../../../src/slack/connection/socket.ts';
import { systemClock } from '../../../../src/system/clock.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { type OddSlack, startOddSlack } from '../../../support/odd-slack.ts';
import { until } from '../../../support/waiting.ts';

const message = (id: string, text = id) => ({
  type: 'events_api',
  envelope_id: id,
  payload: { team_id: 'T1', event: { type: 'message', text } },
});

interface Listening {
  slack: OddSlack;
  warnings: string[];
  seen: string[];
  /** How many connections have begun on this side too: Slack knows of each sooner. */
  begun(): number;
  lost: Promise<OpsError>;
  close(): Promise<void>;
}

async function listenTo(
  slack: OddSlack,
  answer: OnEnvelope = async ({ ack }) => ack(),
  clock: Clock = systemClock,
): Promise<Listening> {
  const warnings: string[] = [];
  const seen: string[] = [];
  const config = { appToken: 'xapp-1', botToken: 'xoxb-1', apiUrl: slack.apiUrl, word: 'ops', pool: 1 };
  const { start } = await signIn(config, { clock, warn: (words) => warnings.push(words) });
  const onEnvelope: OnEnvelope = async (envelope) => {
    seen.push(String((envelope.body['event'] as { text?: string })?.text ?? envelope.type));
    await answer(envelope);
  };
  let [open, begun] = [0, 0];
  const connections = (now: number): void => {
    begun += Math.max(0, now - open);
    open = now;
  };
  const watch = { connections, reconnects: () => {}, talked: () => {} };
  const { lost, close } = await start(onEnvelope, { watch });
  onTestFinished(close);
  return { slack, warnings, seen, begun: () => begun, lost, close };
}

const acked = (slack: OddSlack): unknown[] => slack.heard.map(({ envelope_id }) => envelope_id);

describe('the connection', () => {
  it('brings envelopes, and takes back that they were taken', async () => {
    const { slack, seen, warnings } = await listenTo(await startOddSlack());
    slack.send(message('e1'));
    slack.send({ type: 'slash_commands', envelope_id: 'e2', payload: { command: '/ops' } });
    await until(() => slack.heard.length === 2, 'both are taken');
    expect(seen).toEqual(['e1', 'slash_commands']);
    expect(acked(slack)).toEqual(['e1', 'e2']);
    expect(warnings).toEqual([]);
  });

  it('acknowledges talk at once, and hands it to nobody', async () => {
    const slack = await startOddSlack();
    const seen: string[] = [];
    let talked = 0;
    const config = { appToken: 'xapp-1', botToken: 'xoxb-1', apiUrl: slack.apiUrl, word: 'ops', pool: 1 };
    const { start } = await signIn(config, { clock: systemClock, warn: () => {} });
    const watch = { connections: () => {}, reconnects: () => {}, talked: () => talked++ };
    const isTalk = (body: Record<string, unknown>): boolean => Object(body['event'])['text'] !== 'e2';
    const onEnvelope: OnEnvelope = async ({ body, ack }) => {
      seen.push(Object(body['event'])['text']);
      await ack();
    };
    const { close } = await start(onEnvelope, { isTalk, watch });
    onTestFinished(close);
    for (const id of ['e1', 'e2', 'e3']) slack.send(message(id));
    await until(() => slack.heard.length === 3, 'all are taken');
    expect(acked(slack).toSorted()).toEqual(['e1', 'e2', 'e3']);
    expect(slack.heard).toContainEqual({ envelope_id: 'e1', payload: {} });
    expect([seen, talked]).toEqual([['e2'], 2]);
  });

  it.each([
    [
      'an event without an event in it',
      { type: 'events_api', envelope_id: 'e0', payload: { type: 'app_rate_limited' } },
      0,
      ['e0'],
    ],
    ['an envelope without anything', { type: 'events_api', envelope_id: 'e0' }, 0, ['e0']],
    ['an event that is null', { type: 'events_api', envelope_id: 'e0', payload: { event: null } }, 0, ['e0']],
    ['null', 'null', 1, []],
    ['a frame that is no JSON', '{"type":', 0, []],
    ['a kind of envelope that is not known yet', { type: 'new_thing', envelope_id: 'e0', payload: {} }, 0, ['e0']],
  ])('outlives %s', async (_, frame, faults, taken) => {
    const { slack, seen, warnings } = await listenTo(await startOddSlack());
    slack.send(frame);
    slack.send(message('e1'));
    await until(() => acked(slack).includes('e1'), 'the next one is taken');
    expect(seen).toContain('e1');
    expect(warnings).toHaveLength(faults);
    expect(acked(slack)).toEqual([...taken, 'e1']);
  });

  it.each([
    [
      'at once',
      () => {
        throw new Error('cannot deal with it');
      },
    ],
    ['later', () => Promise.reject(new Error('cannot deal with it'))],
  ])('outlives whoever fails %s to deal with an envelope', async (_, fail) => {
    const { slack, warnings } = await listenTo(await startOddSlack(), ({ ack, body }) =>
      JSON.stringify(body).includes('bad') ? fail() : ack(),
    );
    slack.send(message('e1', 'bad'));
    slack.send(message('e2', 'good'));
    await until(() => slack.heard.length > 0, 'the good one is taken');
    expect(acked(slack)).toEqual(['e2']);
    expect(warnings).toEqual(['cannot deal with it']);
  });

  it('goes on bringing what was on its way when Slack replaces it', async () => {
    const { slack, seen, warnings } = await listenTo(await startOddSlack());
    const [old] = slack.connections;
    old?.send('{"type": "disconnect", "reason": "refresh_requested"}');
    old?.send(JSON.stringify(message('late')));
    await until(() => slack.connections.length > 1, 'there is another one');
    old?.send(JSON.stringify(message('later')));
    slack.send(message('new'));
    await until(() => slack.heard.length === 3, 'all are taken');
    expect(seen).toEqual(expect.arrayContaining(['late', 'later', 'new']));
    expect(warnings).toEqual([]);
  });

  it('that lasted is replaced at once, and no timer is set to a time that is over', async () => {
    let passed = 0;
    const asked: number[] = [];
    const clock: Clock = {
      now: () => new Date(Date.now() + passed),
      sleep: (ms, signal) => {
        asked.push(ms);
        return systemClock.sleep(ms, signal);
      },
    };
    const { slack } = await listenTo(await startOddSlack(), async ({ ack }) => ack(), clock);
    passed = 3_600_000;
    slack.send('{"type":"disconnect","reason":"warning"}');
    await until(() => slack.connections.length > 1, 'there is another one');
    expect(Math.min(...asked)).toBe(0);
  });

  it('is not asked for without end by a Slack that ends each at once', async () => {
    const clock = manualClock();
    const asked: number[] = [];
    const sleep: Clock['sleep'] = (ms, signal) => {
      asked.push(ms);
      return clock.sleep(ms, signal);
    };
    const { slack, begun } = await listenTo(await startOddSlack(), undefined, { now: clock.now, sleep });
    for (const count of [1, 2]) {
      slack.send('{"type":"disconnect","reason":"warning"}');
      await until(() => asked.filter((ms) => ms === 500).length === count, 'the next one has to wait');
      await clock.advance(499);
      expect(slack.connections).toHaveLength(count);
      await clock.advance(1);
      await until(() => begun() > count, 'there is another one');
    }
  });

  it('that never says hello is given up', async () => {
    const slack = await startOddSlack({ hello: false });
    const clock = manualClock();
    const config = { appToken: 'xapp-1', botToken: 'xoxb-1', apiUrl: slack.apiUrl, word: 'ops', pool: 1 };
    const { start } = await signIn(config, { clock, warn: () => {} });
    const starting = start(async () => {});
    starting.catch(() => {});
    await until(() => slack.connections.length === 1, 'it is connected');
    await clock.advance(20_000);
    await expect(starting).rejects.toMatchObject({
      outcome: 'unavailable',
      message: expect.stringContaining('no hello from Slack'),
    });
    await until(() => slack.connections[0]?.readyState === 3, 'it is hung up');
  });

  it('that ends before it began is no connection', async () => {
    const slack = await startOddSlack({ hello: false });
    const config = { appToken: 'xapp-1', botToken: 'xoxb-1', apiUrl: slack.apiUrl, word: 'ops', pool: 1 };
    for (const end of ['frame', 'cut'] as const) {
      const { start } = await signIn(config, { clock: systemClock, warn: () => {} });
      const starting = start(async () => {});
      starting.catch(() => {});
      const before = slack.connections.length;
      await until(() => slack.connections.length > before, 'it is connected');
      if (end === 'frame') slack.send('{"type":"disconnect","reason":"too_many_websockets"}');
      else slack.connections.at(-1)?.terminate();
      await expect(starting).rejects.toMatchObject({ outcome: 'unavailable' });
    }
  });

  it('brings nothing more once it is closed', async () => {
    const { slack, seen, close } = await listenTo(await startOddSlack());
    await close();
    slack.send(message('e1'));
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(seen).toEqual([]);
    expect(slack.connections).toHaveLength(1);
  });

  it('an ack through one that is gone is a warning', async () => {
    const gate = Promise.withResolvers<void>();
    const { slack, seen, warnings, begun } = await listenToBoth(await startOddSlack(), async ({ ack }) => {
      await gate.promise;
      await ack();
    });
    slack.connections[0]?.send(JSON.stringify(message('e1')));
    await until(() => seen.length === 1, 'it is there');
    slack.connections[0]?.terminate();
    await until(() => begun() > 2, 'another one takes its place');
    gate.resolve();
    await until(() => warnings.some((words) => words.startsWith('an event was not acknowledged')), 'somebody is told');
  });
});

const isOpen = ({ readyState }: { readyState: number }): boolean => readyState === 1;

/** Both connections are there. */
async function listenToBoth(...args: Parameters<typeof listenTo>): Promise<Listening> {
  const listening = await listenTo(...args);
  await until(() => listening.begun() === 2, 'there are two');
  return listening;
}

describe('two connections', () => {
  it('bring envelopes both', async () => {
    const { slack, seen, warnings } = await listenToBoth(await startOddSlack());
    slack.connections[0]?.send(JSON.stringify(message('e1')));
    slack.connections[1]?.send(JSON.stringify(message('e2')));
    await until(() => slack.heard.length === 2, 'both are taken');
    expect(seen).toEqual(expect.arrayContaining(['e1', 'e2']));
    expect(warnings).toEqual([]);
  });

  it.each([
    ['breaks off', (slack: OddSlack, which: number) => slack.connections[which]?.terminate()],
    [
      'is replaced',
      (slack: OddSlack, which: number) => slack.connections[which]?.send('{"type":"disconnect","reason":"warning"}'),
    ],
  ])('leave no moment without one, whichever %s', async (_, end) => {
    const { slack, seen, warnings, begun } = await listenToBoth(await startOddSlack());
    const fewest: number[] = [];
    const done = new Set<unknown>();
    const isUsed = (one: OddSlack['connections'][number]): boolean => isOpen(one) && !done.has(one);
    for (let round = 0; round < 2; round++) {
      const before = begun();
      const ended = slack.connections.findIndex(isUsed);
      done.add(slack.connections[ended]);
      slack.connections[ended]?.once('close', () => fewest.push(slack.connections.filter(isOpen).length));
      end(slack, ended);
      slack.connections
        .find((one, at) => isOpen(one) && at !== ended)
        ?.send(JSON.stringify(message(`during ${round}`)));
      await until(() => begun() > before, 'another one takes its place');
    }
    await until(() => slack.heard.length === 2, 'all are taken');
    expect(seen).toEqual(['during 0', 'during 1']);
    expect(Math.min(...fewest, 2)).toBeGreaterThan(0);
    expect(warnings).toEqual([]);
  });

  it('are both made anew when both break off, and that is said once', async () => {
    const { slack, warnings } = await listenToBoth(await startOddSlack());
    for (const connection of slack.connections) connection.terminate();
    await until(() => slack.connections.filter(isOpen).length === 2, 'there are two again');
    expect(warnings).toEqual(['the connection to Slack broke off: connecting again']);
  });

  it('of which Slack takes one are one, and that is said once', async () => {
    const { slack, warnings } = await listenTo(await startOddSlack({ most: 1 }));
    await until(() => warnings.length > 0, 'it is said');
    slack.connections[0]?.send(JSON.stringify(message('e1')));
    await until(() => slack.heard.length === 1, 'it is taken');
    expect(warnings).toEqual([
      expect.stringMatching(/^a second connection .+: Slack takes no more connections of this app/),
    ]);
  });

  it('are replaced half a life apart', async () => {
    const clock = manualClock();
    const { slack, begun } = await listenTo(await startOddSlack({ lifetime: 3600 }), undefined, clock);
    await clock.advance(1000);
    await until(() => begun() === 2, 'there are two');
    await clock.advance(1_799_000);
    expect(slack.connections).toHaveLength(2);
    await clock.advance(2000);
    await until(() => begun() === 3, 'the second is replaced');
    await clock.advance(3_600_000);
    expect(slack.connections).toHaveLength(3);
  });
});

describe('the end of it all', () => {
  it('is that Socket Mode is turned off', async () => {
    const { slack, lost } = await listenTo(await startOddSlack());
    slack.send('{"type":"disconnect","reason":"link_disabled"}');
    expect(await lost).toMatchObject({ outcome: 'config', message: 'Socket Mode is turned off for this app' });
  });

  it.each([
    ['the app is removed', { type: 'app_uninstalled' }, 'the app was removed from Odd'],
    [
      'the bot’s token is revoked',
      { type: 'tokens_revoked', tokens: { oauth: [], bot: ['UBOT'] } },
      'the token of the bot in Odd was revoked',
    ],
  ])('is that %s', async (_, event, words) => {
    const { slack, lost } = await listenTo(await startOddSlack());
    slack.send({ type: 'events_api', envelope_id: 'e1', payload: { event } });
    expect(await lost).toMatchObject({ outcome: 'config', message: words });
    await until(() => acked(slack).includes('e1'), 'it is taken');
  });

  it('is not that somebody else’s token is revoked', async () => {
    const { slack, lost } = await listenTo(await startOddSlack());
    slack.send({
      type: 'events_api',
      envelope_id: 'e1',
      payload: { event: { type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: ['UOTHER'] } } },
    });
    slack.send(message('e2'));
    await until(() => slack.heard.length === 2, 'both are taken');
    expect(await Promise.race([lost, Promise.resolve('on')])).toBe('on');
  });

  it('is that Slack refuses a call for its token', async () => {
    const slack = await startOddSlack({
      refuse: { 'chat.postMessage': 'token_revoked', 'users.info': 'user_not_found' },
    });
    const config = { appToken: 'xapp-1', botToken: 'xoxb-1', apiUrl: slack.apiUrl, word: 'ops', pool: 1 };
    const { start, call } = await signIn(config, { clock: systemClock, warn: () => {} });
    const { lost, close } = await start(async () => {});
    onTestFinished(close);
    await call('users.info', {}).catch(() => {});
    expect(await Promise.race([lost, Promise.resolve('on')])).toBe('on');
    await call('chat.postMessage', {}).catch(() => {});
    expect(await lost).toMatchObject({ outcome: 'config', message: 'Slack refuses slack.botToken: token_revoked' });
  });
});
