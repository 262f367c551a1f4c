/** Milliseconds that this process stands still while another one writes; after that it waits without standing still. */
export const standingStill = 10;

export type Patiently = <Result>(work: () => Result) => Promise<Result>;

/**
 * Does each piece of work at once, where the journal is free; else as soon as it is, one after the other in the order
 * in which they came, each for so many milliseconds at most. Meanwhile the process goes on with all else.
 */
export function createPatience(most: number, isBusy: (error: unknown) => boolean): Patiently {
  let last: Promise<void> | undefined;
  return <Result>(work: () => Result): Promise<Result> => {
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    const isDone = (isLast: boolean): boolean => {
      try {
        resolve(work());
        return true;
      } catch (error) {
        if (!isLast && isBusy(error)) return false;
        reject(error);
        return true;
      }
    };
    if (last === undefined && isDone(most === 0)) return promise;
    // Only who waits needs the clock: it takes 3 ms to load.
    const until = performance.now() + most;
    const insist = async (): Promise<void> => {
      while (!isDone(performance.now() >= until)) await pause();
    };
    const mine = (last ?? pause()).then(insist).then(() => {
      if (last === mine) last = undefined;
    });
    last = mine;
    return promise;
  };
}

/** Short, since others that write come again at once; and of many that wait, not all look at the same moment. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1 + Math.random() * 4));
}
