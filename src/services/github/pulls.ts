import type { Clock } from '../../context/host.ts';
import type { OpenPulls, PullFilter, Pulls } from '../../context/pulls.ts';
import type { Client } from '../client/client.ts';
import { createGitHub, type GitHub } from './ask.ts';
import { atOnce } from './at-once.ts';
import { choose, type IsMember, type ListedPull, standingOf, teamsOf } from './choose-pulls.ts';
import { readEach, refuseNone } from './left-out.ts';
import { listPulls } from './list-pulls.ts';
import { type LookParts, lookAtPull } from './look-at-pull.ts';
import { repositoryOf, shortName } from './names.ts';
import { isInTeam } from './teams.ts';

/** Requests that are under way at the same time. */
const mostRequests = 6;
/** Teams of which it is asked who is in them. */
const mostTeams = 30;

export interface OpenPullsOf {
  client: Client;
  clock: Pick<Clock, 'now' | 'sleep'>;
  /** Of the run. */
  signal: AbortSignal;
  /** `acme/shop`, as they are configured. */
  repositories: readonly string[];
}

/** https://docs.github.com/en/rest/pulls */
export function openPulls({ client, clock, signal, repositories }: OpenPullsOf): Pulls {
  const some = atOnce(mostRequests);
  const github = createGitHub({ client: (path, call) => some(() => client(path, call)), clock, signal });
  const parts = { github, clock, signal, repositories };
  return {
    system: 'GitHub',
    repositories: repositories.map((one) => shortName(one, repositories)),
    repository: (typed) => {
      const found = repositoryOf(typed, repositories);
      return found && shortName(found, repositories);
    },
    open: (filter) => listOpen(filter, parts),
  };
}

async function listOpen(filter: PullFilter, parts: LookParts): Promise<OpenPulls> {
  const { github, repositories } = parts;
  const named = filter.repositories?.flatMap((name) => repositoryOf(name, repositories) ?? []);
  const asked = [...new Set(named ?? repositories)];
  const lists = await readEach(
    asked.map((repository) => ({ repository })),
    ({ repository }) => listPulls(repository, filter, github),
  );
  refuseNone(asked, lists.unread);
  const listed = lists.read.flatMap(({ items }) => items);
  const { isMember, doubts } = await membershipsOf(listed, filter, github);
  const chosen = choose(
    listed.map((one) => ({ ...one, ...standingOf(one, filter.me, isMember) })),
    filter,
  );
  const looked = await readEach(chosen.slice(0, filter.most), async (one) => ({
    one,
    pull: await lookAtPull(one, parts),
  }));
  const unread = [...lists.unread, ...looked.unread];
  refuseNone(asked, unread);
  const left = new Set(unread.map(({ repository }) => repository));
  return {
    items: looked.read.flatMap(({ one, pull }) => (left.has(one.repository) ? [] : pull)),
    count: chosen.filter(({ repository }) => !left.has(repository)).length,
    cut: lists.read.flatMap(({ isCut, repository }) =>
      isCut && !left.has(repository) ? shortName(repository, repositories) : [],
    ),
    unread: unread.map(({ repository, why }) => ({ repository, why })),
    doubts,
  };
}

/** Teams that are asked for a review which may be theirs, and whether whoever asks is in them. */
async function membershipsOf(
  listed: readonly ListedPull[],
  { me, only }: PullFilter,
  github: GitHub,
): Promise<{ isMember: IsMember; doubts: string[] }> {
  const isNeeded = me.length > 0 && (only === undefined || only.includes('review'));
  const teams = isNeeded
    ? [...new Set(listed.filter((one) => standingOf(one, me, () => undefined).isPerhaps).flatMap(teamsOf))]
    : [];
  const told = teams.slice(0, mostTeams).map(async (team) => [team, await isInTeam(team, me, github)] as const);
  const known = new Map(await Promise.all(told));
  const open = teams.filter((team) => known.get(team) === undefined);
  const [first, ...others] = open;
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  const doubts =
    first === undefined
      ? []
      : [`whether you are in ${first}${more}: the token under github takes Members (read) of the organization`];
  return { isMember: (team) => known.get(team), doubts };
}
