import { describe, expect, it } from 'vitest';
import { OpsError } from '../../../../src/context/errors.ts';
import type { Http } from '../../../../src/context/system.ts';
import { SlackCallError } from '../../../../src/slack/connection/call-error.ts';
import { createDelivery, type Delivery, type Place } from '../../../../src/slack/delivery/deliver.ts';
import { type ManualClock, manualClock } from '../../../support/manual-clock.ts';

const lost = () => new SlackCallError('no answer', { cause: undefined });
const limited = (seconds: number) => new SlackCallError('limited', { retryAfter: seconds, cause: undefined });
const refused = (refusal: string) => new SlackCallError('refused', { refusal, cause: undefined });

const place: Place = { channel: 'C1', thread: undefined, asked: '1.000001', run: 'r1' };
const content = () => ({ text: 'words', blocks: [] });

interface Asked {
  method: string;
  at: number;
  args: Record<string, unknown>;
}

interface Harness {
  clock: ManualClock;
  delivery: Delivery;
  asked: Asked[];
  methods(): string[];
}

type Answer = object | Error;

/** A Slack that gives these answers to each method, one after the other, and then the last one for good. */
function slackThat(answers: Record<string, Answer[]>): Harness {
  const clock = manualClock();
  const asked: Asked[] = [];
  const call = async (method: string, args: object): Promise<Record<string, unknown>> => {
    asked.push({ method, at: clock.elapsed(), args: { ...args } });
    const line = answers[method] ?? [{}];
    const answer = (line.length > 1 ? line.shift() : line[0]) ?? {};
    if (answer instanceof Error) throw answer;
    return { ...answer };
  };
  const http: Http = async (url, options) => {
    const { status = 200 } = await call(url, options ?? {});
    return { status: Number(status), headers: new Headers(), text: '' };
  };
  const delivery = createDelivery({ call, http, clock, bot: () => 'B1' });
  return { clock, delivery, asked, methods: () => asked.map(({ method }) => method) };
}

async function endAfter<Result>(
  clock: ManualClock,
  ms: number,
  work: Promise<Result>,
): Promise<Result | 'pending' | Error> {
  let end: Result | 'pending' | Error = 'pending';
  work.then(
    (result) => {
      end = result;
    },
    (error: Error) => {
      end = error;
    },
  );
  await clock.advance(ms);
  return end;
}

const history = (...messages: object[]) => ({ messages });
const withMetadata = (run: string, ts: string) => ({ ts, bot_id: 'B1', metadata: { event_payload: { run } } });

