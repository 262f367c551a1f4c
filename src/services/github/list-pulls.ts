import { OpsError } from '../../context/errors.ts';
import type { PullFilter, Unread } from '../../context/pulls.ts';
import type { GitHub } from './ask.ts';
import { isMeant, type ListedPull } from './choose-pulls.ts';
import { pullsShape } from './shapes.ts';

/** Of a repository, that are looked at. */
const mostLookedAt = 1000;

interface Listed {
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
    if (seen >= mostLookedAt) return { items, isCut: page.length > 0 };
  }
  return { items, isCut: false };
}

const reasons: Readonly<Record<number, string>> = {
  403: 'the token under github may not read its pull requests: it takes Pull requests (read)',
  404: 'there is no such repository, or the token under github may not see it',
  410: 'it has no pull requests',
  451: 'GitHub had to take it away',
};

const longestWords = 300;

/** Why a repository is left out; throws what is wrong with all of them. */
export function unreadOf(repository: string, error: unknown): Unread {
  const status = error instanceof OpsError ? error.details?.['status'] : undefined;
  const why = typeof status === 'number' ? reasons[status] : undefined;
  if (why === undefined) throw error;
  // A single sign-on, or a list of addresses that may ask.
  const said = error instanceof OpsError ? `${error.details?.['said'] ?? ''}` : '';
  const isOwn = status === 403 && said !== '' && !said.startsWith('Resource not accessible');
  return { repository, why: isOwn ? `GitHub says: ${said.slice(0, longestWords)}` : why };
}
