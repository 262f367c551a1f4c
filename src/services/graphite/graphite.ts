import type { Bounded } from '../../context/builds.ts';
import type { Metrics, MetricsQuery } from '../../context/metrics.ts';
import type { Client } from '../client/client.ts';
import { answersOf } from '../client/shape.ts';
import { checkTarget, type FindNodes, type GraphiteNode, missingIn, nodeWord, unreadable } from './names.ts';
import { nodesShape, readSeries, seriesShape } from './read.ts';
import { faultOf } from './words.ts';

export { faultOf } from './words.ts';

/** What a server can be asked for: more than a picture can show. */
const mostPoints = 5000;
/** Parts of a name that a word is looked for in. */
const depth = 5;

/** https://graphite.readthedocs.io/en/1.1.8/render_api.html */
export function openGraphite(client: Client): Metrics {
  const find = createFind(client);
  return {
    system: 'Graphite',
    series: async ({ target, from, until, most }: MetricsQuery) => {
      checkTarget(target);
      const form = {
        ...{ target, format: 'json', from: seconds(from), until: seconds(until) },
        maxDataPoints: `${Math.max(1, Math.min(mostPoints, Math.floor(most)))}`,
      };
      // A long target has no room in an address.
      const answer = await client('/render', { ...still, method: 'POST', isSafe: true, form, takes: [400] });
      if (answer.status === 400) throw unreadable(target, faultOf(answer.text) || 'it does not say why');
      return readSeries(read(seriesShape, answer, '/render'));
    },
    missing: (target) => missingIn(target, find),
    find: (pattern, most) => findTargets(pattern, most, find),
  };
}

/** Who follows a redirect loses what was posted, and may end at a page to sign in. */
const still = { redirect: 'manual' } as const;

const seconds = (date: Date): string => `${Math.floor(date.getTime() / 1000)}`;

const createFind =
  (client: Client): FindNodes =>
  async (query) => {
    const answer = await client('/metrics/find', { ...still, query: { query, format: 'json' }, takes: [400] });
    if (answer.status === 400) throw unreadable(query, faultOf(answer.text) || 'it does not say why');
    const found = read(nodesShape, answer, '/metrics/find');
    return found.map(({ path, is_leaf: isLeaf }) => ({ path, isLeaf: Boolean(isLeaf) }));
  };

async function findTargets(pattern: string, most: number, find: FindNodes): Promise<Bounded<string>> {
  const nodes = /[.*?[{]/.test(pattern) ? await findByPath(pattern, find) : await findByWord(pattern, find);
  const names = [...new Set(nodes.map(nodeWord))].sort();
  return { items: names.slice(0, most), hasMore: names.length > most };
}

/** A folder alone is shown by what is in it. */
async function findByPath(pattern: string, find: FindNodes): Promise<readonly GraphiteNode[]> {
  const path = pattern.replace(/\.$/, '');
  const found = await find(path);
  const [first] = found;
  return found.length === 1 && first?.isLeaf === false ? find(`${first.path}.*`) : found;
}

async function findByWord(word: string, find: FindNodes): Promise<readonly GraphiteNode[]> {
  const queries = Array.from({ length: depth }, (_, above) => `${'*.'.repeat(above)}*${word}*`);
  return (await Promise.all(queries.map(find))).flat();
}

const read = answersOf('Graphite', 'is graphite.url the address of a Graphite?');
