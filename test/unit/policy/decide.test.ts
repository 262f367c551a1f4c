import { describe, expect, it } from 'vitest';
import type { LoadedConfig } from '../../../src/context/config.ts';
import type { PersonConfig, RuleConfig } from '../../../src/context/config-policy.ts';
import type { Origin } from '../../../src/context/host.ts';
import { type Decision, openRules } from '../../../src/policy/policy.ts';
import type { Request } from '../../../src/policy/request.ts';
import { noLimits } from '../../support/limits.ts';

const names = ['deploy', 'rollback', 'deployed', 'help', 'jira-show', 'jira-create', 'load'];
const person = (id: string): PersonConfig => ({
  ...{ slack: [`T1/${id}`], os: [], email: [], github: [], jira: [], jenkins: [], pagerduty: [], ldap: [] },
});

const loadedWith = (policy: RuleConfig[] | undefined): LoadedConfig => ({
  ...{ file: '/p/.chatopsrc', entries: [], secrets: [] },
  config: {
    ...{ apps: {}, scripts: [], files: { largest: 25_000_000 }, journal: { path: '' } },
    environments: { dev: { confirm: false }, uat: { confirm: false }, prod: { confirm: true } },
    people: { mary: person('U1'), tom: person('U2'), raj: person('U3') },
    rooms: {},
    limits: noLimits,
    output: { keep: 1e9, size: 1e7, total: 1e9 },
    roles: { developer: ['mary', 'raj'], lead: ['tom'], admin: ['tom'] },
    ...(policy === undefined ? {} : { policy }),
  },
});

const room: Origin = { type: 'room', team: 'T1', channel: 'C1', message: '1' };
const terminal: Origin = { type: 'terminal', host: 'here', directory: '/' };
const ids: Record<string, string> = { mary: 'slack:T1:U1', tom: 'slack:T1:U2', raj: 'slack:T1:U3', ann: 'slack:T1:U4' };

/** `deploy prod --ref v1` as mary. */
const request = (who: string, command: string, given: Partial<Request> = {}): Request => ({
  actor: { id: ids[who] ?? '', name: who },
  origin: room,
  at: new Date('2026-11-21T12:00:00Z'),
  ...{ command, permission: command, effect: 'change', environments: [], input: {} },
  ...given,
});

const decide = (policy: RuleConfig[] | undefined, asked: Request): Decision =>
  openRules(loadedWith(policy), names).decide(asked) as Decision;

const to = (...environments: string[]): Partial<Request> => ({ environments, input: { environment: environments[0] } });

