import * as v from 'valibot';
import { OpsError } from '../../context/errors.ts';
import type { Answer, Call, Client } from '../client/client.ts';
import { answersOf } from '../client/shape.ts';

/** One Jenkins, asked for JSON. */
export interface Jenkins {
  /** Undefined where there is none (404). */
  find<Schema extends v.GenericSchema>(
    path: string,
    schema: Schema,
    tree: string,
  ): Promise<v.InferOutput<Schema> | undefined>;
  post(path: string, call?: Call): Promise<Answer>;
  client: Client;
}

export function createJenkins(client: Client): Jenkins {
  return {
    client,
    find: async (path, schema, tree) => {
      const answer = await client(`${path}/api/json`, { query: { tree }, takes: [404] });
      if (answer.status === 404) return undefined;
      return read(schema, answer, path);
    },
    post: createPost(client),
  };
}

const read = answersOf('Jenkins', 'is jenkins.url the address of a Jenkins?');

/** An API token needs no crumb. A password does, and the session that it was given in. */
function createPost(client: Client): Jenkins['post'] {
  let crumb: Record<string, string> | undefined;
  return async (path, call = {}) => {
    const post = () =>
      client(path, {
        ...call,
        method: 'POST',
        redirect: 'manual',
        headers: { ...crumb, ...call.headers },
        takes: [...(call.takes ?? []), 302, 303, 403],
      });
    let answer = await post();
    if (answer.status === 403 && /crumb/i.test(answer.text)) {
      crumb = await findCrumb(client);
      answer = await post();
    }
    if (answer.status === 403 && !call.takes?.includes(403)) throw forbidden(path);
    return answer;
  };
}

const forbidden = (path: string): OpsError =>
  new OpsError('denied', `Jenkins does not let whoever owns jenkins.token do that (403): ${path}`, {
    hint: 'ask who looks after Jenkins for the permission, such as Job/Build or Job/Cancel',
  });

const crumbShape = v.object({ crumb: v.string(), crumbRequestField: v.string() });

async function findCrumb(client: Client): Promise<Record<string, string>> {
  const answer = await client('/crumbIssuer/api/json');
  const { crumb, crumbRequestField } = read(crumbShape, answer, '/crumbIssuer');
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0] ?? '');
  return { [crumbRequestField]: crumb, ...(cookies.length === 0 ? {} : { cookie: cookies.join('; ') }) };
}
