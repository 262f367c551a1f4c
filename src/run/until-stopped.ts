import { later, type Timer } from '../context/timer.ts';

/** A command that does not heed its signal is left behind, so that stopping always works. */
export async function untilStopped<Result>(
  work: Result | Promise<Result>,
  signal: AbortSignal,
  patience = 10_000,
): Promise<Result> {
  if (!(work instanceof Promise)) return work;
  const { promise, reject } = Promise.withResolvers<never>();
  let timer: Timer | undefined;
  const stop = (): void => {
    timer = later(patience, () => reject(signal.reason));
  };
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    timer?.[Symbol.dispose]();
    signal.removeEventListener('abort', stop);
  }
}
