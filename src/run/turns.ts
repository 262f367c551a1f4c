import type { Limits } from '../context/config.ts';
import type { Clock } from '../context/host.ts';
import { calledOff } from '../context/timer.ts';
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
  /** It waits for a person, and others have its turn meanwhile. False where too many do so: then it keeps its turn. */
  pause(asker: Asker): boolean;
  /** Waits for a turn again, before those that have not begun; false where the signal came first. */
  resume(asker: Asker, signal: AbortSignal): Promise<boolean>;
  /** It has ended in its pause. */
  leave(asker: Asker): void;
  /** Undefined where it does not wait. */
  placeOf(run: string): Place | undefined;
  /** Whether the line would have to wait behind more than may. */
  full(asker: Asker): Full | undefined;
}

export interface TurnsOptions {
  /** Runs at the same time. */
  most: number;
  /** Runs that are in a pause at the same time: each of them is a process. @default twice as many */
  mostPaused?: number;
  clock: Clock;
  limits: Limits;
}

interface Waiting {
  asker: Asker;
  number: number;
  /** It goes on after a pause. */
  isBegun: boolean;
  resolve(isMine: boolean): void;
}

/**
 * So many runs at a time, and so many of each person and in each room. The next turn is for whoever has the fewest, so
 * that a hundred lines of one person do not keep another's single one waiting; a person's own lines keep their order.
 */
export function createTurns({ most, mostPaused = 2 * most, clock, limits }: TurnsOptions): Turns {
  const waiting = new Set<Waiting>();
  const paused = new Map<string, Asker>();
  const ledger = createLedger(limits, clock);
  const give = createGiving(most, waiting, ledger, clock);
  const enter = createEntrance(waiting, give);
  const giveBack = (asker: Asker): void => {
    ledger.end(asker);
    give(1);
  };
  return {
    take: (asker, signal) => enter(asker, false, signal),
    giveBack,
    pause: (asker) => {
      if (paused.size >= mostPaused) return false;
      paused.set(asker.run, asker);
      giveBack(asker);
      return true;
    },
    resume: (asker, signal) => {
      paused.delete(asker.run);
      return enter(asker, true, signal);
    },
    leave: ({ run }) => void paused.delete(run),
    placeOf: (run) => {
      const mine = [...waiting].find(({ asker }) => asker.run === run);
      if (mine === undefined) return undefined;
      const reason = whyNot(mine, ledger) ?? ({ of: 'all', kind: 'atOnce', count: most } as const);
      const rivals = [...waiting].filter((entry) => isRival(entry, mine, reason.of, ledger));
      return { place: inOrder(rivals, ledger).indexOf(mine) + 1, reason };
    },
    full: (asker) => {
      for (const kind of ['person', 'room'] as const) {
        const all = [...[...waiting].map((entry) => entry.asker), ...paused.values()];
        const many = all.filter((other) => other[kind] === asker[kind]).length;
        if (many >= limits[kind].waiting) return { of: kind, waiting: many, ms: ledger.next(kind, asker) };
      }
      return undefined;
    },
  };
}

/** Those that act on runs have turns of their own: nothing that runs keeps them waiting. */
export function withReserve(usual: Turns, reserve: Turns): Turns {
  const turnsOf = ({ isUrgent = false }: Asker): Turns => (isUrgent ? reserve : usual);
  return {
    take: (asker, signal) => turnsOf(asker).take(asker, signal),
    giveBack: (asker) => turnsOf(asker).giveBack(asker),
    pause: (asker) => turnsOf(asker).pause(asker),
    resume: (asker, signal) => turnsOf(asker).resume(asker, signal),
    leave: (asker) => turnsOf(asker).leave(asker),
    placeOf: (run) => usual.placeOf(run) ?? reserve.placeOf(run),
    full: (asker) => turnsOf(asker).full(asker),
  };
}

type Enter = (asker: Asker, isBegun: boolean, signal: AbortSignal) => Promise<boolean>;

function createEntrance(waiting: Set<Waiting>, give: (back: 0 | 1) => void): Enter {
  let count = 0;
  return async (asker, isBegun, signal) => {
    if (signal.aborted) return false;
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const entry: Waiting = { asker, number: ++count, isBegun, resolve };
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
  };
}

/** Gives turns to those who wait, now and as soon as the next one may begin; `back` of them have come back. */
function createGiving(most: number, waiting: Set<Waiting>, ledger: Ledger, clock: Clock): (back: 0 | 1) => void {
  let free = most;
  let alarm: AbortController | undefined;
  const give = (back: 0 | 1): void => {
    free += back;
    alarm?.abort(calledOff);
    alarm = undefined;
    while (free > 0 && waiting.size > 0) {
      const [next] = inOrder(
        [...waiting].filter((entry) => whyNot(entry, ledger) === undefined),
        ledger,
      );
      if (next === undefined) {
        const pauses = [...waiting].map((entry) => whyNot(entry, ledger)?.ms ?? Number.POSITIVE_INFINITY);
        const soonest = Math.min(...pauses);
        if (!Number.isFinite(soonest)) return;
        alarm = new AbortController();
        return void clock.sleep(Math.ceil(soonest), alarm.signal).then(
          () => give(0),
          () => {},
        );
      }
      waiting.delete(next);
      free -= 1;
      ledger.start(next.asker, next.isBegun);
      next.resolve(true);
    }
  };
  return give;
}

function whyNot({ asker, isBegun }: Waiting, ledger: Ledger): Reason | undefined {
  return ledger.reasonOf(asker, isBegun);
}

/** Whether the other waits for the same as mine, and may come before it. */
function isRival(entry: Waiting, mine: Waiting, of: Reason['of'], ledger: Ledger): boolean {
  return of === 'all' ? whyNot(entry, ledger) === undefined : entry.asker[of] === mine.asker[of];
}

/**
 * What goes on comes before what begins. Of either, whoever has the fewest turns comes first, then who had none for
 * longest; each keeps the order of their own.
 */
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
    (one, other) =>
      Number(other.entry.isBegun) - Number(one.entry.isBegun) ||
      one.turns - other.turns ||
      one.last - other.last ||
      one.entry.number - other.entry.number,
  );
  return ranked.map(({ entry }) => entry);
}
