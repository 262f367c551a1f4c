import { formatDuration, formatTime, type HeldLock } from '../../src/index.ts';

export const holderOf = ({ terms, actor }: Pick<HeldLock, 'terms' | 'actor'>): string => terms?.person ?? actor.name;

/** Undefined where nobody knows. */
export const untilOf = ({ since, terms }: Pick<HeldLock, 'since' | 'terms'>): Date | undefined =>
  terms === undefined ? undefined : new Date(since.getTime() + terms.ms);

/** `mary since … until … (1 h left): release test` */
export function lastingWords(lock: HeldLock): string {
  const until = untilOf(lock);
  const who = `${holderOf(lock)} since ${formatTime(lock.since)}`;
  if (until === undefined || lock.terms === undefined) return `${who}, and what was written of it cannot be read`;
  return `${who} until ${formatTime(until)} (${formatDuration(lock.left)} left): ${lock.terms.reason}`;
}
