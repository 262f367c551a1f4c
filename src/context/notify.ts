import type { Context } from './context.ts';
import { type Watched, watchedWord, watchKind } from './watches.ts';

export const notifyOption = {
  summary: 'Be told how it ends: by a mention in a room, by the bell of a terminal',
  type: 'boolean',
} as const;

/** A line in a room ends at once, and whoever listens there tells of what it began; a terminal waits. */
export const isTold = ({ origin }: Pick<Context, 'origin'>): boolean => origin.type === 'room';

/** Has whoever typed the line be told how that ends, whatever becomes of this process. */
export async function askToBeTold(of: Watched, { journal, run = '' }: Context): Promise<void> {
  await journal.record({ kind: watchKind, subject: run, data: { isOpen: true, of } });
}

export const willBeTold = (of: Watched): string => `You are told how ${watchedWord(of)} ends`;
