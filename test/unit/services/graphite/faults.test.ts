import { describe, expect, it, onTestFinished } from 'vitest';
import { type FakeGraphite, startGraphite } from '../../../../src/sandbox/graphite/graphite.ts';
import { faultOf, openGraphite } from '../../../../src/services/graphite/graphite.ts';
import { clientOf } from '../../../support/service.ts';

async function open(fault: FakeGraphite['fault'], timeout = 10_000) {
  const graphite = await startGraphite();
  onTestFinished(() => graphite[Symbol.asyncDispose]());
  graphite.fault = fault;
  const metrics = openGraphite(clientOf(graphite.url, { system: 'Graphite', section: 'graphite', faultOf, timeout }));
  const [from, until] = [new Date(Date.UTC(2026, 10, 21)), new Date(Date.UTC(2026, 10, 22))];
  return metrics.series({ target: 'a.b', from, until, most: 10 }).then(
    (series) => ({ series }),
    (error: unknown) => ({ error }),
  );
}

const answering =
  (status: number, type: string, body: string): FakeGraphite['fault'] =>
  (_, response) => {
    response.writeHead(status, { 'content-type': type }).end(body);
    return true;
  };

describe('a Graphite that is not as it should be', () => {
  it.each([
    [500, 'text/html', '<h1>Server Error (500)</h1>', 'unavailable', 'answers 500: Server Error (500)'],
    [401, 'text/html', '<p>Who are you?</p>', 'config', 'answers 401: Who are you?'],
    [403, 'text/html', '<p>No</p>', 'denied', 'answers 403: No'],
    [200, 'text/html', '<html><form>Sign in</form></html>', 'unavailable', 'a page for people where JSON was due'],
    [200, 'application/json', '[{"target": 1}]', 'unavailable', 'answers in another shape than Graphite does, at 0.'],
    [200, 'application/json', '[{"target": "a", "datapo', 'unavailable', 'half of it'],
    [400, 'text/html', 'Invalid parameters (it is &lt;odd&gt;)', 'usage', 'cannot read the target a.b: it is <odd>'],
  ])('that answers %d with %s %s is %s', async (status, type, body, outcome, message) => {
    const { error } = (await open(answering(status, type, body))) as { error?: unknown };
    expect(error).toMatchObject({ outcome, message: expect.stringContaining(message) });
  });

  it('that is somewhere else is not followed, which would lose what is asked', async () => {
    const { error } = (await open((_, response) => {
      response.writeHead(302, { location: 'https://login.example/?next=render' }).end();
      return true;
    })) as { error?: unknown };
    expect(error).toMatchObject({ outcome: 'config', hint: expect.stringContaining('it is somewhere else') });
  });

  it('that hangs is not waited for', async () => {
    const { error } = (await open(() => true, 300)) as { error?: unknown };
    expect(error).toMatchObject({ outcome: 'unavailable', message: expect.stringContaining('did not answer within') });
  });

  it('that writes infinities as numbers too large, or as text, is understood', async () => {
    const body =
      '[{"target": "a", "tags": {}, "datapoints": [[1e9999, 60], [-1e9999, 120], ["NaN", 180], ["+Inf", 240], [null, 300]]}]';
    expect(await open(answering(200, 'application/json', body))).toEqual({
      series: [
        {
          name: 'a',
          points: [
            [60_000, Number.POSITIVE_INFINITY],
            [120_000, Number.NEGATIVE_INFINITY],
            [180_000, Number.NaN],
            [240_000, Number.POSITIVE_INFINITY],
            [300_000, null],
          ],
        },
      ],
    });
  });
});
