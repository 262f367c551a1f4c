import { OpsError, type Outcome } from '../context/errors.ts';
import type { Event } from '../context/events.ts';
import type { RunEnd, RunState } from '../context/journal.ts';

const states: Partial<Record<Outcome, RunState>> = {
  denied: 'denied',
  cancelled: 'cancelled',
  timeout: 'timed out',
};

export function stateOf(outcome: Outcome): RunState {
  return outcome === 'ok' ? 'succeeded' : (states[outcome] ?? 'failed');
}

export interface Failure {
  event: Extract<Event, { type: 'error' }>;
  end: Omit<RunEnd, 'at'>;
}

/** The one place where what was thrown becomes an outcome. */
export function failureOf(thrown: unknown, run: string | undefined, debug = false): Failure {
  const error = thrown instanceof OpsError ? thrown : bug(thrown);
  const { outcome, exitCode, hint, details } = error;
  const trace = debug ? stackOf(thrown) : '';
  return {
    event: {
      type: 'error',
      outcome,
      exitCode,
      message: error.message,
      ...(trace === '' ? {} : { trace }),
      ...(hint === undefined ? {} : { hint }),
      ...(details === undefined ? {} : { details }),
      ...(details?.['form'] === true || Array.isArray(details?.['form']) ? { isFillable: true as const } : {}),
      ...(run === undefined ? {} : { run }),
    },
    end: { state: stateOf(outcome), outcome, exitCode, message: error.message },
  };
}

function bug(thrown: unknown): OpsError {
  const message = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return new OpsError('bug', `a fault in ops or in the command: ${message}`, {
    hint: '--debug shows where',
    cause: thrown,
  });
}

function stackOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return '';
  return thrown.cause === undefined ? `${thrown.stack}` : `${thrown.stack}\ncaused by ${stackOf(thrown.cause)}`;
}

export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
