export interface Turns {
  /** Waits for a turn; false where the signal came first. */
  take(signal: AbortSignal): Promise<boolean>;
  giveBack(): void;
}

/** So many at a time; first come, first served. */
export function createTurns(most: number): Turns {
  const waiting = new Set<(isMine: boolean) => void>();
  let free = most;
  return {
    take: async (signal) => {
      if (signal.aborted) return false;
      if (free > 0) {
        free -= 1;
        return true;
      }
      const { promise, resolve } = Promise.withResolvers<boolean>();
      const leave = (): void => {
        waiting.delete(resolve);
        resolve(false);
      };
      waiting.add(resolve);
      signal.addEventListener('abort', leave, { once: true });
      const isMine = await promise;
      signal.removeEventListener('abort', leave);
      return isMine;
    },
    giveBack: () => {
      const [next] = waiting;
      if (next === undefined) free += 1;
      else {
        waiting.delete(next);
        next(true);
      }
    },
  };
}
