import { OpsError } from '../context/errors.ts';

/** A stream as Node has them, as far as it is needed to write text. */
export interface TextStream {
  /** False asks to wait for `drain`. */
  write(text: string): unknown;
  once(event: string, listener: () => void): unknown;
  on(event: 'error', listener: (error: Error & { code?: string }) => void): unknown;
}

/** Writes text; the promise is pending while the stream cannot take more. */
export type Outlet = (text: string) => undefined | Promise<void>;

// The reader left, as `head` does: nothing went wrong.
const readerLeft = new Set(['EPIPE', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END']);

export function createOutlet(stream: TextStream, name: string): Outlet {
  let closed = false;
  let fault: Error | undefined;
  let drained: Promise<void> | undefined;
  let resume = (): void => {};

  stream.on('error', (error) => {
    closed = true;
    if (!readerLeft.has(error.code ?? '')) fault = error;
    resume();
  });
  stream.once('close', () => {
    closed = true;
    resume();
  });

  const waitForDrain = (): Promise<void> => {
    drained ??= new Promise<void>((resolve) => {
      resume = resolve;
      stream.once('drain', resolve);
    }).then(() => {
      drained = undefined;
    });
    return drained;
  };

  return (text) => {
    if (fault !== undefined) {
      const cause = fault;
      fault = undefined;
      throw new OpsError('failed', `cannot write to ${name}: ${cause.message}`, { cause });
    }
    if (closed || text === '' || stream.write(text) !== false) return undefined;
    return closed ? undefined : waitForDrain();
  };
}
