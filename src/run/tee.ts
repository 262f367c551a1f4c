import type { Event, Sink } from '../context/events.ts';

export interface Tee {
  sink: Sink;
  /** From now on, all goes there too. */
  join(other: Sink): void;
}

/** A way out that another one may join once it is known where that leads. */
export function createTee(first: Sink): Tee {
  let second: Sink | undefined;
  return {
    sink: (event: Event) => both(first(event), second?.(event)),
    join: (other) => {
      second = other;
    },
  };
}

function both(one: undefined | Promise<void>, other: undefined | Promise<void>): undefined | Promise<void> {
  return one === undefined || other === undefined ? (one ?? other) : Promise.all([one, other]).then(() => {});
}