describe('a rule', () => {
  const first = (rule: RuleConfig): RuleConfig[] => [{ name: 'it', ...rule }];
  it.each<[string, RuleConfig, Request, boolean]>([
    ['by name', { allow: ['mary'] }, request('mary', 'deploy'), true],
    ['of somebody else', { allow: ['tom'] }, request('mary', 'deploy'), false],
    ['by role', { allow: ['developer'] }, request('raj', 'deploy'), true],
    ['of another role', { allow: ['developer'] }, request('tom', 'deploy'), false],
    ['for everyone', { allow: ['everyone'] }, request('mary', 'deploy'), true],
    ['for everyone means no stranger', { allow: ['everyone'] }, request('ann', 'deploy'), false],
    ['for strangers', { allow: ['strangers'] }, request('ann', 'deploy'), true],
    ['for strangers means nobody known', { allow: ['strangers'] }, request('mary', 'deploy'), false],
    ['about the command', { allow: ['mary'], commands: ['deploy'] }, request('mary', 'deploy'), true],
    ['about another command', { allow: ['mary'], commands: ['deploy'] }, request('mary', 'deployed'), false],
    ['about beginnings', { allow: ['mary'], commands: ['jira-*'] }, request('mary', 'jira-show'), true],
    ['about other beginnings', { allow: ['mary'], commands: ['jira-*'] }, request('mary', 'load'), false],
    ['about all', { allow: ['mary'], commands: ['*'] }, request('mary', 'load'), true],
    ['about reading', { allow: ['mary'], effect: 'read' }, request('mary', 'deploy'), false],
    [
      'about reading, of a read',
      { allow: ['mary'], effect: 'read' },
      request('mary', 'load', { effect: 'read' }),
      true,
    ],
    ['about uat', { allow: ['mary'], environments: ['uat'] }, request('mary', 'deploy', to('uat')), true],
    ['about uat, not prod', { allow: ['mary'], environments: ['uat'] }, request('mary', 'deploy', to('prod')), false],
    [
      'about uat, not both',
      { allow: ['mary'], environments: ['uat'] },
      request('mary', 'deploy', to('uat', 'prod')),
      false,
    ],
    ['about uat, of none', { allow: ['mary'], environments: ['uat'] }, request('mary', 'deploy'), false],
    ['about the room', { allow: ['mary'], rooms: ['C1'] }, request('mary', 'deploy'), true],
    ['about another room', { allow: ['mary'], rooms: ['C2'] }, request('mary', 'deploy'), false],
    [
      'about a room, in a terminal',
      { allow: ['mary'], rooms: ['C1'] },
      request('mary', 'deploy', { origin: terminal }),
      false,
    ],
    ['about terminals', { allow: ['mary'], origin: 'terminal' }, request('mary', 'deploy', { origin: terminal }), true],
    ['about terminals, in a room', { allow: ['mary'], origin: 'terminal' }, request('mary', 'deploy'), false],
    [
      'about a value',
      { allow: ['mary'], options: { ref: ['v*'] } },
      request('mary', 'deploy', { input: { ref: 'v1' } }),
      true,
    ],
    [
      'about another value',
      { allow: ['mary'], options: { ref: ['v*'] } },
      request('mary', 'deploy', { input: { ref: 'main' } }),
      false,
    ],
    [
      'about a value left out',
      { allow: ['mary'], options: { ref: ['*'] } },
      request('mary', 'deploy', { input: { ref: undefined } }),
      false,
    ],
    [
      'about each of several words',
      { allow: ['mary'], args: { who: ['a', 'b'] } },
      request('mary', 'load', { input: { who: ['a', 'b'] } }),
      true,
    ],
    [
      'about words, one of them another',
      { allow: ['mary'], args: { who: ['a'] } },
      request('mary', 'load', { input: { who: ['a', 'c'] } }),
      false,
    ],
    [
      'about words, of none',
      { allow: ['mary'], args: { who: ['a'] } },
      request('mary', 'load', { input: { who: [] } }),
      false,
    ],
    [
      'about an hour',
      { allow: ['mary'], when: { from: '12:00', until: '13:00', zone: 'UTC' } },
      request('mary', 'load'),
      true,
    ],
    ['about another hour', { allow: ['mary'], when: { from: '13:00', zone: 'UTC' } }, request('mary', 'load'), false],
  ])('that allows, %s', (_, rule, asked, allowed) => {
    expect(decide(first(rule), asked)).toMatchObject({ allowed, rule: allowed ? 'it' : undefined });
  });

  it.each<[string, RuleConfig, Request, boolean]>([
    [
      'one of several environments',
      { deny: ['mary'], environments: ['prod'] },
      request('mary', 'deploy', to('uat', 'prod')),
      true,
    ],
    [
      'one of several words',
      { deny: ['mary'], args: { who: ['c'] } },
      request('mary', 'load', { input: { who: ['a', 'c'] } }),
      true,
    ],
    ['another environment', { deny: ['mary'], environments: ['prod'] }, request('mary', 'deploy', to('uat')), false],
    ['somebody else', { deny: ['lead'] }, request('mary', 'deploy', to('uat')), false],
  ])('that denies %s', (_, rule, asked, denied) => {
    const policy = [
      { name: 'all', allow: ['everyone'] },
      { name: 'no', ...rule },
    ];
    expect(decide(policy, asked)).toMatchObject({ allowed: !denied, rule: denied ? 'no' : 'all' });
  });

  it('that denies stands above each that allows, wherever it stands and however general it is', () => {
    const deny: RuleConfig = { name: 'freeze', deny: ['everyone'] };
    const allow: RuleConfig = { name: 'mary', allow: ['mary'], commands: ['deploy'], environments: ['prod'] };
    for (const policy of [
      [deny, allow],
      [allow, deny],
    ]) {
      expect(decide(policy, request('mary', 'deploy', to('prod')))).toMatchObject({ allowed: false, rule: 'freeze' });
    }
  });

  it('explains where it is the most specific of those that apply', () => {
    const policy: RuleConfig[] = [
      { name: 'all', allow: ['everyone'] },
      { name: 'by-role', allow: ['developer'], commands: ['deploy'] },
      { name: 'by-name', allow: ['mary'], commands: ['deploy'], environments: ['uat'] },
      { name: 'beginnings', allow: ['developer'], commands: ['dep*'] },
    ];
    expect(decide(policy, request('mary', 'deploy', to('uat')))).toMatchObject({ rule: 'by-name' });
    expect(decide(policy, request('mary', 'deploy', to('dev')))).toMatchObject({ rule: 'by-role' });
    expect(decide(policy, request('mary', 'deployed'))).toMatchObject({ rule: 'beginnings' });
    expect(decide(policy, request('tom', 'deploy', to('dev')))).toMatchObject({ rule: 'all' });
  });

  it('without a name is called by its place', () => {
    expect(decide([{ allow: ['tom'] }, { allow: ['mary'] }], request('mary', 'load'))).toMatchObject({
      rule: 'policy.1',
    });
  });

  it('about an option that its one command does not take is a fault, and nobody passes', () => {
    const policy: RuleConfig[] = [
      { name: 'slip', deny: ['everyone'], commands: ['load'], options: { fource: [true] } },
    ];
    expect(() => decide(policy, request('mary', 'load', { input: { force: true } }))).toThrow(
      'the rule slip is about "fource", which load does not take',
    );
  });

  it('about a command that is not there is a fault', () => {
    expect(() => decide([{ deny: ['everyone'], commands: ['depoly'] }], request('mary', 'load'))).toThrow(
      '.chatopsrc: policy.0.commands: expected the name of a command, got "depoly", did you mean "deploy"?',
    );
  });
});

