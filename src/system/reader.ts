import type { Readable } from 'node:stream';

export type StreamName = 'stdout' | 'stderr';

export interface Consumer {
  /** A pending promise holds both streams back. */
  chunk(stream: StreamName, bytes: Buffer): undefined | Promise<void>;
  /** Called once a stream has ended. */
  end(stream: StreamName): undefined | Promise<void>;
}

export interface Reading {
  /** Rejects with what the consumer threw; never resolves. */
  failed: Promise<never>;
  /** For after the program's end: resolves when both streams have ended, or nothing came for a while. */
  finish(): Promise<void>;
  /** Reads no more. */
  close(): void;
}

// What a program wrote before its end is there at once; what comes later comes from a daemon that it left.
const patience = 100;
const rounds = 10;

/** Reads both streams in the order in which they arrive, one chunk at a time. */
export function readStreams(streams: Readonly<Record<StreamName, Readable>>, consumer: Consumer): Reading {
  const failure = Promise.withResolvers<never>();
  failure.promise.catch(() => {});
  let turn: Promise<void> = Promise.resolve();
  let held = 0;
  let arrived = 0;
  const inTurn = (deliver: () => undefined | Promise<void>): Promise<void> => {
    arrived++;
    held++;
    turn = turn.then(deliver).finally(() => {
      held--;
    });
    return turn;
  };
  const read = async (name: StreamName): Promise<void> => {
    try {
      for await (const bytes of streams[name]) await inTurn(() => consumer.chunk(name, bytes));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
    }
    await inTurn(() => consumer.end(name));
  };
  const both = Promise.all([read('stdout'), read('stderr')]).then(() => {});
  both.catch(failure.reject);
  const close = (): void => {
    streams.stdout.destroy();
    streams.stderr.destroy();
  };
  const finish = async (): Promise<void> => {
    let round = 0;
    while (round < rounds && !streams.stdout.destroyed) {
      const before = arrived;
      if (await within(both, patience)) return;
      if (held === 0) round = arrived === before ? rounds : round + 1;
    }
    close();
    await both;
  };
  return { failed: failure.promise, finish, close };
}

/** Whether it was done in that many milliseconds. */
export async function within(work: Promise<void>, ms: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(resolve, ms, false);
  try {
    return await Promise.race([work.then(() => true), promise]);
  } finally {
    clearTimeout(timer);
  }
}
