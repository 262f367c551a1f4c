import type * as v from 'valibot';
import type { Clock } from '../../context/host.ts';
import { type Answer, type Call, type Client, outliving } from '../client/client.ts';
import { answersOf, type ReadAnswer } from '../client/shape.ts';
import { limited, limitedUntil, readFault, refused } from './failure.ts';
import { nextPage } from './pages.ts';

type Query = NonNullable<Call['query']>;

/** One GitHub, asked for JSON. */
export interface GitHub {
  /** Undefined where there is none (404). */
  find<Schema extends v.GenericSchema>(
    path: string,
    schema: Schema,
    query?: Query,
  ): Promise<v.InferOutput<Schema> | undefined>;
  /** Throws where there is none. */
  get<Schema extends v.GenericSchema>(path: string, schema: Schema, query?: Query): Promise<v.InferOutput<Schema>>;
  /** Page after page, as long as somebody takes them. */
  pages<Schema extends v.GenericSchema>(
    path: string,
    schema: Schema,
    query?: Query,
  ): AsyncGenerator<v.InferOutput<Schema>>;
  ask(path: string, call?: Call): Promise<Answer>;
  read: ReadAnswer;
  /** Asks also where the run is stopped meanwhile, for a while. */
  outliving(): GitHub;
}

export interface AskParts {
  client: Client;
  clock: Pick<Clock, 'now' | 'sleep'>;
  /** What ends a wait. */
  signal?: AbortSignal | undefined;
}

/** Milliseconds. Whoever is to wait longer is told so instead. */
const longestWait = 30_000;
const mostAttempts = 3;
/** Of one list: a page may be empty, and say that there are more. */
const mostPages = 100;
/** Answers: one may be of some megabytes. */
const mostRemembered = 10;

export function createGitHub({ client, clock, signal }: AskParts): GitHub {
  const ask = remembering(patient(client, clock, signal));
  const find: GitHub['find'] = async (path, schema, query) => {
    const answer = await ask(path, { ...(query === undefined ? {} : { query }), takes: [404] });
    return answer.status === 404 ? undefined : read(schema, answer, path);
  };
  return {
    ask,
    find,
    read,
    get: async (path, schema, query) => read(schema, await ask(path, query && { query }), path),
    pages: async function* (path, schema, query) {
      let wanted: Query | undefined = { per_page: 100, ...query };
      for (let page = 1; wanted !== undefined && page <= mostPages; page++) {
        const answer: Answer = await ask(path, { query: wanted });
        yield read(schema, answer, path);
        wanted = nextPage(answer.headers.get('link'));
      }
    },
    outliving: () => createGitHub({ client: outliving(client), clock }),
  };
}

type Ask = GitHub['ask'];

/** Waits where GitHub says that it takes nothing for a moment: what it refuses so was not done. */
function patient(client: Client, clock: AskParts['clock'], signal: AskParts['signal']): Ask {
  return async (path, call = {}) => {
    const { takes = [] } = call;
    for (let attempt = 1; ; attempt++) {
      const answer = await client(path, { ...call, takes: [...takes, 302, 307, 400, 403, 404, 409, 410, 422, 429] });
      const until = limitedUntil(answer, clock.now());
      if (until === undefined) {
        if (answer.status < 400 || takes.includes(answer.status)) return answer;
        throw refused(path, answer);
      }
      const pause = Math.max(1000, until.getTime() - clock.now().getTime());
      if (pause > longestWait || attempt >= mostAttempts) throw limited(until, readFault(answer.text));
      await clock.sleep(pause, signal);
    }
  };
}

/** What did not change since it was last asked for does not count against the token's limit. */
function remembering(ask: Ask): Ask {
  const seen = new Map<string, { tag: string; answer: Answer }>();
  return async (path, call = {}) => {
    const isPart = call.most !== undefined || call.save !== undefined || call.redirect === 'manual';
    if ((call.method ?? 'GET') !== 'GET' || isPart) return ask(path, call);
    const key = JSON.stringify([path, call.query, call.headers]);
    const before = seen.get(key);
    if (before === undefined) return remember(await ask(path, call));
    const headers = { ...call.headers, 'if-none-match': before.tag };
    const answer = await ask(path, { ...call, headers, takes: [...(call.takes ?? []), 304] });
    return answer.status === 304 ? before.answer : remember(answer);

    function remember(answered: Answer): Answer {
      const tag = answered.headers.get('etag');
      seen.delete(key);
      if (tag !== null && answered.status === 200) seen.set(key, { tag, answer: answered });
      const [oldest] = seen.keys();
      if (seen.size > mostRemembered && oldest !== undefined) seen.delete(oldest);
      return answered;
    }
  };
}

const read = answersOf('GitHub', 'is github.url the address of the API of a GitHub?');
