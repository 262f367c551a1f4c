import type { Limits } from '../context/config.ts';
import type { Clock } from '../context/host.ts';
import { type Asker, createLedger, type Ledger, type Reason } from './ledger.ts';

/** Where a line stands: 1 is the next one. */
export interface Place {
  place: number;
  reason: Reason;
}

/** Why a line may not even wait. */
export interface Full {
  of: 'person' | 'room';
  waiting: number;
  /** Milliseconds until one more may wait, as far as anybody can tell. */
  ms: number | undefined;
}

export interface Turns {
  /** Waits for a turn; false where the signal came first. */
  take(asker: Asker, signal: AbortSignal): Promise<boolean>;
  giveBack(asker: Asker): void;
  /** Undefined where it does not wait. */
  placeOf(run: string): Place | undefined;
  /** Whether the line would have to wait behind more than may. */
  full(asker: Asker): Full | undefined;
}

export interface TurnsOptions {
  /** Runs at the same time. */
  most: number;
  clock: Clock;
  limits: Limits;
}

interface Waiting {
  asker: Asker;
  number: number;
  resolve(isMine: boolean): void;
}

/**
 * So many runs at a time, and so many of each person and in each room. The next turn is for whoever has the fewest, so
 * that a hundred lines of one person do not keep another's single one waiting; a person's own lines keep their order.
 */
export function createTurns({ most, clock, limits }: TurnsOptions): Turns {
  const waiting = new Set<Waiting>();
  const ledger = createLedger(limits, clock);
  const give = createGiving(most, waiting, ledger, clock);
  let count = 0;
  return {
    take: async (asker, signal) => {
      if (signal.aborted) return false;
      const { promise, resolve } = Promise.withResolvers<boolean>();
      const entry: Waiting = { asker, number: ++count, resolve };
      const leave = (): void => {
        waiting.delete(entry);
        resolve(false);
      };
      waiting.add(entry);
      signal.addEventListener('abort', leave, { once: true });
      give(0);
      const isMine = await promise;
      signal.removeEventListener('abort', leave);
      return isMine;
    },
    giveBack: (asker) => {
      ledger.end(asker);
      give(1);
    },
    placeOf: (run) => {
      const mine = [...waiting].find(({ asker }) => asker.run === run);
      if (mine === undefined) return undefined;
      const reason = ledger.reasonOf(mine.asker) ?? ({ of: 'all', kind: 'atOnce', count: most } as const);
      const rivals = [...waiting].filter(({ asker }) => isRival(asker, mine.asker, reason.of, ledger));
      return { place: inOrder(rivals, ledger).indexOf(mine) + 1, reason };
    },
    full: (asker) => {
      for (const kind of ['person', 'room'] as const) {
        const many = [...waiting].filter((entry) => entry.asker[kind] === asker[kind]).length;
        if (many >= limits[kind].waiting) return { of: kind, waiting: many, ms: ledger.next(kind, asker) };
      }
      return undefined;
    },
  };
}

/** Gives turns to those who wait, now and as soon as the next one may begin; `back` of them have come back. */
function createGiving(most: number, waiting: Set<Waiting>, ledger: Ledger, clock: Clock): (back: 0 | 1) => void {
  let free = most;
  let alarm = new AbortController();
  const give = (back: 0 | 1): void => {
    free += back;
    alarm.abort();
    alarm = new AbortController();
    while (free > 0 && waiting.size > 0) {
      const [next] = inOrder(
        [...waiting].filter(({ asker }) => ledger.reasonOf(asker) === undefined),
        ledger,
      );
      if (next === undefined) {
        const pauses = [...waiting].map(({ asker }) => ledger.reasonOf(asker)?.ms ?? Number.POSITIVE_INFINITY);
        const soonest = Math.min(...pauses);
        const goOn = (): void => give(0);
        return void (Number.isFinite(soonest) && clock.sleep(Math.ceil(soonest), alarm.signal).then(goOn, () => {}));
      }
      waiting.delete(next);
      free -= 1;
      ledger.start(next.asker);
      next.resolve(true);
    }
  };
  return give;
}

/** Whether the other waits for the same as mine, and may come before it. */
function isRival(asker: Asker, mine: Asker, of: Reason['of'], ledger: Ledger): boolean {
  return of === 'all' ? ledger.reasonOf(asker) === undefined : asker[of] === mine[of];
}

/** Whoever has the fewest turns comes first, then who had none for longest; each keeps the order of their own. */
function inOrder(entries: readonly Waiting[], ledger: Ledger): Waiting[] {
  const seen = new Map<string, number>();
  const ranked = entries.map((entry) => {
    const { person } = entry.asker;
    const before = seen.get(person) ?? 0;
    seen.set(person, before + 1);
    const { running, last } = ledger.person(person);
    return { entry, turns: running + before, last };
  });
  ranked.sort(
    (one, other) => one.turns - other.turns || one.last - other.last || one.entry.number - other.entry.number,
  );
  return ranked.map(({ entry }) => entry);
}
