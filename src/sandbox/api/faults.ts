import type { Fault, Faults, StandingFault } from '../faults.ts';
import { checkFields, type Fields } from '../state/fields.ts';
import type { Random } from '../state/random.ts';
import { mustBeMethod } from './methods/every.ts';

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
