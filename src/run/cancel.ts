import { OpsError } from '../context/errors.ts';
import type { Host } from '../context/host.ts';

/** A signal that follows the host's and fires when the time is up. */
export function stopAfter(host: Pick<Host, 'signal'>, ms: number): Disposable & { signal: AbortSignal } {
  const controller = new AbortController();
  const follow = (): void => controller.abort(asStopped(host.signal.reason));
  if (host.signal.aborted) follow();
  else host.signal.addEventListener('abort', follow, { once: true });
  const expire = (): void => {
    controller.abort(
      new OpsError('timeout', `it was stopped after ${ms / 1000} s`, { hint: '--timeout 10m gives it more' }),
    );
  };
  const timer = ms > 0 ? setTimeout(expire, ms).unref() : undefined;
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      clearTimeout(timer);
      host.signal.removeEventListener('abort', follow);
    },
  };
}

function asStopped(reason: unknown): OpsError {
  return reason instanceof OpsError ? reason : new OpsError('cancelled', 'it was stopped', { cause: reason });
}
