import { commitId, type FakeRepository, type Forge } from './forge.ts';

export interface FakeReview {
  id: number;
  /** Null where the account is gone. */
  by: string | null;
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING';
  /** What was looked at. */
  sha: string;
  at: number;
}

export interface FakePull {
  id: number;
  number: number;
  title: string;
  /** Null where the account is gone. */
  by: string | null;
  /** `acme/shop`, `null` where the fork is gone. */
  from: string | null;
  branch: string;
  base: string;
  sha: string;
  state: 'open' | 'closed';
  isDraft: boolean;
  labels: string[];
  at: number;
  updated: number;
  /** Who is asked to review it, and has not yet. */
  reviewers: string[];
  /** Slugs of teams, the same. */
  teams: string[];
  reviews: FakeReview[];
  canMerge: boolean;
  /** How often it is looked at before that is known. */
  looks: number;
}

/** A check of a commit that some app reports. */
export interface FakeCheck {
  id: number;
  name: string;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion: 'success' | 'failure' | 'neutral' | 'cancelled' | 'skipped' | 'timed_out' | 'action_required' | null;
}

/** The older way to say the same. */
export interface FakeStatus {
  id: number;
  context: string;
  state: 'error' | 'failure' | 'pending' | 'success';
}

export interface Reports {
  checks: FakeCheck[];
  statuses: FakeStatus[];
}

/** Open, of somebody's branch. */
export function openPull(
  repository: FakeRepository,
  forge: Forge,
  title: string,
  options: Partial<FakePull> = {},
): FakePull {
  const now = Date.now();
  const number = options.number ?? Math.max(0, ...repository.pulls.map((one) => one.number)) + 1;
  const pull: FakePull = {
    ...{ id: forge.id(), number, title, by: 'mary', from: repository.name, base: repository.branch },
    ...{ branch: title.toLowerCase().replaceAll(/\W+/g, '-'), sha: commitId(`${repository.name} pull ${number}`) },
    ...{ state: 'open', isDraft: false, labels: [], at: now, updated: options.at ?? now, reviewers: [], teams: [] },
    ...{ reviews: [], canMerge: true, looks: 1 },
    ...options,
  };
  repository.pulls.unshift(pull);
  return pull;
}

/** What somebody says of it; whoever does is not waited for any more. */
export function review(
  pull: FakePull,
  forge: Forge,
  by: string | null,
  state: FakeReview['state'],
  at = Date.now(),
): FakeReview {
  const said = { id: forge.id(), by, state, sha: pull.sha, at };
  pull.reviews.push(said);
  pull.reviewers = pull.reviewers.filter((login) => login !== by);
  return said;
}

export function reportsOf({ reports }: FakeRepository, sha: string): Reports {
  const known = reports.get(sha) ?? { checks: [], statuses: [] };
  reports.set(sha, known);
  return known;
}

/** A check that has ended, or with null one that runs. */
export function check(
  repository: FakeRepository,
  forge: Forge,
  sha: string,
  name: string,
  conclusion: FakeCheck['conclusion'],
): void {
  const status = conclusion === null ? 'in_progress' : 'completed';
  reportsOf(repository, sha).checks.push({ id: forge.id(), name, status, conclusion });
}

/** The newest one of a context counts. */
export function report(
  repository: FakeRepository,
  forge: Forge,
  sha: string,
  context: string,
  state: FakeStatus['state'],
): FakeStatus {
  const reports = reportsOf(repository, sha);
  const status = { id: forge.id(), context, state };
  reports.statuses = [...reports.statuses.filter((one) => one.context !== context), status];
  return status;
}
