import type { PullFilter } from '../../context/pulls.ts';
import type { GitHub } from './ask.ts';
import { isMeant, type ListedPull } from './choose-pulls.ts';
import { pullsShape } from './shapes.ts';

/** Of a repository, that are looked at. */
const mostLookedAt = 1000;

interface Listed {
  repository: string;
  items: readonly ListedPull[];
  isCut: boolean;
}

/** Those of a repository that are open and have what is asked for. */
export async function listPulls(repository: string, filter: PullFilter, github: GitHub): Promise<Listed> {
  const path = `/repos/${repository}/pulls`;
  const { before } = filter;
  // The oldest are enough where younger ones are not asked for.
  const direction = before === undefined ? 'desc' : 'asc';
  const items: ListedPull[] = [];
  let seen = 0;
  for await (const page of github.pages(path, pullsShape, {
    state: 'open',
    sort: 'created',
    direction,
    per_page: 100,
  })) {
    const listed = page.map((pull) => ({ repository, pull }));
    items.push(...listed.filter((one) => isMeant(one, filter)));
    seen += page.length;
    const isBehind = before !== undefined && page.some(({ created_at: at }) => Date.parse(at) >= before.getTime());
    if (isBehind) break;
    if (seen >= mostLookedAt) return { repository, items, isCut: page.length > 0 };
  }
  return { repository, items, isCut: false };
}
