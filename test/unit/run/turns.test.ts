import { beforeEach, describe, expect, it } from 'vitest';
import type { Limit, Limits } from '../../../src/context/config.ts';
import type { Asker } from '../../../src/run/ledger.ts';
import { createTurns, type Turns, withReserve } from '../../../src/run/turns.ts';
import { noLimits } from '../../support/limits.ts';
import { type ManualClock, manualClock, settle } from '../../support/manual-clock.ts';

const askerOf = (run: string, room = 'C1'): Asker => ({ run, person: run.charAt(0), room });
const limited = (of: keyof Limits, limit: Partial<Limit>): Limits => ({
  ...noLimits,
  [of]: { ...noLimits[of], ...limit },
});

let clock: ManualClock;
let began: string[];

beforeEach(() => {
  clock = manualClock();
  began = [];
});

/** Runs are named after whose they are: `a1` is the first of a. */
function open(most: number, limits = noLimits, mostPaused = 100) {
  const turns = createTurns({ most, mostPaused, clock, limits });
  const stop = new AbortController();
  return {
    ...turns,
    ask: async (runs: string, room = 'C1'): Promise<void> => {
      for (const run of runs.split(' ')) {
        const asker = askerOf(run, room);
        void turns.take(asker, stop.signal).then((isMine) => isMine && began.push(run));
      }
      await settle();
    },
    end: async (run: string, room = 'C1'): Promise<void> => {
      turns.giveBack(askerOf(run, room));
      await settle();
    },
    rest: async (run: string): Promise<boolean> => {
      const isPaused = turns.pause(askerOf(run));
      await settle();
      return isPaused;
    },
    goOn: async (run: string): Promise<void> => {
      void turns.resume(askerOf(run), stop.signal).then((isMine) => isMine && began.push(`${run} again`));
      await settle();
    },
    stop: async (): Promise<void> => {
      stop.abort(new Error('stopped'));
      await settle();
    },
  };
}

const places = (turns: Turns, runs: string): (number | undefined)[] =>
  runs.split(' ').map((run) => turns.placeOf(run)?.place);

describe('turns', () => {
  it('are given to so many at a time, and a person’s own in their order', async () => {
    const turns = open(2);
    await turns.ask('a1 a2 a3 a4');
    expect(began).toEqual(['a1', 'a2']);
    for (const run of ['a2', 'a1']) await turns.end(run);
    expect(began).toEqual(['a1', 'a2', 'a3', 'a4']);
  });

  it('go to a single line of one before the hundred of another', async () => {
    const turns = open(2);
    await turns.ask(Array.from({ length: 100 }, (_, index) => `a${index}`).join(' '));
    await turns.ask('b1 c1');
    for (const run of ['a0', 'a1']) await turns.end(run);
    expect(began).toEqual(['a0', 'a1', 'b1', 'c1']);
  });

  it('go round where several have many', async () => {
    const turns = open(1);
    await turns.ask('a1 a2 a3 b1 b2 c1');
    for (let at = 0; at < 5; at++) await turns.end(began[at] ?? '');
    expect(began).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
  });

  it('are not taken by who has left the line', async () => {
    const turns = open(1);
    await turns.ask('a1 a2');
    await turns.stop();
    await turns.end('a1');
    expect(began).toEqual(['a1']);
    expect(turns.placeOf('a2')).toBeUndefined();
  });
});

describe('a pause', () => {
  it('lets others have the turn', async () => {
    const turns = open(2, limited('person', { atOnce: 2 }));
    await turns.ask('a1 a2 a3 b1');
    for (const run of ['a1', 'a2']) expect(await turns.rest(run)).toBe(true);
    expect(began).toEqual(['a1', 'a2', 'b1', 'a3']);
  });

  it('ends with a turn, before those that have not begun', async () => {
    const turns = open(1);
    await turns.ask('a1');
    await turns.rest('a1');
    await turns.ask('b1 c1');
    await turns.goOn('a1');
    expect(places(turns, 'a1 c1')).toEqual([1, 2]);
    await turns.end('b1');
    expect(began).toEqual(['a1', 'b1', 'a1 again']);
  });

  it('ends within the limit of its person', async () => {
    const turns = open(2, limited('person', { atOnce: 1 }));
    await turns.ask('a1');
    await turns.rest('a1');
    await turns.ask('a2 b1 c1');
    await turns.goOn('a1');
    await turns.end('b1');
    expect(began).toEqual(['a1', 'a2', 'b1', 'c1']);
    await turns.end('a2');
    expect(began.at(-1)).toBe('a1 again');
  });

  it('ends at once where there is a turn, and as no new start', async () => {
    const turns = open(2, limited('person', { perMinute: 1 }));
    await turns.ask('a1');
    await turns.rest('a1');
    await turns.goOn('a1');
    expect(began).toEqual(['a1', 'a1 again']);
  });

  it('is granted to so many, and the others keep their turn', async () => {
    const turns = open(2, noLimits, 1);
    await turns.ask('a1 a2 a3 a4');
    expect([await turns.rest('a1'), await turns.rest('a2')]).toEqual([true, false]);
    expect(began).toEqual(['a1', 'a2', 'a3']);
    turns.leave(askerOf('a1'));
    expect(await turns.rest('a2')).toBe(true);
    expect(began.at(-1)).toBe('a4');
  });

  it('counts as waiting', async () => {
    const turns = open(1, limited('person', { waiting: 1 }));
    await turns.ask('a1');
    await turns.rest('a1');
    expect(turns.full(askerOf('a2'))).toMatchObject({ of: 'person', waiting: 1 });
  });
});

