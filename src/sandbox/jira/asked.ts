import type { Person } from './shapes.ts';
import type { Issue, Site } from './site.ts';
import type { Views } from './views.ts';

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  /** A text is a page for people. */
  body?: unknown;
}

export interface Asked {
  method: string;
  /** Decoded. */
  path: string;
  query: URLSearchParams;
  body: Readonly<Record<string, unknown>>;
  authorization: string | undefined;
  site: Site;
  views: Views;
}

/** What is asked by somebody who may. */
export interface Allowed extends Asked {
  asker: Person;
  /** What follows `/rest/api/3`. */
  rest: string;
}

export const fault = (status: number, message: string, errors: Record<string, string> = {}): Answer => ({
  status,
  body: { errorMessages: message === '' ? [] : [message], errors },
});

export const noIssue = fault(404, 'Issue does not exist or you do not have permission to see it.');

export const numberIn = (query: URLSearchParams, name: string, usual: number): number =>
  Number(query.get(name) ?? usual);

/** Some of a list, with where they stand in it. */
export function pageOf<Item>(items: readonly Item[], query: URLSearchParams, usual = 50): PageOf<Item> {
  const startAt = numberIn(query, 'startAt', 0);
  const maxResults = numberIn(query, 'maxResults', usual);
  const shown = items.slice(startAt, startAt + maxResults);
  return { shown, startAt, maxResults, total: items.length, isLast: startAt + shown.length >= items.length };
}

interface PageOf<Item> {
  shown: readonly Item[];
  startAt: number;
  maxResults: number;
  total: number;
  isLast: boolean;
}

export function issueAt(rest: string, site: Site): Issue | undefined {
  const [, named = ''] = /^\/issue\/([^/]+)/.exec(rest) ?? [];
  return site.find(named);
}
