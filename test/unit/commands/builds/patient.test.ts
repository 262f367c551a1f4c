import { describe, expect, it } from 'vitest';
import { patiently } from '../../../../commands/builds/patient.ts';
import type { Output } from '../../../../src/context/context.ts';
import { OpsError, type Outcome } from '../../../../src/context/errors.ts';
import { hastyClock } from '../../../support/service.ts';

type Fault = Exclude<Outcome, 'ok'>;

async function ask(faults: readonly Fault[], signal = new AbortController().signal) {
  const clock = hastyClock();
  const warned: unknown[] = [];
  const output = { warn: (text: unknown) => void warned.push(text) } as unknown as Output;
  let asked = 0;
  const answer = await patiently(
    async () => {
      const fault = faults[asked++];
      if (fault !== undefined) throw new OpsError(fault, 'away');
      return 'there';
    },
    { output, clock, signal },
  ).catch((error: unknown) => (error as OpsError).outcome);
  return { answer, asked, warned, slept: clock.slept };
}

const away = (times: number): Fault[] => Array.from({ length: times }, () => 'unavailable' as const);

describe('a system that is followed', () => {
  it('is asked again where it is away for a while, which is said once', async () => {
    const { answer, warned, slept } = await ask([...away(2), 'retry']);
    expect({ answer, warned, slept }).toEqual({ answer: 'there', warned: ['away'], slept: [1000, 2000, 4000] });
  });

  it('is given up where it stays away for ten minutes', async () => {
    const { answer, slept } = await ask(away(1000));
    const minutes = slept.reduce((sum, ms) => sum + ms) / 60_000;
    expect([answer, minutes]).toEqual(['unavailable', expect.closeTo(10, 0)]);
  });

  it('is asked once where it says no', async () => {
    expect(await ask(['failed'])).toMatchObject({ answer: 'failed', asked: 1, warned: [] });
  });
});
