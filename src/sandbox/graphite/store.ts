import { matchesPart } from './globs.ts';

/** What is kept under one name. Times are seconds since 1970. */
export interface Metric {
  /** Seconds from one value to the next. */
  step: number;
  /** Of a time that is a multiple of the step. */
  valueAt(seconds: number): number | null;
}

/** A metric, or a folder of some. */
export interface Node {
  path: string;
  isLeaf: boolean;
}

export interface Stored {
  name: string;
  start: number;
  step: number;
  values: (number | null)[];
}

/** Metrics by their names: the state of a Graphite. */
export class Store {
  private readonly metrics = new Map<string, Metric>();
  readonly now: () => number;

  /** `now` is in milliseconds. */
  constructor(now: () => number) {
    this.now = now;
  }

  /** Puts a metric there, in place of one of the same name. */
  add(name: string, metric: Metric): void {
    this.metrics.set(name, metric);
  }

  /** The same with values that are known one by one, each at its time in seconds. */
  give(name: string, step: number, points: Iterable<readonly [seconds: number, value: number]>): void {
    const known = new Map([...points].map(([at, value]) => [at - (at % step), value]));
    this.add(name, { step, valueAt: (seconds) => known.get(seconds) ?? null });
  }

  find(pattern: string): Node[] {
    if (this.metrics.has(pattern)) return [{ path: pattern, isLeaf: true }];
    const parts = pattern.split('.');
    const found = new Map<string, boolean>();
    for (const name of this.metrics.keys()) {
      const own = name.split('.');
      if (own.length < parts.length || !parts.every((part, at) => matchesPart(own[at] ?? '', part))) continue;
      const path = own.slice(0, parts.length).join('.');
      found.set(path, own.length === parts.length || found.get(path) === true);
    }
    return [...found]
      .map(([path, isLeaf]) => ({ path, isLeaf }))
      .sort((one, other) => (one.path < other.path ? -1 : 1));
  }

  /** All that match, from after one time up to and with another. What is to come is not known. */
  fetch(pattern: string, from: number, until: number): Stored[] {
    // Of what is all to come, it does not even say the name.
    if (from > this.now() / 1000) return [];
    const leaves = this.find(pattern).filter(({ isLeaf }) => isLeaf);
    return leaves.flatMap(({ path }) => {
      const metric = this.metrics.get(path);
      return metric === undefined ? [] : [read(path, metric, from, Math.min(until, Math.floor(this.now() / 1000)))];
    });
  }
}

function read(name: string, { step, valueAt }: Metric, from: number, until: number): Stored {
  const start = from - (from % step) + step;
  const end = Math.max(start, until - (until % step));
  const values = Array.from({ length: (end - start) / step + 1 }, (_, index) => valueAt(start + index * step));
  return { name, start, step, values };
}
