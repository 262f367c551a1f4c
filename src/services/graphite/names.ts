import { nearest } from '../../command/suggest.ts';
import { OpsError } from '../../context/errors.ts';
import type { MissingMetric } from '../../context/metrics.ts';

/** A part of the tree of names. */
export interface GraphiteNode {
  path: string;
  isLeaf: boolean;
}

export type FindNodes = (query: string) => Promise<readonly GraphiteNode[]>;

/** What is open and never closed, Graphite calls a fault of its own. */
export function checkTarget(target: string): void {
  const open: string[] = [];
  const pairs: Readonly<Record<string, string>> = { ')': '(', '}': '{', ']': '[' };
  const bare = target.replaceAll(/'[^']*'|"[^"]*"/g, '');
  if (/['"]/.test(bare)) throw unreadable(target, 'a quote is open');
  for (const sign of bare) {
    if ('({['.includes(sign)) open.push(sign);
    const wanted = pairs[sign];
    if (wanted !== undefined && open.pop() !== wanted) throw unreadable(target, `there is a ${sign} too many`);
  }
  if (open.length > 0) throw unreadable(target, `a ${open.at(-1)} is not closed`);
  if (/^[\s,]*$|[,(]\s*,|,\s*$/.test(bare)) throw unreadable(target, 'something is missing in it');
}

export const unreadable = (target: string, why: string): OpsError =>
  new OpsError('usage', `Graphite cannot read the target ${target}: ${why}`, {
    hint: "such as shop.web.requests, or in quotes 'sumSeries(shop.*.requests)'",
  });

/** Names and patterns within a target: what is no function, no number and no text. */
export function pathsIn(target: string): string[] {
  const bare = target.replaceAll(/'[^']*'|"[^"]*"|\b\w+\s*=/g, ' ');
  const words = bare.match(/(?:\{[^{}]*\}|[^\s(){},=|])+\(?/g) ?? [];
  const isPath = (word: string): boolean =>
    !word.endsWith('(') && Number.isNaN(Number(word)) && !/^(?:true|false|none)$/i.test(word);
  return [...new Set(words.filter(isPath))];
}

/** The first of those that is not there, and what is. */
export async function missingIn(target: string, find: FindNodes): Promise<MissingMetric | undefined> {
  for (const path of pathsIn(target)) {
    const there = await find(path);
    if (!there.some(({ isLeaf }) => isLeaf)) return { name: path, near: await nearTo(path, there, find) };
  }
  return undefined;
}

const mostNear = 3;

async function nearTo(path: string, there: readonly GraphiteNode[], find: FindNodes): Promise<string[]> {
  // It is a folder.
  if (there.length > 0) return (await find(`${path}.*`)).slice(0, mostNear).map(nodeWord);
  const parts = path.split('.');
  for (let length = parts.length - 1; length >= 0; length--) {
    const before = parts.slice(0, length);
    const beside = await find([...before, '*'].join('.'));
    if (beside.length === 0) continue;
    const near = nearest(parts[length] ?? '', beside.map(lastPart), mostNear);
    const rest = parts.slice(length + 1);
    const meant = near.map((name) => [...before, name, ...rest].join('.'));
    const found = await Promise.all(meant.map(async (name) => (await find(name)).length > 0));
    const right = meant.filter((_, index) => found[index]);
    if (right.length > 0) return right;
    const close = beside.filter((node) => near.includes(lastPart(node)));
    return (close.length > 0 || length === 0 ? close : beside).slice(0, mostNear).map(nodeWord);
  }
  return [];
}

const lastPart = ({ path }: GraphiteNode): string => path.slice(path.lastIndexOf('.') + 1);

/** A folder is shown as what is in it. */
export const nodeWord = ({ path, isLeaf }: GraphiteNode): string => (isLeaf ? path : `${path}.*`);
