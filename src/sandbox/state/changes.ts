import { SandboxError } from './errors.ts';
import type { Message } from './model.ts';

/** What is different, for those who show it or keep it. */
export type Change =
  /** New, or said anew. One with `ephemeralTo` is for that person alone. */
  | { type: 'message'; channel: string; message: Message }
  | { type: 'message_removed'; channel: string; ts: string; ephemeralTo?: string }
  /** A conversation that is new, or whose members changed. */
  | { type: 'conversation'; channel: string }
  /** The modals that the person has open, or their App Home. */
  | { type: 'views'; user: string }
  | { type: 'home'; user: string }
  /** What an assistant says that it does in a thread; an empty one ends it. */
  | { type: 'status'; channel: string; thread: string; status: string }
  | { type: 'read'; user: string; channel: string; ts: string }
  /** People, or what the app declares. */
  | { type: 'workspace' }
  /** The app connected or went away. */
  | { type: 'connections'; count: number }
  /** What a person sees for a moment, as when the app did not answer. */
  | { type: 'notice'; user: string; text: string };

export interface Changes {
  /** Something is different: whoever waits looks again. */
  notify(): void;
  /** The same, and what it is, at once, to whoever follows. */
  tell(change: Change): void;
  /** Calls back at each change; the answer ends that. */
  follow(listener: (change: Change) => void): () => void;
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
  const followers = new Set<(change: Change) => void>();
  let scheduled = false;
  const lookAgain = (): void => {
    scheduled = false;
    for (const waiter of [...waiters]) waiter.look();
  };
  const notify = (): void => {
    if (scheduled || waiters.size === 0) return;
    scheduled = true;
    queueMicrotask(lookAgain);
  };
  return {
    notify,
    tell(change) {
      for (const listener of followers) listener(change);
      notify();
    },
    follow(listener) {
      followers.add(listener);
      return () => void followers.delete(listener);
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
