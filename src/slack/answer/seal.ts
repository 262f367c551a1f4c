import type { OpsError } from '../../context/errors.ts';
import type { Clock, System } from '../../context/host.ts';
import type { Journal, NewRun, RunRecord } from '../../context/journal.ts';
import { formatLine } from '../../context/line.ts';
import { isSameProcess } from '../../context/process.ts';
import { wordsOf } from '../../run/failure.ts';
import { insist } from '../../run/late.ts';
import type { Ask } from '../ask/ask.ts';
import type { Delivery } from '../delivery/deliver.ts';
import { markAnswered } from './answered.ts';
import { literal } from './whisper.ts';

export interface SealParts {
  journal: Journal;
  delivery: Delivery;
  clock: Clock;
  processes: Pick<System, 'identify'>;
  warn(message: string): void;
  signal: AbortSignal;
}

export type Seal = (message: Ask, run: NewRun, refusal: OpsError) => void;

/** Slack sends an event again for less than that. */
const most = 10 * 60_000;

/** One after the other: a journal that is locked keeps the whole process waiting at each attempt. */
export function createSeal(parts: SealParts): Seal {
  let last: Promise<void> = Promise.resolve();
  return (message, run, refusal) => {
    last = last
      .then(() => sealClaim(message, run, refusal, parts))
      .catch((error: unknown) => parts.warn(wordsOf(error)));
  };
}

/**
 * A line whose sender was told that it was not run must not run after all, here or at another listener: its claim is
 * taken as soon as the journal lets it. Where another one was faster, its sender is told so.
 */
async function sealClaim(
  message: Ask,
  run: NewRun,
  refusal: OpsError,
  { journal, delivery, clock, processes, signal }: SealParts,
): Promise<void> {
  let other: RunRecord | undefined;
  const seal = async (): Promise<void> => {
    const row = (await journal.accept(run)) ?? (await findClaimed(run, journal));
    const isMine = row !== undefined && isSameProcess(row.owner, processes.identify());
    other = isMine ? undefined : row;
    if (row === undefined || !isMine) return;
    await markAnswered(journal, row, clock);
    const { outcome, exitCode, message } = refusal;
    await journal.finish(row.id, { state: 'failed', outcome, exitCode, message, at: clock.now() });
  };
  await insist(seal, { clock, signal, most });
  if (other === undefined) return;
  const words = `${formatLine(run.argv)} runs after all, by another listener (run ${other.id}): do not type it again`;
  await delivery.whisper(message.channel, message.thread, message.user, literal(`! ${words}`));
}

/** What has the claim: perhaps this very line, where only the answer of the journal was lost. */
async function findClaimed({ claim }: NewRun, journal: Journal): Promise<RunRecord | undefined> {
  return claim === undefined ? undefined : (await journal.runs({ claim, limit: 1 }))[0];
}
