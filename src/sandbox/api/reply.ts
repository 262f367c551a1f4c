import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { uuid } from '../state/ids.ts';
import type { Json } from '../state/model.ts';
import type { Fault } from './faults.ts';

/** What goes back to a client. `silence`: nothing does; `cut`: the connection goes. */
export type Reply =
  | { status: number; headers?: Record<string, string | number>; body?: Json | string | Buffer }
  | 'silence'
  | 'cut';

export const refusal = (error: string, status = 200): Reply => ({ status, body: { ok: false, error } });

const scopes = [
  ...[
    'app_mentions:read',
    'channels:history',
    'channels:read',
    'groups:history',
    'groups:read',
    'im:history',
    'im:read',
  ],
  ...['im:write', 'mpim:history', 'mpim:read', 'chat:write', 'commands', 'files:read', 'files:write', 'reactions:read'],
  ...['reactions:write', 'usergroups:read', 'users:read', 'users:read.email', 'team:read', 'emoji:read'],
].join(',');

export function send(response: ServerResponse, reply: Reply): void {
  if (reply === 'silence') return;
  if (reply === 'cut') {
    response.destroy();
    return;
  }
  const { status, headers, body = '' } = reply;
  const isPlain = typeof body === 'string' || Buffer.isBuffer(body);
  const content = isPlain ? body : JSON.stringify(body);
  response.writeHead(status, {
    'content-type': isPlain ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(content),
    'x-content-type-options': 'nosniff',
    'x-slack-req-id': uuid(),
    'x-oauth-scopes': scopes,
    ...headers,
  });
  response.end(content);
}

/** What a fault answers in place of the method; nothing when it only delays. */
function faulty(fault: Fault): Reply | undefined {
  if (fault.hang) return 'silence';
  if (fault.drop) return 'cut';
  if (fault.rateLimited !== undefined) {
    return { status: 429, headers: { 'retry-after': fault.rateLimited }, body: { ok: false, error: 'ratelimited' } };
  }
  if (fault.status !== undefined) return { status: fault.status };
  return fault.error === undefined ? undefined : refusal(fault.error);
}

/** Answers with `run`, unless the fault comes before it or takes the place of its answer. */
export async function underFault(fault: Fault | undefined, run: () => Reply): Promise<Reply> {
  if (!fault) return run();
  const done = fault.when === 'after' ? run() : undefined;
  if (fault.delayMs) await sleep(fault.delayMs, undefined, { ref: false });
  return faulty(fault) ?? done ?? run();
}
