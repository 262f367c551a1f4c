import type { Comment, Ticket, Tickets } from '../../src/index.ts';

export interface Mentioned {
  ticket: Ticket;
  /** The newest one. */
  comment: Comment;
  /** How many there are. */
  count: number;
}

/** What is said in it, short. */
export interface Gist {
  text: string;
  isCut: boolean;
}

/** Tickets whose comments are read one by one, and comments that are read of one. */
const [mostLong, mostComments] = [40, 200];

/** Comments of these tickets that mention an account, the newest ticket first, and whether some could not be read. */
export async function findMentions(
  candidates: readonly Ticket[],
  of: { ids: readonly string[]; since: Date },
  tickets: Tickets,
): Promise<{ found: Mentioned[]; isPartial: boolean }> {
  const found: Mentioned[] = [];
  let long = 0;
  let isPartial = false;
  for (const ticket of candidates) {
    let comments = ticket.comments ?? { items: [], hasMore: true };
    if (comments.hasMore) {
      const read = ++long <= mostLong ? await tickets.comments(ticket.key, mostComments) : undefined;
      comments = read ?? comments;
      const oldest = comments.items.at(-1);
      // What a list of tickets has of them need not be the newest.
      isPartial ||= read === undefined || (read.hasMore && (oldest === undefined || oldest.at >= of.since));
    }
    const meant = mentionsIn(comments.items, of);
    const [comment] = meant;
    if (comment !== undefined) found.push({ ticket, comment, count: meant.length });
  }
  return { found: found.sort((one, other) => newestFirst(one.comment, other.comment)), isPartial };
}

const newestFirst = (one: Comment, other: Comment): number => other.edited.getTime() - one.edited.getTime();

/** The newest one first: somebody may be mentioned later in what was written before. User names count in any case. */
export function mentionsIn(
  comments: readonly Comment[],
  { ids, since }: { ids: readonly string[]; since: Date },
): Comment[] {
  const wanted = new Set(ids.map((id) => id.toLowerCase()));
  return comments
    .filter(({ edited, mentions }) => edited >= since && mentions.some((id) => wanted.has(id.toLowerCase())))
    .sort(newestFirst);
}

const longest = 200;

export function gistOf(words: string): string {
  const withoutFences = words.replaceAll(/^[ >]*`{3,}.*$/gm, '');
  const letters = [...withoutFences.replaceAll(/\s+/g, ' ').trim()];
  return letters.length > longest ? `${letters.slice(0, longest).join('').trimEnd()}…` : letters.join('');
}
