import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Host } from '../../src/context/host.ts';
import { type FakeGraphite, startGraphite } from '../../src/sandbox/graphite/graphite.ts';
import { cronHost, ops, type Said } from './ops.ts';
import { configuration, temporaryFolder } from './project.ts';

/** The part of a configuration that names that Graphite, and a graph. */
export const graphiteConfig = ({ url }: Pick<FakeGraphite, 'url'>): string => `graphite: { url: '${url}' }
graphs:
  checkout:
    title: Time to check out
    targets: ['aliasByNode(shop.checkout.p*, 2)']
    unit: ms
    from: 6h
    thresholds: { limit: 500 }
`;

/** The time that it is in these tests, where they need to know. */
export const noon = Date.UTC(2026, 10, 21, 12);
const minute = 60;

/** A Graphite whose values stay as they are, until the test ends. */
export async function openGraphite(now?: () => number): Promise<FakeGraphite> {
  const graphite = await startGraphite(now === undefined ? {} : { now });
  onTestFinished(() => graphite[Symbol.asyncDispose]());
  const constants = { 'web.requests': 220, 'checkout.p50': 120, 'checkout.p95': 310, 'web1.cpu': 40, 'web2.cpu': 90 };
  for (const [name, value] of Object.entries(constants)) {
    graphite.store.add(`shop.${name}`, { step: minute, valueAt: () => value });
  }
  return graphite;
}

export interface Shop {
  graphite: FakeGraphite;
  folder: string;
  /** At noon, or at another time. */
  type(argv: readonly string[], options?: { now?: number; draw?: Host['system']['draw'] }): Promise<Said>;
  /** The values of the last minutes before noon, the last one being of noon. */
  give(name: string, values: readonly (number | null)[]): void;
}

/** A project with a Graphite, where it is noon. To deploy takes a folder with something to deploy. */
export async function openMetricShop(
  config: (graphite: FakeGraphite) => string = graphiteConfig,
  folder: string = bareFolder(),
): Promise<Shop> {
  const graphite = await openGraphite(() => noon + 1);
  writeFileSync(join(folder, '.chatopsrc'), configuration + config(graphite));
  const { system } = cronHost(folder, { exitCode: -1, stdout: '', stderr: '', words: '' });
  return {
    graphite,
    folder,
    type: (argv, { now = noon, draw = system.draw } = {}) =>
      ops(folder, argv, {
        system: {
          ...{ ...system, draw },
          // What is asked again is asked again at once.
          clock: { now: () => new Date(now), sleep: (ms, signal) => system.clock.sleep(Math.min(ms, 2), signal) },
        },
      }),
    give: (name, values) => {
      const known = values.flatMap((value, index) => {
        const at = noon / 1000 - (values.length - 1 - index) * minute;
        return value === null ? [] : [[at, value] as const];
      });
      graphite.store.give(name, minute, known);
    },
  };
}

function bareFolder(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'scripts'));
  return folder;
}
