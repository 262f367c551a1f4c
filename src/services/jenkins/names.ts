import { OpsError } from '../../context/errors.ts';

/** `web/deploy` → `/job/web/job/deploy`. A branch's name has its slashes encoded: `web/feature%2Flogin`. */
export function jobPath(job: string): string {
  const parts = job.split('/').filter((part) => part !== '');
  if (parts.length === 0) throw new OpsError('usage', 'the name of a job is missing', { hint: 'ops builds' });
  const odd = parts.find((part) => part === '.' || part === '..');
  if (odd !== undefined) throw new OpsError('usage', `"${job}" is no name of a job: it goes by ${odd}`);
  return parts.map((part) => `/job/${encodeURIComponent(part)}`).join('');
}

/** The job that an address of Jenkins is about, wherever Jenkins says that it is itself. */
export function jobOf(url: string): string {
  const parts = [...url.matchAll(/\/job\/([^/?#]+)/g)].map(([, part = '']) => decode(part));
  return parts.join('/');
}

/** `…/queue/item/17/` → 17 */
export function queueNumberOf(location: string | null): string | undefined {
  return /\/queue\/item\/(\d+)\/?$/.exec(location ?? '')?.[1];
}

/** The number in the queue of a build that has none of its own: `q17`. */
export const queueNumber = (number: string): string | undefined => /^q(\d+)$/.exec(number)?.[1];

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