describe('a reserve', () => {
  it('is for what is urgent, however much runs or waits, and for nothing else', async () => {
    const limits = limited('person', { atOnce: 1, waiting: 1 });
    const turns = withReserve(createTurns({ most: 1, clock, limits }), createTurns({ most: 1, clock, limits }));
    const { signal } = new AbortController();
    const take = (run: string, isUrgent: boolean): void => {
      const asker = { ...askerOf(run), isUrgent };
      void turns.take(asker, signal).then(() => began.push(run));
    };
    for (const run of ['a1', 'a2']) take(run, false);
    for (const run of ['a3', 'a4']) take(run, true);
    await settle();
    expect(began).toEqual(['a1', 'a3']);
    expect(places(turns, 'a2 a4')).toEqual([1, 1]);
    expect(turns.full(askerOf('a5'))).toMatchObject({ waiting: 1 });
    expect(turns.full({ ...askerOf('b1'), isUrgent: true })).toBeUndefined();
    turns.giveBack({ ...askerOf('a3'), isUrgent: true });
    await settle();
    expect(began).toEqual(['a1', 'a3', 'a4']);
  });
});

describe('a limit', () => {
  it('of a person holds that person back, and nobody else', async () => {
    const turns = open(10, limited('person', { atOnce: 2 }));
    await turns.ask('a1 a2 a3 b1');
    expect(began).toEqual(['a1', 'a2', 'b1']);
    await turns.end('a1');
    expect(began.at(-1)).toBe('a3');
  });

  it('of a room holds that room back, and no other one', async () => {
    const turns = open(10, limited('room', { atOnce: 1 }));
    await turns.ask('a1 b1');
    await turns.ask('a2', 'C2');
    expect(began).toEqual(['a1', 'a2']);
    await turns.end('a1');
    expect(began).toEqual(['a1', 'a2', 'b1']);
  });

  it('of starts a minute lets the next one begin as soon as the minute is over', async () => {
    const turns = open(10, limited('person', { perMinute: 2 }));
    await turns.ask('a1');
    await clock.advance(10_000);
    await turns.ask('a2 a3 b1');
    await turns.end('a1');
    expect(began).toEqual(['a1', 'a2', 'b1']);
    expect(turns.placeOf('a3')?.reason).toEqual({ of: 'person', kind: 'perMinute', count: 2, ms: 50_000 });
    await clock.advance(49_999);
    expect(began).toHaveLength(3);
    await clock.advance(1);
    expect(began.at(-1)).toBe('a3');
  });

  it('does not last where the machine’s clock is set back', async () => {
    let now = 3_600_000;
    const stepping = { ...clock, now: () => new Date(now) };
    const turns = createTurns({ most: 10, clock: stepping, limits: limited('person', { perMinute: 1 }) });
    const { signal } = new AbortController();
    await turns.take(askerOf('a1'), signal);
    now = 0;
    expect(await turns.take(askerOf('a2'), signal)).toBe(true);
  });
});

describe('a place in line', () => {
  it('is by whose turn it is, not by who came first', async () => {
    const turns = open(1);
    await turns.ask('a1 a2 a3 b1');
    expect(places(turns, 'a1 a2 a3 b1')).toEqual([undefined, 2, 3, 1]);
    expect(turns.placeOf('b1')?.reason).toEqual({ of: 'all', kind: 'atOnce', count: 1 });
  });

  it('is among a person’s own lines where they are what it waits for', async () => {
    const turns = open(5, limited('person', { atOnce: 1 }));
    await turns.ask('a1 a2 a3 b1 b2');
    expect(places(turns, 'a2 a3 b2')).toEqual([1, 2, 1]);
    expect(turns.placeOf('a3')?.reason).toEqual({ of: 'person', kind: 'atOnce', count: 1 });
  });

  it('is among the lines of a room where that is what it waits for', async () => {
    const turns = open(5, limited('room', { atOnce: 1 }));
    await turns.ask('a1 a2 b1');
    expect(places(turns, 'b1 a2')).toEqual([1, 2]);
    expect(turns.placeOf('b1')?.reason.of).toBe('room');
  });
});

describe('a line that is full', () => {
  it('says so before one more enters it', async () => {
    const turns = open(1, limited('person', { waiting: 2 }));
    await turns.ask('a1 a2');
    expect(turns.full(askerOf('a3'))).toBeUndefined();
    await turns.ask('a3');
    expect(turns.full(askerOf('a4'))).toEqual({ of: 'person', waiting: 2, ms: 0 });
    expect(turns.full(askerOf('b1'))).toBeUndefined();
  });

  it('says when one more may wait, where anybody can tell', async () => {
    const turns = open(9, { person: { atOnce: 9, perMinute: 1, waiting: 1 }, room: noLimits.room });
    await turns.ask('a1 a2');
    await clock.advance(20_000);
    expect(turns.full(askerOf('a3'))).toEqual({ of: 'person', waiting: 1, ms: 40_000 });
    const rooms = open(9, { person: noLimits.person, room: { atOnce: 1, perMinute: 100, waiting: 1 } });
    await rooms.ask('a1 b1');
    expect(rooms.full(askerOf('c1'))).toEqual({ of: 'room', waiting: 1, ms: undefined });
    await rooms.end('a1');
    await rooms.ask('c1');
    expect(rooms.full(askerOf('d1'))).toEqual({ of: 'room', waiting: 1, ms: 30_000 });
  });
});
