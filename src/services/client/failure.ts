import { OpsError } from '../../context/errors.ts';

/** A system that is asked, as errors name it. */
export interface Asked {
  /** `Jenkins` */
  system: string;
  /** Its section of the configuration: `jenkins`. */
  section: string;
}

const longestWords = 300;

/** What may have been done is not to be done twice: whoever asked looks first. */
const doubt = 'it may have been done all the same';
const lookFirst = (system: string): string => `see in ${system} whether it was done before you type it again`;

/** Faults of the network before anything was sent. */
const unsent: ReadonlySet<unknown> = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'],
  ...['CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN'],
  ...['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'ERR_TLS_CERT_ALTNAME_INVALID'],
]);

function isUnsent(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const isSaid = 'code' in error && unsent.has(error.code);
  return isSaid || (error instanceof AggregateError && error.errors.every(isUnsent)) || isUnsent(error.cause);
}

/** No answer came. */
export function unanswered({ system, section }: Asked, error: unknown, isSafe: boolean): OpsError {
  const words = `${system}: ${error instanceof Error ? error.message : String(error)}`;
  if (isSafe || isUnsent(error)) {
    const hint = `is ${section}.url right, and can this machine reach it? ops config`;
    return new OpsError('unavailable', words, { hint, cause: error });
  }
  return new OpsError('unavailable', `${words}; ${doubt}`, { hint: lookFirst(system), cause: error });
}

/** Why an answer is no good. The address is told without its query, and nothing that was sent is. */
export function refusal(
  { system, section }: Asked,
  { address, status, said, isSafe }: { address: string; status: number; said: string; isSafe: boolean },
): OpsError {
  const why = said === '' ? '' : `: ${said.slice(0, longestWords)}`;
  const answer = `${system} (${address}) answers ${status}${why}`;
  const details = { system, address, status };
  if (status === 401) {
    const hint = `it does not take the credentials under ${section}: has the token expired? ops config`;
    return new OpsError('config', answer, { hint, details });
  }
  if (status === 403) {
    const hint = `whoever owns the token under ${section} may not do that: ask who looks after ${system}`;
    return new OpsError('denied', answer, { hint, details });
  }
  if (status === 429) return new OpsError('retry', answer, { hint: 'type it again in a minute', details });
  if (status >= 500) {
    const hint = isSafe ? `is ${system} well? type it again` : lookFirst(system);
    return new OpsError('unavailable', isSafe ? answer : `${answer}; ${doubt}`, { hint, details });
  }
  if (status >= 300 && status < 400) {
    const hint = `it is somewhere else: is ${section}.url its very address, with https and its path? ops config`;
    return new OpsError('config', answer, { hint, details });
  }
  return new OpsError('failed', answer, { details });
}

function kindOf(text: string, type: string | null): string {
  if (text.trim() === '') return 'nothing';
  return (type ?? '').includes('json') ? 'half of it, or with what is none,' : `something else (${type ?? 'no type'})`;
}

export function notJson(
  { system, section }: Asked,
  { address, type, text, isSafe }: { address: string; type: string | null; text: string; isSafe: boolean },
): OpsError {
  const isPage = (type ?? '').includes('html') || /^\s*<(?:!doctype|html)/i.test(text);
  const what = isPage ? 'a page for people' : kindOf(text, type);
  const words = `${system} (${address}) answers with ${what} where JSON was due`;
  if (!isSafe && !isPage) return new OpsError('unavailable', `${words}; ${doubt}`, { hint: lookFirst(system) });
  return new OpsError('unavailable', words, {
    hint: isPage
      ? `a sign-in page or a proxy is in between, or ${section}.url is not the right address: ops config`
      : `is ${system} well? type it again`,
    details: { system, address },
  });
}
