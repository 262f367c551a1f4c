import { SlackError } from '../state/errors.ts';
import type { Caller, Json } from '../state/model.ts';
import type { Tickets } from '../state/tickets.ts';
import type { Workspace } from '../state/workspace.ts';
import type { Arguments } from './body.ts';
import type { CallLog } from './calls.ts';
import type { FaultLine } from './faults.ts';
import type { Limits } from './limits.ts';
import { everyMethod } from './methods/every.ts';
import type { Method } from './methods/method.ts';
import { type Reply, rateLimited, underFault } from './reply.ts';
import { acceptedScopes, mustHaveScope, scopesOf } from './scopes.ts';

export interface Question {
  method: string;
  /** May throw Slack's name for what is wrong with the body. */
  read: () => Arguments;
  bearer: string | undefined;
  origin: string;
  /** Bytes of the body. */
  size: number;
}

/** What stands around the methods. */
export interface Surroundings {
  tickets: Tickets;
  faults: FaultLine;
  limits: Limits;
  log: CallLog;
}

export type Api = (question: Question) => Promise<Reply>;

function callerOf(workspace: Workspace, token: string | undefined, { callers }: Method): Caller {
  if (token === undefined) throw new SlackError('not_authed');
  const caller = workspace.callers.get(token);
  if (!caller) throw new SlackError('invalid_auth');
  if (!callers.includes(caller.kind)) throw new SlackError('not_allowed_token_type');
  return caller;
}

/** What the token may do, and what the method asks for. */
function scopeHeaders(
  workspace: Workspace,
  method: Method | undefined,
  token: string | undefined,
): Record<string, string> {
  const caller = workspace.callers.get(token ?? '');
  return {
    ...(caller ? { 'x-oauth-scopes': scopesOf(workspace, caller).join(',') } : {}),
    ...(caller && method?.scope ? { 'x-accepted-oauth-scopes': acceptedScopes(method.scope) } : {}),
  };
}

function outcome(reply: Reply): { ok: boolean; error?: string } {
  if (typeof reply === 'string') return { ok: false, error: reply };
  const body = reply.body as Json | undefined;
  if (body?.['ok'] === true) return { ok: true };
  return { ok: false, error: body === undefined ? `http_${reply.status}` : String(body['error']) };
}

function attempt(read: () => Arguments): Arguments | SlackError {
  try {
    return read();
  } catch (error) {
    if (error instanceof SlackError) return error;
    throw error;
  }
}

/** The Web API: a method's name and its arguments → Slack's answer. */
export function createApi(workspace: Workspace, { tickets, faults, limits, log }: Surroundings): Api {
  const methods = new Map<string, Method>(Object.entries(everyMethod(tickets)));
  const run = async (question: Question, given: Arguments | SlackError): Promise<Json> => {
    const method = methods.get(question.method);
    if (!method) throw new SlackError('unknown_method', { req_method: question.method });
    if (given instanceof SlackError) throw given;
    const caller = callerOf(workspace, question.bearer ?? given.token, method);
    mustHaveScope(workspace, caller, method, given.args);
    return method.run({ workspace, args: given.args, origin: question.origin, caller });
  };
  const reply = async (question: Question, given: Arguments | SlackError): Promise<Reply> => {
    const token = question.bearer ?? (given instanceof SlackError ? undefined : given.token);
    const late = limits.take(token, question.method, given instanceof SlackError ? {} : given.args);
    if (late !== undefined) return rateLimited(late);
    const headers = scopeHeaders(workspace, methods.get(question.method), token);
    try {
      return { status: 200, headers, body: { ok: true, ...(await run(question, given)) } };
    } catch (error) {
      if (!(error instanceof SlackError)) throw error;
      return { status: 200, headers, body: { ok: false, error: error.error, ...error.extra } };
    }
  };
  return async (question) => {
    const { method } = question;
    const at = workspace.clock.now();
    const given = attempt(question.read);
    const answer = await underFault(faults.take(method), workspace.clock, () => reply(question, given));
    log.add({ method, at, args: given instanceof SlackError ? {} : given.args, ...outcome(answer) }, question.size);
    workspace.changes.notify();
    return answer;
  };
}
