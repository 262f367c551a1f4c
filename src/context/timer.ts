/** The longest time that one timer can wait; a longer one would fire at once. */
const longest = 2 ** 31 - 1;

/**
 * Why a wait ends that nobody needs any longer. Without a reason each abort makes an exception, with the stack that led
 * to it, which costs as much as all else that it does.
 */
export const calledOff = 'called off';

export interface Timer extends Disposable {
  /** It keeps no process alive. */
  unref(): Timer;
}

/** Does something after so many milliseconds, however many, unless it is disposed of before. */
export function later(ms: number, work: () => void): Timer {
  let isRef = true;
  let left = ms;
  const next = (): NodeJS.Timeout => {
    const part = Math.min(left, longest);
    left -= part;
    const one = setTimeout(() => {
      if (left <= 0) return work();
      timeout = next();
    }, part);
    return isRef ? one : one.unref();
  };
  let timeout = next();
  const timer: Timer = {
    unref: () => {
      isRef = false;
      timeout.unref();
      return timer;
    },
    [Symbol.dispose]: () => clearTimeout(timeout),
  };
  return timer;
}