describe('a rule that asks', () => {
  const approvals = { from: ['lead'], count: 1, within: 3_600_000 };
  const allow: RuleConfig = { name: 'all', allow: ['everyone'] };
  const asking = (rule: RuleConfig): RuleConfig => ({ name: 'two', ask: ['everyone'], approvals, ...rule });

  it.each<[string, RuleConfig, Request, boolean]>([
    ['whatever is said', {}, request('mary', 'load'), true],
    ['of others', { ask: ['lead'] }, request('mary', 'load'), false],
    ['about the command', { commands: ['deploy'] }, request('mary', 'load'), false],
    ['about one of several environments', { environments: ['prod'] }, request('mary', 'load', to('uat', 'prod')), true],
    ['about another environment', { environments: ['prod'] }, request('mary', 'load', to('uat')), false],
    ['about a room', { rooms: ['C1'] }, request('mary', 'load'), true],
    ['about terminals', { origin: 'terminal' }, request('mary', 'load'), false],
    [
      'about one of several words',
      { args: { who: ['c'] } },
      request('mary', 'load', { input: { who: ['a', 'c'] } }),
      true,
    ],
    ['about other words', { options: { force: [true] } }, request('mary', 'load', { input: { force: false } }), false],
    ['about another hour', { when: { from: '13:00', zone: 'UTC' } }, request('mary', 'load'), false],
  ])('%s', (_, rule, asked, isAsked) => {
    const needs = isAsked ? [{ type: 'approval', rule: 'two', ...approvals }] : [];
    for (const policy of [
      [allow, asking(rule)],
      [asking(rule), allow],
    ]) {
      expect(decide(policy, asked)).toEqual({ allowed: true, rule: 'all', needs });
    }
  });

  it('allows nothing by itself, nor is it said to be what would', () => {
    expect(decide([asking({})], request('mary', 'load'))).toMatchObject({
      ...{ allowed: false, rule: undefined },
      hint: 'tom can grant it in .chatopsrc',
    });
    const rules = openRules(loadedWith([asking({})]), names);
    const kind = { command: 'load', effect: 'change', origin: room } as const;
    expect(rules.mayRun(rules.people.find('slack:T1:U1'), kind)).toBe(false);
  });

  it('lets those answer whom it asks, unless another one denies that', () => {
    const leads = asking({ ask: ['developer'] });
    const asked = [
      request('tom', 'approve'),
      request('tom', 'deny'),
      request('mary', 'approve'),
      request('tom', 'load'),
    ];
    expect(asked.map((one) => decide([leads], one).allowed)).toEqual([true, true, false, false]);
    expect(decide([leads, { name: 'no', deny: ['tom'] }], request('tom', 'approve'))).toMatchObject({ rule: 'no' });
  });

  it('wants no approval of an answer that it does not name: nobody could give one', () => {
    const needs = (rule: RuleConfig, command: string) => decide([allow, asking(rule)], request('mary', command));
    expect(needs({}, 'approve')).toMatchObject({ allowed: true, needs: [] });
    expect(needs({ commands: ['*'] }, 'deny')).toMatchObject({ allowed: true, needs: [] });
    expect(needs({ code: true }, 'approve')).toMatchObject({ needs: [{ type: 'code', rule: 'two' }] });
    expect(needs({ commands: ['approve*'] }, 'approve')).toMatchObject({ needs: [{ type: 'approval', rule: 'two' }] });
  });

  it('stands below one that denies', () => {
    const policy = [allow, asking({}), { name: 'no', deny: ['mary'] }];
    expect(decide(policy, request('mary', 'load'))).toMatchObject({ allowed: false, rule: 'no' });
  });

  it('wants what it wants however many others do', () => {
    const policy = [allow, asking({}), asking({ name: 'three', approvals: { ...approvals, count: 2 }, code: true })];
    expect(decide(policy, request('mary', 'load'))).toMatchObject({
      needs: [
        { type: 'approval', rule: 'two', count: 1 },
        { type: 'approval', rule: 'three', count: 2 },
        { type: 'code', rule: 'three' },
      ],
    });
  });
});

