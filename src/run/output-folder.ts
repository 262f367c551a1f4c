import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The files of a run's output, in the order in which they are read: of much, the middle is left out. */
export const outputFiles = ['head', 'gap', 'older', 'newer'] as const;
export type OutputFileName = (typeof outputFiles)[number];

/** Says that the room has what it could not show. */
export const sentMark = 'sent';

/** Where the output of runs is, one folder each. */
export function outputFolder(journalPath: string): string {
  return join(dirname(journalPath), 'output');
}

/** `kept` for as long as the configuration says; `passing` until its room has it. No run has an id with an `i` in it. */
export function folderOf(outputs: string, run: string, how: 'kept' | 'passing'): string {
  return how === 'kept' ? join(outputs, run) : join(outputs, 'passing', run);
}

/** Where the words of a run are. What else stands in passing is not its words. */
export function placeOf(outputs: string, run: string): string {
  const passing = folderOf(outputs, run, 'passing');
  return existsSync(join(passing, outputFiles[0])) ? passing : folderOf(outputs, run, 'kept');
}
