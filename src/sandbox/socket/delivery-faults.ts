import type { DeliveryFaults } from '../faults.ts';
import { checkFields } from '../state/fields.ts';
import type { Random } from '../state/random.ts';

export interface Fate {
  sent: boolean;
  copies: number;
  delayMs: number;
  replayed: boolean;
}

export interface DeliveryTrouble {
  set(faults: DeliveryFaults): void;
  clear(): void;
  /** What happens to an event. */
  fateOf(type: string): Fate;
  /** Whether a connection is cut after its so manieth envelope. */
  cutsAfter(envelopes: number): boolean;
}

export function checkDeliveryFaults(faults: unknown): void {
  checkFields('delivery', faults, {
    ...{ duplicate: 'share?', replay: 'share?', delayMs: 'count?', dropEvery: 'count?', only: 'texts?' },
  });
}

export function createDeliveryTrouble(randomFor: (purpose: string) => Random): DeliveryTrouble {
  let faults: DeliveryFaults = {};
  const [duplicate, replay] = [randomFor('duplicate events'), randomFor('replayed events')];
  return {
    set(wanted) {
      checkDeliveryFaults(wanted);
      faults = wanted;
    },
    clear() {
      faults = {};
    },
    fateOf: (type) => ({
      sent: faults.only?.includes(type) ?? true,
      // A draw of its own for each event, whatever is set, so that switching one fault on does not move another.
      copies: duplicate() < (faults.duplicate ?? 0) ? 2 : 1,
      replayed: replay() < (faults.replay ?? 0),
      delayMs: faults.delayMs ?? 0,
    }),
    cutsAfter: (envelopes) =>
      faults.dropEvery !== undefined && faults.dropEvery > 0 && envelopes % faults.dropEvery === 0,
  };
}
