import type { SystemConfig } from './config-systems.ts';

/** Systems that keep values over time. */
export const metricSystems = ['graphite', 'prometheus'] as const;
export type MetricSystem = (typeof metricSystems)[number];

/** Many ask nobody who they are. */
export interface MetricSystemConfig extends Omit<SystemConfig, 'token'> {
  /** Without a user it is a bearer token, with one their password. */
  token?: string;
  user?: string;
}

export interface MetricsConfig {
  /** The one that is meant where none is named. @default the only one that is configured */
  system?: MetricSystem;
}

/** What values are of, as they are kept: a time in milliseconds or seconds, a share in percent or from 0 to 1. */
export const metricUnits = ['number', 'ms', 's', 'bytes', 'percent', 'ratio'] as const;
export type MetricUnit = (typeof metricUnits)[number];

/** A graph that has a name: what a line says otherwise stands above it. */
export interface GraphConfig {
  targets: string[];
  /** @default its name */
  title?: string;
  system?: MetricSystem;
  unit?: MetricUnit;
  /** As `--from`: `3h`. */
  from?: string;
  /** By what they are called. */
  thresholds?: Record<string, number>;
  log?: boolean;
  stacked?: boolean;
  /** Whose deploys are marked: `web`, or `web/uat`. @default those of the app that a line means, where it is released last */
  deploys?: string[];
}
