import { SandboxError } from './errors.ts';

export interface Changes {
  /** Something is different: whoever waits looks again. */
  notify(): void;
  /** The first value that is not undefined. */
  wait<T>(look: () => T | undefined, timeout: number): Promise<T>;
  close(): void;
}

interface Waiter {
  look(): void;
  fail(problem: Error): void;
}

export function createChanges(): Changes {
  const waiters = new Set<Waiter>();
  let scheduled = false;
  const lookAgain = (): void => {
    scheduled = false;
    for (const waiter of [...waiters]) waiter.look();
  };
  return {
    notify() {
      if (scheduled || waiters.size === 0) return;
      scheduled = true;
      queueMicrotask(lookAgain);
    },
    wait: (look, timeout) => waitOn(waiters, look, timeout),
    close() {
      for (const waiter of [...waiters]) waiter.fail(new SandboxError('closed', 'the sandbox was closed'));
    },
  };
}

function waitOn<T>(waiters: Set<Waiter>, look: () => T | undefined, timeout: number): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const stop = (): void => {
    clearTimeout(timer);
    waiters.delete(waiter);
  };
  const waiter: Waiter = {
    look() {
      try {
        const found = look();
        if (found === undefined) return;
        stop();
        resolve(found);
      } catch (error) {
        stop();
        reject(error);
      }
    },
    fail(problem) {
      stop();
      reject(problem);
    },
  };
  const late = (): void => waiter.fail(new SandboxError('timeout', `nothing matched within ${timeout} ms`));
  const timer = setTimeout(late, timeout);
  waiters.add(waiter);
  waiter.look();
  return promise;
}
