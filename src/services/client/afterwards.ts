import { later } from '../../context/timer.ts';

/** Aborts so many milliseconds after another one did, for the same reason. */
export function afterwards(signal: AbortSignal, ms: number): AbortSignal {
  const late = new AbortController();
  const begin = (): void => {
    later(ms, () => late.abort(signal.reason)).unref();
  };
  if (signal.aborted) begin();
  else signal.addEventListener('abort', begin, { once: true });
  return late.signal;
}
