import type { DeliveryFaults } from '../socket/delivery-faults.ts';
import { checkFields, type Fields } from '../state/fields.ts';
import type { Random } from '../state/random.ts';
import { mustBeMethod } from './methods/every.ts';

export interface Fault {
  /** This HTTP status, with an empty body. */
  status?: number;
  /** `ok: false` with this name. */
  error?: string;
  /** 429, with so many seconds of Retry-After. */
  rateLimited?: number;
  /** No answer at all, until the client gives up. */
  hang?: boolean;
  /** The connection is cut instead of an answer. */
  drop?: boolean;
  /** The answer, or the fault, comes so many milliseconds of the sandbox's clock later. */
  delayMs?: number;
  /** Before the call has its effect, or after it: the message is stored and the answer is lost. @default 'before' */
  when?: 'before' | 'after';
  /** How many calls meet it. @default 1 */
  times?: number;
}

export interface StandingFault extends Omit<Fault, 'times'> {
  /** The share of calls that meet it, from 0 to 1. @default 1 */
  rate?: number;
}

export interface Faults {
  /** The next calls of the method (`*` for any, `upload` for the bytes of a file) meet this fault. Several wait in line. A method that is not known is refused. */
  next(method: string, fault: Fault): void;
  /** The calls of the method meet this fault until it is cleared or another takes its place. Those in line come first. */
  always(method: string, fault: StandingFault): void;
  /** What goes wrong with events on their way to the app, in place of what was set before; `{}` is nothing. */
  delivery(faults: DeliveryFaults): void;
  /** Socket Mode is turned off: `link_disabled` to every connection, and no new one until it is turned on. */
  linkDisabled(disabled: boolean): void;
  /** Sends `app_rate_limited`: an envelope of the Events API that has no event in it. */
  appRateLimited(): void;
  /** Forgets the faults of a method; without one, all faults of every kind. */
  clear(method?: string): void;
}

export interface FaultLine extends Pick<Faults, 'next' | 'always' | 'clear'> {
  take(method: string): Fault | undefined;
}

const faultFields: Fields = {
  status: 'status?',
  error: 'text?',
  rateLimited: 'count?',
  hang: 'flag?',
  drop: 'flag?',
  delayMs: 'count?',
  when: ['before', 'after'],
};

const mustBeFaulty = (method: string): void => mustBeMethod(method, ['*', 'upload']);

export function checkFault(method: string, fault: unknown): void {
  mustBeFaulty(method);
  checkFields(`a fault of ${method}`, fault, { ...faultFields, times: 'positive?' });
}

export function checkStandingFault(method: string, fault: unknown): void {
  mustBeFaulty(method);
  checkFields(`a standing fault of ${method}`, fault, { ...faultFields, rate: 'share?' });
}

/** Faults of the Web API. `randomFor` gives the draws for a method. */
export function createFaults(randomFor: (purpose: string) => Random): FaultLine {
  const lines = new Map<string, { fault: Fault; left: number }[]>();
  const standing = new Map<string, StandingFault>();
  const draws = new Map<string, Random>();
  const draw = (method: string): number => {
    const random = draws.get(method) ?? randomFor(`calls of ${method}`);
    draws.set(method, random);
    return random();
  };
  const inLine = (method: string): Fault | undefined => {
    const line = lines.get(method)?.length ? lines.get(method) : lines.get('*');
    const first = line?.[0];
    if (!line || !first) return undefined;
    first.left -= 1;
    if (first.left <= 0) line.shift();
    return first.fault;
  };
  const lasting = (method: string): Fault | undefined => {
    const fault = standing.get(method) ?? standing.get('*');
    if (!fault || (fault.rate !== undefined && draw(method) >= fault.rate)) return undefined;
    return fault;
  };
  return {
    next(method, fault) {
      checkFault(method, fault);
      lines.set(method, [...(lines.get(method) ?? []), { fault, left: fault.times ?? 1 }]);
    },
    always(method, fault) {
      checkStandingFault(method, fault);
      standing.set(method, fault);
    },
    clear(method) {
      if (method !== undefined) mustBeFaulty(method);
      for (const faults of [lines, standing]) {
        if (method === undefined) faults.clear();
        else faults.delete(method);
      }
    },
    take: (method) => inLine(method) ?? lasting(method),
  };
}
