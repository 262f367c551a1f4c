import { OpsError } from '../../context/errors.ts';
import type { Clock } from '../../context/host.ts';
import type { Checks, Pull } from '../../context/pulls.ts';
import type { GitHub } from './ask.ts';
import { checksOf } from './checks.ts';
import { type ChosenPull, teamsOf } from './choose-pulls.ts';
import { shortName } from './names.ts';
import { combinedShape, mergeableShape, type ReviewShape, reportedShape, reviewsShape } from './shapes.ts';
import { votesOf } from './votes.ts';

export interface LookParts {
  github: GitHub;
  repositories: readonly string[];
  clock: Pick<Clock, 'sleep'>;
  signal: AbortSignal;
}

/** Milliseconds before each further look: GitHub finds out whether one can be merged when it is asked. */
const pauses = [300, 700, 1500] as const;
/** Reviews and checks of one that are looked at. */
const mostOfEach = 500;

/** What stands in the list, with votes, checks and conflicts. */
export async function lookAtPull(
  { repository, pull, relation, isPerhaps }: ChosenPull,
  parts: LookParts,
): Promise<Pull> {
  const path = `/repos/${repository}/pulls/${pull.number}`;
  const [reviews, checks, canMerge] = await Promise.all([
    reviewsOf(path, parts),
    checksAt(`/repos/${repository}/commits/${pull.head.sha}`, parts),
    mergeable(path, parts),
  ]);
  return {
    repository: shortName(repository, parts.repositories),
    ...{ number: pull.number, title: pull.title, url: pull.html_url, author: pull.user?.login },
    isDraft: pull.draft === true,
    labels: (pull.labels ?? []).flatMap(({ name }) => name ?? []),
    ...{ branch: pull.head.ref, base: pull.base.ref, commit: pull.head.sha },
    ...{ opened: new Date(pull.created_at), updated: new Date(pull.updated_at) },
    ...{ relation, isPerhaps, votes: votesOf(reviews) },
    waitsFor: (pull.requested_reviewers ?? []).flatMap((one) => one?.login ?? []),
    waitsForTeams: teamsOf({ repository, pull }),
    checks,
    hasConflicts: canMerge === undefined ? undefined : !canMerge,
  };
}

async function reviewsOf(path: string, { github }: LookParts): Promise<ReviewShape[]> {
  const found: ReviewShape[] = [];
  for await (const page of github.pages(`${path}/reviews`, reviewsShape)) {
    found.push(...page);
    if (found.length >= mostOfEach) break;
  }
  return found;
}

/** Undefined where the token may not see them. */
async function checksAt(path: string, { github }: LookParts): Promise<Checks | undefined> {
  const runs = async () => {
    const found = [];
    for await (const { check_runs } of github.pages(`${path}/check-runs`, reportedShape)) {
      found.push(...check_runs);
      if (found.length >= mostOfEach) break;
    }
    return found;
  };
  const statuses = async () => {
    const found = [];
    for await (const page of github.pages(`${path}/status`, combinedShape)) {
      found.push(...page.statuses);
      if (found.length >= mostOfEach) break;
    }
    return found;
  };
  try {
    return checksOf(...(await Promise.all([runs(), statuses()])));
  } catch (error) {
    if (error instanceof OpsError && (error.outcome === 'denied' || error.details?.['status'] === 404))
      return undefined;
    throw error;
  }
}

async function mergeable(path: string, { github, clock, signal }: LookParts): Promise<boolean | undefined> {
  for (let look = 0; ; look++) {
    const found = await github.find(path, mergeableShape);
    const pause = pauses[look];
    if (found?.mergeable != null) return found.mergeable;
    if (found === undefined || pause === undefined) return undefined;
    await clock.sleep(pause, signal);
  }
}
