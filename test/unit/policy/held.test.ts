import { describe, expect, it } from 'vitest';
import type { Moment } from '../../../src/context/host.ts';
import type { Fact } from '../../../src/context/journal.ts';
import { heldData, provenAge, readHeld } from '../../../src/policy/held.ts';

const at = (host: string, boot: string, uptime: number): Moment => ({ host, boot, uptime });

describe('the age of a lock', () => {
  const taken = at('here', 'monday', 1000);

  it.each<[string, Moment, Moment[], number]>([
    ['is what the machine counted that it was taken on', at('here', 'monday', 8000), [], 7000],
    ['is the same in another container of it', at('container', 'monday', 8000), [], 7000],
    ['begins at the start of a machine that was started anew', at('here', 'tuesday', 3000), [], 3000],
    ['is nothing where another machine meets it', at('there', 'sunday', 90_000), [], 0],
    ['begins where another machine met it first', at('there', 'sunday', 90_000), [at('there', 'sunday', 85_000)], 5000],
    ['is nothing where that machine was started since', at('there', 'friday', 90), [at('there', 'sunday', 85)], 0],
    ['does not take what a third machine met', at('there', 'sunday', 90), [at('third', 'monday', 1)], 0],
    ['is nothing where nobody knows which start it was', at('here', '', 90_000), [], 0],
  ])('%s', (_, now, seen, age) => {
    expect(provenAge(taken, now, seen)).toBe(age);
  });

  it('is nothing where the start was not known when it was taken', () => {
    expect(provenAge(at('here', '', 5), at('here', '', 90), [])).toBe(0);
    expect(provenAge(at('here', '', 5), at('here', 'monday', 90), [])).toBe(0);
  });
});

describe('what is written of a lock', () => {
  const terms = { reason: 'test', ms: 60_000, moment: at('here', 'monday', 5), person: 'mary' };
  const fact = (data: Record<string, unknown>): Fact => ({
    ...{ run: 'k3f9abcd', kind: 'lock', subject: 'web/uat', data, actor: { id: 'os:here:1', name: 'ana' } },
    at: new Date('2026-11-21T14:00:00Z'),
  });

  it('comes back as it was', () => {
    expect(readHeld(fact(heldData(terms)))).toMatchObject({
      ...{ key: 'web/uat', run: 'k3f9abcd', terms },
      until: new Date('2026-11-21T14:01:00Z'),
    });
  });

  it.each<[string, Record<string, unknown>]>([
    ['nothing', {}],
    ['another version', { ...heldData(terms), version: 2 }],
    ['no reason', { ...heldData(terms), reason: null }],
    ['a time that is none', { ...heldData(terms), ms: 'soon' }],
    ['a time that is over from the start', { ...heldData(terms), ms: -1 }],
    ['no moment', { ...heldData(terms), moment: undefined }],
    ['a moment of another kind', { ...heldData(terms), moment: { host: 'here', boot: 'monday', uptime: 'long' } }],
  ])('is a lock all the same where it is %s', (_, data) => {
    expect(readHeld(fact(data))).toMatchObject({ key: 'web/uat', run: 'k3f9abcd', terms: undefined, until: undefined });
  });
});
