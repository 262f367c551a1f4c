import type { Bounded } from './builds.ts';

/** A system that keeps values over time, whichever it is. All throw OpsError, and name the system in it. */
export interface Metrics {
  /** As people call it: `Graphite`. */
  system: string;
  /** What a target gives in that time; none where there is nothing. Throws `usage` where the target cannot be read. */
  series(query: MetricsQuery): Promise<readonly MetricSeries[]>;
  /** What a target names and is not there; undefined where all of it is, and has no values in that time. */
  missing(target: string): Promise<MissingMetric | undefined>;
  /** Targets by a part of their name, or by a pattern with `*`: at most so many. */
  find(pattern: string, most: number): Promise<Bounded<string>>;
}

export interface MetricsQuery {
  /** A name, a pattern or an expression, in the system's own language. */
  target: string;
  from: Date;
  until: Date;
  /** Points of a series, at the most. */
  most: number;
}

export interface MetricSeries {
  /** Short: what tells it from the others of its target. */
  name: string;
  /**
   * In the order of time, evenly; times are milliseconds since 1970. `null` where nothing is known, and NaN or an infinity
   * where that is what was measured.
   */
  points: readonly MetricPoint[];
  /** Why they may be a part of what there is, in the system's words. */
  doubts?: readonly string[];
}

export type MetricPoint = readonly [at: number, value: number | null];

export interface MissingMetric {
  name: string;
  /** Those that may have been meant, best first. */
  near: readonly string[];
}
