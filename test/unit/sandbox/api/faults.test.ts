import { fetch } from 'undici';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Fault } from '../../../../src/sandbox/faults.ts';
import { type Sandbox, startSandbox } from '../../../../src/sandbox/server.ts';
import { until } from '../../../support/waiting.ts';
import { call, standing } from '../client.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ channels: ['ops'] });
});
afterAll(() => sandbox.close());

const post = (text: string, signal?: AbortSignal) =>
  fetch(`${sandbox.apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sandbox.botToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ channel: '#ops', text }),
    ...(signal ? { signal } : {}),
  });
const stored = (text: string) => sandbox.messages('#ops').some((message) => message.text === text);

describe('a fault', () => {
  it.each<[string, Fault, number, boolean]>([
    ['answers 500 before the message is stored', { status: 500 }, 500, false],
    ['answers 500 after the message was stored', { status: 500, when: 'after' }, 500, true],
    ['limits the rate', { rateLimited: 7 }, 429, false],
    ['answers with an error of Slack', { error: 'fatal_error' }, 200, false],
  ])('%s', async (text, fault, status, kept) => {
    sandbox.faults.next('chat.postMessage', fault);
    const response = await post(text);
    expect([response.status, stored(text)]).toEqual([status, kept]);
    if (fault.rateLimited) expect(response.headers.get('retry-after')).toBe('7');
    await response.text();
    expect((await post('afterwards')).status).toBe(200);
  });

  it('lasts as many calls as it was told, and only for its method', async () => {
    sandbox.faults.next('chat.postMessage', { error: 'fatal_error', times: 2 });
    expect((await call(sandbox, 'auth.test')).ok).toBe(true);
    const answers = [];
    for (const text of ['1', '2', '3']) answers.push((await (await post(text)).json()) as { ok: boolean });
    expect(answers.map(({ ok }) => ok)).toEqual([false, false, true]);
  });

  it('waits in line behind another and meets any method with *', async () => {
    sandbox.faults.next('*', { error: 'first' });
    sandbox.faults.next('*', { error: 'second' });
    expect((await call(sandbox, 'auth.test')).error).toBe('first');
    expect((await call(sandbox, 'team.info')).error).toBe('second');
    sandbox.faults.next('auth.test', { error: 'never' });
    sandbox.faults.clear();
    expect((await call(sandbox, 'auth.test')).ok).toBe(true);
  });

  it('keeps an answer back after the message was stored', async () => {
    sandbox.faults.next('chat.postMessage', { when: 'after', hang: true });
    const gone = new AbortController();
    const waiting = post('hanging', gone.signal).then(
      () => 'answered',
      () => 'given up',
    );
    await sandbox.waitFor(() => stored('hanging') || undefined);
    gone.abort();
    expect(await waiting).toBe('given up');
  });

  it('makes an answer slow', async () => {
    // On a busy machine the time would be over before anybody looks.
    const slack = await startSandbox({ channels: ['ops'], ...standing });
    onTestFinished(() => slack.close());
    slack.faults.next('chat.postMessage', { delayMs: 60 });
    const answer = call(slack, 'chat.postMessage', { channel: '#ops', text: 'slow' });
    await call(slack, 'auth.test');
    expect(slack.messages('#ops')).toEqual([]);
    await until(() => {
      slack.clock.advance(60);
      return slack.messages('#ops').length > 0;
    }, 'it is stored');
    expect((await answer).ok).toBe(true);
  });

  it('cuts the connection', async () => {
    sandbox.faults.next('chat.postMessage', { drop: true, when: 'after' });
    await expect(post('cut')).rejects.toThrow();
    expect(stored('cut')).toBe(true);
    expect(sandbox.calls.at(-1)).toMatchObject({ ok: false, error: 'cut' });
  });
});
