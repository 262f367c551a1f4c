import { calledOff } from '../context/timer.ts';
import type { FromChild } from './protocol.ts';
import type { Task } from './runner.ts';
import type { Turns } from './turns.ts';

export interface HeldTurn extends Disposable {
  pause(): void;
  /** Whether it has a turn again. */
  resume(): Promise<boolean>;
}

/** The turn of a run that has one; it is given back in a pause, and in the end. */
export function holdTurn(turns: Pick<Turns, 'giveBack' | 'pause' | 'resume' | 'leave'>, task: Task): HeldTurn {
  const over = new AbortController();
  let state: 'held' | 'paused' | 'wanted' = 'held';
  return {
    pause: () => {
      if (state === 'held' && turns.pause(task)) state = 'paused';
    },
    resume: async () => {
      if (state !== 'paused') return state === 'held';
      state = 'wanted';
      const resuming = turns.resume(task, over.signal);
      task.onWait?.();
      const isMine = await resuming;
      if (isMine && over.signal.aborted) turns.giveBack(task);
      else if (isMine) state = 'held';
      return isMine;
    },
    [Symbol.dispose]: () => {
      over.abort(calledOff);
      if (state === 'held') turns.giveBack(task);
      else turns.leave(task);
    },
  };
}

export interface Pause {
  /** Waits for a person, and then for a turn. */
  during<Result>(wait: () => Promise<Result>, signal: AbortSignal): Promise<Result>;
  hear(): void;
  /** Nobody is there any longer who gives turns. */
  close(): void;
}

/** A child's side. */
export function createPause(send: (message: FromChild) => Promise<void>): Pause {
  let turn: PromiseWithResolvers<void> | undefined;
  let isClosed = false;
  return {
    during: async (wait, signal) => {
      await send({ type: 'pause' });
      const result = await wait();
      signal.throwIfAborted();
      turn = Promise.withResolvers();
      if (isClosed) turn.resolve();
      const { reject } = turn;
      const stop = (): void => reject(signal.reason);
      signal.addEventListener('abort', stop, { once: true });
      void send({ type: 'resume' });
      await turn.promise.finally(() => signal.removeEventListener('abort', stop));
      return result;
    },
    hear: () => turn?.resolve(),
    close: () => {
      isClosed = true;
      turn?.resolve();
    },
  };
}
