import { nearest } from '../../command/suggest.ts';
import type { MissingMetric } from '../../context/metrics.ts';

export type Labels = Readonly<Record<string, string>>;

/** What tells series apart: the values of labels that differ; of one alone, its name. */
export function seriesNames(all: readonly Labels[], query: string): string[] {
  const keys = [...new Set(all.flatMap(Object.keys))].sort();
  const differing = keys.filter((key) => new Set(all.map((labels) => labels[key])).size > 1);
  if (all.length > 1) {
    return all.map((labels) => {
      const values = differing.map((key) => labels[key] ?? '').filter((value) => value !== '');
      return values.length > 0 ? values.join(' ') : `no ${differing.join(' or ')}`;
    });
  }
  return all.map(({ __name__: name, ...labels }) => name ?? (Object.values(labels).join(' ') || query));
}

/** `up{host="web1", job="shop"}`: what can be typed. */
export function selectorOf({ __name__: name = '', ...labels }: Labels): string {
  const inner = Object.entries(labels).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  return inner.length === 0 ? name : `${name}{${inner.join(', ')}}`;
}

/** A metric that a query names, and the selector that it stands in. */
export interface Named {
  name: string;
  selector: string;
}

const keywords: ReadonlySet<string> = new Set([
  ...['and', 'or', 'unless', 'atan2', 'by', 'without', 'on', 'ignoring', 'group_left', 'group_right'],
  ...['offset', 'bool', 'inf', 'nan', 'start', 'end'],
]);

export function namedIn(query: string): Named[] {
  // What stands in quotes or names labels is no metric; the rest stays where it is.
  const hide = (found: string): string => ' '.repeat(found.length);
  const bare = query
    .replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/g, hide)
    .replaceAll(/\b(?:by|without|on|ignoring|group_left|group_right)\s*\([^()]*\)/gi, hide);
  const named = [...bare.matchAll(/(?<![\w.:{,])([a-zA-Z_:][\w:]*)(?![\w:]|\s*\()(?:\s*\{[^}]*\})?/g)].flatMap(
    ({ 0: whole, 1: name = '', index }) =>
      keywords.has(name.toLowerCase()) || isWithinBraces(bare, index)
        ? []
        : [{ name, selector: query.slice(index, index + whole.length) }],
  );
  return [...new Map(named.map((one) => [one.selector, one])).values()];
}

const isWithinBraces = (text: string, at: number): boolean => text.lastIndexOf('{', at) > text.lastIndexOf('}', at);

const mostNear = 3;

/** The first metric, or selector, of a query that there is nothing of. */
export async function missingIn(
  query: string,
  names: () => Promise<readonly string[]>,
  series: (selector: string) => Promise<readonly Labels[]>,
): Promise<MissingMetric | undefined> {
  const named = namedIn(query);
  if (named.length === 0) return undefined;
  const known = await names();
  for (const { name, selector } of named) {
    if (!known.includes(name)) return { name, near: nearTo(name, known) };
    if (selector === name || (await series(selector)).length > 0) continue;
    const there = (await series(name)).map(selectorOf);
    const near = nearest(selector.replaceAll(/,(?=\w)/g, ', '), there, mostNear);
    return { name: selector, near: near.length > 0 ? near : there.slice(0, mostNear) };
  }
  return undefined;
}

/** Those a slip away, else those that hold its longest word. */
function nearTo(name: string, known: readonly string[]): string[] {
  const near = nearest(name, known, mostNear);
  if (near.length > 0) return near;
  const [longest = ''] = name.split(/[_:]/).sort((one, other) => other.length - one.length);
  return longest.length < 3 ? [] : known.filter((one) => one.includes(longest)).slice(0, mostNear);
}
