import { type Config, type GraphConfig, type MetricUnit, metricUnits, OpsError } from '../../src/index.ts';
import { durationOf, readWindow, type Window } from './window.ts';

/** What was typed. */
export interface Typed {
  target: readonly string[];
  from: string | undefined;
  until: string | undefined;
  title: string | undefined;
  compare: string | undefined;
  threshold: readonly string[];
  unit: string | undefined;
  log: boolean;
  stacked: boolean;
  deploys: readonly string[];
  system: string | undefined;
}

/** What is to be shown, with what the configuration says of it. */
export interface Plan {
  targets: readonly string[];
  title: string;
  system: string | undefined;
  unit: MetricUnit;
  window: Window;
  /** Milliseconds; undefined where nothing is compared. */
  compare: number | undefined;
  thresholds: readonly Threshold[];
  isLogarithmic: boolean;
  isStacked: boolean;
  deploys: readonly string[] | undefined;
}

export interface Threshold {
  name: string;
  value: number;
}

const mostTargets = 10;
const mostThresholds = 5;

export function planOf(typed: Typed, { graphs = {} }: Pick<Config, 'graphs'>, now: Date): Plan {
  const named = typed.target.flatMap((word) => {
    const graph = graphNamed(word, graphs);
    return graph === undefined ? [] : [{ word, graph }];
  });
  const targets = typed.target.flatMap((word) => graphNamed(word, graphs)?.targets ?? [word]);
  if (targets.length > mostTargets) {
    throw new OpsError('usage', `${targets.length} targets are more than the ${mostTargets} that one picture takes`);
  }
  const [first] = named;
  const graph: Partial<GraphConfig> = first?.graph ?? {};
  const { log: isLogarithmic, stacked: isStacked } = shapeOf(typed, graph);
  return {
    targets,
    title: typed.title?.trim() || (graph.title ?? first?.word ?? shortened(targets.join(', '))),
    system: typed.system ?? systemOf(named),
    unit: metricUnits.find((unit) => unit === typed.unit) ?? graph.unit ?? 'number',
    window: readWindow({ from: typed.from, until: typed.until, usual: graph.from }, now),
    compare: typed.compare === undefined ? undefined : compareOf(typed.compare),
    thresholds: thresholdsOf(typed.threshold, graph),
    isLogarithmic,
    isStacked,
    deploys: typed.deploys.length > 0 ? typed.deploys : graph.deploys,
  };
}

const longestTitle = 120;

const shortened = (title: string): string => (title.length > longestTitle ? `${title.slice(0, longestTitle)}…` : title);

const graphNamed = (word: string, graphs: Readonly<Record<string, GraphConfig>>): GraphConfig | undefined =>
  Object.hasOwn(graphs, word) ? graphs[word] : undefined;

function systemOf(named: readonly { word: string; graph: GraphConfig }[]): string | undefined {
  const [first, other] = [...new Set(named.flatMap(({ graph }) => graph.system ?? []))];
  if (other === undefined) return first;
  throw new OpsError('usage', `these are of ${first} and of ${other}: one picture shows one system`, {
    hint: `ops graph ${named[0]?.word}`,
  });
}

function shapeOf(typed: Typed, graph: Partial<GraphConfig>): { log: boolean; stacked: boolean } {
  if (typed.log && typed.stacked) {
    throw new OpsError('usage', 'values that are stacked have no logarithmic scale', {
      hint: 'either --log or --stacked',
    });
  }
  const stacked = typed.stacked || (graph.stacked === true && !typed.log);
  return { stacked, log: !stacked && (typed.log || graph.log === true) };
}

function compareOf(typed: string): number {
  const shift = durationOf('--compare', typed.replace(/^-/, ''));
  if (shift >= 1000) return shift;
  throw new OpsError('usage', `--compare ${typed} is no time ago`, { hint: '--compare 1d' });
}

function thresholdsOf(typed: readonly string[], { thresholds = {} }: Partial<GraphConfig>): Threshold[] {
  const configured = Object.entries(thresholds).map(([name, value]) => ({ name, value }));
  const all = typed.length > 0 ? typed.map(readThreshold) : configured;
  if (all.length <= mostThresholds) return all;
  throw new OpsError('usage', `${all.length} thresholds are more than the ${mostThresholds} that one picture takes`);
}

/** `500`, `500=limit`. */
function readThreshold(typed: string): Threshold {
  const [, number = '', name] = /^([^=]+)(?:=(.+))?$/s.exec(typed) ?? [];
  const value = number.trim() === '' ? Number.NaN : Number(number);
  if (Number.isFinite(value)) return { name: name ?? 'limit', value };
  const withUnit = /^([+-]?\d+(?:\.\d+)?)\s*[\p{L}%]+$/u.exec(number.trim());
  throw new OpsError('usage', `--threshold takes a number, perhaps with a name, not "${typed}"`, {
    hint: withUnit === null ? '--threshold 500=limit' : `--threshold ${withUnit[1]}, and --unit says what it is`,
  });
}
