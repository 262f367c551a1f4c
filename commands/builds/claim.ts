import { type Build, type Builds, type Claim, type Context, claimOf, formatTime, isBroken } from '../../src/index.ts';

/** `ana looks into it since 2026-01-02 10:00:00 UTC: the till rounds twice` */
export const claimWords = ({ by, since, note }: Claim): string =>
  `${by} looks into it since ${formatTime(since)}${note === undefined ? '' : `: ${note}`}`;

/** With whoever looks into it. */
export type Claimed = Build & { claim?: Claim };

/** Builds whose claims are looked up, each by a question of its own where there is one. */
const most = 20;

export async function withClaims(
  list: readonly Build[],
  builds: Builds,
  { journal }: Pick<Context, 'journal'>,
): Promise<Claimed[]> {
  const claimed = new Set(list.filter(isBroken).slice(0, most));
  return Promise.all(
    list.map(async (build) => {
      const claim = claimed.has(build) ? await claimOf(build, builds, journal) : undefined;
      return claim === undefined ? build : { ...build, claim };
    }),
  );
}
