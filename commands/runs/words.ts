import { type Context, formatLine, isDirectMessage, type RunRecord, roomNameKind } from '../../src/index.ts';

type Typed = Pick<RunRecord, 'origin'>;

/** Where runs were typed: a room by its name, as far as a listener could ask for it and everybody may know it. */
export async function readPlaces(journal: Pick<Context['journal'], 'facts'>): Promise<(run: Typed) => string> {
  const facts = await journal.facts({ kind: roomNameKind, latest: true, limit: Number.POSITIVE_INFINITY });
  const names = new Map(facts.map(({ subject, data }) => [subject, String(data['name'])]));
  return ({ origin }) => {
    if (origin.type === 'terminal') return origin.host;
    if (isDirectMessage(origin)) return 'a direct message';
    return `room ${names.get(origin.channel) ?? origin.channel}`;
  };
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
