import { formatLine, type RunRecord } from '../../src/index.ts';

/** Where it was typed. */
export function placeOf({ origin }: Pick<RunRecord, 'origin'>): string {
  return origin.type === 'terminal' ? origin.host : `room ${origin.channel}`;
}

export function lineOf({ argv }: Pick<RunRecord, 'argv'>): string {
  return formatLine(argv);
}

const longest = 100;

/** A line as a table holds it. */
export function shorten(line: string): string {
  const characters = [...line];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : line;
}

/** They answer, or serve, until they are stopped where they were started. */
export const isWayIn = ({ command }: Pick<RunRecord, 'command'>): boolean =>
  command === 'listen' || command === 'sandbox';
