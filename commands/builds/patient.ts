import { type Context, OpsError } from '../../src/index.ts';

type Waiting = Pick<Context, 'output' | 'clock' | 'signal'>;

/** Milliseconds from one try to the next, and without an answer until the system is given up. */
const [shortest, longest] = [1000, 30_000];
const longestSilence = 10 * 60_000;

/** Asks again where the system is away for a while: what it does goes on meanwhile. Says so once. */
export async function patiently<Result>(
  ask: () => Promise<Result>,
  { output, clock, signal }: Waiting,
): Promise<Result> {
  let silent = 0;
  for (let pause = shortest; ; pause = Math.min(pause * 2, longest)) {
    try {
      return await ask();
    } catch (error) {
      if (!isPassing(error) || signal.aborted || silent > longestSilence) throw error;
      if (silent === 0) output.warn(error.message);
    }
    await clock.sleep(pause, signal);
    silent += pause;
  }
}

/** The system is away, or takes no more for a while. */
export const isPassing = (error: unknown): error is OpsError =>
  error instanceof OpsError && (error.outcome === 'unavailable' || error.outcome === 'retry');
