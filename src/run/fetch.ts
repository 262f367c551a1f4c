import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { OpsError } from '../context/errors.ts';
import { wordsOf } from './failure.ts';
import type { FetchFault, FromChild, ToChild } from './protocol.ts';

/** The folder of a run's output that holds what was attached to its message, while it runs. */
export const attachedFolder = 'attached';

/** Most runs have none, and to remove nothing takes a millisecond. */
export async function removeAttached(output: string): Promise<void> {
  const folder = join(output, attachedFolder);
  if (existsSync(folder)) await rm(folder, { recursive: true, force: true });
}

type Wanted = Extract<FromChild, { type: 'fetch' }>;
type Answer = Extract<ToChild, { type: 'fetched' | 'unfetched' }>;

/** What the listener answers a child that wants a file. */
export async function answerFetch(
  { file, largest }: Wanted,
  { fetch }: { fetch?(file: string, largest: number): Promise<string> },
): Promise<Answer> {
  try {
    if (fetch === undefined) throw new OpsError('usage', 'no file is attached here');
    return { type: 'fetched', file, path: await fetch(file, largest) };
  } catch (error) {
    return { type: 'unfetched', file, fault: faultOf(error) };
  }
}

function faultOf(error: unknown): FetchFault {
  if (!(error instanceof OpsError) || error.outcome === 'ok')
    return { outcome: 'unavailable', message: wordsOf(error) };
  const { outcome, message, hint } = error;
  return { outcome, message, ...(hint === undefined ? {} : { hint }) };
}

export interface Fetcher {
  fetch(file: string, largest: number): Promise<string>;
  hear(answer: Answer): void;
  /** Nobody is there any longer who could bring a file. */
  close(): void;
}

/** A child's side: it has no token, and asks its listener. */
export function createFetcher(send: (message: FromChild) => Promise<void>): Fetcher {
  const waiting = new Map<string, PromiseWithResolvers<string>>();
  const settle = (file: string, answer: (one: PromiseWithResolvers<string>) => void): void => {
    const one = waiting.get(file);
    waiting.delete(file);
    if (one !== undefined) answer(one);
  };
  return {
    fetch: (file, largest) => {
      const asked = waiting.get(file);
      if (asked !== undefined) return asked.promise;
      const wanted = Promise.withResolvers<string>();
      waiting.set(file, wanted);
      void send({ type: 'fetch', file, largest });
      return wanted.promise;
    },
    hear: (answer) =>
      settle(answer.file, ({ resolve, reject }) => {
        if (answer.type === 'fetched') return resolve(answer.path);
        const { outcome, message, hint } = answer.fault;
        reject(new OpsError(outcome, message, hint === undefined ? {} : { hint }));
      }),
    close: () => {
      for (const file of [...waiting.keys()]) {
        settle(file, ({ reject }) =>
          reject(new OpsError('unavailable', 'the listener has gone: no file can be fetched')),
        );
      }
    },
  };
}
