import type { Limit, Limits } from '../context/config.ts';
import type { Clock } from '../context/host.ts';

/** A line that wants to run: whose it is, and where it was typed. */
export interface Asker {
  run: string;
  person: string;
  room: string;
  /** It only acts on runs: it does not wait for them. */
  isUrgent?: boolean;
}

/** What keeps a line waiting. `ms` is how long at least, where that is known. */
export interface Reason {
  of: 'person' | 'room' | 'all';
  kind: 'atOnce' | 'perMinute';
  count: number;
  ms?: number;
}

/** What people and rooms have under way, and had lately. */
export interface Ledger {
  /** `isBegun` where it goes on: then it counts as no new one. */
  start(asker: Asker, isBegun?: boolean): void;
  end(asker: Asker): void;
  /** Why the line must wait, though others may not have to. */
  reasonOf(asker: Asker, isBegun?: boolean): Reason | undefined;
  /** How many runs a person has, and when they had their last turn, by the number of that turn: 0 where they had none. */
  person(person: string): { running: number; last: number };
  /** Milliseconds until the next start of theirs, as far as anybody can tell. */
  next(of: Kind, asker: Asker): number | undefined;
}

type Kind = 'person' | 'room';

interface Tally {
  running: number;
  last: number;
  /** Of the last minute, oldest first. */
  starts: number[];
}

const kinds = ['person', 'room'] as const;
const minute = 60_000;
const mostKept = 1000;

export function createLedger(limits: Limits, clock: Clock): Ledger {
  const kept = { person: new Map<string, Tally>(), room: new Map<string, Tally>() };
  const now = (): number => clock.now().getTime();
  let turns = 0;
  const tallyOf = (of: Kind, key: string): Tally => kept[of].get(key) ?? { running: 0, last: 0, starts: [] };
  const forget = (tallies: Map<string, Tally>): void => {
    if (tallies.size <= mostKept) return;
    for (const [key, tally] of tallies) if (tally.running === 0 && pause(tally, 1, now()) === 0) tallies.delete(key);
  };
  return {
    start: (asker, isBegun = false) => {
      turns += 1;
      for (const kind of kinds) {
        const tally = tallyOf(kind, asker[kind]);
        tally.running += 1;
        tally.last = turns;
        if (!isBegun) tally.starts.push(now());
        kept[kind].set(asker[kind], tally);
        forget(kept[kind]);
      }
    },
    end: (asker) => {
      for (const kind of kinds) tallyOf(kind, asker[kind]).running -= 1;
    },
    reasonOf: (asker, isBegun = false) => {
      for (const kind of kinds) {
        const tally = tallyOf(kind, asker[kind]);
        const { atOnce, perMinute } = limits[kind];
        if (tally.running >= atOnce) return { of: kind, kind: 'atOnce', count: atOnce };
        const ms = isBegun ? 0 : pause(tally, perMinute, now());
        if (ms > 0) return { of: kind, kind: 'perMinute', count: perMinute, ms };
      }
      return undefined;
    },
    person: (person) => tallyOf('person', person),
    next: (of, asker) => nextStart(tallyOf(of, asker[of]), limits[of], now()),
  };
}

/** Milliseconds until one more may start, so many a minute; 0 where it may now. */
function pause({ starts }: Tally, perMinute: number, now: number): number {
  // The machine's clock may be set back.
  if ((starts.at(-1) ?? 0) > now) starts.length = 0;
  while ((starts[0] ?? now) <= now - minute) starts.shift();
  const oldest = starts[starts.length - perMinute];
  return oldest === undefined ? 0 : oldest + minute - now;
}

function nextStart(tally: Tally, { atOnce, perMinute }: Limit, now: number): number | undefined {
  const ms = pause(tally, perMinute, now);
  if (tally.running < atOnce) return ms;
  // As lately, so it goes on; of what did not begin within the last minute nobody can tell.
  return tally.starts.length > 1 ? Math.max(ms, minute / tally.starts.length) : undefined;
}
