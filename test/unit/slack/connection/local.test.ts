import { describe, expect, it } from 'vitest';
import { OpsError } from '../../../../src/context/errors.ts';
import type { Http } from '../../../../src/context/system.ts';
import { findLocalSlack } from '../../../../src/slack/connection/local.ts';
import { manualClock } from '../../../support/manual-clock.ts';

const ready = JSON.stringify({ api: 'http://elsewhere/api/', appToken: 'xapp-1', botToken: 'xoxb-1' });

/** What answers at an address, and what was asked. */
function machine(answer: () => { status: number; text: string }): { http: Http; asked: string[] } {
  const asked: string[] = [];
  const http: Http = async (url) => {
    asked.push(url);
    return { headers: new Headers(), ...answer() };
  };
  return { http, asked };
}

describe('the address of a sandbox', () => {
  it.each([
    ['http://127.0.0.1:8400', 'http://127.0.0.1:8400'],
    ['http://127.0.0.1:8400/api/', 'http://127.0.0.1:8400'],
    ['http://127.1:8400', 'http://127.0.0.1:8400'],
    ['http://localhost:8400/', 'http://localhost:8400'],
    ['http://[::1]:8400', 'http://[::1]:8400'],
  ])('may be %s: its own word for itself does not count', async (address, origin) => {
    const { http, asked } = machine(() => ({ status: 200, text: ready }));
    const { slack } = await findLocalSlack(address, http, manualClock());
    expect(slack).toEqual({ appToken: 'xapp-1', botToken: 'xoxb-1', apiUrl: `${origin}/api/` });
    expect(asked).toEqual([`${origin}/control`]);
  });

  it('has people, each with the id that a configuration would write', async () => {
    const described = { ...JSON.parse(ready), team: { id: 'T1' }, people: [{ id: 'U1', name: 'mary', token: 'x' }] };
    const { http } = machine(() => ({ status: 200, text: JSON.stringify(described) }));
    const { people } = await findLocalSlack('http://127.0.0.1:8400', http, manualClock());
    expect(people).toEqual({ mary: 'T1/U1' });
  });

  it.each([
    ['https://slack.com', 'https://slack.com'],
    ['http://example.com:8400', 'http://example.com:8400'],
    ['http://127.0.0.1@example.com', 'http://example.com'],
    ['http://localhost.example.com', 'http://localhost.example.com'],
    ['http://192.168.1.2:8400', 'http://192.168.1.2:8400'],
    ['http://0.0.0.0:8400', 'http://0.0.0.0:8400'],
    ['8400', '8400'],
    ['', ''],
  ])('may not be %s, and nothing is asked there', async (address, shown) => {
    const { http, asked } = machine(() => ({ status: 200, text: ready }));
    await expect(findLocalSlack(address, http, manualClock())).rejects.toMatchObject({
      outcome: 'usage',
      message: `--sandbox takes the address of a Slack on this machine, and ${shown} is not one`,
    });
    expect(asked).toEqual([]);
  });

  it.each([
    [404, 'not found'],
    [200, '<html>'],
    [200, 'null'],
    [200, '{"appToken":"xapp-1"}'],
  ])('is refused where something else answers: %i %s', async (status, text) => {
    const { http } = machine(() => ({ status, text }));
    await expect(findLocalSlack('http://127.0.0.1:8400', http, manualClock())).rejects.toMatchObject({
      outcome: 'unavailable',
      message: `there is no sandbox at http://127.0.0.1:8400: http://127.0.0.1:8400/control answers ${status}`,
    });
  });
});

describe('a sandbox', () => {
  it('is gone when it was not there three times in a row', async () => {
    let isThere = true;
    const { http, asked } = machine(() => {
      if (isThere) return { status: 200, text: ready };
      throw new OpsError('unavailable', 'the connection was refused');
    });
    const clock = manualClock();
    const local = await findLocalSlack('http://127.0.0.1:8400', http, clock);
    let reason: unknown;
    const gone = local.gone(new AbortController().signal).then((error) => {
      reason = error;
    });
    const pass = async (seconds: number): Promise<unknown> => {
      for (let second = 0; second < seconds; second++) await clock.advance(1000);
      return reason;
    };
    expect(await pass(2)).toBeUndefined();
    isThere = false;
    expect(await pass(2)).toBeUndefined();
    isThere = true;
    expect(await pass(1)).toBeUndefined();
    isThere = false;
    expect(await pass(2)).toBeUndefined();
    expect(await pass(1)).toMatchObject({ message: 'the sandbox at http://127.0.0.1:8400 has ended' });
    await gone;
    expect(asked).toHaveLength(1 + 2 + 2 + 1 + 3);
  });

  it.each([
    [
      'the one that was started anew, which has other tokens',
      200,
      JSON.stringify({ appToken: 'xapp-2', botToken: 'xoxb-2' }),
      1,
    ],
    ['nobody, where another program has taken its port', 404, 'not found', 3],
  ])('leaves its place to %s', async (_, status, text, seconds) => {
    let answer = { status: 200, text: ready };
    const clock = manualClock();
    const local = await findLocalSlack('http://127.0.0.1:8400', machine(() => answer).http, clock);
    expect(await local.successor()).toBeUndefined();
    answer = { status, text };
    const gone = local.gone(new AbortController().signal);
    for (let second = 0; second < seconds; second++) await clock.advance(1000);
    const next = status === 200 ? { slack: { appToken: 'xapp-2', botToken: 'xoxb-2' } } : undefined;
    expect(await gone).toMatchObject(next ?? { message: 'the sandbox at http://127.0.0.1:8400 has ended' });
    if (next) expect(await local.successor()).toMatchObject(next);
    else expect(await local.successor()).toBeUndefined();
  });

  it('is not looked for any more once the listener stops', async () => {
    const { http } = machine(() => ({ status: 200, text: ready }));
    const local = await findLocalSlack('http://127.0.0.1:8400', http, manualClock());
    const stopping = new AbortController();
    const gone = local.gone(stopping.signal);
    stopping.abort(new OpsError('cancelled', 'it was stopped'));
    await expect(gone).rejects.toThrow('it was stopped');
  });
});
