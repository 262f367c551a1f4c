import type { PullFilter, PullRelation } from '../../context/pulls.ts';
import type { PullShape } from './shapes.ts';

/** One that is open, before more is asked about it. */
export interface ListedPull {
  /** `acme/shop` */
  repository: string;
  pull: PullShape;
}

/** What whoever asks has to do with it. */
export interface Standing {
  relation: PullRelation | undefined;
  isPerhaps: boolean;
}

export type ChosenPull = ListedPull & Standing;

/** Whether they are in a team; undefined where that is not known. */
export type IsMember = (team: string) => boolean | undefined;

export const teamsOf = ({ repository, pull }: ListedPull): string[] =>
  (pull.requested_teams ?? []).map(({ slug }) => `${repository.split('/', 1)[0]}/${slug}`);

/** Whether it has what is asked for, as far as that stands in the list. */
export function isMeant({ pull }: ListedPull, { labels = [], before, authors }: PullFilter): boolean {
  if (before !== undefined && Date.parse(pull.created_at) >= before.getTime()) return false;
  if (authors !== undefined && !authors.some((login) => isOf(login, pull.user?.login))) return false;
  const has = (pull.labels ?? []).map(({ name }) => name?.toLowerCase());
  return labels.every((label) => has.includes(label.toLowerCase()));
}

const isSame = (one: string, other: string | undefined): boolean => one.toLowerCase() === other?.toLowerCase();

/** A bot is also called without `[bot]`, which a shell would take for a pattern. */
const isOf = (typed: string, login: string | undefined): boolean =>
  isSame(typed, login) || isSame(`${typed}[bot]`, login);

/** A review that a person is asked for stands above one that a team is asked for. */
export function standingOf(listed: ListedPull, me: readonly string[], isMember: IsMember): Standing {
  const isMe = (login: string | undefined): boolean => me.some((mine) => isSame(mine, login));
  const { user, requested_reviewers: reviewers } = listed.pull;
  if ((reviewers ?? []).some((one) => isMe(one?.login))) return { relation: 'review', isPerhaps: false };
  if (isMe(user?.login)) return { relation: 'mine', isPerhaps: false };
  const members = me.length === 0 ? [] : teamsOf(listed).map(isMember);
  if (members.includes(true)) return { relation: 'review', isPerhaps: false };
  return { relation: undefined, isPerhaps: members.includes(undefined) };
}

/**
 * What waits for whoever asks comes first, what waited longest at its top; then what may wait for them, what is theirs, and
 * all else, the newest at the top.
 */
export function choose(all: readonly ChosenPull[], { only }: Pick<PullFilter, 'only'>): ChosenPull[] {
  return all
    .filter((one) => only === undefined || isAmong(one, only))
    .toSorted((one, other) => rank(one) - rank(other) || (isWaiting(one) ? 1 : -1) * (age(other) - age(one)));
}

const isAmong = ({ relation, isPerhaps }: Standing, only: readonly PullRelation[]): boolean =>
  (relation !== undefined && only.includes(relation)) || (isPerhaps && only.includes('review'));

const isWaiting = ({ relation, isPerhaps }: Standing): boolean => relation === 'review' || isPerhaps;

function rank({ relation, isPerhaps }: Standing): number {
  if (relation === 'review') return 0;
  if (isPerhaps) return 1;
  return relation === 'mine' ? 2 : 3;
}

/** Larger is older. */
const age = ({ pull }: ListedPull): number => -Date.parse(pull.created_at);
