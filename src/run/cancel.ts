import { durationWord } from '../command/duration.ts';
import { OpsError } from '../context/errors.ts';
import type { Host } from '../context/host.ts';
import { later } from '../context/timer.ts';

export interface Limit extends Disposable {
  signal: AbortSignal;
  stop(reason: OpsError): void;
  /** The time is not up any more. */
  hold(): void;
}

/** A signal that follows the host's, and fires when the time is up or the run is stopped otherwise. */
export function stopAfter(host: Pick<Host, 'signal'>, ms: number): Limit {
  const controller = new AbortController();
  const follow = (): void => controller.abort(asStopped(host.signal.reason));
  if (host.signal.aborted) follow();
  else host.signal.addEventListener('abort', follow, { once: true });
  const expire = (): void => {
    const hint = `--timeout ${durationWord(ms * 2)} gives it more`;
    controller.abort(new OpsError('timeout', `it was stopped after ${ms / 1000} s`, { hint }));
  };
  const timer = ms > 0 ? later(ms, expire).unref() : undefined;
  return {
    signal: controller.signal,
    stop: (reason) => controller.abort(reason),
    hold: () => timer?.[Symbol.dispose](),
    [Symbol.dispose]: () => {
      timer?.[Symbol.dispose]();
      host.signal.removeEventListener('abort', follow);
    },
  };
}

function asStopped(reason: unknown): OpsError {
  return reason instanceof OpsError ? reason : new OpsError('cancelled', 'it was stopped', { cause: reason });
}
