import type { Build, Builds } from './builds.ts';
import type { Fact } from './journal.ts';

/** The fact that somebody looks into what is wrong with a job, or a branch of it, which is its subject. */
export const claimKind = 'build claim';

export interface Claim {
  by: string;
  actorId: string;
  since: Date;
  note: string | undefined;
  /** The build that it was made for. */
  number: string;
  /** When that one came into the queue, or began. */
  at: Date;
}

/** Two systems may have jobs of one name. */
export function claimSubject(
  { system }: Pick<Builds, 'system'>,
  { job, branch }: Pick<Build, 'job' | 'branch'>,
): string {
  return `${system}: ${job}${branch === undefined ? '' : ` (${branch})`}`;
}

function readClaim({ actor, at, data }: Fact): Claim {
  const { note, number, builtAt } = data as { note?: string; number: string; builtAt: string };
  return { by: actor.name, actorId: actor.id, since: at, note, number, at: new Date(builtAt) };
}

/** It is over once a build went well that is newer than the one it was made for: nobody has to say so. */
const isOpenClaim = (claim: Claim, lastGood: Pick<Build, 'at'> | undefined): boolean =>
  lastGood === undefined || lastGood.at <= claim.at;

/** The journal, of a run or of a listener. */
export interface ClaimReader {
  facts(filter: { kind: string; subject: string; latest: true }): Promise<Fact[]>;
}

/** The claim of what is wrong with that build; undefined where it did not fail, or nobody looks into it. */
export async function claimOf(build: Build, builds: Builds, { facts }: ClaimReader): Promise<Claim | undefined> {
  if (!isBroken(build)) return undefined;
  const [fact] = await facts({ kind: claimKind, subject: claimSubject(builds, build), latest: true });
  const claim = fact === undefined ? undefined : readClaim(fact);
  if (claim === undefined || claim.at > build.at) return undefined;
  const { items } = await builds.builds({ job: build.job, branch: build.branch, outcomes: ['ok'], most: 1 });
  return isOpenClaim(claim, items[0]) ? claim : undefined;
}

export const isBroken = ({ outcome }: Pick<Build, 'outcome'>): boolean =>
  outcome === 'failed' || outcome === 'unstable';
