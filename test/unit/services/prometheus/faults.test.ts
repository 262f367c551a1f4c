import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openPrometheus } from '../../../../src/services/prometheus/prometheus.ts';
import { clientOf } from '../../../support/service.ts';

const window = { from: new Date(Date.UTC(2026, 10, 21, 11)), until: new Date(Date.UTC(2026, 10, 21, 12)), most: 60 };

async function ask(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.closeAllConnections());
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return openPrometheus(clientOf(url, { system: 'Prometheus', section: 'prometheus' })).series({
    target: 'up',
    ...window,
  });
}

const telling =
  (result: unknown[]): RequestListener =>
  (_, response) => {
    const warnings = ['a remote store did not answer'];
    response.end(JSON.stringify({ status: 'success', warnings, data: { resultType: 'matrix', result } }));
  };

describe('a Prometheus that is not as it should be', () => {
  it('that warns of what it left out is told of with what it has', async () => {
    const values = [[Date.UTC(2026, 10, 21, 12) / 1000, '1']];
    expect(await ask(telling([{ metric: { __name__: 'up' }, values }]))).toMatchObject([
      { name: 'up', doubts: ['a remote store did not answer'] },
    ]);
  });

  it('that warns and has nothing is not said to know no such thing', async () => {
    await expect(ask(telling([]))).rejects.toMatchObject({
      outcome: 'unavailable',
      message: 'Prometheus found nothing of up: a remote store did not answer',
    });
  });

  it('that is somewhere else is not followed, which would lose what is asked', async () => {
    const elsewhere: RequestListener = (request, response) => {
      if (request.url === '/elsewhere') response.end(JSON.stringify({ status: 'success', data: { result: [] } }));
      else response.writeHead(302, { location: '/elsewhere' }).end();
    };
    await expect(ask(elsewhere)).rejects.toMatchObject({ outcome: 'config' });
  });
});
