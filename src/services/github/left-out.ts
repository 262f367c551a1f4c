import { OpsError, type Outcome } from '../../context/errors.ts';
import type { Unread } from '../../context/pulls.ts';

/** A repository that could not be read, and what was thrown. */
export interface LeftOut extends Unread {
  error: OpsError;
}

interface OfRepository {
  repository: string;
}

const reasons: Readonly<Record<number, string>> = {
  401: 'GitHub does not take the token under github for it: has that expired?',
  403: 'the token under github may not read its pull requests: it takes Pull requests (read)',
  404: 'there is no such repository, or the token under github may not see it',
  410: 'it has no pull requests',
  451: 'GitHub had to take it away',
};

const longestWords = 300;

/** What is read of each, and the repositories of which something could not be, once each. */
export async function readEach<One extends OfRepository, Result extends object>(
  ones: readonly One[],
  read: (one: One) => Promise<Result>,
): Promise<{ read: Result[]; unread: LeftOut[] }> {
  const found = await Promise.all(
    ones.map(async (one) => {
      try {
        return { result: await read(one) };
      } catch (error) {
        return leftOut(one.repository, error);
      }
    }),
  );
  const unread = found.flatMap((one) => ('error' in one ? one : []));
  return {
    read: found.flatMap((one) => ('result' in one ? one.result : [])),
    unread: [...new Map(unread.map((one) => [one.repository, one])).values()],
  };
}

/** Throws what is wrong with all of them. */
function leftOut(repository: string, error: unknown): LeftOut {
  if (!(error instanceof OpsError)) throw error;
  if (error.outcome === 'unavailable') return { repository, why: error.message, error };
  const { status, said = '' } = error.details ?? {};
  const why = typeof status === 'number' ? reasons[status] : undefined;
  if (why === undefined) throw error;
  // A single sign-on, or a list of addresses that may ask.
  const isOwn = status === 403 && said !== '' && !`${said}`.startsWith('Resource not accessible');
  return { repository, why: isOwn ? `GitHub says: ${`${said}`.slice(0, longestWords)}` : why, error };
}

/** What is as a rule wrong with GitHub or with the token, not with a repository. */
const ofAll: ReadonlySet<Outcome> = new Set(['unavailable', 'config']);

/** Throws why, where no repository is left of those that were asked for. */
export function refuseNone(asked: readonly string[], unread: readonly LeftOut[]): void {
  if (unread.length === 0 || unread.length < asked.length) return;
  const outcomes = new Set(unread.map(({ error }) => error.outcome));
  const [first] = unread;
  // GitHub as a whole is not well, or takes no such token: that says itself what to do.
  if (first !== undefined && outcomes.size === 1 && ofAll.has(first.error.outcome)) throw first.error;
  const each = [...Map.groupBy(unread, ({ why }) => why)].map(
    ([why, ones]) => `${ones.map(({ repository }) => repository).join(', ')}: ${why}`,
  );
  const outcome = outcomes.has('unavailable') ? 'unavailable' : 'failed';
  throw new OpsError(outcome, `GitHub tells nothing of ${each.join('; nor of ')}`, {
    hint: 'look at github: in .chatopsrc: ops config',
  });
}
