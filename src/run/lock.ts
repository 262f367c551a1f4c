import { OpsError } from '../context/errors.ts';
import type { Lock } from '../context/journal.ts';
import { formatLine } from '../context/line.ts';
import type { RunLog } from './record.ts';
import { environmentOf, type RunRequest, type RunWorld } from './request.ts';

/** One change an environment at a time. The journal frees the lock with the run's end. */
export async function takeLock(request: RunRequest, { host }: RunWorld, { journal, run }: RunLog): Promise<void> {
  const key = environmentOf(request);
  if (key === undefined || journal === undefined || run === undefined) return;
  const { actor, system } = host;
  const answer = await journal.lock({ key, run, actor, reason: formatLine(request.argv), since: system.clock.now() });
  if (!answer.taken) throw locked(answer.held);
}

function locked({ key, run, actor, reason, since }: Lock): OpsError {
  const at = since.toISOString().slice(11, 19);
  return new OpsError('retry', `${key} is locked by ${actor.name} since ${at} UTC: ${reason} (run ${run})`, {
    hint: `wait until it has ended: ops history --environment ${key}`,
    details: { key, run, holder: actor.name, since: since.toISOString(), reason },
  });
}
