import { describe, expect, it } from 'vitest';
import type { PullRelation } from '../../../../src/context/pulls.ts';
import {
  type ChosenPull,
  choose,
  isMeant,
  type ListedPull,
  standingOf,
} from '../../../../src/services/github/choose-pulls.ts';

interface Told {
  by?: string;
  at?: string;
  labels?: string[];
  reviewers?: string[];
  teams?: string[];
}

const listed = ({ by = 'mary', at = '2026-11-01', labels = [], reviewers = [], teams = [] }: Told): ListedPull => ({
  repository: 'acme/shop',
  pull: {
    ...{ number: 1, title: at, html_url: '', user: by === 'ghost' ? null : { login: by }, draft: null },
    ...{ labels: labels.map((name) => ({ name })), created_at: `${at}T12:00:00Z`, updated_at: `${at}T12:00:00Z` },
    ...{ head: { ref: 'next', sha: 'a' }, base: { ref: 'main' } },
    ...{ requested_reviewers: reviewers.map((login) => ({ login })), requested_teams: teams.map((slug) => ({ slug })) },
  },
});

describe('what a pull request is to whoever asks', () => {
  const isMember = (team: string) => ({ 'acme/web': true, 'acme/till': false })[team];
  it.each([
    ['theirs', { by: 'ANA' }, 'mine', false],
    ['nothing', { by: 'tom' }, undefined, false],
    ['nothing, where the author is gone', { by: 'ghost' }, undefined, false],
    ['waiting for them', { reviewers: ['tom', 'Ana'] }, 'review', false],
    ['waiting for their team', { teams: ['web'] }, 'review', false],
    ['nothing, where another team is asked', { teams: ['till'] }, undefined, false],
    ['perhaps waiting for them', { teams: ['till', 'hidden'] }, undefined, true],
    ['waiting for them for sure, whatever else', { teams: ['hidden', 'web'] }, 'review', false],
    ['theirs, whichever team is asked', { by: 'ana', teams: ['web', 'hidden'] }, 'mine', false],
  ] as const)('is %s', (_, told, relation, isPerhaps) => {
    expect(standingOf(listed(told as Told), ['ana'], isMember)).toEqual({ relation, isPerhaps });
  });

  it('is nothing to whom nobody knows, and nothing unsure', () => {
    expect(standingOf(listed({ teams: ['hidden'] }), [], isMember)).toEqual({ relation: undefined, isPerhaps: false });
  });
});

describe('what is asked for', () => {
  it.each([
    [{ labels: ['bug'] }, {}, true],
    [{ labels: ['Bug', 'till'] }, { labels: ['bug'] }, true],
    [{ labels: ['bug'] }, { labels: ['bug', 'till'] }, false],
    [{ by: 'Ana' }, { authors: ['tom', 'ana'] }, true],
    [{ by: 'mary' }, { authors: ['ana'] }, false],
    [{ by: 'ghost' }, { authors: ['ana'] }, false],
    [{ by: 'dependabot[bot]' }, { authors: ['Dependabot'] }, true],
    [{ by: 'dependabot' }, { authors: ['dependabot[bot]'] }, false],
    [{ at: '2026-11-01' }, { before: new Date('2026-11-02') }, true],
    [{ at: '2026-11-02' }, { before: new Date('2026-11-02') }, false],
  ])('of %j is %j: %s', (told, filter, answer) => {
    expect(isMeant(listed(told), { me: [], most: 1, ...filter })).toBe(answer);
  });
});

describe('the order', () => {
  const one = (at: string, relation: PullRelation | undefined, isPerhaps = false): ChosenPull => ({
    ...listed({ at }),
    relation,
    isPerhaps,
  });
  const all = [
    one('2026-11-01', undefined),
    one('2026-11-02', undefined),
    one('2026-11-03', 'mine'),
    one('2026-11-04', 'mine'),
    one('2026-11-05', undefined, true),
    one('2026-11-06', undefined, true),
    one('2026-11-08', 'review'),
    one('2026-11-07', 'review'),
  ];
  it.each([
    ['all', undefined, ['07', '08', '05', '06', '04', '03', '02', '01']],
    ['reviews', ['review'], ['07', '08', '05', '06']],
    ['theirs', ['mine'], ['04', '03']],
    ['both', ['mine', 'review'], ['07', '08', '05', '06', '04', '03']],
  ] as const)('of %s', (_, only, days) => {
    expect(choose(all, only === undefined ? {} : { only }).map(({ pull }) => pull.title.slice(-2))).toEqual(days);
  });
});
