import { describe, expect, it } from 'vitest';
import { OpsError } from '../../src/context/errors.ts';
import type { MetricPoint, Metrics } from '../../src/context/metrics.ts';
import { manySeries, tableLength } from '../support/metric-table.ts';

/** A server with the series of `metricTable(end, step)`, asked as commands ask it. */
export interface MetricsStore {
  metrics: Metrics;
  end: number;
  step: number;
}

/** What a person types of the same things. */
interface Language {
  one: string;
  both: string;
  sum: string;
  gap: string;
  odd: string;
  many: string;
  long: string;
  wrong: string;
  wrongName: string;
  meant: string;
  broken: readonly string[];
  found: readonly (readonly [pattern: string, names: readonly string[]])[];
}

const numbers = Array.from({ length: manySeries }, (_, index) => `n${String(index).padStart(3, '0')}`);
/** A target longer than most servers take an address to be. */
const often = 3;

export const graphite: Language = {
  one: 'contract.web1.requests',
  both: 'contract.{web1,web2}.requests',
  sum: 'sumSeries(contract.web[12].requests)',
  gap: 'contract.gap',
  odd: 'contract.odd',
  many: 'contract.many.*',
  long: `maxSeries(${Array.from({ length: often }, () => numbers.map((number) => `contract.many.${number}`)).join(',')})`,
  wrong: "alias(contract.web1.reqests,'requests')",
  wrongName: 'contract.web1.reqests',
  meant: 'contract.web1.requests',
  broken: ['nosuchfunction(contract.gap)', 'sumSeries(contract.gap', 'contract.gap)', "alias(contract.gap,'x)"],
  found: [
    ['contract.web*.requests', ['contract.web1.requests', 'contract.web2.requests']],
    ['contract.web1', ['contract.web1.requests']],
    ['contract.w*', ['contract.web1.*', 'contract.web2.*']],
    ['gap', ['contract.gap']],
    ['nothing-is-called-so', []],
  ],
};

export const prometheus: Language = {
  one: 'contract_requests{host="web1"}',
  both: 'contract_requests',
  sum: 'sum(contract_requests)',
  gap: 'contract_gap',
  odd: 'contract_odd',
  many: 'contract_many',
  long: `max(contract_many{number=~"${Array.from({ length: often }, () => numbers.join('|')).join('|')}"})`,
  wrong: 'sum by (host) (contract_reqests)',
  wrongName: 'contract_reqests',
  meant: 'contract_requests',
  broken: ['nosuchfunction(contract_gap)', 'sum(contract_gap', 'contract_gap)', 'contract_gap{', 'rate(contract_gap)'],
  found: [
    ['contract_requests', ['contract_requests']],
    ['contract_g*', ['contract_gap']],
    ['contract_requests{host="web2"}', ['contract_requests{host="web2", job="shop"}']],
    ['gap', ['contract_gap']],
    ['nothing-is-called-so', []],
  ],
};

/** What holds of every Graphite, and of every Prometheus. */
export function metricsContract(
  title: string,
  language: Language,
  store: () => MetricsStore,
  test: ReturnType<typeof it.skipIf> = it,
): void {
  /** The last so many values of each series of a target, by its name. */
  const last = async (target: string, count: number): Promise<Record<string, readonly MetricPoint[]>> => {
    const { metrics, end, step } = store();
    const from = new Date(end - (count - 0.5) * step);
    const found = await metrics.series({ target, from, until: new Date(end), most: count });
    return Object.fromEntries(found.map(({ name, points }) => [name, points]));
  };
  const valuesOf = (points: readonly MetricPoint[] | undefined) => points?.map(([, value]) => value);

  describe(title, () => {
    test('gives the values of one series, each at its time', async () => {
      const { end, step } = store();
      const [points] = Object.values(await last(language.one, 10));
      expect(points).toEqual(Array.from({ length: 10 }, (_, index) => [end - (9 - index) * step, 30 + index]));
    });

    test('calls series by what tells them apart', async () => {
      const found = await last(language.both, 3);
      expect(Object.keys(found).sort()).toEqual(['web1', 'web2']);
      expect(valuesOf(found['web1'])).toEqual([37, 38, 39]);
    });

    test('gives what an expression comes to', async () => {
      const [points] = Object.values(await last(language.sum, 3));
      expect(valuesOf(points)).toEqual([137, 138, 139]);
    });

    test('leaves a gap where values are missing', async () => {
      const [points = []] = Object.values(await last(language.gap, tableLength));
      const values = valuesOf(points) ?? [];
      expect([values.at(0), values.at(-1), values.at(28)]).toEqual([7, 7, null]);
      expect(points).toHaveLength(tableLength);
    });

    test('tells infinities from numbers, and NaN from both', async () => {
      const [points = []] = Object.values(await last(language.odd, tableLength));
      const values = valuesOf(points) ?? [];
      expect(values.slice(19, 22)).toEqual([-5, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
      expect(Number.isNaN(values[22] ?? Number.NaN)).toBe(true);
      expect(values[23]).toBe(-5);
    });

    test('gives no more points than it is asked for', async () => {
      const { metrics, end, step } = store();
      const from = new Date(end - tableLength * step);
      const [series] = await metrics.series({ target: language.one, from, until: new Date(end), most: 10 });
      expect(series?.points.length).toBeGreaterThan(5);
      expect(series?.points.length).toBeLessThanOrEqual(11);
    });

    test('gives 200 series', async () => {
      const found = await last(language.many, 2);
      expect(Object.keys(found).sort()).toEqual(numbers);
      expect(valuesOf(found['n199'])).toEqual([199, 199]);
    });

    test('takes a target that no address has room for', async () => {
      const [points] = Object.values(await last(language.long, 2));
      expect(valuesOf(points)).toEqual([199, 199]);
    });

    test('has nothing of a time before all values, and does not call that missing', async () => {
      const { metrics, end } = store();
      const until = new Date(end - 20 * 86_400_000);
      const from = new Date(until.getTime() - 3_600_000);
      const found = await metrics.series({ target: language.one, from, until, most: 10 });
      expect(found.flatMap(({ points }) => points.filter(([, value]) => value !== null))).toEqual([]);
      expect(await metrics.missing(language.one)).toBe(undefined);
    });

    test('knows what is missing of a target that gives nothing, and what was meant', async () => {
      const { metrics } = store();
      expect(await last(language.wrong, 2)).toEqual({});
      const missing = await metrics.missing(language.wrong);
      expect(missing).toEqual({ name: language.wrongName, near: expect.arrayContaining([language.meant]) });
    });

    test.each(language.broken)('says of %s that it cannot be read', async (target) => {
      const failure = await last(target, 2).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(OpsError);
      expect(failure).toMatchObject({ outcome: 'usage', message: expect.stringContaining(store().metrics.system) });
      expect((failure as OpsError).message).not.toMatch(/[<>]|&\w+;/);
    });

    test.each(language.found)('finds by %s: %j', async (pattern, names) => {
      expect(await store().metrics.find(pattern, 100)).toEqual({ items: names, hasMore: false });
    });

    test('finds at most as many as are wanted, and says that there are more', async () => {
      const { items, hasMore } = await store().metrics.find('contract*', 1);
      expect([items.length, hasMore]).toEqual([1, true]);
    });
  });
}
