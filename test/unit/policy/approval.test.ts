import { describe, expect, it } from 'vitest';
import type { PersonConfig } from '../../../src/context/config-policy.ts';
import type { Actor } from '../../../src/context/host.ts';
import { countsFor, missingOf, whomToTell } from '../../../src/policy/approval.ts';
import { type ApprovalNeed, needWords } from '../../../src/policy/needs.ts';
import { createPeople, isSamePerson } from '../../../src/policy/people.ts';
import { nobody } from '../../support/nobody.ts';

const person = (...ids: string[]): PersonConfig => ({ ...nobody, slack: ids.map((id) => `T1/${id}`) });
const people = createPeople({
  people: { mary: person('U1', 'U9'), tom: person('U2'), ann: person('U3'), raj: person('U4') },
  roles: { lead: ['tom', 'ann', 'mary'], security: ['ann', 'raj'] },
});
const actor = (id: string, name = 'tom'): Actor => ({ id: `slack:T1:${id}`, name });
const [mary, maria, tom, ann, raj, eve] = ['U1', 'U9', 'U2', 'U3', 'U4', 'U5'].map((id) => actor(id)) as [
  ...[Actor, Actor, Actor, Actor, Actor, Actor],
];
const need = (from: string[], count = 1): ApprovalNeed => ({
  ...{ type: 'approval', rule: 'two', from, count, within: 3_600_000 },
});

describe('what is missing', () => {
  it.each<[string, ApprovalNeed[], Actor[], number[]]>([
    ['nothing was given', [need(['lead'])], [], [1]],
    ['one of them approved', [need(['lead'])], [tom], [0]],
    ['somebody else approved', [need(['lead'])], [raj], [1]],
    ['whoever asks approved', [need(['lead'])], [mary], [1]],
    ['their second account approved', [need(['lead'])], [maria], [1]],
    ['a stranger of that name approved', [need(['lead'])], [eve], [1]],
    ['one person approved twice', [need(['lead'], 2)], [tom, tom], [1]],
    ['two approved', [need(['lead'], 2)], [tom, ann], [0]],
    ['two of two roles are needed', [need(['lead']), need(['security'])], [tom], [0, 1]],
    ['one has both roles', [need(['lead']), need(['security'])], [ann], [0, 0]],
    ['one of two roles is enough', [need(['lead', 'security'])], [raj], [0]],
    ['a person is named', [need(['raj'])], [raj], [0]],
    ['anybody else will do', [need(['everyone'])], [raj], [0]],
    ['anybody else is no stranger, nor whoever asks', [need(['everyone'])], [eve, mary, maria], [1]],
  ])('where %s', (_, needs, given, expected) => {
    expect(missingOf(needs, given, mary, people)).toEqual(expected);
  });
});

describe('an approval counts', () => {
  it.each<[Actor, ApprovalNeed[], number[] | string]>([
    [tom, [need(['lead']), need(['security'])], [0]],
    [ann, [need(['lead']), need(['security'])], [0, 1]],
    [mary, [need(['lead'])], 'mary asks for it, and approves nothing of that'],
    [maria, [need(['lead'])], 'mary asks for it, with another account, and approves nothing of that'],
    [raj, [need(['lead'])], 'raj is not one of lead'],
    [eve, [need(['everyone'])], 'tom (slack:T1:U5) is nobody that ops knows'],
  ])('of %o', (who, needs, expected) => {
    expect(countsFor(who, mary, needs, people)).toEqual(expected);
  });
});

it('two actors are one person by id, never by name', () => {
  expect([isSamePerson(mary, maria, people), isSamePerson(tom, eve, people), isSamePerson(eve, eve, people)]).toEqual([
    ...[true, false, true],
  ]);
});

it('a need is said with those who may, but for whoever asks', () => {
  expect(needWords(need(['lead'], 2), people, 'mary')).toBe('2 approvals of lead: tom, ann');
  expect(needWords({ ...need(['raj']), why: 'prod is frozen' }, people, 'raj')).toBe(
    '1 approval of raj: nobody else has it (prod is frozen)',
  );
});

it('those are told who are meant, and nobody where everybody is', () => {
  expect(whomToTell([need(['security']), need(['tom'])], mary, people)).toEqual([ann.id, raj.id, tom.id]);
  expect(whomToTell([need(['everyone'])], mary, people)).toEqual([]);
});
