import { createBounded } from '../state/bounded.ts';

const mostEvents = 500;
const mostBytes = 8 * 1024 * 1024;

/** The latest events that were sent, to be sent again. */
export interface Past {
  add(ts: unknown, payload: string): void;
  about(ts: string): string[];
  acknowledged(payload: string): void;
  /** There were events about it, and each was acknowledged. */
  isDelivered(ts: string): boolean;
}

interface Sent {
  ts: unknown;
  payload: string;
  isAcknowledged: boolean;
}

export function createPast(): Past {
  const { items, add } = createBounded<Sent>(mostEvents, mostBytes);
  return {
    add: (ts, payload) => add({ ts, payload, isAcknowledged: false }, payload.length),
    about: (ts) => items.filter((sent) => sent.ts === ts).map(({ payload }) => payload),
    acknowledged(payload) {
      const sent = items.find((one) => !one.isAcknowledged && one.payload === payload);
      if (sent) sent.isAcknowledged = true;
    },
    isDelivered(ts) {
      const about = items.filter((sent) => sent.ts === ts);
      return about.length > 0 && about.every(({ isAcknowledged }) => isAcknowledged);
    },
  };
}
