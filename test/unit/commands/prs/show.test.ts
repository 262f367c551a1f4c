import { expect, it } from 'vitest';
import { pullBlocks } from '../../../../commands/prs/show.ts';
import type { KnownPull } from '../../../../commands/prs/who.ts';
import { layoutBlocks } from '../../../../src/render/layout.ts';

const pull: KnownPull = {
  ...{ repository: 'shop', number: 7, title: 'Mend the till', url: 'https://github.com/acme/shop/pull/7' },
  ...{
    author: { login: 'maryj', person: 'mary' },
    isDraft: false,
    labels: [],
    branch: 'till',
    base: 'main',
    commit: 'a',
  },
  ...{
    opened: new Date('2026-11-20T12:00:00Z'),
    updated: new Date('2026-11-20T12:00:00Z'),
    relation: null,
    isPerhaps: false,
  },
  ...{ votes: [], waitsFor: [{ login: 'tom', person: null }], waitsForTeams: [], hasConflicts: false },
  checks: { state: 'none', count: 0, running: 0, failed: [] },
};
const [ana, raj] = ['ana', 'raj'].map((login) => ({ login, person: null }));
const checks = { state: 'running', count: 5, running: 3, failed: [] } as const;
const failed = ['a', 'b', 'c', 'd'].map((name) => ({ name, url: undefined }));

it.each([
  ['whom it waits for', {}, 'mary, 24 h · waits for tom'],
  ['that nobody is asked', { waitsFor: [] }, 'mary, 24 h · nobody is asked to review it'],
  ['that it is a draft, which nobody is asked about', { waitsFor: [], isDraft: true }, 'mary, 24 h · draft'],
  ['a team', { waitsFor: [], waitsForTeams: ['acme/web'] }, 'mary, 24 h · waits for acme/web'],
  ['who approves', { waitsFor: [], votes: [{ ...ana, vote: 'approved' }] }, 'mary, 24 h · ✓ approved by ana'],
  ['who does not', { waitsFor: [], votes: [{ ...ana, vote: 'changes' }] }, 'mary, 24 h · ✗ ana wants changes'],
  [
    'that several do not',
    { waitsFor: [], votes: [ana, raj].map((one) => ({ ...one, vote: 'changes' })) },
    'mary, 24 h · ✗ ana, raj want changes',
  ],
  ['checks that run', { waitsFor: [ana], checks }, 'mary, 24 h · waits for ana · checks run, 2 of 5 ended'],
  ['checks that are well', { checks: { ...checks, state: 'ok' } }, 'mary, 24 h · waits for tom · ✓ checks ok'],
  [
    'checks that fail',
    { checks: { ...checks, state: 'failed', failed } },
    'mary, 24 h · waits for tom · ✗ failed: a, b, c and 1 more',
  ],
  ['checks that nobody may see', { checks: null }, 'mary, 24 h · waits for tom · checks not known'],
  ['conflicts', { hasConflicts: true }, 'mary, 24 h · waits for tom · ✗ conflicts with main'],
  ['that conflicts are not known', { hasConflicts: null }, 'mary, 24 h · waits for tom · conflicts not known yet'],
  ['labels', { labels: ['bug', 'till'] }, 'mary, 24 h · waits for tom · [bug] [till]'],
  ['an author whose account is gone', { author: { login: null, person: null } }, 'ghost, 24 h · waits for tom'],
])('tells %s', (_, told, words) => {
  const blocks = pullBlocks([{ ...pull, ...(told as object) }], new Date('2026-11-21T12:30:00Z'));
  const [name, how] = layoutBlocks(blocks, 'stdout').map(({ spans }) => spans.map(({ text }) => text).join(''));
  expect([name, how]).toEqual(['• shop#7 Mend the till', `  ${words}`]);
});

it('makes the name a link, and cuts a long one', () => {
  const [block] = pullBlocks([{ ...pull, title: 'Ä'.repeat(91) }], new Date());
  const [line] = block === undefined ? [] : layoutBlocks([block], 'stdout');
  expect(line?.spans.at(-1)).toMatchObject({ text: `shop#7 ${'Ä'.repeat(90)}…`, link: pull.url });
});
