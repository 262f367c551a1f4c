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
    if (comments.hasMore && ++long <= mostLong) {
      comments = (await tickets.comments(ticket.key, mostComments)) ?? comments;
    }
    const oldest = comments.items.at(-1);
    isPartial ||= comments.hasMore && (oldest === undefined || oldest.at >= of.since);
    const meant = mentionsIn(comments.items, of);
    const [comment] = meant;
    if (comment !== undefined) found.push({ ticket, comment, count: meant.length });
  }
  return { found: found.sort((one, other) => other.comment.at.getTime() - one.comment.at.getTime()), isPartial };
}

/** User names count in any case. */
export function mentionsIn(
  comments: readonly Comment[],
  { ids, since }: { ids: readonly string[]; since: Date },
): Comment[] {
  const wanted = new Set(ids.map((id) => id.toLowerCase()));
  return comments.filter(({ at, mentions }) => at >= since && mentions.some((id) => wanted.has(id.toLowerCase())));
}

const longest = 200;

export function gistOf(words: string): string {
  const letters = [...words.replaceAll(/\s+/g, ' ').trim()];
  return letters.length > longest ? `${letters.slice(0, longest).join('').trimEnd()}…` : letters.join('');
}
