import { OpsError } from '../../context/errors.ts';

/** A system that is asked, as errors name it. */
export interface Asked {
  /** `Jenkins` */
  system: string;
  /** Its section of the configuration: `jenkins`. */
  section: string;
}

const longestWords = 300;

/** Why an answer is no good. The address is told without its query, and nothing that was sent is. */
export function refusal(
  { system, section }: Asked,
  { address, status, said }: { address: string; status: number; said: string },
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
  if (status >= 500) return new OpsError('unavailable', answer, { hint: `is ${system} well? type it again`, details });
  return new OpsError('failed', answer, { details });
}

export function notJson({ system, section }: Asked, address: string, type: string | null, text: string): OpsError {
  const isPage = (type ?? '').includes('html') || /^\s*<(?:!doctype|html)/i.test(text);
  const what = isPage ? 'a page for people' : `something else (${type ?? 'no type'})`;
  return new OpsError('unavailable', `${system} (${address}) answers with ${what} where JSON was due`, {
    hint: isPage
      ? `a sign-in page or a proxy is in between, or ${section}.url is not the right address: ops config`
      : 'ops config',
    details: { system, address },
  });
}
