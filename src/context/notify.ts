import type { Context } from './context.ts';
import { newestWatches, readWatch, type Watch, type Watched, watchedWord, watchKey, watchKind } from './watches.ts';

export const notifyOption = {
  summary: 'Be told how it ends: by a mention in a room, by the bell of a terminal',
  type: 'boolean',
} as const;

/** A line in a room ends at once, and whoever listens there tells of what it began; a terminal waits. */
export const isTold = ({ origin }: Pick<Context, 'origin'>): boolean => origin.type === 'room';

/**
 * Has whoever typed the line be told how that ends, once in a room, whatever becomes of this process. It stands for what
 * the same line asked for before: of a line that begins a build, how that ends, and not the line.
 */
export async function askToBeTold(of: Watched, { journal, origin, actor, run = '' }: Context): Promise<void> {
  const where = origin.type === 'room' ? [origin.team, origin.channel, origin.thread].join(' ') : '';
  const isSame = ({ id, isOpen, ...one }: Watch): boolean =>
    isOpen && id !== run && one.actor.id === actor.id && one.where === where && watchKey(one.of) === watchKey(of);
  const isAsked = (await journal.facts(newestWatches)).map(readWatch).some(isSame);
  await journal.record({ kind: watchKind, subject: run, data: { isOpen: !isAsked, of, where } });
}

export const willBeTold = (of: Watched): string => `You are told how ${watchedWord(of)} ends`;
