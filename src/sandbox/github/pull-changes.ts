import { type Answer, type Asked, fault, notFound, type Place } from './asked.ts';
import type { FakeRepository } from './forge.ts';
import { type FakePull, type FakeReview, type FakeStatus, report, review } from './pull.ts';
import { PullViews } from './pull-views.ts';

const events: Readonly<Record<string, FakeReview['state']>> = {
  APPROVE: 'APPROVED',
  REQUEST_CHANGES: 'CHANGES_REQUESTED',
  COMMENT: 'COMMENTED',
};

export function actOnPull(rest: string, repository: FakeRepository, asked: Asked, place: Place): Answer {
  const sha = /^\/statuses\/([0-9a-f]{40})$/.exec(rest)?.[1];
  if (sha !== undefined) return reportOn(sha, repository, asked, place);
  const [, number, what] = /^\/pulls\/(\d+)\/(reviews|requested_reviewers)$/.exec(rest) ?? [];
  const pull = repository.pulls.find((one) => `${one.number}` === number);
  if (pull === undefined) return notFound;
  const act = what === 'reviews' ? submit : request;
  return act(pull, repository, asked, place);
}

function submit(pull: FakePull, repository: FakeRepository, { body, login }: Asked, { forge, views }: Place): Answer {
  const { event = '' } = body as { event?: string };
  const state = events[event] ?? 'PENDING';
  if (login === pull.by && state === 'APPROVED') return fault(422, 'Can not approve your own pull request');
  const said = review(pull, forge, login, state);
  return { status: 200, body: new PullViews(views).review(repository, pull, said) };
}

function request(pull: FakePull, repository: FakeRepository, { body }: Asked, { views }: Place): Answer {
  const { reviewers = [], team_reviewers: teams = [] } = body as { reviewers?: string[]; team_reviewers?: string[] };
  if (pull.by !== null && reviewers.includes(pull.by)) {
    return fault(422, 'Review cannot be requested from pull request author.');
  }
  pull.reviewers = [...new Set([...pull.reviewers, ...reviewers])];
  pull.teams = [...new Set([...pull.teams, ...teams])];
  return { status: 201, body: new PullViews(views).simple(repository, pull) };
}

function reportOn(sha: string, repository: FakeRepository, { body }: Asked, { forge, views }: Place): Answer {
  const { context = 'default', state } = body as { context?: string; state: FakeStatus['state'] };
  const status = report(repository, forge, sha, context, state);
  return { status: 201, body: new PullViews(views).status(repository, sha, status) };
}
