import { OpsError } from '../context/errors.ts';
import type { Lock } from '../context/journal.ts';
import { formatLine } from '../context/line.ts';
import type { RunLog } from './record.ts';
import { environmentOf, type RunRequest, type RunWorld } from './request.ts';

/** One change an environment, or of what the command names, at a time. The journal frees the lock with the run's end. */
export async function takeLock(request: RunRequest, { host }: RunWorld, { journal, run }: RunLog): Promise<void> {
  const key = environmentOf(request) ?? request.command.lock;
  if (key === undefined || journal === undefined || run === undefined) return;
  const { actor, system } = host;
  const answer = await journal.lock({ key, run, actor, reason: formatLine(request.argv), since: system.clock.now() });
  if (answer.taken) return;
  const holder = (await journal.run(answer.held.run))?.process;
  const isElsewhere = holder !== undefined && system.alive(holder) === undefined;
  throw locked(answer.held, isElsewhere ? holder.host : undefined);
}

/** `elsewhere` is the machine or container of a holder that nobody can look at from here. */
function locked({ key, run, actor, reason, since }: Lock, elsewhere: string | undefined): OpsError {
  const at = since.toISOString().slice(11, 19);
  const where = elsewhere === undefined ? '' : `, on ${elsewhere}`;
  const wait = `wait until it has ended: ops history --environment ${key}`;
  const gone = `; where ${elsewhere} is gone, the lock is free half a minute from now: type the line again then`;
  return new OpsError('retry', `${key} is locked by ${actor.name} since ${at} UTC${where}: ${reason} (run ${run})`, {
    hint: elsewhere === undefined ? wait : `${wait}${gone}`,
    details: { key, run, holder: actor.name, since: since.toISOString(), reason },
  });
}