describe('a post', () => {
  it('goes out with what makes it found again, and with nothing that pings', async () => {
    const { delivery, asked } = slackThat({ 'chat.postMessage': [{ ts: '2.000001' }] });
    expect(await delivery.post({ ...place, thread: '0.000001' }, content)).toBe('2.000001');
    expect(asked[0]?.args).toEqual({
      channel: 'C1',
      thread_ts: '0.000001',
      text: 'words',
      blocks: [],
      metadata: { event_type: 'ops_run', event_payload: { run: 'r1', final: false } },
      parse: 'none',
      link_names: false,
      unfurl_links: false,
      unfurl_media: false,
    });
  });

  it('whose answer was lost is looked for, and is not sent again when it is there', async () => {
    const { delivery, clock, methods, asked } = slackThat({
      'chat.postMessage': [lost()],
      'conversations.history': [history(withMetadata('r0', '3.000001'), withMetadata('r1', '2.000001'))],
    });
    expect(await endAfter(clock, 1000, delivery.post(place, content))).toBe('2.000001');
    expect(methods()).toEqual(['chat.postMessage', 'conversations.history']);
    expect(asked[1]?.args).toMatchObject({ channel: 'C1', oldest: '1.000001', include_all_metadata: true });
  });

  it('whose answer was lost is sent again when it is not there', async () => {
    const { delivery, clock, methods } = slackThat({
      'chat.postMessage': [lost(), { ts: '2.000001' }],
      'conversations.history': [history(withMetadata('r0', '3.000001'))],
    });
    expect(await endAfter(clock, 1000, delivery.post(place, content))).toBe('2.000001');
    expect(methods()).toEqual(['chat.postMessage', 'conversations.history', 'chat.postMessage']);
  });

  it('that arrives after all, though it was sent again, is removed', async () => {
    const twins = [withMetadata('r1', '2.000002'), withMetadata('r1', '2.000001'), withMetadata('r0', '1.500000')];
    const other = { ...withMetadata('r1', '3.000001'), bot_id: 'B2' };
    const { delivery, clock, methods, asked } = slackThat({
      'chat.postMessage': [lost(), { ts: '2.000001' }],
      'conversations.history': [history(), lost(), history(...twins, other)],
      'chat.delete': [lost(), {}],
    });
    expect(await endAfter(clock, 1000, delivery.post(place, content))).toBe('2.000001');
    await clock.advance(30_000);
    await clock.advance(1000);
    expect(methods().slice(3)).toEqual([
      ...['conversations.history', 'conversations.history'],
      ...['chat.delete', 'chat.delete'],
    ]);
    expect(asked.at(-1)?.args).toEqual({ channel: 'C1', ts: '2.000002' });
  });

  it('is looked for together with others of its room, each by what is known of it', async () => {
    const twins = ['r1', 'r2'].flatMap((run) => [withMetadata(run, `3.${run}2`), withMetadata(run, `3.${run}1`)]);
    const { delivery, clock, asked } = slackThat({
      'chat.postMessage': [lost(), { ts: '3.r11' }, lost(), { ts: '3.r21' }],
      'conversations.history': [history(), history(), history(...twins)],
    });
    expect(await endAfter(clock, 1000, delivery.post(place, content))).toBe('3.r11');
    expect(await endAfter(clock, 1000, delivery.post({ ...place, run: 'r2' }, content))).toBe('3.r21');
    await clock.advance(29_000);
    await clock.advance(30_000);
    expect(asked.filter(({ method }) => method === 'chat.delete').map(({ args }) => args['ts'])).toEqual([
      '3.r12',
      '3.r22',
    ]);
  });

  it.each([
    ['at the root of a room', undefined, 'conversations.history', { oldest: '1.000000' }],
    ['in a thread', '0.900000', 'conversations.replies', { ts: '0.900000', oldest: '1.000000' }],
  ])(
    'that stands twice %s, and nobody knows of it, is once again: the one that tells the end stays',
    async (...where) => {
      const [, thread, method, args] = where;
      const running = withMetadata('r1', '4.000003');
      const ended = { ...withMetadata('r1', '4.000002'), metadata: { event_payload: { run: 'r1', final: true } } };
      const { delivery, asked } = slackThat({
        [method]: [history(running, ended, withMetadata('r1', '4.000001'), withMetadata('r2', '4.000000'))],
      });
      await delivery.single('C1', thread, '1.000000');
      expect(asked[0]).toMatchObject({ method, args: { channel: 'C1', ...args } });
      expect(asked.filter(({ method }) => method === 'chat.delete').map(({ args }) => args['ts'])).toEqual([
        '4.000003',
        '4.000001',
      ]);
    },
  );

  it('is not sent again before Slack says whether it is there', async () => {
    const { delivery, clock, methods } = slackThat({
      'chat.postMessage': [lost()],
      'conversations.history': [lost(), limited(3), history(withMetadata('r1', '2.000001'))],
    });
    expect(await endAfter(clock, 30_000, delivery.post(place, content))).toBe('2.000001');
    expect(methods().filter((method) => method === 'chat.postMessage')).toHaveLength(1);
  });

  it('is sent again where the app may not look', async () => {
    const { delivery, clock } = slackThat({
      'chat.postMessage': [lost(), { ts: '2.000001' }],
      'conversations.history': [refused('missing_scope')],
    });
    expect(await endAfter(clock, 1000, delivery.post(place, content))).toBe('2.000001');
  });

  it('is found by its words where the app may not read metadata', async () => {
    const foot = (text: string) => [{ type: 'context', elements: [{ type: 'plain_text', text }] }];
    const { delivery, clock } = slackThat({
      'chat.postMessage': [lost()],
      'conversations.history': [
        history(
          { ts: '4.1', blocks: foot('run r1') },
          { ts: '3.1', bot_id: 'B1', blocks: foot('run r2') },
          { ts: '2.1', bot_id: 'B1', blocks: foot('run r1') },
        ),
      ],
    });
    expect(await endAfter(clock, 1000, delivery.post(place, content))).toBe('2.1');
  });

  it('in a thread is looked for there', async () => {
    const { delivery, clock, asked } = slackThat({
      'chat.postMessage': [lost()],
      'conversations.replies': [history(withMetadata('r1', '2.000001'))],
    });
    expect(await endAfter(clock, 1000, delivery.post({ ...place, thread: '0.9' }, content))).toBe('2.000001');
    expect(asked[1]).toMatchObject({ method: 'conversations.replies', args: { ts: '0.9', oldest: '1.000001' } });
  });

  it('waits as long as Slack asks for, in that room alone', async () => {
    const { delivery, clock, asked } = slackThat({ 'chat.postMessage': [limited(20), { ts: '2.000001' }] });
    const here = delivery.post(place, content);
    await clock.advance(0);
    const there = delivery.post({ ...place, channel: 'C2' }, content);
    expect(await endAfter(clock, 30_000, Promise.all([here, there]))).toEqual(['2.000001', '2.000001']);
    expect(asked.map(({ at, args }) => [args['channel'], at])).toEqual([
      ['C1', 0],
      ['C2', 0],
      ['C1', 20_000],
    ]);
  });

  it('that Slack refuses is given up at once', async () => {
    const { delivery, clock, asked } = slackThat({ 'chat.postMessage': [refused('channel_not_found')] });
    expect(await endAfter(clock, 1000, delivery.post(place, content))).toMatchObject({ refusal: 'channel_not_found' });
    expect(asked).toHaveLength(1);
  });

  it('waits in line for as long as it takes, and its own faults alone count', async () => {
    const { delivery, clock, asked } = slackThat({
      'chat.postMessage': [limited(1000), lost(), limited(1000), lost(), limited(1000), { ts: '2.000001' }],
      'conversations.history': [history()],
    });
    expect(await endAfter(clock, 3_600_000, delivery.post(place, content))).toBe('2.000001');
    expect(asked.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(6);
  });

  it('that gets no answer is given up after two minutes, with ever longer pauses', async () => {
    const { delivery, clock, asked } = slackThat({
      'chat.postMessage': [lost()],
      'conversations.history': [history()],
    });
    const post = delivery.post(place, content);
    expect(await endAfter(clock, 110_000, post)).toBe('pending');
    expect(await endAfter(clock, 40_000, post)).toMatchObject({ message: 'no answer' });
    const times = asked.filter(({ method }) => method === 'chat.postMessage').map(({ at }) => at);
    expect(times.slice(0, 6)).toEqual([0, 500, 1500, 3500, 7500, 15_500]);
    expect(times.length).toBeLessThan(16);
  });
});

describe('a look for a message', () => {
  it('is taken again after a fault, and as often as Slack asks to wait', async () => {
    const answers = [lost(), limited(3), limited(3), history({ ...withMetadata('r1', '2.000001'), blocks: [] })];
    const { delivery, clock, asked } = slackThat({ 'conversations.history': answers });
    expect(await endAfter(clock, 60_000, delivery.find(place))).toMatchObject({ ts: '2.000001' });
    expect(asked.map(({ at }) => at)).toEqual([0, 500, 3500, 6500]);
  });

  it('leaves Slack time, however many are wanted', async () => {
    const { delivery, clock, asked } = slackThat({ 'conversations.history': [history()] });
    await endAfter(clock, 3_600_000, Promise.all(Array.from({ length: 200 }, () => delivery.find(place))));
    expect(asked).toHaveLength(200);
    expect(asked.filter(({ at }) => at < 60_000).length).toBeLessThanOrEqual(50);
  });
});

describe('an edit', () => {
  it('says what is newest when it goes out, each time that it is tried', async () => {
    let word = 0;
    const { delivery, clock, asked } = slackThat({ 'chat.update': [lost(), limited(1), {}] });
    const edit = delivery.update(place, '2.1', () => ({ text: `${++word}`, blocks: [], isFinal: true }));
    expect(await endAfter(clock, 10_000, edit)).toBeUndefined();
    expect(asked.map(({ args }) => args['text'])).toEqual(['1', '2', '3']);
    expect(asked[2]?.args).toMatchObject({
      ts: '2.1',
      metadata: { event_payload: { run: 'r1', final: true } },
      parse: 'none',
    });
  });

  it('waits with all others where Slack asks for that', async () => {
    const { delivery, clock, asked } = slackThat({ 'chat.update': [limited(10), {}] });
    const edits = ['2.1', '2.2'].map((ts) => delivery.update(place, ts, content));
    await endAfter(clock, 20_000, Promise.all(edits));
    expect(asked.map(({ at }) => at)).toEqual([0, 0, 10_000]);
    expect(delivery.updateWait()).toBe(0);
  });

  it('that is the last one finds room that others left for it', async () => {
    const { delivery, clock } = slackThat({});
    for (let edit = 0; delivery.updateWait() === 0; edit++) await delivery.update(place, `${edit}`, content);
    expect(delivery.updateWait()).toBeGreaterThan(0);
    expect(await endAfter(clock, 0, delivery.update(place, 'last', content))).toBeUndefined();
  });
});

describe('a whisper', () => {
  it('reaches one person, where they are', async () => {
    const { delivery, asked } = slackThat({});
    await delivery.whisper('C1', '0.9', 'U1', content());
    expect(asked).toMatchObject([
      { method: 'chat.postEphemeral', args: { channel: 'C1', thread_ts: '0.9', user: 'U1', parse: 'none' } },
    ]);
  });

  it('is tried again', async () => {
    const { delivery, clock, asked } = slackThat({ 'chat.postEphemeral': [lost(), limited(2), {}] });
    await endAfter(clock, 10_000, delivery.whisper('C1', undefined, 'U1', content()));
    expect(asked.map(({ at }) => at)).toEqual([0, 500, 2500]);
  });
});

describe('a file', () => {
  const address = 'https://files.example.com/upload/1';
  const url = { 'files.getUploadURLExternal': [{ upload_url: address, file_id: 'F1' }] };
  const file = { name: 'deploy-r1.txt', content: new Blob(['words']) };
  const target = { channel: 'C1', thread: '2.1', title: 'ops deploy' };
  const steps = ['files.getUploadURLExternal', address, 'files.completeUploadExternal'];

  it('is announced, brought and shared', async () => {
    const { delivery, clock, asked, methods } = slackThat(url);
    expect(await endAfter(clock, 1000, delivery.upload(file, target))).toBeUndefined();
    expect(methods()).toEqual(steps);
    expect(asked.map(({ args }) => args)).toMatchObject([
      { filename: 'deploy-r1.txt', length: 5 },
      { method: 'POST', body: file.content, headers: { 'content-type': 'application/octet-stream' } },
      { files: [{ id: 'F1', title: 'ops deploy' }], channel_id: 'C1', thread_ts: '2.1' },
    ]);
  });

  it.each([
    ['the network', [new OpsError('unavailable', 'it cannot be reached'), {}]],
    ['500', [{ status: 500 }, {}]],
  ])('is brought once more after %s', async (_, answers) => {
    const { delivery, clock, methods } = slackThat({ ...url, [address]: answers });
    expect(await endAfter(clock, 1000, delivery.upload(file, target))).toBeUndefined();
    expect(methods()).toEqual([...steps.slice(0, 2), ...steps]);
  });

  it('that Slack does not take is given up', async () => {
    const { delivery, clock, methods } = slackThat({ ...url, [address]: [{ status: 413 }] });
    expect(await endAfter(clock, 1000, delivery.upload(file, target))).toMatchObject({ refusal: 'http_413' });
    expect(methods()).toEqual(steps.slice(0, 2));
  });

  it.each([
    ['is shared once', [{}], []],
    ['is shared again', [refused('file_not_found')], ['files.completeUploadExternal']],
  ])('whose last answer was lost %s', async (_, info, more) => {
    const answers = { ...url, 'files.completeUploadExternal': [lost(), {}], 'files.info': info };
    const { delivery, clock, methods } = slackThat(answers);
    expect(await endAfter(clock, 1000, delivery.upload(file, target))).toBeUndefined();
    expect(methods()).toEqual([...steps, 'files.info', ...more]);
  });
});
