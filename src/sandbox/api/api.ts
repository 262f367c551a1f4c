import type { Tickets } from '../socket/socket.ts';
import { SlackError } from '../state/errors.ts';
import type { Caller, Json } from '../state/model.ts';
import type { Workspace } from '../state/workspace.ts';
import type { Arguments } from './body.ts';
import type { CallLog } from './calls.ts';
import type { FaultLine } from './faults.ts';
import { chatMethods } from './methods/chat.ts';
import { conversationMethods } from './methods/conversations.ts';
import { fileMethods } from './methods/files.ts';
import type { Method } from './methods/method.ts';
import { reactionMethods } from './methods/reactions.ts';
import { userMethods } from './methods/users.ts';
import { workspaceMethods } from './methods/workspace.ts';
import { type Reply, underFault } from './reply.ts';

export interface Question {
  method: string;
  /** May throw Slack's name for what is wrong with the body. */
  read: () => Arguments;
  bearer: string | undefined;
  origin: string;
}

export type Api = (question: Question) => Promise<Reply>;

function callerOf(workspace: Workspace, token: string | undefined, { callers }: Method): Caller {
  if (token === undefined) throw new SlackError('not_authed');
  const caller = workspace.callers.get(token);
  if (!caller) throw new SlackError('invalid_auth');
  if (!callers.includes(caller.kind)) throw new SlackError('not_allowed_token_type');
  return caller;
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
export function createApi(workspace: Workspace, tickets: Tickets, faults: FaultLine, log: CallLog): Api {
  const families = [
    ...[workspaceMethods(tickets), userMethods, conversationMethods],
    ...[chatMethods, reactionMethods, fileMethods],
  ];
  const methods = new Map<string, Method>(families.flatMap((family) => Object.entries(family)));
  const run = (question: Question, given: Arguments | SlackError): Json => {
    const method = methods.get(question.method);
    if (!method) throw new SlackError('unknown_method', { req_method: question.method });
    if (given instanceof SlackError) throw given;
    const caller = callerOf(workspace, question.bearer ?? given.token, method);
    return method.run({ workspace, args: given.args, origin: question.origin, caller });
  };
  const reply = (question: Question, given: Arguments | SlackError): Reply => {
    try {
      return { status: 200, body: { ok: true, ...run(question, given) } };
    } catch (error) {
      if (!(error instanceof SlackError)) throw error;
      return { status: 200, body: { ok: false, error: error.error, ...error.extra } };
    }
  };
  return async (question) => {
    const { method } = question;
    const at = workspace.clock.now();
    const given = attempt(question.read);
    const answer = await underFault(faults.take(method), () => reply(question, given));
    log.add({ method, at, args: given instanceof SlackError ? {} : given.args, ...outcome(answer) });
    workspace.changes.notify();
    return answer;
  };
}
