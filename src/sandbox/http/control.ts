import type { IncomingMessage } from 'node:http';
import { readBody } from '../api/body.ts';
import { type Answer, type Reply, refusal } from '../api/reply.ts';
import { describeSandbox } from '../ready.ts';
import type { Sandbox } from '../sandbox.ts';
import { isTooDeep } from '../state/depth.ts';
import { SandboxError, SlackError } from '../state/errors.ts';
import { checkFields } from '../state/fields.ts';
import type { Json } from '../state/model.ts';
import { largestRequest } from '../state/sizes.ts';
import { acts } from './control-acts.ts';
import { isSameOrigin } from './same-origin.ts';

/*
 * What a program holding the sandbox does, for programs in any language:
 *
 * GET    /control                      what `ops sandbox --json` prints
 * GET    /control/calls                { calls }
 * GET    /control/connections          { connections }
 * GET    /control/messages?channel=    { messages }
 * POST   /control/<act>                JSON in, JSON out: see control-acts.ts
 * POST   /control/limits               true, false or { method: calls a minute }
 * POST   /control/app                  { commands?, shortcuts?, scopes? }
 * POST   /control/people, /channels    { people: […] }, { channels: […] } → the same, with ids and tokens
 * DELETE /control/faults[?method=]     forgets all faults, or those of a method
 *
 * Where it cannot be: 400 with { ok: false, error } and the sentence that the program would get.
 */

export interface Control {
  /** The sandbox that is driven, once there is one. */
  drive(sandbox: Sandbox): void;
  serve(request: IncomingMessage, url: URL): Promise<Reply>;
}

const refused = (status: number, error: string): Answer => refusal(error, status);

const found = (answer: object): Answer => ({ status: 200, body: { ok: true, ...answer } });

/** `undefined`: there is nothing of that name. */
function look(sandbox: Sandbox, name: string, query: URLSearchParams): Reply | undefined {
  if (name === '') return { status: 200, body: { ...describeSandbox(sandbox) } };
  if (name === 'calls') return found({ calls: sandbox.calls });
  if (name === 'connections') return found({ connections: sandbox.connections() });
  if (name !== 'messages') return undefined;
  const channel = query.get('channel');
  if (channel === null) throw new SandboxError('invalid', 'messages: channel is missing, a text');
  return found({ messages: sandbox.messages(channel) });
}

function forget(sandbox: Sandbox, name: string, query: URLSearchParams): Reply | undefined {
  if (name !== 'faults') return undefined;
  sandbox.faults.clear(query.get('method') ?? undefined);
  return found({});
}

function readJson(body: Buffer): unknown {
  if (body.length === 0) return {};
  const value = parsed(body.toString('utf8'));
  if (isTooDeep(value)) throw new SandboxError('invalid', 'the body has too many objects and lists in each other');
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SandboxError('invalid', 'the body is not JSON');
  }
}

async function act(sandbox: Sandbox, name: string, request: IncomingMessage): Promise<Reply | undefined> {
  const wanted = Object.hasOwn(acts, name) ? acts[name] : undefined;
  if (!wanted) return undefined;
  const body = await readBody(request, largestRequest);
  if (!body) return { ...refused(413, 'request_too_large'), headers: { connection: 'close' } };
  const args = readJson(body);
  if (wanted.fields) checkFields(name, args, wanted.fields);
  return found(((await wanted.run(sandbox, args as Json)) ?? {}) as Json);
}

async function answer(sandbox: Sandbox, request: IncomingMessage, url: URL): Promise<Reply | undefined> {
  const name = url.pathname.replace(/^\/control\/?/u, '');
  switch (request.method) {
    case 'GET':
      return look(sandbox, name, url.searchParams);
    case 'POST':
      return act(sandbox, name, request);
    case 'DELETE':
      return forget(sandbox, name, url.searchParams);
    default:
      return undefined;
  }
}

const known = `GET: calls, connections, messages; POST: ${Object.keys(acts).join(', ')}; DELETE: faults`;

const nothing = (request: IncomingMessage, url: URL): Reply =>
  refused(404, `there is no ${request.method} ${url.pathname} (${known})`);

export function createControl(): Control {
  let driven: Sandbox | undefined;
  return {
    drive(sandbox) {
      driven = sandbox;
    },
    async serve(request, url) {
      if (!isSameOrigin(request.headers, url.origin))
        return refused(403, 'a page elsewhere may not drive this sandbox');
      if (!driven) return refused(503, 'the sandbox is starting');
      try {
        return (await answer(driven, request, url)) ?? nothing(request, url);
      } catch (error) {
        if (error instanceof SandboxError) return refused(400, error.message);
        if (error instanceof SlackError) return refused(400, error.error);
        throw error;
      }
    },
  };
}
