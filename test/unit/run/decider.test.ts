import { describe, expect, it } from 'vitest';
import type { Config, LoadedConfig } from '../../../src/context/config.ts';
import type { RuleConfig } from '../../../src/context/config-policy.ts';
import type { Doubt, Groups } from '../../../src/context/groups.ts';
import type { Origin } from '../../../src/context/host.ts';
import type { Fact } from '../../../src/context/journal.ts';
import { openRules } from '../../../src/policy/policy.ts';
import type { Request } from '../../../src/policy/request.ts';
import { createDecider } from '../../../src/run/decider.ts';
import { createStanding, type FactSource } from '../../../src/run/standing.ts';
import { noLimits } from '../../support/limits.ts';

const since = new Date('2026-11-21T12:00:00Z');
const names = ['deploy', 'deployed', 'help'];

const roles: Config['roles'] = {
  deployer: { people: [], slack: ['S1'] },
  contractor: { people: [], ldap: ['cn=contractors,dc=x'] },
  both: { people: [], slack: ['S1'], ldap: ['cn=both,dc=x'] },
  lead: [],
};

const configured = (policy: RuleConfig[]): LoadedConfig => ({
  ...{ file: '/p/.chatopsrc', entries: [], secrets: [] },
  config: {
    ...{ apps: {}, scripts: [], files: { largest: 1 }, journal: { path: '' }, environments: {}, rooms: {} },
    ...{ limits: noLimits, output: { keep: 1, size: 1, total: 1 } },
    people: {
      mary: { slack: ['T1/U1'], os: [], email: [], github: [], jira: [], jenkins: [], pagerduty: [], ldap: ['mary'] },
    },
    ...{ roles, policy },
  },
});

/** What groups say: that mary is in them, that she is not, or nothing. */
type Said = Readonly<Record<string, boolean | Doubt>>;

function groupsThat(say: Said): { groups: Groups; asked: string[] } {
  const asked: string[] = [];
  const groups: Groups = {
    members: async ({ id }) => {
      asked.push(id);
      const said = say[id];
      if (typeof said === 'object') return { people: new Set(), doubts: new Map([['mary', said]]) };
      return { people: new Set(said === true ? ['mary'] : []), doubts: new Map() };
    },
    refresh: async () => {},
  };
  return { groups, asked };
}

const origin: Origin = { type: 'room', team: 'T1', channel: 'C1', message: '1' };
const request = (command: string): Request => ({
  ...{ actor: { id: 'slack:T1:U1', name: 'x' }, origin, at: since, command, permission: command },
  ...{ effect: 'change', environments: [], input: {} },
});

const given = (role: string): Fact => ({
  ...{ run: 'r', kind: 'role', subject: 'mary', at: since, actor: { id: 'os:here:1', name: 'ana' } },
  data: { change: 'add', role, ids: ['slack T1/U1'] },
});
const journal = (...facts: Fact[]): FactSource => ({ facts: async () => facts });
const broken: FactSource = {
  facts: async () => {
    throw new Error('it is locked');
  },
};

const silent: Doubt = { reason: 'missing_scope', since };
const everybody: RuleConfig = { name: 'all', allow: ['everyone'] };
const deployers: RuleConfig = { name: 'deployers', allow: ['deployer'], commands: ['deploy'] };
const contractors: RuleConfig = { name: 'no-contractors', deny: ['contractor'], commands: ['deploy'] };
const leads: RuleConfig = { name: 'leads', allow: ['lead'] };
const noLeads: RuleConfig = { name: 'no-leads', deny: ['lead'] };

async function decide(policy: RuleConfig[], say: Said, facts: FactSource, command = 'deploy') {
  const { groups, asked } = groupsThat(say);
  const loaded = configured(policy);
  const rules = openRules(loaded, names);
  const decider = createDecider(
    rules,
    createStanding(loaded.config, () => groups),
  );
  const decision = await decider.decide(rules.people.find('slack:T1:U1'), request(command), facts);
  const mayRun = await decider.mayRun({ id: 'slack:T1:U1', name: 'x' }, origin, facts);
  return { decision, asked, mayRun: mayRun({ name: command, summary: '', effect: 'change' }) };
}

