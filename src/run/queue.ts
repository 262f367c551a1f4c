import { OpsError } from '../context/errors.ts';
import type { Sink } from '../context/events.ts';
import { queueKind } from '../context/facts.ts';
import type { Lock } from '../context/journal.ts';
import { listedLock } from '../context/listed-lock.ts';
import { overlaps } from '../context/lock-key.ts';
import type { Wanted } from './lock.ts';
import { type Obstacle, placeWords } from './lock-words.ts';
import { createPrivacy } from './private.ts';
import { describeInterrupted, recover } from './record.ts';

/** A line of a room that waits takes the place of one that could run: so many of all, and of one person, leave others room. */
const most = { all: 8, person: 4 } as const;
/** Milliseconds from one look to the next. */
const lookEvery = 300;

/** Takes a place in line, once a run. */
export async function standInLine({ journal, run, actor, lock, world }: Wanted): Promise<void> {
  const queue = await journal.queue();
  if (queue.some((entry) => entry.run === run)) return;
  if (world.host.origin.type === 'room') await refuseMany(queue, actor.id, journal);
  const data = { line: lock.reason };
  await journal.record({ run, kind: queueKind, subject: lock.key, data, at: lock.since, actor });
}

async function refuseMany(queue: readonly Lock[], actor: string, journal: Wanted['journal']): Promise<void> {
  const runs = await Promise.all(queue.map(({ run }) => journal.run(run)));
  const inRooms = runs.filter((run) => run?.origin.type === 'room');
  const mine = inRooms.filter((run) => run?.actor.id === actor).length;
  if (mine < most.person && inRooms.length < most.all) return;
  const whose = mine < most.person ? `${inRooms.length} lines` : `${mine} lines of yours`;
  throw new OpsError('retry', `${whose} wait in line in rooms already, and no more may: this one was not run`, {
    hint: 'ops locks shows them',
  });
}

/** Waits until `look` finds nothing in the way, and says meanwhile where the run stands. The journal says that it waits. */
export async function waitInLine(
  wanted: Wanted,
  look: () => Promise<Obstacle | undefined>,
  signal: AbortSignal,
): Promise<void> {
  const { journal, run, lock, world } = wanted;
  const first = await look();
  if (first === undefined) return;
  await journal.wait(run, world.host.system.identify());
  const wait = (): Promise<void> => waitBehind(first, wanted, look, signal);
  await (world.host.aside === undefined ? wait() : world.host.aside(wait, signal));
  await journal.resume(run);
  await note(world.sink, false, `${lock.key} is free: it is the turn of this line`);
}

async function waitBehind(
  first: Obstacle,
  wanted: Wanted,
  look: () => Promise<Obstacle | undefined>,
  signal: AbortSignal,
): Promise<void> {
  const { sink, host } = wanted.world;
  let said: string | undefined;
  for (let obstacle: Obstacle | undefined = first; obstacle !== undefined; obstacle = await look()) {
    const { at, words } = await placeOf(wanted, obstacle);
    if (at !== said) await note(sink, true, words);
    said = at;
    await host.system.clock.sleep(lookEvery, signal);
    await dropDead(wanted);
  }
}

/** Those who came before it, for the same or a part of it; the last one is right before it. */
export async function aheadOf({ journal, run, lock }: Wanted): Promise<Lock[]> {
  const queue = await journal.queue();
  const place = queue.findIndex((entry) => entry.run === run);
  return queue.slice(0, place === -1 ? undefined : place).filter(({ key }) => overlaps(key, lock.key));
}

/** What is said, and what makes it something else than was said. */
async function placeOf(wanted: Wanted, obstacle: Obstacle): Promise<{ at: string; words: string }> {
  const ahead = wanted.mindsPeople ? await aheadOf(wanted) : [];
  const last = ahead.at(-1);
  const behind = last && (await shown(last, wanted));
  const words = placeWords(wanted.lock.key, ahead.length + 1, behind, obstacle);
  return { at: `${ahead.length} ${(behind ?? obstacle.lock).run}`, words };
}

/** As those may read of it who see what this run says. */
export function shown(lock: Lock, { journal, world: { host, people } }: Wanted): Promise<Lock> {
  return listedLock(lock, journal, createPrivacy(host, people).isListed);
}

/** Whoever died holds nothing, and stands in nobody's way. */
async function dropDead({ journal, world: { host, sink } }: Wanted): Promise<void> {
  const interrupted = await recover(journal, host.system, host.system.clock);
  // A room hears of its own lines from its listener, and of no others.
  if (host.origin.type === 'room') return;
  for (const { run } of interrupted) {
    await sink({ type: 'note', level: 'warning', blocks: [{ type: 'text', text: describeInterrupted(run) }] });
  }
}

async function note(sink: Sink, waits: boolean, text: string): Promise<void> {
  await sink({ type: 'note', level: 'info', blocks: [{ type: 'text', text }], waits });
}
