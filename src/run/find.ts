import { OpsError } from '../context/errors.ts';
import type { Journal, RunRecord } from '../context/journal.ts';

const fewest = 4;
const mostNamed = 5;
const hint = 'ops runs, or ops history for those that have ended';

/** The run of that id, or of the only id that begins so. `self` is the run that asks, which nobody means by a beginning. */
export async function findRun(
  journal: Pick<Journal, 'run' | 'runs'>,
  typed: string,
  self: string | undefined,
): Promise<RunRecord> {
  const id = typed.toLowerCase();
  const exact = await journal.run(id);
  if (exact !== undefined) return exact;
  if (id.length < fewest) {
    throw new OpsError('usage', `a run is named by four characters of its id or more, not by "${typed}"`, { hint });
  }
  const found = (await journal.runs({ prefix: id, limit: mostNamed + 2 })).filter((run) => run.id !== self);
  const [only, ...more] = found;
  if (only === undefined) throw new OpsError('usage', `there is no run ${typed}`, { hint });
  if (more.length === 0) return only;
  const named = found.slice(0, mostNamed).map((run) => run.id);
  const others = found.length > mostNamed ? ' …' : '';
  throw new OpsError('usage', `more than one run's id begins with ${typed}: ${named.join(', ')}${others}`, {
    hint: 'type more of it',
  });
}
