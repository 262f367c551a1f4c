import type { Clock } from '../../context/host.ts';
import type { Delivery } from '../delivery/deliver.ts';
import { quick } from './habits.ts';

/** Until when the first words of a run wait for its end. */
export interface FirstWords {
  /** The run says something. */
  begin(): void;
  /** Milliseconds that they wait from now on. */
  wait(): number;
}

interface FirstWordsParts {
  clock: Clock;
  delivery: Pick<Delivery, 'updateWait'>;
  isQuick?: boolean | undefined;
}

/** Milliseconds. Most runs that end at once have ended by then. */
const together = 25;

/**
 * First words go out at once where the command has been taking long; where it has been quick, or nobody knows and edits
 * are scarce, they wait for the end until the run is 300 ms old, so that one call tells all; else they wait 25 ms.
 */
export function createFirstWords({ clock, delivery, isQuick }: FirstWordsParts): FirstWords {
  const now = (): number => clock.now().getTime();
  let began: number | undefined;
  return {
    begin: () => {
      began ??= now();
    },
    wait: () => {
      if (isQuick === false) return 0;
      if (isQuick === undefined && delivery.updateWait() === 0) return together;
      return Math.min(quick, Math.max(0, (began ?? now()) + quick - now()));
    },
  };
}
