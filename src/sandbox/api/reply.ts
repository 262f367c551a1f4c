import type { ServerResponse } from 'node:http';
import type { Fault } from '../faults.ts';
import type { Clock } from '../state/clock.ts';
import { uuid } from '../state/ids.ts';
import type { Json } from '../state/model.ts';

/** What goes back to a client. `silence`: nothing does; `cut`: the connection goes. */
export type Reply = Answer | 'silence' | 'cut';

export interface Answer {
  status: number;
  headers?: Record<string, string | number>;
  body?: Json | string | Buffer;
}

export const rateLimited = (seconds: number): Reply => ({
  status: 429,
  headers: { 'retry-after': seconds },
  body: { ok: false, error: 'ratelimited' },
});

export const refusal = (error: string, status = 200): Answer => ({ status, body: { ok: false, error } });

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
    ...headers,
  });
  response.end(content);
}

/** What a fault answers in place of the method; nothing when it only delays. */
function faulty(fault: Fault): Reply | undefined {
  if (fault.hang) return 'silence';
  if (fault.drop) return 'cut';
  if (fault.rateLimited !== undefined) return rateLimited(fault.rateLimited);
  if (fault.status !== undefined) return { status: fault.status };
  return fault.error === undefined ? undefined : refusal(fault.error);
}

/** Answers with `run`, unless the fault comes before it or takes the place of its answer. */
export async function underFault(
  fault: Fault | undefined,
  clock: Clock,
  run: () => Reply | Promise<Reply>,
): Promise<Reply> {
  if (!fault) return run();
  const done = fault.when === 'after' ? await run() : undefined;
  const { delayMs } = fault;
  if (delayMs) await new Promise<void>((resolve) => clock.timer(delayMs, resolve));
  return faulty(fault) ?? done ?? run();
}
