import type { Lock } from '../context/journal.ts';
import { formatLine } from '../context/line.ts';
import { overlaps } from '../context/lock-key.ts';
import { isSamePerson } from '../policy/people.ts';
import { administratorsOf } from '../policy/roles.ts';
import { type Finder, readLocks, recordFreed, recordSeen } from './held.ts';
import { lockedError, type Obstacle } from './lock-words.ts';
import { aheadOf, shown, standInLine, waitInLine } from './queue.ts';
import type { RunLog } from './record.ts';
import { lockKeyOf, mindsPeople, type RunRequest, type RunWorld } from './request.ts';

/** A lock that a run is to have. */
export interface Wanted extends Finder {
  lock: Lock;
  /** What people hold keeps it out, and who is before it in line. */
  mindsPeople: boolean;
  world: RunWorld;
}

/** One change at a time of an environment, or of an app's part of it. The journal frees the lock with the run's end. */
export async function takeLock(request: RunRequest, world: RunWorld, log: RunLog, signal: AbortSignal): Promise<void> {
  const wanted = wantedOf(request, world, log);
  if (wanted === undefined) return;
  const obstacle = await tryLock(wanted);
  if (obstacle === undefined) return;
  if (request.queue !== true) throw lockedError(obstacle, administratorsOf(world.loaded.config));
  await waitInLine(wanted, () => tryLock(wanted), signal);
}

/** With `--queue`, waits until all that came before is over: what is looked at then stays so. */
export async function waitForTurn(
  request: RunRequest,
  world: RunWorld,
  log: RunLog,
  signal: AbortSignal,
): Promise<void> {
  const wanted = request.queue === true ? wantedOf(request, world, log) : undefined;
  if (wanted === undefined) return;
  await standInLine(wanted);
  await waitInLine(wanted, () => obstacleTo(wanted), signal);
}

function wantedOf(request: RunRequest, world: RunWorld, { journal, run }: RunLog): Wanted | undefined {
  const key = lockKeyOf(request, world.loaded.config);
  if (key === undefined || journal === undefined || run === undefined) return undefined;
  const { actor, system } = world.host;
  const lock = { key, run, actor, reason: formatLine(request.argv), since: system.clock.now() };
  return { lock, journal, run, actor, system, world, mindsPeople: mindsPeople(request) };
}

async function tryLock(wanted: Wanted): Promise<Obstacle | undefined> {
  const { lock, journal, run } = wanted;
  const before = await heldNear(wanted);
  if (before.obstacle !== undefined) return before.obstacle;
  const answer = await journal.lock(lock, { passes: !wanted.mindsPeople || before.isOwn });
  if (!answer.taken) return answer.isWaiting ? waitingBefore(answer.held, wanted) : heldByRun(answer.held, wanted);
  // Who takes a lock to hold it has one such as this meanwhile: from now on nobody does.
  const { obstacle, over } = await heldNear(wanted);
  if (obstacle !== undefined) await journal.unlock(run);
  else for (const one of over) await recordFreed(one, 'expired', wanted);
  return obstacle;
}

/** What would keep it out now. */
async function obstacleTo(wanted: Wanted): Promise<Obstacle | undefined> {
  const { lock, journal, run } = wanted;
  const { obstacle, isOwn } = await heldNear(wanted);
  if (obstacle !== undefined) return obstacle;
  const held = (await journal.locks()).find((one) => one.run !== run && overlaps(one.key, lock.key));
  if (held !== undefined) return heldByRun(held, wanted);
  const [ahead] = wanted.mindsPeople && !isOwn ? await aheadOf(wanted) : [];
  return ahead === undefined ? undefined : waitingBefore(ahead, wanted);
}

/** What people hold of what is wanted: others, the one who wants it, and whose time is up. */
async function heldNear(wanted: Wanted) {
  const { lock, journal, actor, system, world } = wanted;
  if (!wanted.mindsPeople) return { isOwn: false, over: [] };
  const near = (await readLocks(journal, system.moment())).filter(({ key }) => overlaps(key, lock.key));
  if (near.length === 0) return { isOwn: false, over: [] };
  const lasting = near.filter(({ left }) => left > 0);
  const others = lasting.find((one) => !isSamePerson(one.actor, actor, world.people));
  if (others !== undefined) await recordSeen(others, wanted);
  return {
    ...(others === undefined ? {} : { obstacle: { by: 'person', lock: others } as const }),
    isOwn: lasting.length > 0,
    over: near.filter(({ left }) => left <= 0),
  };
}

async function heldByRun(held: Lock, wanted: Wanted): Promise<Obstacle> {
  const lock = await shown(held, wanted);
  const holder = (await wanted.journal.run(lock.run))?.process;
  const isElsewhere = holder !== undefined && wanted.world.host.system.alive(holder) === undefined;
  return { by: 'run', lock, ...(isElsewhere ? { elsewhere: holder.host } : {}) };
}

async function waitingBefore(ahead: Lock, wanted: Wanted): Promise<Obstacle> {
  return { by: 'queue', lock: await shown(ahead, wanted) };
}
