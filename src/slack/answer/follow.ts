import type { Outcome } from '../../context/errors.ts';
import type { Event } from '../../context/events.ts';
import type { RunState } from '../../context/journal.ts';
import { stateOf } from '../../run/failure.ts';

export interface End {
  state: RunState;
  outcome: Outcome;
  exitCode: number;
  ms: number;
  /** What went wrong. */
  message?: string;
  /** It has not ended: it waits for approvals, and no process with it. */
  isParked?: true;
}

export interface Follower {
  /** What of these events is to be shown: all until the run has ended. */
  take(events: readonly Event[]): readonly Event[];
  /** How it said that it ended. */
  end(): End | undefined;
  /** Resolves when it says so; never where it does not. */
  ended: Promise<End>;
  /** How what it had begun ends where its process did: its steps fail, its question stays without an answer. */
  cutOff(): readonly Event[];
  /** Its words made sense. */
  isStarted(): boolean;
}

/** Knows from a run's events how far it is. */
export function createFollower(): Follower {
  const { promise: ended, resolve } = Promise.withResolvers<End>();
  let end: End | undefined;
  let message: string | undefined;
  let isParked = false;
  let isStarted = false;
  const open = createOpen();
  return {
    take: (events) => {
      if (end !== undefined) return [];
      for (const event of events) {
        isStarted ||= event.type === 'started';
        open.see(event);
        if (event.type === 'error') message ??= event.message;
        isParked ||= event.type === 'parked';
        if (event.type !== 'finished') continue;
        const { outcome, exitCode, ms } = event;
        end = { state: stateOf(outcome), outcome, exitCode, ms, ...(message === undefined ? {} : { message }) };
        if (isParked) end = { ...end, state: 'waiting', isParked };
        resolve(end);
      }
      return events;
    },
    end: () => end,
    cutOff: () => (end === undefined ? open.cutOff() : []),
    ended,
    isStarted: () => isStarted,
  };
}

/** The steps that run now, and the question that is open. */
function createOpen(): { see(event: Event): void; cutOff(): Event[] } {
  const steps = new Map<number, Event>();
  const questions = new Map<number, Event>();
  return {
    see: (event) => {
      if (event.type === 'step' && event.state === 'running') steps.set(event.id, { ...event, state: 'failed' });
      else if (event.type === 'step') steps.delete(event.id);
      else if (event.type === 'answer') questions.delete(event.id);
      else if (event.type === 'ask') {
        const { id, question } = event;
        questions.set(id, { type: 'answer', id, question, said: 'nothing', by: '' });
      }
    },
    cutOff: () => [...questions.values(), ...steps.values()],
  };
}
