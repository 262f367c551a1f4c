import { OpsError } from '../../context/errors.ts';
import { formatTime } from '../../context/time.ts';

/**
 * Milliseconds after which nobody expects a line to run any more. Slack sends an event again within six minutes; one
 * that is older waited for a listener.
 */
export const longestWait = 15 * 60_000;

/** Why what comes only now is not run; undefined where it comes in time, or nobody knows when it was asked. */
export function tooLate({ at }: { at: string | undefined }, now: Date, longest: number): OpsError | undefined {
  const typed = new Date(Number(at) * 1000);
  if (!(now.getTime() - typed.getTime() > longest)) return undefined;
  const message = `your line of ${formatTime(typed)} came only now, at ${formatTime(now)}: it was not run`;
  return new OpsError('retry', message, { hint: 'type it again if it is still to run' });
}
