import type { Bounded } from '../../context/builds.ts';
import { OpsError } from '../../context/errors.ts';
import type { Comment, Written } from '../../context/tickets.ts';
import { type Jira, read } from './ask.ts';
import { writeProse } from './prose.ts';
import { newestFirst, readComment } from './read.ts';
import { readingOf } from './search.ts';
import { commentShape, commentsShape } from './shapes.ts';

const mostOfPage = 100;

/** Page by page from the newest one on. */
export async function listComments(key: string, most: number, jira: Jira): Promise<Bounded<Comment> | undefined> {
  const reading = await readingOf(jira);
  const items: Comment[] = [];
  for (;;) {
    const maxResults = Math.min(most - items.length, mostOfPage);
    const query = { startAt: items.length, maxResults, orderBy: '-created' };
    const page = await jira.find(pathOf(key), commentsShape, { query });
    if (page === undefined) return undefined;
    items.push(...newestFirst(page, key, reading).items);
    const hasMore = (page.total ?? 0) > items.length;
    if (!hasMore || page.comments.length === 0 || items.length >= most) return { items, hasMore };
  }
}

export async function addComment(key: string, content: Written, jira: Jira): Promise<Comment> {
  const json = { body: writeProse(content, jira.edition) };
  const answer = await jira.ask(pathOf(key), { method: 'POST', json, takes: [404] });
  if (answer.status === 404) throw noTicket(key);
  return readComment(read(commentShape, answer, pathOf(key)), key, await readingOf(jira));
}

export const noTicket = (key: string): OpsError =>
  new OpsError('failed', `there is no ticket ${key}, or the token under jira may not see it`);

const pathOf = (key: string): string => `/issue/${encodeURIComponent(key)}/comment`;
