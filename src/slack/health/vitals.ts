import type { Clock } from '../../context/host.ts';

/** What is known of the listener now. */
export interface Vitals {
  state: 'starting' | 'listening' | 'stopping';
  /** When it started. */
  since: Date;
  /** To Slack. */
  connections: number;
  /** The newest proof that Slack hears and is heard: a hello or a pong of a connection, or the answer to a call. */
  roundTrip?: { at: Date; by: string };
  running: number;
  waiting: number;
}

/** A connection is pinged every five seconds. */
const longestSilence = 30_000;

export function openVitals(clock: Clock): Vitals {
  return { state: 'starting', since: clock.now(), connections: 0, running: 0, waiting: 0 };
}

export interface Verdict {
  status: 'ok' | 'failing';
  /** What is wrong. */
  reason?: string;
  state: Vitals['state'];
  since: string;
  connections: number;
  roundTrip: { at: string; ageSeconds: number; by: string } | null;
  runs: { running: number; waiting: number };
}

/** Whether it is of use to anybody: it listens, and Slack has been heard from a moment ago. */
export function judge({ state, since, connections, roundTrip, running, waiting }: Vitals, now: Date): Verdict {
  const age = roundTrip === undefined ? Number.POSITIVE_INFINITY : Math.max(0, now.getTime() - roundTrip.at.getTime());
  const reason = faultOf(state, connections, age);
  return {
    status: reason === undefined ? 'ok' : 'failing',
    ...(reason === undefined ? {} : { reason }),
    state,
    since: since.toISOString(),
    connections,
    roundTrip:
      roundTrip === undefined
        ? null
        : { at: roundTrip.at.toISOString(), ageSeconds: Math.round(age / 100) / 10, by: roundTrip.by },
    runs: { running, waiting },
  };
}

function faultOf(state: Vitals['state'], connections: number, age: number): string | undefined {
  if (state === 'starting') return 'it is not connected to Slack yet';
  if (state === 'stopping') return 'it is being stopped and takes no new lines';
  if (connections === 0) return 'there is no connection to Slack';
  if (age > longestSilence) return `Slack has not answered for ${Math.round(age / 1000)} s`;
  return undefined;
}
