import { OpsError } from '../../context/errors.ts';
import { formatTime } from '../../context/time.ts';
import { readRetryAfter } from '../client/client.ts';

/** An answer, as far as it says why it is none. */
export interface Refused {
  status: number;
  headers: Headers;
  text: string;
}

const shortMinute = 60_000;

/** What GitHub says was wrong, in a body of an error; empty where it says nothing. */
export function readFault(body: string): string {
  const { message, errors } = parse(body);
  const each = (Array.isArray(errors) ? errors : []).flatMap((one: unknown) => {
    const { message: said, field, code } = (typeof one === 'object' && one !== null ? one : { message: one }) as Fault;
    return typeof said === 'string' ? said : field === undefined ? [] : `${field} ${code ?? 'is wrong'}`;
  });
  return [...(typeof message === 'string' ? [message] : []), ...each].join('; ');
}

interface Fault {
  message?: unknown;
  field?: string;
  code?: string;
}

function parse(body: string): { message?: unknown; errors?: unknown } {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/**
 * When it takes requests of this token again; undefined where that is not why it refused.
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export function limitedUntil({ status, headers, text }: Refused, now: Date): Date | undefined {
  if (status !== 403 && status !== 429) return undefined;
  const pause = readRetryAfter(headers.get('retry-after'), now);
  if (pause !== undefined) return new Date(now.getTime() + pause);
  const reset = /^\d{1,12}$/.exec(headers.get('x-ratelimit-reset') ?? '')?.[0];
  if (headers.get('x-ratelimit-remaining') === '0' && reset !== undefined) return new Date(Number(reset) * 1000);
  const isTold = status === 429 || /rate limit/i.test(readFault(text));
  return isTold ? new Date(now.getTime() + shortMinute) : undefined;
}

export function limited(until: Date, said: string): OpsError {
  const why = said === '' ? '' : `: ${said.slice(0, 300)}`;
  return new OpsError('retry', `GitHub takes no more requests of this token until ${formatTime(until)}${why}`, {
    hint: 'type it again then; a token of its own for ops shares its limit with nobody',
  });
}

/** What GitHub refuses, in words that say what to do. What may not be seen is not there, as it says (404). */
export function refused(path: string, { status, text }: Refused): OpsError {
  const said = readFault(text);
  const why = said === '' ? '' : `: ${said.slice(0, 300)}`;
  const answer = `GitHub (${path}) answers ${status}${why}`;
  const details = { path, status, said };
  const [, repository = 'it'] = /^\/repos\/([^/]+\/[^/]+)/.exec(path) ?? [];
  if (status === 404) {
    const hint = `there is no such thing, or the token under github may not see it: may it read ${repository}?`;
    return new OpsError('failed', answer, { hint, details });
  }
  if (status === 403) {
    const hint = `the token under github may not do that in ${repository}: it takes Actions and Deployments, read and write`;
    return new OpsError('denied', answer, { hint, details });
  }
  if (status === 422 && path.endsWith('/dispatches')) {
    const hint = 'is that branch there, and workflow_dispatch under on: in the file that it has?';
    return new OpsError('failed', answer, { hint, details });
  }
  return new OpsError('failed', answer, { details });
}