describe('a refusal', () => {
  const policy: RuleConfig[] = [
    { name: 'leads', allow: ['lead', 'raj'], commands: ['deploy'] },
    { name: 'late', deny: ['raj'], commands: ['deploy'], when: { days: ['sat'], from: '12:00', zone: 'UTC' } },
  ];

  it('says who, for want of what, who may, and who can grant it', () => {
    expect(decide(policy, request('mary', 'deploy', to('prod')))).toEqual({
      ...{ allowed: false, rule: undefined, who: 'mary' },
      reason: 'no rule allows it (permission deploy, environment prod)',
      hint: 'lead (tom), raj may; tom can grant it in .chatopsrc',
    });
  });

  it('names the rule that denies, and its hours', () => {
    expect(decide(policy, request('raj', 'deploy', to('prod')))).toMatchObject({
      rule: 'late',
      reason: 'the rule late denies it on sat from 12:00 (UTC) (permission deploy, environment prod)',
      hint: 'tom can grant it in .chatopsrc',
    });
  });

  it('tells strangers their id and how they are added, whatever they call themselves', () => {
    const actor = { id: 'slack:T9:U2', name: 'tom' };
    expect(decide(policy, request('ann', 'deploy', { actor }))).toMatchObject({
      who: 'tom (slack:T9:U2), whom ops does not know,',
      hint: 'lead (tom), raj may; tom can add strangers under "people" in .chatopsrc, with slack: T9/U2',
    });
  });

  it.each(['PROD', 'рrod', 'prod ', 'prod\u200b', 'staging'])('meets the environment "%s", which is none', (name) => {
    const open: RuleConfig[] = [{ allow: ['everyone'] }, { deny: ['everyone'], environments: ['prod'] }];
    expect(decide(open, request('mary', 'load', to(name)))).toMatchObject({
      allowed: false,
      reason: `"${name}" is no environment of .chatopsrc`,
    });
  });
});

describe('without a policy', () => {
  it('a terminal is open and a room is closed', () => {
    expect(decide(undefined, request('ann', 'deploy', { origin: terminal }))).toMatchObject({ allowed: true });
    expect(decide(undefined, request('tom', 'help'))).toMatchObject({
      allowed: false,
      reason: 'no "policy" is configured',
    });
  });

  it('is not the same as one without rules, which denies all', () => {
    expect(decide([], request('tom', 'help', { origin: terminal }))).toMatchObject({ allowed: false });
  });
});

describe('what somebody might run', () => {
  const policy: RuleConfig[] = [
    { allow: ['developer'], commands: ['deploy'], environments: ['dev'] },
    { allow: ['everyone'], effect: 'read' },
    { deny: ['mary'], commands: ['deployed'] },
    { deny: ['raj'], commands: ['deploy'], environments: ['prod'] },
    { allow: ['lead'], commands: ['rollback'], rooms: ['C2'] },
  ];
  const rules = openRules(loadedWith(policy), names);
  it.each<[string, string, 'read' | 'change', boolean]>([
    ['mary', 'deploy', 'change', true],
    ['raj', 'deploy', 'change', true],
    ['tom', 'deploy', 'change', false],
    ['tom', 'deployed', 'read', true],
    ['mary', 'deployed', 'read', false],
    ['tom', 'rollback', 'change', false],
    ['ann', 'help', 'read', false],
  ])('%s, of %s: %s', (who, command, effect, expected) => {
    expect(rules.mayRun(rules.people.find(ids[who] ?? ''), { command, effect, origin: room })).toBe(expected);
  });
});
