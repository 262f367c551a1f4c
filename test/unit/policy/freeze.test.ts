import { describe, expect, it } from 'vitest';
import type { FreezeConfig } from '../../../src/context/config-policy.ts';
import { freezesAt, withFreezes } from '../../../src/policy/freeze.ts';
import { createPeople } from '../../../src/policy/people.ts';
import type { Rules } from '../../../src/policy/policy.ts';
import type { Request } from '../../../src/policy/request.ts';

const zone = 'Europe/Zurich';
const reason = 'Christmas';

function request(at: string, more: Partial<Request> = {}): Request {
  return {
    ...{ actor: { id: 'os:here:1', name: 'ana' }, origin: { type: 'terminal', host: 'here', directory: '/' } },
    ...{
      at: new Date(at),
      command: 'deploy',
      permission: 'deploy',
      effect: 'change',
      environments: ['prod'],
      input: {},
    },
    ...more,
  };
}

const environments = (...freeze: FreezeConfig[]) => ({ uat: { confirm: false }, prod: { confirm: false, freeze } });

/** When it ends, `always`, or undefined where it does not hold. */
function endAt(config: Omit<FreezeConfig, 'reason'>, at: string): string | undefined {
  const [found] = freezesAt(environments({ ...config, reason }), request(at));
  return found && (found.end?.toISOString().slice(0, 16) ?? 'always');
}

// In Zurich, clocks are turned on 2026-03-29 (02:00 → 03:00) and back on 2026-10-25 (03:00 → 02:00).
describe('a freeze from one date to another', () => {
  const christmas = { start: '2026-12-20', end: '2027-01-03', zone };
  it.each<[Omit<FreezeConfig, 'reason'>, string, string | undefined]>([
    [christmas, '2026-12-19T22:59:59Z', undefined],
    [christmas, '2026-12-19T23:00:00Z', '2027-01-03T23:00'],
    [christmas, '2027-01-03T22:59:59Z', '2027-01-03T23:00'],
    [christmas, '2027-01-03T23:00:00Z', undefined],
    [{ start: '2026-12-20T18:00', end: '2026-12-21T06:30', zone }, '2026-12-20T16:59:00Z', undefined],
    [{ start: '2026-12-20T18:00', end: '2026-12-21T06:30', zone }, '2026-12-20T17:00:00Z', '2026-12-21T05:30'],
    [{ start: '2026-12-20', zone }, '2030-01-01T00:00:00Z', 'always'],
    [{ end: '2026-12-20', zone }, '2020-01-01T00:00:00Z', '2026-12-20T23:00'],
    [{ start: '2026-10-25', end: '2026-10-25', zone }, '2026-10-24T22:00:00Z', '2026-10-25T23:00'],
    [{ start: '2026-03-29', end: '2026-03-29', zone }, '2026-03-28T23:00:00Z', '2026-03-29T22:00'],
    // What comes twice begins with the first and ends with the second.
    [{ start: '2026-10-25T02:30', end: '2026-10-26', zone }, '2026-10-25T00:30:00Z', '2026-10-26T23:00'],
    [{ start: '2026-10-25T02:30', end: '2026-10-26', zone }, '2026-10-25T00:29:59Z', undefined],
    [{ start: '2026-10-24', end: '2026-10-25T02:30', zone }, '2026-10-25T01:29:59Z', '2026-10-25T01:30'],
    [{ start: '2026-10-24', end: '2026-10-25T02:30', zone }, '2026-10-25T01:30:00Z', undefined],
    // What never comes is taken for what comes around it: frozen rather longer.
    [{ start: '2026-03-28', end: '2026-03-29T02:30', zone }, '2026-03-29T01:29:59Z', '2026-03-29T01:30'],
    [{ start: '2026-03-29T02:30', end: '2026-03-30', zone }, '2026-03-29T00:30:00Z', '2026-03-30T22:00'],
    [{ start: '2026-12-20', end: '2026-12-20', zone: 'Pacific/Chatham' }, '2026-12-19T10:15:00Z', '2026-12-20T10:15'],
  ])('%j at %s ends %s', (config, at, end) => {
    expect(endAt(config, at)).toBe(end);
  });
});

