import { type Answer, type Asked, type Look, notFound, ok, paged } from './asked.ts';
import type { FakeRepository } from './forge.ts';
import { type FakePull, reportsOf } from './pull.ts';
import { PullViews } from './pull-views.ts';

/** What is to be seen of pull requests, and of what is reported on their commits. */
export const pullLooks: readonly (readonly [RegExp, Look])[] = [
  [/^\/pulls$/, pulls],
  [
    /^\/pulls\/(\d+)$/,
    ofPull((pull, repository, _, { views }) => ok(detailed(pull, repository, new PullViews(views)))),
  ],
  [
    /^\/pulls\/(\d+)\/reviews$/,
    ofPull((pull, repository, asked, place) => {
      const views = new PullViews(place.views);
      const all = pull.reviews.map((one) => views.review(repository, pull, one));
      return paged(all, asked, place, (items) => items);
    }),
  ],
  [
    /^\/pulls\/(\d+)\/requested_reviewers$/,
    ofPull((pull, repository, _, { views }) => {
      const { requested_reviewers: users, requested_teams: teams } = new PullViews(views).simple(repository, pull);
      return ok({ users, teams });
    }),
  ],
  [/^\/commits\/([^/]+)\/status$/, status],
];

function ofPull(
  tell: (
    pull: FakePull,
    repository: FakeRepository,
    ...rest: Parameters<Look> extends [unknown, ...infer R] ? R : []
  ) => Answer,
): Look {
  return (repository, asked, place, id) => {
    const pull = repository.pulls.find(({ number }) => `${number}` === id);
    return pull === undefined ? notFound : tell(pull, repository, asked, place, id);
  };
}

const orders = { created: 'at', updated: 'updated' } as const;

function pulls(repository: FakeRepository, asked: Asked, place: Parameters<Look>[2]): Answer {
  const [state, sort, direction] = ['state', 'sort', 'direction'].map((name) => asked.query.get(name));
  const order = sort === 'updated' ? orders.updated : orders.created;
  const found = repository.pulls
    .filter((one) => state === 'all' || one.state === (state ?? 'open'))
    .toSorted((one, other) => (direction === 'asc' ? one[order] - other[order] : other[order] - one[order]));
  const views = new PullViews(place.views);
  return paged(found, asked, place, (items) => items.map((one) => views.simple(repository, one)));
}

/** Whether it can be merged is found out once somebody wants to know. */
function detailed(pull: FakePull, repository: FakeRepository, views: PullViews): object {
  const isKnown = pull.looks <= 0;
  pull.looks -= 1;
  return views.whole(repository, pull, isKnown);
}

function status(repository: FakeRepository, asked: Asked, place: Parameters<Look>[2], sha: string): Answer {
  const { statuses } = reportsOf(repository, sha);
  const views = new PullViews(place.views);
  const all = statuses.map((one) => views.status(repository, sha, one));
  return paged(all, asked, place, (items) => views.combined(repository, sha, statuses, items));
}
