import { OpsError } from '../../context/errors.ts';
import type { Journal, RunRecord } from '../../context/journal.ts';
import { formatLine } from '../../context/line.ts';
import { isParked } from '../../context/process.ts';
import { formatTime } from '../../context/time.ts';
import { isSamePerson } from '../../policy/people.ts';
import type { RunWorld } from '../request.ts';
import { isComplete, type Status, statusOf } from './facts.ts';
import type { GateParts } from './gate.ts';
import { endParked, whyOver } from './parked.ts';
import { approvalBlock } from './words.ts';

/** Milliseconds from one look at the journal to the next. */
const lookEvery = 300;
const mostLookedAt = 1000;

/** A run that waits, and how far that is. */
interface WaitingRun {
  run: string;
  status: Status;
}

/** The same line of the same person that waits already, with the same plan under the same policy. */
export async function findEarlier(
  mark: string,
  self: string,
  journal: Journal,
  { host, people }: RunWorld,
): Promise<WaitingRun | undefined> {
  const rows = await journal.runs({ states: ['waiting'], limit: mostLookedAt });
  const isTheirs = (row: RunRecord): boolean =>
    row.id !== self && isParked(row) && row.origin.type === 'terminal' && isSamePerson(row.actor, host.actor, people);
  for (const { id: run } of rows.filter(isTheirs)) {
    const status = await statusOf(journal, run);
    if (status?.request.mark !== mark) continue;
    const over = whyOver(status, host.system.clock.now());
    if (over === undefined) return { run, status };
    await endParked(run, over, { journal, system: host.system });
  }
  return undefined;
}

interface WaitParts extends GateParts {
  journal: Journal;
  /** Somebody waits here. */
  isPatient: boolean;
}

/**
 * Waits until a run is approved, and takes it: from then on it is this process that carries it out. Where nobody waits
 * here, why it was not run comes back.
 */
export async function waitFor(waiting: WaitingRun, parts: WaitParts): Promise<OpsError | undefined> {
  const { journal, world, request, signal, isPatient } = parts;
  const { host, sink } = world;
  const { system } = host;
  let told = waiting.status.approvals.length;
  try {
    for (;;) {
      const status = await mustWait(waiting.run, parts);
      for (const approval of status.approvals.slice(told)) {
        await sink({ type: 'note', level: 'info', blocks: [approvalBlock(approval)] });
      }
      told = status.approvals.length;
      if (!isComplete(status)) {
        if (!isPatient) return notYet(waiting.run, status, request.argv);
      } else if (await journal.take(waiting.run, system.identify())) return undefined;
      await system.clock.sleep(lookEvery, signal);
    }
  } catch (error) {
    // Whoever waits for it is gone, and it with them.
    if (signal.aborted) await withdraw(waiting.run, signal.reason, parts);
    throw error;
  }
}

/** How far it is, while it waits; throws where that is over. */
async function mustWait(run: string, { journal, world }: WaitParts): Promise<Status> {
  const { system } = world.host;
  const row = await journal.run(run);
  const status = await statusOf(journal, run);
  if (row === undefined || status === undefined) throw new OpsError('bug', `the journal knows no request of ${run}`);
  if (row.finishedAt !== undefined) throw ended(row);
  const over = whyOver(status, system.clock.now());
  if (over !== undefined) {
    await endParked(run, over, { journal, system });
    throw over;
  }
  // Whoever has it without its approvals is about to end it: that is looked at again.
  if (!isParked(row) && isComplete(status)) throw carriedOut(run);
  return status;
}

function carriedOut(run: string): OpsError {
  return new OpsError('retry', `run ${run} was approved, and another process carries it out`, {
    hint: `ops log ${run} --follow`,
  });
}

function ended({ id, outcome, state, message }: RunRecord): OpsError {
  if (outcome === 'ok') return carriedOut(id);
  const how = outcome ?? 'failed';
  return new OpsError(how, message ?? `run ${id} has ended: ${state}`);
}

async function withdraw(run: string, reason: unknown, { journal, world }: WaitParts): Promise<void> {
  const why = reason instanceof OpsError ? reason : new OpsError('cancelled', 'it was stopped');
  await endParked(run, why, { journal, system: world.host.system });
}

function notYet(run: string, { request }: Status, argv: readonly string[]): OpsError {
  const { mark, words, expires } = request;
  const line = formatLine(argv);
  return new OpsError('retry', `${line} was not run yet: it waits for ${words.join(', and ')} (run ${run})`, {
    hint: `ops approvals shows it; once it is approved, and before ${formatTime(expires)}, type it again: ${line}. With --wait it waits`,
    details: { run, mark, expires: expires.toISOString() },
  });
}
