import { OpsError } from '../../context/errors.ts';
import type { Http } from '../../context/system.ts';

const mostHops = 5;
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Asks as `http` does, and goes where the answer sends. What the request says of who asks is for one host: another one,
 * such as a store of files, is asked without any of it, and so is whatever comes after.
 */
export const askOnwards =
  (http: Http): Http =>
  async (address, options = {}) => {
    let [at, headers] = [address, options.headers ?? {}];
    for (let hop = 0; ; hop++) {
      const response = await http(at, { ...options, headers, redirect: 'manual' });
      const location = redirects.has(response.status) ? response.headers.get('location') : null;
      if (location === null) return response;
      const [from, to] = [new URL(at), URL.parse(location, at)];
      if (hop === mostHops || to === null || !isAsSafe(from, to)) throw astray(from, hop === mostHops ? null : to);
      if (to.origin !== from.origin) headers = {};
      at = to.href;
    }
  };

const isAsSafe = (from: URL, to: URL): boolean =>
  to.protocol === 'https:' || (to.protocol === 'http:' && from.protocol === 'http:');

/** The query of such an address may be a key. */
function astray(from: URL, to: URL | null): OpsError {
  const where = to === null ? 'in circles, or nowhere' : `to ${to.protocol}//${to.host}, which is not as safe`;
  return new OpsError('failed', `${from.host} sends on ${where}`);
}
