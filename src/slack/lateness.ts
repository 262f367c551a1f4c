import { OpsError } from '../context/errors.ts';
import { formatTime } from '../context/time.ts';

/**
 * Milliseconds after which nobody expects a line to run any more. Slack sends an event again within six minutes; one
 * that is older waited for a listener.
 */
export const longestWait = 15 * 60_000;

/** Why a message that comes only now is not run; undefined where it comes in time. */
export function tooLate({ ts }: { ts: string }, now: Date, longest: number): OpsError | undefined {
  const typed = new Date(Number(ts) * 1000);
  if (!(now.getTime() - typed.getTime() > longest)) return undefined;
  const message = `your line of ${formatTime(typed)} came only now, at ${formatTime(now)}: it was not run`;
  return new OpsError('retry', message, { hint: 'type it again if it is still to run' });
}
