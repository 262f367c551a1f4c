import type { Clock, ProcessId, System } from '../../context/host.ts';
import type { Interrupted, Journal, RunRecord } from '../../context/journal.ts';
import { isParked, isSameProcess } from '../../context/process.ts';
import { wordsOf } from '../../run/failure.ts';
import { describeInterrupted, recover } from '../../run/record.ts';
import { SlackCallError } from '../connection/call-error.ts';
import type { Delivery } from '../delivery/deliver.ts';
import { announce } from './announce.ts';
import type { Bell } from './bell.ts';
import type { Manners } from './manners.ts';
import { deliveryTo, keptAddress } from './reach.ts';
import { createRecent, type Recent } from './recent.ts';
import type { Respond } from './respond.ts';
import { showQuestion } from './show-question.ts';
import { tellApproval } from './tell-approval.ts';

export interface AnsweredParts {
  journal: Journal;
  delivery: Delivery;
  respond: Respond;
  clock: Clock;
  /** Where the output of runs is kept. */
  outputs: string;
  processes: Pick<System, 'identify' | 'alive' | 'killGroup' | 'killRun'>;
  team: string;
  /** Whether this process tells of that run already. */
  isBusy(run: string): boolean;
  manners: Pick<Manners, 'rooms' | 'reactions'>;
  warn(message: string): void;
  bell: Bell;
  /** Looks at what is asked elsewhere, for those who see it on their Home tabs. */
  lookAtAsked(): Promise<void>;
  /** Carries on a run that this process has taken. */
  goOn(run: RunRecord): void;
  signal: AbortSignal;
}

/** The fact that says so. */
export const answeredKind = 'answered';
/** How long ago a run may have been typed and still be of interest. */
const memory = 24 * 3_600_000;
const mostTold = 200;
/** Milliseconds from one look to the next, and to that while a run is under way whose listener is gone. */
const every = { usually: 10_000, meanwhile: 1000 } as const;

/** Remembers that a run's room knows its end. */
export async function markAnswered(journal: Journal, { id, actor }: RunRecord, clock: Clock): Promise<void> {
  const fact = { run: id, kind: answeredKind, subject: 'room', data: {}, at: clock.now(), actor };
  // Whoever does not know of it looks into the room.
  await journal.record(fact, { soon: true });
}

/** A line that was typed in a room is told there. Of others, whoever watches the listener hears. */
export function warnOfOthers(interrupted: readonly Interrupted[], warn: (message: string) => void): void {
  for (const { run } of interrupted) if (run.origin.type !== 'room') warn(describeInterrupted(run));
}

/** Tells rooms, for as long as the signal lets it, what became of lines whose listener is gone. Nothing is run again. */
export async function keepTelling(parts: AnsweredParts): Promise<void> {
  const { clock, signal, warn, bell, lookAtAsked } = parts;
  const shown = createRecent(1000);
  while (!signal.aborted) {
    const failed = (error: unknown): void => warn(wordsOf(error));
    const underWay = await tellUnanswered(parts, shown).catch(failed);
    await lookAtAsked().catch(failed);
    await bell.wait(underWay ? every.meanwhile : every.usually, clock, signal);
  }
}

/** Tells what is to be told now. Gives back how many runs are still under way that nobody else will tell of. */
export async function tellUnanswered(parts: AnsweredParts, shown = createRecent(1000)): Promise<number> {
  const { journal, clock, processes, team, warn } = parts;
  warnOfOthers(await recover(journal, processes, clock), warn);
  const since = new Date(clock.now().getTime() - memory);
  const [untold, waitingRuns, listening] = await Promise.all([
    journal.runs({ since, team, without: answeredKind, limit: mostTold }),
    journal.runs({ states: ['waiting'], team, limit: mostTold }),
    journal.runs({ command: 'listen', states: ['running'], limit: mostTold }),
  ]);
  const listeners = listening.map(({ process }) => process);
  const known = new Set(untold.map(({ id }) => id));
  // What waits for an approval may be older than what is of interest otherwise.
  const all = [...waitingRuns.filter(({ id }) => !known.has(id)), ...untold].reverse();
  const orphans = all.filter((run) => isOrphan(run, listeners, parts));
  const over = orphans.filter(({ finishedAt }) => finishedAt !== undefined);
  const failed = (error: unknown): void => warn(wordsOf(error));
  await Promise.all(over.map((run) => tellEnd(run, parts).catch(failed)));
  const waiting = orphans.filter(({ state }) => state === 'waiting');
  await Promise.all(waiting.map((run) => tellQuestion(run, parts, shown).catch(failed)));
  return orphans.length - over.length;
}

/** Nobody else will tell of it: its listener lives no longer, or this one took it over and could not tell. */
function isOrphan(
  { id, owner }: RunRecord,
  listeners: readonly ProcessId[],
  { processes, isBusy }: AnsweredParts,
): boolean {
  if (isSameProcess(owner, processes.identify())) return !isBusy(id);
  return !listeners.some((listener) => isSameProcess(listener, owner)) || processes.alive(owner) === false;
}

async function tellEnd(run: RunRecord, parts: AnsweredParts): Promise<void> {
  const { journal, clock, processes, warn } = parts;
  // Of several listeners that see it, one tells.
  if (!(await journal.takeOver(run.id, run.owner, processes.identify()))) return;
  try {
    await announce(run, { ...parts, delivery: await deliveryAbout(run, parts) });
  } catch (error) {
    // A room that is gone, or that the app was taken out of, stays so.
    if (!(error instanceof SlackCallError) || error.refusal === undefined) throw error;
    warn(`the end of run ${run.id} could not be told: ${error.message}`);
  }
  await markAnswered(journal, run, clock);
}

async function tellQuestion(run: RunRecord, parts: AnsweredParts, shown: Recent): Promise<void> {
  const { journal, manners, processes } = parts;
  if (!(await journal.takeOver(run.id, run.owner, processes.identify()))) return;
  const delivery = await deliveryAbout(run, parts);
  if (isParked(run)) await tellApproval(run, { ...parts, shown, delivery });
  else await showQuestion(run, { journal, manners, shown, delivery });
}

/** The room of its run may be one that the app is not in. */
export async function deliveryAbout(
  { id, origin }: RunRecord,
  parts: Pick<AnsweredParts, 'journal' | 'delivery' | 'respond'>,
): Promise<Delivery> {
  if (origin.type !== 'room' || origin.way === undefined) return parts.delivery;
  return deliveryTo({ responseUrl: await keptAddress(parts.journal, id) }, parts);
}
