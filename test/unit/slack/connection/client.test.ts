import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type Sandbox, startSandbox } from '../../../../src/sandbox/server.ts';
import { SlackCallError } from '../../../../src/slack/connection/call-error.ts';
import { openCalls, signIn } from '../../../../src/slack/connection/client.ts';
import { systemClock } from '../../../../src/system/clock.ts';
import { until } from '../../../support/waiting.ts';

/** Whoever gives up after so many milliseconds does so when it is told to. */
function heldPatience(ms: number): { end(): void } {
  const { timeout } = AbortSignal;
  const held = new AbortController();
  const spy = vi.spyOn(AbortSignal, 'timeout').mockImplementation((after) => {
    return after === ms ? held.signal : timeout.call(AbortSignal, after);
  });
  onTestFinished(() => spy.mockRestore());
  return { end: () => held.abort(new DOMException('The operation timed out', 'TimeoutError')) };
}

describe('a call to Slack', () => {
  let slack: Sandbox;
  const warnings: string[] = [];
  const connect = () =>
    signIn(
      { appToken: slack.appToken, botToken: slack.botToken, apiUrl: slack.apiUrl, word: 'ops', pool: 1 },
      { clock: systemClock, warn: (message) => warnings.push(message) },
    );
  beforeAll(async () => {
    slack = await startSandbox();
  });
  afterEach(() => slack.faults.clear());
  afterAll(() => slack.close());

  it('knows who the bot is', async () => {
    const { identity } = await connect();
    expect(identity).toEqual({
      team: slack.team.id,
      teamName: 'Sandbox',
      userId: slack.bot.userId,
      botId: slack.bot.botId,
      name: 'ops',
    });
  });

  it.each([
    ['no answer at all', { hang: true }, { message: expect.stringContaining('no answer to chat.postMessage') }],
    ['500', { status: 500 }, { message: 'no answer to chat.postMessage: HTTP 500' }],
    ['a cut connection', { drop: true }, { message: expect.stringContaining('no answer to chat.postMessage') }],
    ['a fault of its own', { error: 'internal_error' }, { refusal: undefined, retryAfter: undefined }],
    ['a limit', { rateLimited: 3 }, { refusal: undefined, retryAfter: 3 }],
    [
      'no',
      { error: 'is_archived' },
      { refusal: 'is_archived', message: 'Slack refuses chat.postMessage: is_archived' },
    ],
  ] as const)('is made once, and ends soon, where Slack says %s', async (_, fault, expected) => {
    // Nothing but what is never answered has to be given up.
    const patience = 'hang' in fault ? heldPatience(300) : undefined;
    const call = patience ? await openCalls(slack, { timeout: 300 }) : (await connect()).call;
    slack.faults.next('chat.postMessage', fault);
    const before = slack.calls.length;
    const calling = call('chat.postMessage', { channel: slack.channels[0]?.id, text: 'x' }).catch((thrown) => thrown);
    await until(() => slack.calls.length > before, 'it is there');
    patience?.end();
    const error = await calling;
    expect(error).toBeInstanceOf(SlackCallError);
    expect(error).toMatchObject(expected);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(slack.calls.slice(before).map(({ method }) => method)).toEqual(['chat.postMessage']);
    expect(warnings).toEqual([]);
  });
});

describe('a failed call', () => {
  const platform = (error: string) => ({
    code: 'slack_webapi_platform_error',
    message: error,
    data: { ok: false, error },
  });

  it.each([
    ['a limit', { code: 'slack_webapi_rate_limited_error', retryAfter: 7 }, { retryAfter: 7 }],
    ['a limit without a time', { code: 'slack_webapi_rate_limited_error' }, { retryAfter: 1 }],
    ['a limit that is said in the answer', platform('ratelimited'), { retryAfter: 1 }],
    ['a refusal', platform('not_in_channel'), { refusal: 'not_in_channel' }],
    ['a page instead of an answer', platform('<html>Bad gateway</html>'), {}],
    ['trouble on their side', platform('service_unavailable'), {}],
    ['an odd value', 'odd', { message: 'no answer to x.y: odd' }],
    [
      'a wrapped reason',
      new Error('fetch failed', { cause: new Error('connect ECONNREFUSED') }),
      { message: 'no answer to x.y: connect ECONNREFUSED' },
    ],
    [
      'the reason of each address of a name',
      new Error('a request error occurred: ', {
        cause: new AggregateError([new Error('connect ENETUNREACH 10.0.0.1')]),
      }),
      { message: 'no answer to x.y: connect ENETUNREACH 10.0.0.1' },
    ],
    [
      'a wrapped reason without words',
      new Error('fetch failed', { cause: new AggregateError([]) }),
      { message: 'no answer to x.y: fetch failed' },
    ],
  ])('is told apart: %s', (_, error, expected) => {
    expect(SlackCallError.of('x.y', error)).toMatchObject({ refusal: undefined, retryAfter: undefined, ...expected });
  });
});
