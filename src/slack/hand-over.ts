import type { RunRecord } from '../context/journal.ts';
import { formatLine } from '../context/line.ts';
import { wordsOf } from '../run/failure.ts';
import { outputFiles } from '../run/output-folder.ts';
import type { Delivery, Place } from './deliver.ts';
import { isSent, markSent, openOutput, placeOf } from './output.ts';
import { literal } from './whisper.ts';

export interface HandOverParts {
  delivery: Pick<Delivery, 'upload' | 'post'>;
  /** Where the output of runs is kept. */
  outputs: string;
  warn(message: string): void;
}

/** Brings a run's whole output to its room. What cannot be brought is kept, and the room is told where. */
export async function handOver(
  row: RunRecord,
  place: Place,
  { delivery, outputs, warn }: HandOverParts,
): Promise<void> {
  const file = isSent(outputs, row.id) ? undefined : await openOutput(outputs, row);
  if (file === undefined) return;
  const { channel, thread } = place;
  try {
    if (thread === undefined) throw new Error('ops is not in this channel');
    await delivery.upload(file, { channel, thread, title: formatLine(row.argv).slice(0, 200) });
  } catch (error) {
    const words = `the whole output of run ${row.id} could not be brought here: ${wordsOf(error)}. ${keptIn(outputs, row.id)}`;
    warn(words);
    await delivery.post({ ...place, run: `${row.id}:file` }, () => literal(`! ${words}`));
    return;
  }
  await markSent(outputs, row.id);
}

/** Where the output of a run is, for a person who looks for it. */
export function keptIn(outputs: string, run: string): string {
  return `It is kept on the listener's machine: cd ${placeOf(outputs, run)} && cat ${outputFiles.join(' ')} 2>/dev/null`;
}
