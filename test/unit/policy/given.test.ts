import { expect, it } from 'vitest';
import type { PersonConfig } from '../../../src/context/config-policy.ts';
import type { Fact } from '../../../src/context/journal.ts';
import { givenRoles } from '../../../src/policy/given.ts';

const person = (slack: string[]): PersonConfig => ({
  ...{ slack, os: [], email: [], github: [], jira: [], jenkins: [], pagerduty: [], ldap: [] },
});
const people = { mary: person(['T1/U1']), tom: person(['T1/U2']) };

const fact = (run: string, subject: string, data: Fact['data'], at = 0): Fact => ({
  ...{ run, subject, data, kind: 'role', at: new Date(at), actor: { id: 'os:here:1', name: 'ana' } },
});
const add = (run: string, who = 'mary', role = 'lead', at = 0, ids: unknown = ['slack T1/U1']): Fact =>
  fact(run, who, { change: 'add', role, ids }, at);
const remove = (run: string, undoes: unknown, at = 0): Fact =>
  fact(run, 'mary', { change: 'remove', role: 'lead', undoes }, at);

it.each<[string, Fact[], string[]]>([
  ['nothing said', [], []],
  ['one that was given', [add('a')], ['a']],
  ['one that was taken', [remove('b', ['a']), add('a')], []],
  ['one that was taken by a clock behind', [add('a', 'mary', 'lead', 9), remove('b', ['a'], 1)], []],
  ['one that was given again', [add('c'), remove('b', ['a']), add('a')], ['c']],
  ['one that was taken while it was given again', [remove('b', ['a']), add('c'), add('a')], ['c']],
  ['another, of which nothing was taken', [remove('b', ['x']), add('a')], ['a']],
  ['one of somebody who is not there', [add('a', 'eve')], []],
  ['one of another who had the name', [add('a', 'mary', 'lead', 0, ['slack T1/U9'])], []],
  ['one of her by one of two accounts', [add('a', 'mary', 'lead', 0, ['os x:1', 'slack T1/U1'])], ['a']],
  ['one of nobody in particular', [add('a', 'mary', 'lead', 0, [])], []],
  ['what says nothing that is known', [fact('a', 'mary', {}), fact('b', 'mary', { change: 'add', ids: 7 })], []],
])('of %s', (_, facts, runs) => {
  expect(givenRoles(facts, people).map(({ run }) => run)).toEqual(runs);
});
