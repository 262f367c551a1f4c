import {
  type Block,
  defineCommand,
  nearest,
  OpsError,
  type PullRelation,
  type Pulls,
  styled,
  text,
} from '../../src/index.ts';
import { pullBlocks } from './show.ts';
import { loginsOf, meIn, requireMe, withPeople } from './who.ts';

const mostShown = 100;

export default defineCommand({
  name: 'prs',
  summary: 'Show open pull requests: yours, and what waits for you',
  description:
    'With the last word of each reviewer, checks, conflicts and age. What waits for your review comes first, what waited longest at the top; then yours, then the newest of others.',
  options: {
    mine: { summary: 'Only yours', type: 'boolean', short: 'm' },
    review: { summary: 'Only what waits for your review', type: 'boolean', short: 'r' },
    author: { summary: 'Only of this person, or this login', value: 'who', short: 'a' },
    repo: { summary: 'Only of this repository', value: 'name', repeat: true },
    label: { summary: 'Only with this label', value: 'name', repeat: true, short: 'l' },
    'older-than': { summary: 'Only what was opened longer ago', type: 'duration' },
    limit: { summary: `At most so many, up to ${mostShown}`, type: 'integer', default: 20, short: 'n' },
  },
  examples: [
    { line: 'ops prs', says: 'what is open, what waits for you first' },
    { line: 'ops prs --review', says: 'what others wait for you with' },
    { line: 'ops prs --mine', says: 'how yours are doing' },
    { line: 'ops prs --repo shop --label bug --older-than 3d', says: 'bugs of one repository that lie about' },
  ],
  effect: 'read',
  keep: false,
  run: async ({ mine, review, author, repo, label, 'older-than': olderThan, limit }, context) => {
    if (limit < 1 || limit > mostShown) {
      throw new OpsError('usage', `--limit takes 1 to ${mostShown}, not ${limit}`, { hint: '--limit 50' });
    }
    const pulls = await context.services.pulls();
    const me = meIn(context);
    const only: PullRelation[] = [...(review ? ['review' as const] : []), ...(mine ? ['mine' as const] : [])];
    if (only.length > 0) requireMe(me, context);
    const now = context.clock.now();
    const found = await pulls.open({
      me: me.logins,
      most: limit,
      ...(only.length === 0 ? {} : { only }),
      ...(repo.length === 0 ? {} : { repositories: repo.map((typed) => requireRepository(typed, pulls)) }),
      ...(label.length === 0 ? {} : { labels: label }),
      ...(author === undefined ? {} : { authors: loginsOf(author, context.config) }),
      ...(olderThan === undefined ? {} : { before: new Date(now.getTime() - olderThan) }),
    });
    const { items, count, cut, unread } = found;
    const known = items.map((pull) => withPeople(pull, context.config.people));
    const doubts = [...(me.doubt === undefined ? [] : [me.doubt]), ...found.doubts];
    return { pulls: known, count, cut, unread, doubts, only, at: now };
  },
  show: ({ pulls, count, cut, unread, doubts, only, at }) => [
    ...(pulls.length === 0
      ? [text(nothing(only), unread.length === 0 ? '' : ', as far as could be read')]
      : pullBlocks(pulls, at)),
    ...(count > pulls.length ? [note(`${pulls.length} of ${count} are shown: --limit shows more`)] : []),
    ...cut.map((repository) => warning(`${repository} has more than were looked at`)),
    ...unread.map(({ repository, why }) => warning(`${repository} is left out: ${why}`)),
    ...doubts.map((doubt) => note(`Not known: ${doubt}`)),
  ],
});

const note = (words: string): Block => text(styled(words, { dim: true }));
const warning = (words: string): Block => text(styled(words, { color: 'yellow' }));

function nothing(only: readonly PullRelation[]): string {
  if (only.length === 0) return 'No open pull requests match';
  if (only.length === 2) return 'Nothing is open of yours, and nothing waits for your review';
  return only[0] === 'review' ? 'Nothing waits for your review' : 'Nothing is open of yours';
}

function requireRepository(typed: string, pulls: Pulls): string {
  const found = pulls.repository(typed);
  if (found !== undefined) return found;
  const [near] = nearest(typed, pulls.repositories, 1);
  throw new OpsError('usage', `no repository ${typed} is configured for ${pulls.system}`, {
    hint: near === undefined ? `one of ${pulls.repositories.join(', ')}` : `did you mean ${near}?`,
  });
}