describe('a role of another system', () => {
  it.each<[string, RuleConfig[], Said, boolean]>([
    ['allows who is in its group', [deployers], { S1: true }, true],
    ['allows nobody else', [deployers], { S1: false }, false],
    ['allows nobody where the group does not answer', [deployers], { S1: silent }, false],
    [
      'allows who is in one group, whatever another says',
      [{ allow: ['both'] }],
      { S1: silent, 'cn=both,dc=x': true },
      true,
    ],
    [
      'allows nobody by the group that does not answer',
      [{ allow: ['both'] }],
      { S1: false, 'cn=both,dc=x': silent },
      false,
    ],
    ['denies who is in its group', [everybody, contractors], { 'cn=contractors,dc=x': true }, false],
    ['denies nobody else', [everybody, contractors], { 'cn=contractors,dc=x': false }, true],
    ['denies all of whom it is not known', [everybody, contractors], { 'cn=contractors,dc=x': silent }, false],
  ])('%s', async (_, policy, say, allowed) => {
    const { decision, mayRun } = await decide(policy, say, journal());
    expect(decision.allowed).toBe(allowed);
    expect(mayRun).toBe(allowed);
  });

  it.each<[string, RuleConfig[], string, string[]]>([
    ['where the line is allowed without it', [everybody, deployers], 'deploy', []],
    ['where no rule about the line has it', [contractors, deployers], 'help', []],
    ['where it is denied to all', [deployers, { deny: ['everyone'] }, contractors], 'deployed', []],
    ['where it decides', [everybody, deployers, contractors], 'deploy', ['S1', 'cn=contractors,dc=x']],
  ])('is asked for %s: %s', async (_, policy, command, expected) => {
    const { groups, asked } = groupsThat({});
    const loaded = configured(policy);
    const rules = openRules(loaded, names);
    const decider = createDecider(
      rules,
      createStanding(loaded.config, () => groups),
    );
    await decider.decide(rules.people.find('slack:T1:U1'), request(command), journal());
    expect(asked).toEqual(expected);
  });

  it.each<[string, RuleConfig[], Said, string]>([
    [
      'allows',
      [deployers],
      { S1: silent },
      'no rule allows it (permission deploy); whether mary is deployer is not known: the Slack group S1 cannot be asked since 2026-11-21 12:00:00 UTC: missing_scope',
    ],
    [
      'denies',
      [everybody, contractors],
      { 'cn=contractors,dc=x': silent },
      'the rule no-contractors denies it (permission deploy); whether mary is contractor is not known: the LDAP group cn=contractors,dc=x cannot be asked since 2026-11-21 12:00:00 UTC: missing_scope',
    ],
  ])('is named with its reason by the refusal where it %s', async (_, policy, say, reason) => {
    expect((await decide(policy, say, journal())).decision).toMatchObject({ reason });
  });

  it('is named by whom it is of where somebody else is refused', async () => {
    const { decision } = await decide([deployers], { S1: false }, journal());
    expect(decision).toMatchObject({ hint: 'deployer (the Slack group S1) may; it is granted in .chatopsrc' });
  });
});

describe('a role given by command', () => {
  it.each<[string, RuleConfig[], FactSource, boolean]>([
    ['allows', [leads], journal(given('lead')), true],
    ['allows nobody else', [leads], journal(), false],
    ['denies', [everybody, noLeads], journal(given('lead')), false],
    ['denies nobody else', [everybody, noLeads], journal(), true],
    ['allows nobody where the journal cannot be read', [leads], broken, false],
    ['denies all where the journal cannot be read', [everybody, noLeads], broken, false],
    ['denies all where there is no journal', [everybody, noLeads], undefined, false],
    ['is not needed by who may without', [everybody, leads], broken, true],
    ['is in doubt though its group says no', [everybody, { deny: ['deployer'] }], broken, false],
    ['stands beside a group that does not answer', [deployers], journal(given('deployer')), true],
  ])('%s', async (_, policy, facts, allowed) => {
    const { decision, mayRun } = await decide(policy, { S1: false }, facts);
    expect(decision.allowed).toBe(allowed);
    expect(mayRun).toBe(allowed);
  });

  it('is named with the reason where it is not known', async () => {
    expect((await decide([leads], {}, broken)).decision).toMatchObject({
      reason: expect.stringMatching(
        /whether mary is lead is not known: the journal, which has roles given by command, cannot be read: it is locked$/,
      ),
    });
  });
});

it('asks nobody about a stranger', async () => {
  const { groups, asked } = groupsThat({ S1: true });
  const loaded = configured([deployers, { allow: ['strangers'], commands: ['help'] }]);
  const rules = openRules(loaded, names);
  const decider = createDecider(
    rules,
    createStanding(loaded.config, () => groups),
  );
  expect((await decider.decide(undefined, request('deploy'), journal())).allowed).toBe(false);
  expect((await decider.decide(undefined, request('help'), broken)).allowed).toBe(true);
  expect(asked).toEqual([]);
});
