import { describe, expect, it } from 'vitest';
import type { PersonConfig } from '../../../src/context/config-policy.ts';
import { createPeople } from '../../../src/policy/people.ts';

const person = (ids: Partial<PersonConfig>): PersonConfig => ({
  ...{ slack: [], os: [], email: [], github: [], jira: [], jenkins: [], pagerduty: [], ldap: [] },
  ...ids,
});

const people = createPeople({
  people: {
    mary: person({ slack: ['T1/U1', 'T2/U9'], os: ['here:1001'], email: ['mary@example.com'] }),
    tom: person({ slack: ['T1/U2'], os: ['tom'] }),
  },
  roles: { developer: ['mary', 'tom'], lead: ['mary'] },
});

describe('who somebody is', () => {
  it.each([
    ['slack:T1:U1', 'mary'],
    ['slack:T2:U9', 'mary'],
    ['os:here:1001', 'mary'],
    ['slack:T1:U2', 'tom'],
    ['slack:T2:U1', undefined],
    ['os:there:1001', undefined],
    ['os:here:tom', undefined],
    ['os:tom', undefined],
    ['mary', undefined],
    ['mary@example.com', undefined],
    ['', undefined],
    ['__proto__', undefined],
  ])('%s is %s', (id, name) => {
    expect(people.find(id)?.name).toBe(name);
  });

  it('comes with the roles', () => {
    expect([...(people.named('mary')?.roles ?? [])]).toEqual(['developer', 'lead']);
  });
});
