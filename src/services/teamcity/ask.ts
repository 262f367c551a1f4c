import type * as v from 'valibot';
import { OpsError } from '../../context/errors.ts';
import type { Answer, Call, Client } from '../client/client.ts';
import { answersOf } from '../client/shape.ts';
import { faultOf } from './fault.ts';

type Query = NonNullable<Call['query']>;

/** One TeamCity, asked for JSON. */
export interface Teamcity {
  /** Undefined where there is none (404). */
  find<Schema extends v.GenericSchema>(
    path: string,
    schema: Schema,
    query: Query,
  ): Promise<v.InferOutput<Schema> | undefined>;
  /** Pages one after the other, until `most` pages are read or there are no more. */
  pages<Page extends { nextHref?: string | null | undefined }>(
    path: string,
    schema: v.GenericSchema<unknown, Page>,
    query: Query,
    most: number,
  ): AsyncGenerator<Page>;
  client: Client;
  /** Without a slash at its end. */
  url: string;
}

export function createTeamcity(client: Client, url: string): Teamcity {
  const find: Teamcity['find'] = async (path, schema, query) => {
    const answer = await client(path, { query, takes: [404] });
    if (answer.status === 404) return missing(answer, path);
    return read(schema, answer, path);
  };
  return {
    client,
    url,
    find,
    pages: (path, schema, query, most) => readPages(find, url, { path, schema, query, most }),
  };
}

async function* readPages<Page extends { nextHref?: string | null | undefined }>(
  find: Teamcity['find'],
  url: string,
  asked: { path: string; schema: v.GenericSchema<unknown, Page>; query: Query; most: number },
): AsyncGenerator<Page> {
  let [path, query] = [asked.path, asked.query];
  for (let number = 1; number <= asked.most; number++) {
    const page = await find(path, asked.schema, query);
    if (page === undefined) return;
    yield page;
    if (!page.nextHref) return;
    [path, query] = [pathOf(page.nextHref, url), {}];
  }
}

/** The path that an address of TeamCity has below `url`: it says it whole, from its root, or with the path that it stands at. */
export function pathOf(href: string, url: string): string {
  const { pathname, search } = new URL(href, url);
  const context = new URL(url).pathname.replace(/\/$/, '');
  const path = context !== '' && pathname.startsWith(`${context}/`) ? pathname.slice(context.length) : pathname;
  if (path.startsWith('/app/rest/')) return `${path}${search}`;
  throw new OpsError('unavailable', `TeamCity goes on at ${path}, which is not of its API`, {
    hint: 'is teamcity.url the address of a TeamCity? ops config',
  });
}

/** Where something else answers at that address, nothing is told of what is missing. */
export function missing({ text }: Answer, path: string): undefined {
  if (faultOf(text) !== '') return;
  throw new OpsError('config', `TeamCity (${path}) answers 404, and not as TeamCity does`, {
    hint: 'is teamcity.url the address of a TeamCity, with the path that it stands at? ops config',
  });
}

export const read = answersOf('TeamCity', 'is teamcity.url the address of a TeamCity?');
