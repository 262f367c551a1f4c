import type { Origin } from './host.ts';

/**
 * Whether it was typed where one person and `ops` alone read along. On the Home tab the person's id stands for the
 * channel.
 *
 * @example
 * isDirectMessage(run.origin) // true of a channel such as D0123ABCD
 */
export const isDirectMessage = (origin: Origin): boolean => origin.type === 'room' && /^[DUW]/.test(origin.channel);
