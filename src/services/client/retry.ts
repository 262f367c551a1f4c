/** An answer, as far as it says whether to ask again. */
export interface Said {
  status: number;
  retryAfter: string | null;
}

const mostAttempts = 4;
/** Milliseconds. Whoever is to wait longer is told so instead. */
const longest = 30_000;
const passing: ReadonlySet<number> = new Set([502, 503, 504]);

/**
 * Milliseconds until it is asked again, as the answer says or half a second and then twice as long; undefined where it is
 * not. What was turned away unread (429) is asked again whatever it was; what may have been done is not done twice.
 */
export function pauseBefore(attempt: number, isSafe: boolean, said: Said | 'no answer', now: Date): number | undefined {
  if (attempt >= mostAttempts) return undefined;
  const usual = 500 * 2 ** (attempt - 1);
  if (said === 'no answer') return isSafe ? usual : undefined;
  const { status, retryAfter } = said;
  if (status !== 429 && !(isSafe && passing.has(status))) return undefined;
  const pause = readRetryAfter(retryAfter, now) ?? usual;
  return pause <= longest ? pause : undefined;
}

/** Milliseconds. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after: seconds, or a date. */
export function readRetryAfter(value: string | null, now: Date): number | undefined {
  if (value === null) return undefined;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
}
