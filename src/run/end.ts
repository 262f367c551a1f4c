import type { Sink } from '../context/events.ts';
import type { RunEnd } from '../context/journal.ts';
import { wordsOf } from './failure.ts';
import { insist, isPassing, type Patience } from './late.ts';
import type { RunLog } from './record.ts';

/**
 * Writes how a run ended. What was done stays done where the journal does not take that: it is said, and what comes
 * back is how to go on trying once all else is said.
 */
export async function writeEnd(
  log: Pick<RunLog, 'finish'>,
  end: RunEnd,
  sink: Sink,
): Promise<undefined | ((patience: Patience) => Promise<void>)> {
  const write = (): Promise<void> => log.finish(end);
  try {
    await write();
    return undefined;
  } catch (error) {
    const isHopeful = isPassing(error);
    const next = isHopeful ? 'It is written as soon as that is over' : 'It will be called interrupted there';
    await warn(sink, `the journal does not say yet that this has ended: ${wordsOf(error)}. ${next}`);
    if (!isHopeful) return undefined;
    return async (patience) => {
      if (await insist(write, patience)) return;
      await warn(sink, 'the journal could not be written: it will call this interrupted');
    };
  }
}

async function warn(sink: Sink, words: string): Promise<void> {
  await sink({ type: 'note', level: 'warning', blocks: [{ type: 'text', text: words }] });
}
