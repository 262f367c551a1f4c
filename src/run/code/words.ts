import { OpsError } from '../../context/errors.ts';
import { formatTime } from '../../context/time.ts';
import type { CodeVerdict } from '../../policy/code.ts';

export interface Refusal {
  message: string;
  hint: string;
  /** No other code is taken for it. */
  isFinal: boolean;
}

type Refused = Exclude<CodeVerdict, { result: 'accepted' }>;

/** Why a code was not taken, and what to do. */
export function refusalOf(verdict: Refused, person: string, now: Date): Refusal {
  if (verdict.result === 'used') {
    return {
      message: 'this code was used already',
      hint: 'wait for the next one, half a minute at most',
      isFinal: false,
    };
  }
  const until = verdict.until;
  if (until !== undefined) return { ...lockedOut(person, until), isFinal: true };
  const left = verdict.result === 'wrong' ? verdict.left : 0;
  return {
    message: `this is no code of ${person} at this time: ${left === 1 ? '1 more try' : `${left} more tries`}`,
    hint: `codes go by the clock, and it is ${formatTime(now)} here: where the clock of your phone says otherwise, let it set itself. Each code counts once, for half a minute`,
    isFinal: false,
  };
}

function lockedOut(person: string, until: Date): { message: string; hint: string } {
  return {
    message: `too many codes of ${person} were wrong: none is taken until ${formatTime(until)}`,
    hint: `wait until then, or ask an administrator: ops otp unlock ${person}`,
  };
}

export function lockedError(person: string, until: Date): OpsError {
  const { message, hint } = lockedOut(person, until);
  return new OpsError('denied', message, { hint });
}
