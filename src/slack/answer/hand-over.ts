import { join } from 'node:path';
import type { RunRecord } from '../../context/journal.ts';
import { formatLine } from '../../context/line.ts';
import { filesFolder } from '../../run/keep-files.ts';
import { folderOf, outputFiles, placeOf } from '../../run/output-folder.ts';
import type { Delivery, Place } from '../delivery/deliver.ts';
import { dropPassing, isSent, markSent, type OutputFile, openOutput, openShown } from '../delivery/output.ts';
import { uploadFault } from '../delivery/upload-fault.ts';
import { literal } from './whisper.ts';

export interface HandOverParts {
  delivery: Pick<Delivery, 'upload' | 'post'>;
  /** Where the output of runs is kept. */
  outputs: string;
  warn(message: string): void;
}

export interface HandOver {
  place: Place;
  /** The message shows all words, so that nobody needs them as a file. */
  isWhole?: boolean;
  /** The message stands in the room itself. */
  isAtRoot: boolean;
}

/** What everybody in a room is to look at needs no click; more pictures than that would push away what they talk about. */
const mostInRoom = 3;

const longestTitle = 200;

/**
 * Brings to its room what a run has shown: its pictures where its message stands, its files below that, and the whole
 * output where the message has not all of it. What cannot be brought is kept, and the room is told where.
 */
export async function handOver(
  row: Pick<RunRecord, 'id' | 'argv'>,
  { place, isWhole = false, isAtRoot }: HandOver,
  parts: HandOverParts,
): Promise<void> {
  const { outputs } = parts;
  const shown = await openShown(outputs, row.id);
  const isFew = shown.filter(isPicture).length <= mostInRoom;
  for (const file of shown) {
    const isInRoom = isAtRoot && isFew && isPicture(file);
    const brought = { file, title: file.title, what: file.name, where: shownIn(outputs, row.id), isInRoom };
    // What stands in the way of one stands in the way of all.
    if (!(await bring(brought, place, parts))) return;
    await file.remove();
  }
  const file = isWhole || isSent(outputs, row.id) ? undefined : await openOutput(outputs, row);
  if (file === undefined) return dropPassing(outputs, row.id);
  const where = keptIn(outputs, row.id);
  const brought = { file, title: formatLine(row.argv), what: 'the whole output', where, isInRoom: false };
  if (await bring(brought, place, parts)) await markSent(outputs, row.id);
}

interface Brought {
  file: OutputFile;
  title: string;
  /** What it is, and where it is kept, for a room that does not get it. */
  what: string;
  where: string;
  isInRoom: boolean;
}

const isPicture = ({ alt }: OutputFile): boolean => alt !== undefined;

/** False where it could not be brought; the room is told. */
async function bring(
  { file, title, what, where, isInRoom }: Brought,
  place: Place,
  { delivery, warn }: HandOverParts,
): Promise<boolean> {
  const { channel, thread, run } = place;
  try {
    if (thread === undefined) throw new Error('ops is not in this channel');
    const target = { channel, thread: isInRoom ? undefined : thread };
    await delivery.upload(file, { ...target, title: title.slice(0, longestTitle).toWellFormed() });
    return true;
  } catch (error) {
    const words = `${what} of run ${run} could not be brought here: ${uploadFault(error)}. ${where}`;
    warn(words);
    await delivery.post({ ...place, run: `${run}:file` }, () => literal(`! ${words}`));
    return false;
  }
}

function shownIn(outputs: string, run: string): string {
  return `It is kept on the listener's machine: ${join(folderOf(outputs, run, 'passing'), filesFolder)}`;
}

/** Where the output of a run is, for a person who looks for it. */
export function keptIn(outputs: string, run: string): string {
  return `It is kept on the listener's machine: cd ${placeOf(outputs, run)} && cat ${outputFiles.join(' ')} 2>/dev/null`;
}
