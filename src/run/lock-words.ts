import { formatDuration } from '../context/duration.ts';
import { OpsError } from '../context/errors.ts';
import type { Lock } from '../context/journal.ts';
import { environmentIn } from '../context/lock-key.ts';
import type { HeldLock } from '../context/locks.ts';
import { formatTime } from '../context/time.ts';
import { ordinal } from '../render/ordinal.ts';

/** What keeps a run from its lock: another run that has it, one that is before it in line, or what somebody holds. */
export type Obstacle =
  | { by: 'run'; lock: Lock /** The machine of a holder that nobody can look at from here. */; elsewhere?: string }
  | { by: 'queue'; lock: Lock }
  | { by: 'person'; lock: HeldLock };

function obstacleWords(obstacle: Obstacle): string {
  const { key, run, actor, since } = obstacle.lock;
  if (obstacle.by === 'person') return heldWords(obstacle.lock);
  const at = since.toISOString().slice(11, 19);
  const line = `${obstacle.lock.reason} (run ${run})`;
  if (obstacle.by === 'queue') return `${actor.name} is before you in line for ${key} since ${at} UTC: ${line}`;
  const where = obstacle.elsewhere === undefined ? '' : `, on ${obstacle.elsewhere}`;
  return `${key} is locked by ${actor.name} since ${at} UTC${where}: ${line}`;
}

/** Who holds it, since when, until when and why. */
export function heldWords({ key, run, actor, since, until, terms, left }: HeldLock): string {
  const who = `${key} is locked by ${terms?.person ?? actor.name} since ${formatTime(since)}`;
  if (terms === undefined || until === undefined) {
    return `${who}, and what was written of it cannot be read (run ${run}): it is a lock until it is freed`;
  }
  return `${who} until ${formatTime(until)} (${formatDuration(left)} left): ${terms.reason}`;
}

/** `ops unlock uat --app web` */
function unlockLine(key: string): string {
  const environment = environmentIn(key);
  return `ops unlock ${environment}${key === environment ? '' : ` --app ${key.slice(0, -environment.length - 1)}`}`;
}

export function lockedError(obstacle: Obstacle, administrators: readonly string[]): OpsError {
  const { key, run, actor, since } = obstacle.lock;
  const details = { key, run, holder: actor.name, since: since.toISOString() };
  return new OpsError('retry', obstacleWords(obstacle), {
    hint: `--queue waits in line for it${otherwise(obstacle, administrators)}`,
    details: { ...details, ...reasonOf(obstacle) },
  });
}

function reasonOf(obstacle: Obstacle): Record<string, unknown> {
  if (obstacle.by !== 'person') return { reason: obstacle.lock.reason };
  const { until, terms } = obstacle.lock;
  return terms === undefined ? {} : { reason: terms.reason, until: until?.toISOString() };
}

function otherwise(obstacle: Obstacle, administrators: readonly string[]): string {
  if (obstacle.by === 'person') {
    const { key, actor, terms } = obstacle.lock;
    const who = [terms?.person ?? actor.name, ...administrators];
    return `; ${[...new Set(who)].slice(0, mostNamed).join(' or ')} can free it: ${unlockLine(key)}`;
  }
  if (obstacle.by === 'queue' || obstacle.elsewhere === undefined) return '';
  return `; where ${obstacle.elsewhere} is gone, the lock is free half a minute from now: type the line again then`;
}

const mostNamed = 5;

/** Where a run stands, `place` being 1 for the next one, and behind whom. */
export function placeWords(key: string, place: number, behind: Lock | undefined, obstacle: Obstacle): string {
  if (behind === undefined) return `Next in line: ${obstacleWords(obstacle)}`;
  const where = ordinal(place).replace(/^./, (letter) => letter.toUpperCase());
  return `${where} in line for ${key}, behind ${behind.actor.name}: ${behind.reason} (run ${behind.run})`;
}