describe('a freeze that comes every week', () => {
  const friday: Omit<FreezeConfig, 'reason'> = { days: ['fri'], from: '16:00', until: '24:00', zone };
  const night: Omit<FreezeConfig, 'reason'> = { from: '22:00', until: '06:00', zone };
  it.each<[Omit<FreezeConfig, 'reason'>, string, string | undefined]>([
    [friday, '2026-11-20T14:59:59Z', undefined],
    [friday, '2026-11-20T15:00:00Z', '2026-11-20T23:00'],
    [{ days: ['fri', 'sat', 'sun'], zone }, '2026-11-20T10:11:12Z', '2026-11-22T23:00'],
    [{ zone }, '2026-11-20T10:00:00Z', 'always'],
    // The night in which clocks are turned is an hour shorter, or longer.
    [night, '2026-03-28T21:00:00Z', '2026-03-29T04:00'],
    [night, '2026-10-24T20:00:00Z', '2026-10-25T05:00'],
    [{ days: ['sun'], from: '02:30', until: '02:45', zone }, '2026-03-29T01:30:00Z', undefined],
    // With dates too, both must hold, and what ends first is its end.
    [{ ...friday, start: '2026-11-21' }, '2026-11-20T16:00:00Z', undefined],
    [{ ...friday, end: '2026-11-20T18:00' }, '2026-11-20T16:00:00Z', '2026-11-20T17:00'],
    [{ ...friday, end: '2026-11-27' }, '2026-11-20T16:00:00Z', '2026-11-20T23:00'],
  ])('%j at %s ends %s', (config, at, end) => {
    expect(endAt(config, at)).toBe(end);
  });
});

describe('a line about a frozen environment', () => {
  const at = '2026-12-24T12:00:00Z';
  const people = createPeople({ people: {}, roles: {} });
  const open: Rules = {
    people,
    decide: () => ({ allowed: true, rule: 'open', needs: [{ type: 'code', rule: 'codes' }] }),
    decideFor: () => ({ allowed: true, rule: 'open', needs: [] }),
    mayRun: () => true,
    refusal: () => undefined,
    administers: () => false,
    rolesAbout: () => new Set(),
  };
  const christmas = { start: '2026-12-20', end: '2027-01-03', zone, reason };
  const override = { approvals: 2, from: ['lead'], within: 1000 };
  const decide = (freeze: FreezeConfig[], more: Partial<Request> = {}) =>
    withFreezes(open, environments(...freeze)).decide(request(at, more));

  it('is refused with the reason and the end', async () => {
    expect(await decide([christmas])).toEqual({
      ...{ allowed: false, rule: 'environments.prod.freeze.0', who: 'ana' },
      reason: 'prod is frozen until 2027-01-03 23:00:00 UTC: Christmas',
      hint: 'type it again then',
    });
  });

  it('is refused whatever is said where nothing overrides it, and where nothing is said', async () => {
    expect(await decide([christmas], { override: 'hotfix' })).toMatchObject({ allowed: false });
    const refusal = { allowed: false, hint: expect.stringContaining("2 approvals of lead: --override '<why>'") };
    expect(await decide([{ ...christmas, override }])).toMatchObject(refusal);
    expect(await decide([{ ...christmas, override }], { override: '  ' })).toMatchObject(refusal);
  });

  it('needs approvals where it is overridden, beside what it needs anyway', async () => {
    expect(await decide([{ ...christmas, override }], { override: 'hotfix' })).toMatchObject({
      allowed: true,
      needs: [
        { type: 'code' },
        {
          ...{ type: 'approval', rule: 'environments.prod.freeze.0', from: ['lead'], count: 2, within: 1000 },
          why: 'prod is frozen until 2027-01-03 23:00:00 UTC: Christmas; in spite of it: hotfix',
        },
      ],
    });
  });

  it('is refused where one of two freezes has no override', async () => {
    const both = [
      { ...christmas, override },
      { zone, reason: 'for good' },
    ];
    expect(await decide(both, { override: 'hotfix' })).toMatchObject({
      ...{ allowed: false, rule: 'environments.prod.freeze.1' },
      reason: 'prod is frozen: for good',
    });
  });

  it.each<[string, Partial<Request>]>([
    ['reads', { effect: 'read' }],
    ['leaves what is there as it is', { spares: true }],
    ['is about another environment', { environments: ['uat'] }],
    ['is about none', { environments: [] }],
    ['is about what only sounds like one', { environments: ['constructor'] }],
  ])('goes on where it %s', async (_, more) => {
    expect(await decide([christmas], more)).toMatchObject({ allowed: true });
  });

  it('is told of to whoever asks for somebody else', () => {
    const rules = withFreezes(open, environments(christmas));
    expect(rules.decideFor(undefined, request(at))).toMatchObject({ allowed: false, who: 'ana' });
  });
});
