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
const isOpenClaim = (claim: Claim, good: Pick<Build, 'at'> | undefined): boolean =>
  good === undefined || good.at <= claim.at;

/** The journal, of a run or of a listener. */
export interface ClaimReader {
  facts(filter: { kind: string; subject: string; latest: true }): Promise<Fact[]>;
}

/** The claim of what is wrong with that build; undefined where it did not fail, or nobody looks into it. */
export async function claimOf(build: Build, builds: Builds, journal: ClaimReader): Promise<Claim | undefined> {
  if (!isBroken(build)) return undefined;
  const claim = await newestClaim(build, builds, journal);
  if (claim === undefined || claim.at > build.at) return undefined;
  return isOpenClaim(claim, await lastGood(build, builds)) ? claim : undefined;
}

/** The claim of that job, or of that branch of it, whichever of its builds it was made for. */
export async function claimBeside(build: Build, builds: Builds, journal: ClaimReader): Promise<Claim | undefined> {
  const claim = await newestClaim(build, builds, journal);
  return claim !== undefined && isOpenClaim(claim, await lastGood(build, builds)) ? claim : undefined;
}

async function newestClaim(build: Build, builds: Builds, { facts }: ClaimReader): Promise<Claim | undefined> {
  const [fact] = await facts({ kind: claimKind, subject: claimSubject(builds, build), latest: true });
  return fact === undefined ? undefined : readClaim(fact);
}

/** The newest build of that job, and of that branch, that went well. */
export async function lastGood({ job, branch }: Build, builds: Builds): Promise<Build | undefined> {
  return (await builds.builds({ job, branch, outcomes: ['ok'], most: 1 })).items[0];
}

export const isBroken = ({ outcome }: Pick<Build, 'outcome'>): boolean =>
  outcome === 'failed' || outcome === 'unstable';
