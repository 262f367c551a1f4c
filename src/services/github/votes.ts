import type { Vote } from '../../context/pulls.ts';
import type { ReviewShape } from './shapes.ts';

const votes: Readonly<Record<string, Vote['vote']>> = { APPROVED: 'approved', CHANGES_REQUESTED: 'changes' };

/**
 * What each reviewer says last, oldest first. Who only comments takes nothing back; what is dismissed, by a person or
 * since new commits came, does not count, and neither does what stood before it. What is about an older commit counts
 * until it is dismissed.
 */
export function votesOf(reviews: readonly ReviewShape[]): Vote[] {
  const last = new Map<string | number, ReviewShape>();
  for (const [index, review] of reviews.entries()) {
    if (review.state === 'COMMENTED' || review.state === 'PENDING') continue;
    // Of accounts that are gone nobody knows which are one.
    const who = review.user?.login ?? index;
    last.delete(who);
    last.set(who, review);
  }
  return [...last.values()].flatMap(({ user, state }) => {
    const vote = votes[state];
    return vote === undefined ? [] : [{ by: user?.login, vote }];
  });
}
