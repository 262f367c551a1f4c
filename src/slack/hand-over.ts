import { join } from 'node:path';
import type { RunRecord } from '../context/journal.ts';
import { formatLine } from '../context/line.ts';
import { wordsOf } from '../run/failure.ts';
import { filesFolder } from '../run/keep-files.ts';
import { spoolFiles } from '../run/spool.ts';
import { SlackCallError } from './call-error.ts';
import type { Delivery, Place } from './deliver.ts';
import { type OutputFile, openOutput, openShown, removeOutput } from './output.ts';
import { literal } from './whisper.ts';

export interface HandOverParts {
  delivery: Pick<Delivery, 'upload' | 'post'>;
  /** Where the output of runs is kept until their rooms have it. */
  outputs: string;
  warn(message: string): void;
}

export interface HandOver {
  place: Place & { thread: string };
  /** The message shows all words, so that nobody needs them as a file. */
  isWhole?: boolean;
}

const longestTitle = 200;

/**
 * Brings to its room what a run has shown: its pictures and files, and the whole output where the message has not all
 * of it. What cannot be brought is kept, and the room is told where.
 */
export async function handOver(
  row: Pick<RunRecord, 'id' | 'argv'>,
  { place, isWhole = false }: HandOver,
  parts: HandOverParts,
) {
  const { delivery, outputs, warn } = parts;
  const { channel, thread } = place;
  const bring = async (file: OutputFile, title: string, what: string, where: string): Promise<boolean> => {
    try {
      await delivery.upload(file, { channel, thread, title: title.slice(0, longestTitle).toWellFormed() });
      return true;
    } catch (error) {
      const words = `${what} of run ${row.id} could not be brought here: ${reasonOf(error)}. ${where}`;
      warn(words);
      await delivery.post({ ...place, run: `${row.id}:file` }, () => literal(`! ${words}`));
      return false;
    }
  };
  for (const file of await openShown(outputs, row.id)) {
    const isThere = await bring(file, file.title, file.name, shownIn(outputs, row.id));
    // What stands in the way of one stands in the way of all.
    if (!isThere) return;
    await file.remove();
  }
  const output = isWhole ? undefined : await openOutput(outputs, row);
  const isThere =
    output === undefined || (await bring(output, formatLine(row.argv), 'the whole output', keptIn(outputs, row.id)));
  if (isThere) await removeOutput(outputs, row.id);
}

function reasonOf(error: unknown): string {
  const isUnscoped = error instanceof SlackCallError && error.refusal === 'missing_scope';
  return isUnscoped ? `${error.message}: the app needs the scope files:write` : wordsOf(error);
}

function shownIn(outputs: string, run: string): string {
  return `It is kept on the listener's machine: ${join(outputs, run, filesFolder)}`;
}

/** Where the output of a run is, for a person who looks for it. */
export function keptIn(outputs: string, run: string): string {
  return `It is kept on the listener's machine: cd ${join(outputs, run)} && cat ${spoolFiles.join(' ')} 2>/dev/null`;
}
