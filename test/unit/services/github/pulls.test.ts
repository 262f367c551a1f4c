import { expect, it } from 'vitest';
import { tokens } from '../../../../src/sandbox/github/github.ts';
import { openPull } from '../../../../src/sandbox/github/pull.ts';
import type { Client } from '../../../../src/services/client/client.ts';
import { openPulls } from '../../../../src/services/github/pulls.ts';
import { contractWords } from '../../../support/contracts.ts';
import { openForge } from '../../../support/github/open.ts';
import { clientOf, hastyClock } from '../../../support/service.ts';

async function openShop() {
  const github = await openForge();
  const clock = hastyClock();
  const load = { busy: 0, most: 0 };
  const asking = clientOf(github.url, { clock, headers: { authorization: `Bearer ${tokens.ops}` } });
  const client: Client = async (path, call) => {
    load.most = Math.max(load.most, ++load.busy);
    return asking(path, call).finally(() => load.busy--);
  };
  const { signal } = new AbortController();
  const repositories = ['acme/shop', 'other/shop', 'acme/till'];
  return { github, clock, load, pulls: openPulls({ client, clock, signal, repositories }) };
}

it(`asks for six things at the same time, and no more${contractWords('github.json')}`, async () => {
  const { github, load, pulls } = await openShop();
  for (let count = 1; count <= 12; count++) openPull(github.shop, github.forge, `Number ${count}`);
  const { items } = await pulls.open({ me: [], most: 12, repositories: ['acme/shop'] });
  expect([items.length, load.most]).toEqual([12, 6]);
});

it('asks four times whether one can be merged, a little later each time', async () => {
  const { github, clock, pulls } = await openShop();
  openPull(github.shop, github.forge, 'Never known', { looks: 99 });
  const { items } = await pulls.open({ me: [], most: 12, repositories: ['acme/shop'] });
  expect([items[0]?.hasConflicts, clock.slept]).toEqual([undefined, [300, 700, 1500]]);
  expect(github.asked.filter((path) => path.endsWith('/pulls/1'))).toHaveLength(4);
});

it('says that nobody answers in time', async () => {
  const github = await openForge();
  github.fault = () => true;
  const clock = hastyClock();
  const { signal } = new AbortController();
  const client = clientOf(github.url, { clock, system: 'GitHub', timeout: 20 });
  const pulls = openPulls({ client, clock, signal, repositories: ['acme/shop'] });
  await expect(pulls.open({ me: [], most: 1 })).rejects.toMatchObject({
    ...{ outcome: 'unavailable', message: expect.stringContaining('GitHub: ') },
  });
});

it('looks at no younger page where only old ones are wanted', async () => {
  const { github, clock, pulls } = await openShop();
  const now = clock.now().getTime();
  for (let count = 1; count <= 250; count++) {
    openPull(github.shop, github.forge, `Number ${count}`, { at: now - (250 - count) * 3_600_000, looks: 0 });
  }
  const before = new Date(now - 200 * 3_600_000);
  const { items, count } = await pulls.open({ me: [], most: 1, before, repositories: ['acme/shop'] });
  expect([count, items[0]?.number]).toEqual([49, 49]);
  expect(github.asked.filter((path) => path.includes('/pulls?'))).toHaveLength(1);
});

it('has repositories by the names that people type', async () => {
  const { pulls } = await openShop();
  expect(pulls.repositories).toEqual(['acme/shop', 'other/shop', 'till']);
  expect(['TILL', 'acme/till', 'other/Shop', 'evil/till', ''].map((typed) => pulls.repository(typed))).toEqual([
    ...['till', 'till', 'other/shop', undefined, undefined],
  ]);
  expect(() => pulls.repository('shop')).toThrow('shop is the name of several repositories');
});
