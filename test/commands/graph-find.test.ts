import { describe, expect, it } from 'vitest';
import { openMetricShop } from '../support/metric-store.ts';

describe('ops graph-find', () => {
  it.each([
    [['p95'], '• shop.checkout.p95\n'],
    [['shop.*'], '• shop.checkout.*\n• shop.web.*\n• shop.web1.*\n• shop.web2.*\n'],
    [['shop.web[12].cpu'], '• shop.web1.cpu\n• shop.web2.cpu\n'],
    [['shop.web1'], '• shop.web1.cpu\n'],
    [['check'], 'Graphs with a name: checkout\n• shop.checkout.*\n'],
    [['cpu', '-n', '1'], '• shop.web1.cpu\nThere are more: a longer pattern, or --limit\n'],
    [['zebra'], 'Graphite has nothing like zebra\n'],
  ])('%j lists what there is', async (argv, stdout) => {
    expect(await (await openMetricShop()).type(['graph-find', ...argv])).toMatchObject({ exitCode: 0, stdout });
  });

  it('gives names as JSON, and refuses a number that is none', async () => {
    const shop = await openMetricShop();
    expect(JSON.parse((await shop.type(['graph-find', 'p9', '--json'])).stdout)).toEqual({
      ...{ system: 'Graphite', pattern: 'p9', graphs: [], targets: ['shop.checkout.p95'], hasMore: false },
    });
    const { exitCode, stderr } = await shop.type(['graph-find', 'p9', '--limit', '0']);
    expect([exitCode, stderr]).toEqual([64, expect.stringContaining('--limit takes 1 to 200, not 0')]);
  });
});
