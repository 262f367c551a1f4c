import type { Clock } from '../context/host.ts';
import { later } from '../context/timer.ts';

export const systemClock: Clock = {
  now: () => new Date(),
  sleep: (ms, signal) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    if (signal?.aborted) {
      reject(signal.reason);
      return promise;
    }
    const stop = (): void => {
      timer[Symbol.dispose]();
      reject(signal?.reason);
    };
    const timer = later(ms, () => {
      signal?.removeEventListener('abort', stop);
      resolve();
    });
    signal?.addEventListener('abort', stop, { once: true });
    return promise;
  },
};
