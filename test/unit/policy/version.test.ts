import { describe, expect, it } from 'vitest';
import type { Config, LoadedConfig } from '../../../src/context/config.ts';
import { policyText } from '../../../src/policy/version.ts';
import { noLimits } from '../../support/limits.ts';

const person = { slack: ['T1/U1'], os: [], email: [], github: [], jira: [], jenkins: [], pagerduty: [], ldap: [] };

function loadedWith(config: Partial<Config>, secrets: string[] = []): LoadedConfig {
  return {
    ...{ file: '/p/.chatopsrc', entries: [], secrets },
    config: {
      ...{ apps: {}, environments: {}, scripts: [], files: { largest: 1 }, journal: { path: '' } },
      ...{ output: { keep: 1, size: 1, total: 1 }, rooms: {}, limits: noLimits },
      ...{ people: { mary: person }, roles: { lead: ['mary'] }, policy: [{ allow: ['lead'] }] },
      ...config,
    },
  };
}

const before = policyText(loadedWith({}));

describe('the text of a policy', () => {
  it.each<[string, Partial<Config>]>([
    ['a rule', { policy: [{ allow: ['lead'], effect: 'read' }] }],
    ['the order of rules', { policy: [{ deny: ['lead'] }, { allow: ['lead'] }] }],
    ['no rules', { policy: [] }],
    ['who has a role', { roles: { lead: [] } }],
    ['an id of a person', { people: { mary: { ...person, slack: ['T1/U2'] } } }],
    ['one person more', { people: { mary: person, tom: person } }],
    ['an environment', { environments: { prod: { confirm: true } } }],
  ])('is another one after a change of %s', (_, config) => {
    expect(policyText(loadedWith(config))).not.toBe(before);
  });

  it.each<[string, Partial<Config>]>([
    ['the order of keys', { people: { mary: { ...person, ...{ os: [], slack: ['T1/U1'] } } } }],
    ['where the journal is', { journal: { path: '/elsewhere' } }],
  ])('is the same whatever %s', (_, config) => {
    expect(policyText(loadedWith(config))).toBe(before);
  });

  it('holds no secret, and nothing of what is missing', () => {
    const missing = Object.defineProperty({ ...person, email: ['mary@sup3rs3cret.example'] }, 'github', {
      enumerable: true,
      get: () => {
        throw new Error('GITHUB_NAME is not set');
      },
    });
    const text = policyText(loadedWith({ people: { mary: missing } }, ['sup3rs3cret']));
    expect(text).toContain('"email":["mary@••••.example"],"github":null');
  });
});
